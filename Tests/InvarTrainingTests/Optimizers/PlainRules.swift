import Foundation
import InvarTraining

/// The update rules again, as loops over arrays in double precision, from their definitions.
struct PlainRule {
    let optimizer: Optimizer
    private var first: [String: [Double]] = [:]
    private var second: [String: [Double]] = [:]
    private var count = 0

    init(_ optimizer: Optimizer) { self.optimizer = optimizer }

    mutating func step(
        _ values: inout [String: [Double]], _ gradients: [String: [Double]], _ ranks: [String: Int], lr: Double
    ) {
        count += 1
        for name in values.keys.sorted() {
            guard var p = values[name], let g = gradients[name], let rank = ranks[name] else { continue }
            switch optimizer.rule {
            case let rule as SGD: sgd(rule, name, &p, g, rank <= 1, lr)
            case let rule as LARS: lars(rule, name, &p, g, rank <= 1, lr)
            case let rule as AdamW: adamW(rule, name, &p, g, rank <= 1, lr)
            default: preconditionFailure("there are no plain loops for \(optimizer)")
            }
            values[name] = p
        }
    }

    private mutating func sgd(
        _ rule: SGD, _ name: String, _ p: inout [Double], _ g: [Double], _ isVector: Bool, _ lr: Double
    ) {
        var m = first[name] ?? [Double](repeating: 0, count: p.count)
        let decay = isVector && rule.excludesVectors ? 0 : rule.weightDecay
        for i in p.indices {
            let d = g[i] + decay * p[i]
            m[i] = rule.momentum * m[i] + d
            p[i] -= lr * (rule.nesterov ? d + rule.momentum * m[i] : m[i])
        }
        first[name] = m
    }

    private mutating func lars(
        _ rule: LARS, _ name: String, _ p: inout [Double], _ g: [Double], _ isVector: Bool, _ lr: Double
    ) {
        var m = first[name] ?? [Double](repeating: 0, count: p.count)
        func norm(_ x: [Double]) -> Double { x.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        var d = g
        if !(isVector && rule.excludesVectors) {
            let decayed = p.indices.map { g[$0] + rule.weightDecay * p[$0] }
            let (size, pull) = (norm(p), norm(rule.isClipped ? g : decayed))
            if size > 0 && pull > 0 {
                let trust =
                    rule.isClipped
                    ? min(rule.eta * size / (pull + rule.weightDecay * size + 1e-8) / lr, 1) : rule.eta * size / pull
                d = decayed.map { $0 * trust }
            } else if !rule.isClipped {
                d = decayed
            }
        }
        for i in p.indices {
            m[i] = rule.momentum * m[i] + d[i]
            p[i] -= lr * m[i]
        }
        first[name] = m
    }

    private mutating func adamW(
        _ rule: AdamW, _ name: String, _ p: inout [Double], _ g: [Double], _ isVector: Bool, _ lr: Double
    ) {
        var m = first[name] ?? [Double](repeating: 0, count: p.count)
        var v = second[name] ?? [Double](repeating: 0, count: p.count)
        let decay = isVector && rule.excludesVectors ? 0 : rule.weightDecay
        for i in p.indices {
            p[i] *= 1 - lr * decay
            m[i] = rule.beta1 * m[i] + (1 - rule.beta1) * g[i]
            v[i] = rule.beta2 * v[i] + (1 - rule.beta2) * g[i] * g[i]
            let mean = m[i] / (1 - pow(rule.beta1, Double(count)))
            let square = v[i] / (1 - pow(rule.beta2, Double(count)))
            p[i] -= lr * mean / (square.squareRoot() + rule.epsilon)
        }
        (first[name], second[name]) = (m, v)
    }
}
