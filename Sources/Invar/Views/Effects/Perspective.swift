import InvarGraph

/// Shows the image as if it were looked at from the side: each corner moves inwards by an own random part of half the width and
/// half the height, uniform in 0...`distortion` (torchvision's `RandomPerspective`).
///
/// Corners are those of the image and may lie between pixels; torchvision takes the middles of the corner pixels for them and
/// rounds. Values between pixels are linear.
public struct Perspective: Augmentation {
    /// How far corners move at most, as a part of the way to the middle: 0 to 1.
    public let distortion: Double
    /// What has no source: 0 (black) to 1 (white).
    public let fill: Double
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - distortion: a part of the way to the middle, 0 to 1.
    ///   - fill: of what has no source, 0 to 1.
    ///   - probability: for both views; a second value is the second view's.
    public init(distortion: Double = 0.5, fill: Double = 0, probability: Double = 1, _ second: Double? = nil) {
        (self.distortion, self.fill) = (distortion, fill)
        self.probability = PerView(probability, second)
    }

    /// Parameters that make no sense.
    public func problems(for image: Image) -> [Diagnostic] {
        Check.number("Perspective", "distortion", distortion, within: 0...1, "it is a part of the way: 0 to 1")
            + Check.fill("Perspective", fill)
    }

    /// Draws the corners, and moves the pixels.
    public func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        let size = (height: pixels.height, width: pixels.width)
        draw(size, &random).warp(size)?.apply(to: &pixels, fill: Float(fill))
    }

    func draw(_ size: (height: Int, width: Int), _ random: inout ViewRandom) -> Corners {
        let (height, width) = (Double(size.height), Double(size.width))
        func inwards() -> SIMD2<Double> {
            let x = random.uniform(in: 0...distortion), y = random.uniform(in: 0...distortion)
            return SIMD2(x * width / 2, y * height / 2)
        }
        let (a, b, c, d) = (inwards(), inwards(), inwards(), inwards())
        return Corners(
            topLeft: a, topRight: SIMD2(width - b.x, b.y), bottomRight: SIMD2(width - c.x, height - c.y),
            bottomLeft: SIMD2(d.x, height - d.y))
    }

    /// Where the image's corners go, (x, y) in pixels from its upper left corner.
    package struct Corners {
        package let topLeft: SIMD2<Double>
        package let topRight: SIMD2<Double>
        package let bottomRight: SIMD2<Double>
        package let bottomLeft: SIMD2<Double>

        package init(
            topLeft: SIMD2<Double>, topRight: SIMD2<Double>, bottomRight: SIMD2<Double>, bottomLeft: SIMD2<Double>
        ) {
            (self.topLeft, self.topRight) = (topLeft, topRight)
            (self.bottomRight, self.bottomLeft) = (bottomRight, bottomLeft)
        }

        /// The map from the result to the source: the inverse of that of the unit square to a quadrilateral (Heckbert,
        /// "Fundamentals of texture mapping and image warping", 1989, section 2.2.3). Nothing where three corners lie on a line.
        package func warp(_ size: (height: Int, width: Int)) -> Warp? {
            let (p, q) = (topRight - bottomRight, bottomLeft - bottomRight)
            let s = topLeft - topRight + bottomRight - bottomLeft
            let area = p.x * q.y - q.x * p.y
            guard area != 0 else { return nil }
            let (g, h) = ((s.x * q.y - q.x * s.y) / area, (p.x * s.y - s.x * p.y) / area)
            let (across, down) = (topRight - topLeft + g * topRight, bottomLeft - topLeft + h * bottomLeft)
            let (a, b, c) = (across.x, down.x, topLeft.x)
            let (d, e, f) = (across.y, down.y, topLeft.y)
            guard a * (e - f * h) - b * (d - f * g) + c * (d * h - e * g) > 0 else { return nil }
            let (width, height) = (Double(size.width), Double(size.height))
            return Warp(
                (
                    SIMD3(e - f * h, c * h - b, b * f - c * e) * width,
                    SIMD3(f * g - d, a - c * g, c * d - a * f) * height,
                    SIMD3(d * h - e * g, b * g - a * h, a * e - b * d)
                ))
        }
    }
}
