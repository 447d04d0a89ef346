import Foundation
import Invar
import InvarBLAS
import InvarCompiler
import InvarGraph
import InvarRuntime
import InvarTraining
import TestSupport
import Testing

/// Descends ½ Σ a·(p − c)² with an optimizer of the graph, beside plain loops.
@Suite struct OptimizerTests {
    static let rules: [Optimizer] = [
        .sgd(SGD()), .sgd(SGD(momentum: 0, weightDecay: 0)), .sgd(SGD(momentum: 0.8, nesterov: true, weightDecay: 0.1)),
        .sgd(SGD(weightDecay: 0.3, excludesVectors: false)),
        .lars(LARS()), .lars(LARS(weightDecay: 0.5, eta: 0.02)), .lars(LARS(weightDecay: 1e-2, isClipped: true)),
        .lars(LARS(weightDecay: 0.1, eta: 50, isClipped: true)), .lars(LARS(weightDecay: 0.1, excludesVectors: false)),
        .adamW(AdamW()), .adamW(AdamW(weightDecay: 0.3)), .adamW(AdamW(beta1: 0, beta2: 0.5, excludesVectors: false)),
    ]
    static let shapes: [String: [Int]] = [
        "w": [3, 5], "bias": [7], "kernel": [3, 3, 2, 5], "one": [1, 1], "zero": [4, 3], "still": [2, 2],
    ]

    @Test(arguments: rules) func agreesWithPlainLoops(_ optimizer: Optimizer) throws {
        let bowl = try Bowl(optimizer)
        for step in 0..<25 {
            // the first step's rate is 0, as a warm-up from 0 has it
            let lr = step == 0 ? 0 : 0.02 * Double(1 + step % 7)
            bowl.step(lr)
            for name in Self.shapes.keys {
                let got = try #require(bowl.session.memory.stateValues(name))
                let want = try #require(bowl.plain[name])
                let scale = want.reduce(1e-3) { max($0, abs($1)) }
                #expect(largestDifference(got, want) <= 1e-10 * scale, "\(optimizer) step \(step) \(name)")
            }
        }
    }

    @Test func momentsHaveTheNameAndLayoutOfTheirParameter() throws {
        let builder = GraphBuilder()
        let type = TensorType([3, 3, 2, 5])
        let spec = StateSpec(
            name: "encoder.conv1.weight", type: type, role: .parameter, initializer: .zeros, layout: .convolution)
        let value = builder.state(spec.name, type)
        let moments = Optimizer.adamW(AdamW()).updates(
            builder, [TrainedParameter(spec, value: value, gradient: value)],
            learningRate: builder.input("learningRate", TensorType([])))
        #expect(
            moments.map(\.name) == [
                "optimizer.step", "optimizer.first/encoder.conv1.weight", "optimizer.second/encoder.conv1.weight",
            ])
        #expect(moments.dropFirst().allSatisfy { $0.type == type && $0.layout == .convolution && $0.role == .moment })
        _ = try builder.finish()
    }

    @Test(arguments: rules) func survivesJSON(_ optimizer: Optimizer) throws {
        let json = try JSONEncoder().encode(optimizer)
        #expect(try JSONDecoder().decode(Optimizer.self, from: json) == optimizer)
        #expect(String(decoding: json, as: UTF8.self).contains("\"name\":\"\(optimizer.name)\""))
    }

    /// A rule that this program does not have can be shown and compared, and trains nothing; who has it finds its numbers again.
    @Test func foreignRulesAreKept() throws {
        var lion = Lion()
        lion.beta1 = 0.8
        let json = try JSONEncoder().encode(Optimizer(lion))
        let read = try JSONDecoder().decode(Optimizer.self, from: json)
        #expect(read.isForeign && read == Optimizer(lion) && read != Optimizer(Lion()))
        #expect(read.description == "lion, beta1 0.8, beta2 0.99" && Optimizer(lion).description == read.description)
        let restored = try read.restored(by: [Lion()])
        #expect((restored.rule as? Lion)?.beta1 == 0.8)
        #expect(try read.restored(by: []).isForeign)
        var configuration = Workshop.configuration()
        configuration.optimizer = read
        let error = try #require(throws: TrainingError.self) {
            try Workshop.inDirectory { _ = try Workshop.trainer($0, configuration) }
        }
        #expect(error.message.contains("the optimizer lion"))
        #expect(throws: TrainingError.self) {
            try JSONDecoder().decode(Optimizer.self, from: Data(#"{"name":"lion","beta1":"x"}"#.utf8))
                .restored(by: [lion])
        }
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Optimizer.self, from: Data(#"{"beta1":1}"#.utf8))
        }
    }

    @Test func forgottenParameterIsAnError() throws {
        struct Lazy: UpdateRule {
            var name: String { "lazy" }
            func update(_ parameters: [TrainedParameter], _ update: inout OptimizerUpdate) {}
        }
        let builder = GraphBuilder()
        let type = TensorType([3])
        let spec = StateSpec(name: "encoder.bias", type: type, role: .parameter, initializer: .zeros)
        let value = builder.state(spec.name, type)
        _ = Optimizer(Lazy()).updates(
            builder, [TrainedParameter(spec, value: value, gradient: value)],
            learningRate: builder.input("learningRate", TensorType([])))
        let error = try #require(throws: Diagnostic.self) { try builder.finish() }
        #expect(error.message.contains("lazy gives encoder.bias no new value"))
    }

    @Test func impossibleNumbersAreProblems() {
        #expect(Optimizer.sgd(SGD(momentum: 1)).problems.count == 1)
        #expect(Optimizer.sgd(SGD(momentum: 0, nesterov: true, weightDecay: -1)).problems.count == 2)
        #expect(Optimizer.lars(LARS(eta: 0)).problems.count == 1)
        #expect(Optimizer.adamW(AdamW(beta1: -0.1, beta2: .nan, epsilon: 0)).problems.count == 3)
        #expect(Self.rules.allSatisfy { $0.problems.isEmpty })
    }
}

