import InvarGraph

/// How a picture is resized. Both are antialiased when they shrink, as PIL does, unless told otherwise.
public enum Interpolation: String, Sendable, Hashable, Codable {
    /// Weights that fall off linearly.
    case bilinear
    /// The cubic of Keys with a = -1/2.
    case bicubic
}

/// Crops a random part of the image and resizes it to the view's size.
///
/// The crop's share of the area is uniform in `scale` and the logarithm of width / height is
/// uniform in that of `ratio` (Szegedy et al. 2015, torchvision's `RandomResizedCrop`). The
/// corner is uniform over all places, pixel fractions included.
public struct RandomResizedCrop: ViewStep {
    /// What to do with a drawn crop that is wider or higher than the image.
    public enum Oversize: String, Sendable, Hashable, Codable {
        /// Draw again, up to ten times, then take the largest centred crop within `ratio`: torchvision's way.
        case redraw
        /// Cut it to the image: keeps large crops as frequent as `scale` says.
        case clamp
    }

    /// The crop's share of the area: above 0, up to 1.
    public let scale: ClosedRange<Double>
    /// The crop's width / height: above 0.
    public let ratio: ClosedRange<Double>
    /// How the crop is resized.
    public let interpolation: Interpolation
    /// Whether a crop that shrinks is averaged, as PIL does.
    public let antialias: Bool
    /// What happens to a drawn crop that does not fit.
    public let oversize: Oversize

    /// - Parameters:
    ///   - scale: the crop's share of the area.
    ///   - ratio: the crop's width / height.
    public init(
        scale: ClosedRange<Double> = 0.08...1, ratio: ClosedRange<Double> = 3 / 4...4 / 3,
        interpolation: Interpolation = .bilinear, antialias: Bool = true, oversize: Oversize = .redraw
    ) {
        self.scale = scale
        self.ratio = ratio
        self.interpolation = interpolation
        self.antialias = antialias
        self.oversize = oversize
    }

    /// Parameters that make no sense.
    public func problems(for image: Image) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if !(scale.lowerBound > 0 && scale.upperBound <= 1) {
            found.append(
                Diagnostic(
                    "RandomResizedCrop with scale \(scale); it is a share of the area: above 0, up to 1"))
        }
        if !(ratio.lowerBound > 0 && ratio.upperBound.isFinite) {
            found.append(Diagnostic("RandomResizedCrop with ratio \(ratio); width / height must be above 0"))
        }
        return found
    }
}

/// Mirrors left and right.
public struct HorizontalFlip: ViewStep {
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameter probability: for both views; a second value is the second view's.
    public init(probability: Double = 0.5, _ second: Double? = nil) {
        self.probability = PerView(probability, second)
    }
}
