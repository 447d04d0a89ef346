import InvarGraph

/// How the views of an image are made: steps that run in the order they are written.
///
///     Views {
///         RandomResizedCrop(scale: 0.2...1)
///         HorizontalFlip(probability: 0.5)
///         Solarize(probability: 0, 0.2)            // one value per view
///     }
///
/// Steps of your own stand among Invar's: see ``Augmentation``.
///
/// An image has two views, or as many as `Views(count: 4) { … }` says. Small ones of its parts may stand beside them, the *local crops* of
/// multi-crop (SwAV, Caron et al., NeurIPS 2020): they cost little, and are to agree with the whole views:
///
///     Views(locals: 6, size: 16) {
///         RandomResizedCrop(scale: 0.4...1)
///         HorizontalFlip()
///     } local: {
///         RandomResizedCrop(scale: 0.1...0.4)
///         HorizontalFlip()
///     }
///
/// A description alone: it is data, can be compared and stored, and touches no pixel.
public struct Views: Sendable, Hashable, Codable {
    /// In the order in which they run.
    public let steps: [Step]
    /// How many views of an image these steps make. Where a step has one value per view, views take them in turns.
    public let count: Int
    /// The small views beside them; nothing where there are none.
    public let local: LocalViews?

    /// Views of these steps.
    public init(steps: [Step], count: Int = 2, local: LocalViews? = nil) {
        (self.steps, self.count, self.local) = (steps, count, local)
    }

    /// So many views of the steps that are written in the block.
    public init(count: Int = 2, @ViewsBuilder _ steps: () -> [Step]) { self.init(steps: steps(), count: count) }

    /// So many views of the steps that are written in the first block, and so many small ones of those in the second.
    ///
    /// - Parameters:
    ///   - count: of whole views.
    ///   - locals: of small views.
    ///   - size: height and width of a small view, in pixels.
    ///   - steps: of whole views. Their `Normalize` serves small ones too.
    ///   - local: of small views.
    public init(
        count: Int = 2, locals: Int, size: Int, @ViewsBuilder _ steps: () -> [Step],
        @ViewsBuilder local: () -> [Step]
    ) {
        self.init(steps: steps(), count: count, local: LocalViews(count: locals, size: size, steps: local()))
    }

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

    /// Whole and small ones.
    public var total: Int { count + (local?.count ?? 0) }

    /// What view number `view` looks like where whole views look like `image`: the whole ones come first.
    package func image(of view: Int, _ image: Image) -> Image {
        guard view >= count, let local else { return image }
        return image.resized(height: local.size, width: local.size)
    }

    /// What is wrong with these views for this image, in the order of the lines; nothing, if all is well.
    public func problems(for image: Image) -> [Diagnostic] {
        var found = image.problems + Views.problems(of: steps, for: image)
        if count < 2 || total > Views.most {
            found.append(
                Diagnostic("\(counted(total, "view")) of an image; use at least 2 whole ones, and \(Views.most) in all")
            )
        }
        guard let local else { return found }
        if local.count < 1 {
            found.append(Diagnostic("Views with \(local.count) locals; use 1 or more, or leave `local: { … }` out"))
        }
        let small = image.resized(height: local.size, width: local.size)
        found += small.problems.isEmpty ? [] : [Diagnostic("local views of size \(local.size); use 1 to 16384 pixels")]
        if let normalize = local.steps.first(where: { $0.step is Normalize }) {
            found.append(
                Diagnostic("Normalize in `local: { … }`; that of the whole views serves both", at: normalize.site))
        }
        return found + Views.problems(of: local.steps, for: small)
    }

    /// Views that an image has at most.
    package static let most = 64

    private static func problems(of steps: [Step], for image: Image) -> [Diagnostic] {
        var found: [Diagnostic] = []
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

/// Small views of parts of an image, beside its whole views: see ``Views``.
public struct LocalViews: Sendable, Hashable, Codable {
    /// How many.
    public let count: Int
    /// Height and width, in pixels.
    public let size: Int
    /// In the order in which they run.
    public let steps: [Views.Step]

    /// - Parameters:
    ///   - count: 1 or more.
    ///   - size: height and width, in pixels.
    ///   - steps: that make them, without a `Normalize`.
    public init(count: Int, size: Int, steps: [Views.Step]) {
        (self.count, self.size, self.steps) = (count, size, steps)
    }
}

/// What most models have, two whole views, is not written.
extension Views {
    private enum Key: CodingKey { case steps, count, local }

    /// `{"steps": …}`, and `"count"` and `"local"` where they are not 2 and nothing.
    public func encode(to encoder: any Swift.Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(steps, forKey: .steps)
        if count != 2 { try fields.encode(count, forKey: .count) }
        try fields.encodeIfPresent(local, forKey: .local)
    }

    /// Reads what `encode(to:)` wrote.
    /// - Throws: `DecodingError` for what are no views.
    public init(from decoder: any Swift.Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        self.init(
            steps: try fields.decode([Step].self, forKey: .steps),
            count: try fields.decodeIfPresent(Int.self, forKey: .count) ?? 2,
            local: try fields.decodeIfPresent(LocalViews.self, forKey: .local))
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
