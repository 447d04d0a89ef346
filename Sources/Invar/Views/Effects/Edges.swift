import InvarGraph

/// Shows edges: the length of the gradient of each channel, √(gx² + gy²) / 4, cut at 1, by Sobel's filters of 3 × 3,
/// (1 2 1)ᵀ (-1 0 1) and its transpose (SimCLR's "Sobel filtering", Chen et al. 2020, figure 4). An upright edge from
/// black to white has the value 1. The border is repeated.
public struct Sobel: Augmentation {
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameter probability: for both views; a second value is the second view's.
    public init(probability: Double = 1, _ second: Double? = nil) { self.probability = PerView(probability, second) }

    /// Filters each channel.
    public func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        pixels.mapNeighbours { near in
            let across =
                near.topRight - near.topLeft + 2 * (near.right - near.left) + near.bottomRight - near.bottomLeft
            let down =
                near.bottomLeft - near.topLeft + 2 * (near.bottom - near.top) + near.bottomRight - near.topRight
            return min((across * across + down * down).squareRoot() * 0.25, 1)
        }
    }
}

/// Makes edges sharper or softer: factor · image + (1 - factor) · smoothed, cut to 0...1, where smoothing is the filter of
/// 3 × 3 with the weights (1 1 1, 1 5 1, 1 1 1) / 13. The pixels at the border stay as they are. PIL's `ImageEnhance.Sharpness`, torchvision's
/// `adjust_sharpness`; they round the smoothed image to bytes, and here nothing is rounded.
public struct Sharpness: Augmentation {
    /// 0 smooths, 1 changes nothing, 2 sharpens; uniform in this range, 0 to 100.
    public let factor: ClosedRange<Double>
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - factor: 0 smooths, 1 changes nothing, 2 sharpens: 0 to 100.
    ///   - probability: for both views; a second value is the second view's.
    public init(factor: ClosedRange<Double> = 0...2, probability: Double = 1, _ second: Double? = nil) {
        self.factor = factor
        self.probability = PerView(probability, second)
    }

    /// Parameters that make no sense.
    public func problems(for image: Image) -> [Diagnostic] {
        Check.range("Sharpness", "factor", factor, within: 0...100, "a factor is 0 to 100")
    }

    /// Draws the factor, and filters.
    public func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        let factor = Float(random.uniform(in: factor))
        guard factor != 1 else { return }
        pixels.mapNeighbours(keepsBorder: true) { near in
            let upper = near.topLeft + near.top + near.topRight
            let lower = near.bottomLeft + near.bottom + near.bottomRight
            let smooth = (upper + near.left + 5 * near.centre + near.right + lower) * (1 / 13)
            return min(max(smooth + factor * (near.centre - smooth), 0), 1)
        }
    }
}
