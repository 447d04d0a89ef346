import InvarGraph

/// One step of the views, as data: what `Views` holds, and what the engine runs in order.
public enum Augmentation: Sendable, Hashable, Codable {
    case randomResizedCrop(RandomResizedCrop)
    case horizontalFlip(HorizontalFlip)
    case colorJitter(ColorJitter)
    case grayscale(Grayscale)
    case gaussianBlur(GaussianBlur)
    case solarize(Solarize)
    case normalize(Normalize)

    /// The step's description, whichever it is.
    public var step: any ViewStep {
        switch self {
        case .randomResizedCrop(let step): step
        case .horizontalFlip(let step): step
        case .colorJitter(let step): step
        case .grayscale(let step): step
        case .gaussianBlur(let step): step
        case .solarize(let step): step
        case .normalize(let step): step
        }
    }
}

/// A description of a step that can be written inside `Views { … }`.
public protocol ViewStep: Sendable, Hashable, Codable {
    var augmentation: Augmentation { get }
    var site: Site { get }
    /// What is wrong with this step for images of this many channels.
    func problems(channels: Int) -> [Diagnostic]
}
