import InvarGraph

/// Layer-wise adaptive rate scaling (You, Gitman and Ginsburg 2017), in the two forms that joint-embedding methods use.
///
///     q = eta·‖p‖ / ‖g + wd·p‖                                unclipped: VICReg's and Barlow Twins' official code
///     q = min(eta·‖p‖ / (‖g‖ + wd·‖p‖ + 10⁻⁸) / lr, 1)        clipped: solo-learn's code, what small data sets need
///     m ← momentum·m + q·(g + wd·p)
///     p ← p − lr·m
///
/// Where a norm is zero, q is 1, and clipped there is no decay. Biases and norm parameters get neither the decay nor q, and may have a learning rate of
/// their own.
public struct LARS: UpdateRule, Hashable {
    /// Of the running sum of adapted gradients.
    public var momentum: Double
    /// Added to the gradient, times the parameter.
    public var weightDecay: Double
    /// The trust coefficient.
    public var eta: Double
    /// Which of the two forms.
    public var isClipped: Bool
    /// Whether biases and norm parameters are kept out of decay and adaptation.
    public var excludesVectors: Bool
    /// What the learning rate of biases and norm parameters is multiplied by; Barlow Twins' code has 0.0048/0.2.
    public var vectorRate: Double

    /// - Parameter eta: 0.001, or 0.02 where clipped, unless given.
    public init(
        momentum: Double = 0.9, weightDecay: Double = 1e-6, eta: Double? = nil, isClipped: Bool = false,
        excludesVectors: Bool = true, vectorRate: Double = 1
    ) {
        self.momentum = momentum
        self.weightDecay = weightDecay
        self.eta = eta ?? (isClipped ? 0.02 : 0.001)
        self.isClipped = isClipped
        self.excludesVectors = excludesVectors
        self.vectorRate = vectorRate
    }

    /// A file that was written before there was a `vectorRate` has none.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        momentum = try values.decode(Double.self, forKey: .momentum)
        weightDecay = try values.decode(Double.self, forKey: .weightDecay)
        eta = try values.decode(Double.self, forKey: .eta)
        isClipped = try values.decode(Bool.self, forKey: .isClipped)
        excludesVectors = try values.decode(Bool.self, forKey: .excludesVectors)
        vectorRate = try values.decodeIfPresent(Double.self, forKey: .vectorRate) ?? 1
    }

    /// What commands and run.json call it.
    public var name: String { "lars" }

    /// Numbers that are impossible.
    public var problems: [String] {
        NumberProblem.fraction("momentum", momentum) + NumberProblem.nonNegative("weight decay", weightDecay)
            + NumberProblem.positive("eta", eta) + NumberProblem.nonNegative("the rate of vectors", vectorRate)
    }

    /// Writes the formula above for each parameter.
    public func update(_ parameters: [TrainedParameter], _ update: inout OptimizerUpdate) {
        for parameter in parameters {
            let moment = update.moment("momentum", of: parameter)
            let learningRate = update.learningRate(of: parameter)
            let ownRate = parameter.isVector && vectorRate != 1 ? learningRate * vectorRate : learningRate
            update.inPlace(of: parameter) {
                let direction =
                    excludesVectors && parameter.isVector
                    ? parameter.gradient : adapted(parameter, learningRate)
                let velocity = moment.value * momentum + direction
                update.assign(moment, velocity)
                update.assign(parameter, parameter.value - ownRate * velocity)
            }
        }
    }

    /// q·(g + wd·p)
    private func adapted(_ parameter: TrainedParameter, _ learningRate: Tensor) -> Tensor {
        let (gradient, size) = (parameter.gradient, norm(parameter.value))
        /// 1 where a product is 1: both norms differ from zero
        func isDefined(_ pull: Tensor) -> Tensor { size.compare(.greater, 0) * pull.compare(.greater, 0) }
        guard isClipped else {
            let decayed = weightDecay > 0 ? gradient + parameter.value * weightDecay : gradient
            // the official code looks at the decayed gradient
            let pull = norm(decayed)
            let trust = size * eta / pull
            return decayed * select(isDefined(pull), trust, trust.filled(1))
        }
        let pull = norm(gradient)
        let trust = minimum(size * eta / (pull + size * weightDecay + 1e-8) / learningRate, 1)
        let isDefined = isDefined(pull)
        let decayed = weightDecay > 0 ? gradient + parameter.value * (isDefined * weightDecay) : gradient
        return decayed * select(isDefined, trust, trust.filled(1))
    }

    private func norm(_ x: Tensor) -> Tensor { sqrt(x.squared().sum()) }
}

extension LARS {
    /// `LARS, momentum 0.9, weight decay 1e-06, eta 0.001`
    public var description: String {
        "LARS, momentum \(momentum), weight decay \(weightDecay), eta \(eta)" + (isClipped ? ", clipped" : "")
            + (excludesVectors ? "" : ", vectors decay too")
    }
}
