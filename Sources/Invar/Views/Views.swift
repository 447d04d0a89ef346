import InvarGraph

/// How the two views of an image are made: steps that run in the order they are written.
///
///     Views {
///         RandomResizedCrop(scale: 0.2...1)
///         HorizontalFlip(probability: 0.5)
///         Solarize(probability: 0, 0.2)            // one value per view
///     }
///
/// A description alone: it is data, can be compared and stored, and touches no pixel.
public struct Views: Sendable, Hashable, Codable {
    public let steps: [Augmentation]

    public init(steps: [Augmentation]) { self.steps = steps }

    public init(@ViewsBuilder _ steps: () -> [Augmentation]) { self.steps = steps() }

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
            found += step.step.problems(channels: image.channels)
            switch step {
            case .randomResizedCrop(let crop) where index > 0:
                found.append(
                    Diagnostic(
                        "RandomResizedCrop is step \(index + 1) of the views; put it first, and only once",
                        at: crop.site))
            case .normalize(let normalize) where index < steps.count - 1:
                found.append(
                    Diagnostic(
                        "a step follows Normalize; put Normalize last: the others expect values in 0...1",
                        at: normalize.site))
            default: break
            }
        }
        return found
    }

    /// Mean and standard deviation for each channel: those of `Normalize`, or else the image's.
    public func normalization(for image: Image) -> (mean: [Double], std: [Double]) {
        var (mean, std) = (image.mean, image.std)
        if case .normalize(let normalize)? = steps.last { (mean, std) = (normalize.mean, normalize.std) }
        func spread(_ values: [Double], _ neutral: Double) -> [Double] {
            values.count == image.channels
                ? values : Array(repeating: values.first ?? neutral, count: max(0, image.channels))
        }
        return (spread(mean, 0), spread(std, 1))
    }
}

/// Folds the lines of `Views { … }`. `if`, `for`, `switch`, and functions that return steps or
/// views work inside.
@resultBuilder
public enum ViewsBuilder {
    public static func buildExpression(_ step: some ViewStep) -> [Augmentation] { [step.augmentation] }
    public static func buildExpression(_ views: Views) -> [Augmentation] { views.steps }
    public static func buildExpression(_ steps: [Augmentation]) -> [Augmentation] { steps }
    public static func buildBlock(_ parts: [Augmentation]...) -> [Augmentation] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [Augmentation]?) -> [Augmentation] { part ?? [] }
    public static func buildEither(first part: [Augmentation]) -> [Augmentation] { part }
    public static func buildEither(second part: [Augmentation]) -> [Augmentation] { part }
    public static func buildArray(_ parts: [[Augmentation]]) -> [Augmentation] { parts.flatMap { $0 } }
    public static func buildLimitedAvailability(_ part: [Augmentation]) -> [Augmentation] { part }
}
