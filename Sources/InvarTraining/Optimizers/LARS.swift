import InvarGraph

/// Layer-wise adaptive rate scaling (You, Gitman and Ginsburg 2017), in the two forms that joint-embedding methods use.
///
///     q = eta·‖p‖ / ‖g + wd·p‖                                unclipped: VICReg's and Barlow Twins' official code
///     q = min(eta·‖p‖ / (‖g‖ + wd·‖p‖) / lr, 1)               clipped: what small data sets need
///     m ← momentum·m + q·(g + wd·p)
///     p ← p − lr·m
///
/// Where a norm is zero, q is 1. Biases and norm parameters get neither the decay nor q.
public struct LARS: Sendable, Hashable, Codable {
    public var momentum: Double
    public var weightDecay: Double
    /// The trust coefficient.
    public var eta: Double
    public var isClipped: Bool
    /// Whether biases and norm parameters are kept out of decay and adaptation.
    public var excludesVectors: Bool

    /// - Parameter eta: 0.001, or 0.02 where clipped, unless given.
    public init(
        momentum: Double = 0.9, weightDecay: Double = 1e-6, eta: Double? = nil, isClipped: Bool = false,
        excludesVectors: Bool = true
    ) {
        self.momentum = momentum
        self.weightDecay = weightDecay
        self.eta = eta ?? (isClipped ? 0.02 : 0.001)
        self.isClipped = isClipped
        self.excludesVectors = excludesVectors
    }

    var problems: [String] {
        NumberProblem.fraction("momentum", momentum) + NumberProblem.nonNegative("weight decay", weightDecay)
            + NumberProblem.positive("eta", eta)
    }

    func update(_ parameters: [Trained], _ update: inout OptimizerUpdate) {
        for parameter in parameters {
            let moment = update.moment("momentum", of: parameter)
            update.inPlace(of: parameter) {
                let direction =
                    excludesVectors && parameter.isVector
                    ? parameter.gradient : adapted(parameter, update.learningRate)
                let velocity = moment.value * momentum + direction
                update.builder.assign(moment.name, velocity)
                update.builder.assign(parameter.spec.name, parameter.value - update.learningRate * velocity)
            }
        }
    }

    /// q·(g + wd·p)
    private func adapted(_ parameter: Trained, _ learningRate: Tensor) -> Tensor {
        let decayed = weightDecay > 0 ? parameter.gradient + parameter.value * weightDecay : parameter.gradient
        let size = norm(parameter.value)
        // what has to differ from zero for q to be defined: the official code looks at the decayed gradient
        let pull: Tensor
        var trust: Tensor
        if isClipped {
            pull = norm(parameter.gradient)
            trust = minimum(size * eta / (pull + size * weightDecay) / learningRate, 1)
        } else {
            pull = norm(decayed)
            trust = size * eta / pull
        }
        // 1 where a product is 1: both norms differ from zero
        let isDefined = size.compare(.greater, 0) * pull.compare(.greater, 0)
        return decayed * select(isDefined, trust, trust.filled(1))
    }

    private func norm(_ x: Tensor) -> Tensor { sqrt(x.squared().sum()) }
}
