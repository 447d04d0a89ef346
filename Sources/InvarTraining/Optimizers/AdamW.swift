import Foundation
import InvarGraph

/// Adam with decoupled weight decay (Loshchilov and Hutter, ICLR 2019).
///
///     p ← p·(1 − lr·wd)
///     m ← β₁m + (1 − β₁)g          v ← β₂v + (1 − β₂)g²
///     p ← p − lr/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + ε)
///
/// t counts the steps, from 1, in a piece of state of its own.
public struct AdamW: UpdateRule, Hashable {
    /// Of the running mean of the gradients.
    public var beta1: Double
    /// Of the running mean of their squares.
    public var beta2: Double
    /// Added to the root of the second mean.
    public var epsilon: Double
    /// What a parameter loses in a step, times the learning rate.
    public var weightDecay: Double
    /// Whether biases and norm parameters are kept out of the decay.
    public var excludesVectors: Bool

    /// torch's numbers, but for the decay, and biases and norms do not decay.
    public init(
        beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 1e-4,
        excludesVectors: Bool = true
    ) {
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.weightDecay = weightDecay
        self.excludesVectors = excludesVectors
    }

    /// What commands and run.json call it.
    public var name: String { "adamw" }

    /// Numbers that are impossible.
    public var problems: [String] {
        NumberProblem.fraction("beta1", beta1) + NumberProblem.fraction("beta2", beta2)
            + NumberProblem.positive("epsilon", epsilon) + NumberProblem.nonNegative("weight decay", weightDecay)
    }

    /// Writes the formula above for each parameter.
    public func update(_ parameters: [TrainedParameter], _ update: inout OptimizerUpdate) {
        let counter = update.scalar("step")
        let t = counter.value + 1
        update.assign(counter, t)
        let spread = rsqrt(remainder(beta2, t))
        for parameter in parameters {
            let first = update.moment("first", of: parameter)
            let second = update.moment("second", of: parameter)
            let learningRate = update.learningRate(of: parameter)
            let stepSize = learningRate / remainder(beta1, t)
            update.inPlace(of: parameter) {
                let g = parameter.gradient
                let m = first.value * beta1 + g * (1 - beta1)
                let v = second.value * beta2 + g.squared() * (1 - beta2)
                update.assign(first, m)
                update.assign(second, v)
                var value = parameter.value
                if weightDecay > 0, !(excludesVectors && parameter.isVector) {
                    value = value * (1 - learningRate * weightDecay)
                }
                update.assign(parameter, value - stepSize * (m / (sqrt(v) * spread + epsilon)))
            }
        }
    }

    /// 1 − βᵗ, without the cancellation that the plain form has in float32 where βᵗ is near 1.
    private func remainder(_ beta: Double, _ t: Tensor) -> Tensor {
        beta == 0 ? t.filled(1) : -expm1(t * log(beta))
    }
}

extension AdamW {
    /// `AdamW, betas 0.9 and 0.999, epsilon 1e-08, weight decay 0.0001`
    public var description: String {
        "AdamW, betas \(beta1) and \(beta2), epsilon \(epsilon), weight decay \(weightDecay)"
            + (excludesVectors ? "" : ", vectors decay too")
    }
}