/// A bowl with its floor at c: as a program, and as arrays.
private final class Bowl {
    let session: any Session
    var plain: [String: [Double]] = [:]
    private var rule: PlainRule
    private var slope: [String: [Double]] = [:]
    private var floor: [String: [Double]] = [:]

    init(_ optimizer: Optimizer) throws {
        rule = PlainRule(optimizer)
        let builder = GraphBuilder()
        var random = CounterRandom(seed: 3, name: "bowl")
        var (trained, losses): ([StateSpec], [Tensor]) = ([], [])
        for (name, shape) in OptimizerTests.shapes.sorted(by: { $0.key < $1.key }) {
            let type = TensorType(shape, .float64)
            trained.append(StateSpec(name: name, type: type, role: .parameter, initializer: .zeros, layout: .plain))
            let start = (0..<type.count).map { _ in name == "zero" ? 0 : Double(random.normal()) }
            plain[name] = start
            // "still" begins at the floor: its gradient is zero
            floor[name] = name == "still" ? start : (0..<type.count).map { _ in Double(random.normal()) }
            slope[name] = (0..<type.count).map { _ in 0.1 + Double(random.uniform()) }
            let off = builder.state(name, type) - builder.input("floor.\(name)", type)
            losses.append((off.squared() * builder.input("slope.\(name)", type)).sum() * 0.5)
        }
        let loss = losses.dropFirst().reduce(losses[0], +)
        let values = trained.map { builder.state($0.name, $0.type) }
        let gradients = builder.gradients(of: loss, withRespectTo: values)
        let parameters = zip(trained, zip(values, gradients)).map { TrainedParameter($0, value: $1.0, gradient: $1.1) }
        _ = optimizer.updates(
            builder, parameters, learningRate: builder.input("learningRate", TensorType([], .float64)))
        session = try BLASExecutor().prepare(compile(try builder.finish()), threads: 1)
        for spec in trained {
            session.memory.setState(spec.name, plain[spec.name]!)
            session.memory.setInput("floor.\(spec.name)", floor[spec.name]!)
            session.memory.setInput("slope.\(spec.name)", slope[spec.name]!)
        }
    }

    func step(_ lr: Double) {
        session.memory.setInput("learningRate", [lr])
        session.run()
        var gradients: [String: [Double]] = [:]
        for (name, p) in plain { gradients[name] = p.indices.map { slope[name]![$0] * (p[$0] - floor[name]![$0]) } }
        rule.step(&plain, gradients, OptimizerTests.shapes.mapValues(\.count), lr: lr)
    }
}

/// Lion (Chen et al. 2023), as a user would write it.
struct Lion: UpdateRule {
    var beta1 = 0.9, beta2 = 0.99
    var name: String { "lion" }

    func update(_ parameters: [TrainedParameter], _ update: inout OptimizerUpdate) {
        for parameter in parameters {
            let moment = update.moment("momentum", of: parameter)
            update.inPlace(of: parameter) {
                let g = parameter.gradient
                let direction = sign(moment.value * beta1 + g * (1 - beta1))
                update.assign(moment, moment.value * beta2 + g * (1 - beta2))
                update.assign(parameter, parameter.value - update.learningRate(of: parameter) * direction)
            }
        }
    }
}
