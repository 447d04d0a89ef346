import InvarGraph

/// A step that is made of others, which run where it stands.
protocol StepGroup: ViewStep {
    /// In the order in which they are written.
    var steps: [Views.Step] { get }
}

/// Runs all of its steps or none: with one probability for them together, where each step's own would be drawn by itself
/// (torchvision's `RandomApply`).
///
///     RandomApply(probability: 0.8) {
///         ColorJitter(brightness: 0.4, contrast: 0.4)
///         Sharpness(factor: 0...2, probability: 0.5)       // in half of these, 40 % of all
///     }
public struct RandomApply: StepGroup {
    /// In the order in which they run.
    public let steps: [Views.Step]
    /// How often they happen in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - probability: for both views; a second value is the second view's.
    ///   - steps: any but `RandomResizedCrop` and `Normalize`.
    public init(probability: Double, _ second: Double? = nil, @ViewsBuilder _ steps: () -> [Views.Step]) {
        self.probability = PerView(probability, second)
        self.steps = steps()
    }

    /// Those of its steps, and whether there are any.
    public func problems(for image: Image) -> [Diagnostic] { groupProblems(for: image) }
}

/// Runs one of its steps, each as likely or by `weights` (torchvision's `RandomChoice`). The step's own probability holds,
/// too, once it was chosen; a `RandomApply(probability: 1)` inside makes one of several steps.
///
///     OneOf {
///         GaussianBlur(sigma: 0.1...2, probability: 1)
///         Sharpness(factor: 1...2)
///         Sobel()
///     }
public struct OneOf: StepGroup {
    /// Those to choose from.
    public let steps: [Views.Step]
    /// How likely each is, relative to the others: 0 or more. Empty: all alike.
    public let weights: [Double]
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - weights: one for each step, relative to the others; empty: all alike.
    ///   - probability: for both views; a second value is the second view's.
    ///   - steps: any but `RandomResizedCrop` and `Normalize`.
    public init(
        weights: [Double] = [], probability: Double = 1, _ second: Double? = nil,
        @ViewsBuilder _ steps: () -> [Views.Step]
    ) {
        self.weights = weights
        self.probability = PerView(probability, second)
        self.steps = steps()
    }

    /// Those of its steps, whether there are any, and weights that make no sense.
    public func problems(for image: Image) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if !weights.isEmpty, weights.count != steps.count {
            found.append(Diagnostic("OneOf with \(weights.count) weights for \(steps.count) steps; give one for each"))
        }
        let sum = weights.reduce(0, +)
        if !weights.isEmpty, weights.contains(where: { !($0 >= 0) }) || !(sum > 0 && sum.isFinite) {
            found.append(Diagnostic("OneOf with weights \(weights); each is 0 or more, and one is above 0"))
        }
        return found + groupProblems(for: image)
    }

    /// Which of the steps it is.
    package func draw(_ random: inout ViewRandom) -> Int {
        guard !weights.isEmpty else { return random.integer(below: steps.count) }
        let end = random.uniform(in: 0...weights.reduce(0, +))
        var sum = 0.0
        for (index, weight) in weights.enumerated() where weight > 0 {
            sum += weight
            if end < sum { return index }
        }
        // rounding may leave the last sum short of the end
        return weights.lastIndex { $0 > 0 } ?? 0
    }
}

extension StepGroup {
    func groupProblems(for image: Image) -> [Diagnostic] {
        guard !steps.isEmpty else { return [Diagnostic("\(Self.name) without steps; write some into its block")] }
        return steps.flatMap { step -> [Diagnostic] in
            guard step.step is RandomResizedCrop || step.step is Normalize else { return step.problems(for: image) }
            let place = step.step is Normalize ? "last" : "first"
            return [
                Diagnostic("\(step.name) inside of \(Self.name); put it \(place) in the views, outside", at: step.site)
            ]
        }
    }
}
