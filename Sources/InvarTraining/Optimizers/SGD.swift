import InvarGraph

/// Stochastic gradient descent with momentum (Polyak 1964), optionally Nesterov's (in the form of Sutskever et al., ICML 2013).
///
///     d = g + wd·p
///     m ← momentum·m + d
///     p ← p − lr·m             or, with Nesterov, p − lr·(d + momentum·m)
public struct SGD: UpdateRule, Hashable {
    /// Of the running sum of gradients; 0 keeps none.
    public var momentum: Double
    /// Whether the step looks ahead.
    public var nesterov: Bool
    /// Added to the gradient, times the parameter.
    public var weightDecay: Double
    /// Whether biases and norm parameters are kept out of the decay.
    public var excludesVectors: Bool

    /// Momentum and a small decay, unless something else is said.
    public init(
        momentum: Double = 0.9, nesterov: Bool = false, weightDecay: Double = 1e-4, excludesVectors: Bool = true
    ) {
        self.momentum = momentum
        self.nesterov = nesterov
        self.weightDecay = weightDecay
        self.excludesVectors = excludesVectors
    }

    /// What commands and run.json call it.
    public var name: String { "sgd" }

    /// Numbers that are impossible.
    public var problems: [String] {
        NumberProblem.fraction("momentum", momentum) + NumberProblem.nonNegative("weight decay", weightDecay)
            + (nesterov && momentum == 0 ? ["Nesterov's form needs a momentum above 0"] : [])
    }

    /// Writes the formula above for each parameter.
    public func update(_ parameters: [TrainedParameter], _ update: inout OptimizerUpdate) {
        for parameter in parameters {
            let moment = momentum > 0 ? update.moment("momentum", of: parameter) : nil
            update.inPlace(of: parameter) {
                var direction = parameter.gradient
                if weightDecay > 0, !(excludesVectors && parameter.isVector) {
                    direction = direction + parameter.value * weightDecay
                }
                if let moment {
                    let velocity = moment.value * momentum + direction
                    update.assign(moment, velocity)
                    direction = nesterov ? direction + velocity * momentum : velocity
                }
                update.assign(parameter, parameter.value - update.learningRate(of: parameter) * direction)
            }
        }
    }
}

extension SGD {
    /// `SGD, momentum 0.9 (Nesterov), weight decay 0.0001`
    public var description: String {
        "SGD, momentum \(momentum)\(nesterov ? " (Nesterov)" : ""), weight decay \(weightDecay)"
            + (excludesVectors ? "" : ", vectors decay too")
    }
}
