import InvarGraph

/// How the two views of an image are made: steps that run in the order they are written.
///
///     Views {
///         RandomResizedCrop(scale: 0.2...1)
///         HorizontalFlip(probability: 0.5)
///         Solarize(probability: 0, 0.2)            // one value per view
///     }
///
/// Steps of your own stand among Invar's: see ``Augmentation``.
///
/// A description alone: it is data, can be compared and stored, and touches no pixel.
public struct Views: Sendable, Hashable, Codable {
    /// In the order in which they run.
    public let steps: [Step]

    /// Views of these steps.
    public init(steps: [Step]) { self.steps = steps }

    /// Views of the steps that are written in the block.
    public init(@ViewsBuilder _ steps: () -> [Step]) { self.steps = steps() }

    /// One step, whichever it is, and the line of `Views { … }` that it is written on.
    public struct Step: Sendable {
        /// Its description.
        public let step: any ViewStep
        /// Nothing for a step that was read from a file. Two steps are equal whatever lines they stand on.
        public let site: Site?

        /// A step that is written at this line.
        public init(_ step: any ViewStep, at site: Site?) { (self.step, self.site) = (step, site) }
    }

    /// The two views of the official VICReg code: asymmetric, as in BYOL (Grill et al. 2020). It normalizes by
    /// nothing, so that it serves grey images too; for ImageNet, follow it with `Normalize.imageNet()`.
    public static let vicreg = Views {
        RandomResizedCrop(scale: 0.08...1, interpolation: .bicubic)
        HorizontalFlip(probability: 0.5)
        ColorJitter(brightness: 0.4, contrast: 0.4, saturation: 0.2, hue: 0.1, probability: 0.8)
        Grayscale(probability: 0.2)
        GaussianBlur(sigma: 0.1...2, probability: 1, 0.1)
        Solarize(probability: 0, 0.2)
    }

    /// What is wrong with these views for this image, in the order of the lines; nothing, if all is well.
    public func problems(for image: Image) -> [Diagnostic] {
        var found = image.problems
        for (index, step) in steps.enumerated() {
            found += step.problems(for: image)
            if step.step is RandomResizedCrop, index > 0 {
                found.append(
                    Diagnostic(
                        "RandomResizedCrop is step \(index + 1) of the views; put it first, and only once",
                        at: step.site))
            }
            if step.step is Normalize, index < steps.count - 1 {
                found.append(
                    Diagnostic(
                        "a step follows Normalize; put Normalize last: the others expect values in 0...1", at: step.site
                    ))
            }
        }
        return found
    }

    /// Mean and standard deviation for each channel: those of `Normalize`, or else the image's.
    public func normalization(for image: Image) -> (mean: [Double], std: [Double]) {
        var (mean, std) = (image.mean, image.std)
        if let normalize = steps.last?.step as? Normalize { (mean, std) = (normalize.mean, normalize.std) }
        func spread(_ values: [Double], _ neutral: Double) -> [Double] {
            values.count == image.channels
                ? values : Array(repeating: values.first ?? neutral, count: max(0, image.channels))
        }
        return (spread(mean, 0), spread(std, 1))
    }
}

extension Views.Step: Hashable {
    /// What messages call it.
    public var name: String { (step as? StoredStep)?.name ?? type(of: step).name }

    /// Whether both are one step with equal parameters; one of them may have been read from a file.
    public static func == (one: Self, other: Self) -> Bool {
        func isEqual<Step: ViewStep>(_ step: Step, _ other: any ViewStep) -> Bool {
            (other as? Step).map { $0 == step } ?? (other as? StoredStep)?.isStored(of: step) ?? false
        }
        return isEqual(one.step, other.step) || isEqual(other.step, one.step)
    }

    /// By the name alone, since a step that was read from a file must have the hash of the one that it equals.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// What is wrong with this step by itself.
    func problems(for image: Image) -> [Diagnostic] {
        guard isKnown else {
            return [Diagnostic("\(name) says nothing of what it does; make it an Augmentation", at: site)]
        }
        let probability = step.probability
        var found = [probability.first, probability.second].filter { !(0...1).contains($0) }.prefix(1).map {
            Diagnostic("\(name) with probability \($0); a probability is between 0 and 1", at: site)
        }
        found += step.problems(for: image).map { $0.site == nil ? Diagnostic($0.message, at: site) : $0 }
        return found.isEmpty ? [problemOfStoring].compactMap { $0 } : found
    }
}

/// Folds the lines of `Views { … }`. `if`, `for`, `switch`, and functions that return steps or
/// views work inside.
@resultBuilder
public enum ViewsBuilder {
    /// One step, and its line.
    public static func buildExpression(
        _ step: some ViewStep, fileID: String = #fileID, line: Int = #line
    ) -> [Views.Step] { [Views.Step(step, at: Site(fileID, line))] }
    /// All steps of other views.
    public static func buildExpression(_ views: Views) -> [Views.Step] { views.steps }
    /// Steps that stand in an array.
    public static func buildExpression(_ steps: [Views.Step]) -> [Views.Step] { steps }
    /// The lines of a block.
    public static func buildBlock(_ parts: [Views.Step]...) -> [Views.Step] { parts.flatMap { $0 } }
    /// `if` without `else`.
    public static func buildOptional(_ part: [Views.Step]?) -> [Views.Step] { part ?? [] }
    /// The first branch of `if` or `switch`.
    public static func buildEither(first part: [Views.Step]) -> [Views.Step] { part }
    /// The other branch.
    public static func buildEither(second part: [Views.Step]) -> [Views.Step] { part }
    /// `for`.
    public static func buildArray(_ parts: [[Views.Step]]) -> [Views.Step] { parts.flatMap { $0 } }
    /// `if #available`.
    public static func buildLimitedAvailability(_ part: [Views.Step]) -> [Views.Step] { part }
}
