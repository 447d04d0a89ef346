import Foundation
import InvarGraph

/// Erases a rectangle: DeVries & Taylor 2017, with the sizes of torchvision's `RandomErasing` (Zhong et al. 2020).
///
/// The rectangle's share of the area is uniform in `area`, and the logarithm of width / height is uniform in that of `ratio`;
/// its sides are rounded to pixels, and it lies anywhere inside of the view. One that is as wide or as high as the view is drawn
/// again, up to ten times; then nothing is erased, which is so for all views of one pixel.
public struct Cutout: Augmentation {
    /// What the rectangle shows.
    public enum Fill: Sendable, Hashable, Codable {
        /// One number: 0 (black) to 1 (white).
        case value(Double)
        /// The mean of each channel of the view.
        case mean
        /// Each value uniform in 0...1.
        case noise
    }

    /// The rectangle's share of the area: above 0, up to 1.
    public let area: ClosedRange<Double>
    /// The rectangle's width / height: above 0.
    public let ratio: ClosedRange<Double>
    /// What the rectangle shows.
    public let fill: Fill
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - area: a share of the view's, above 0, up to 1.
    ///   - ratio: width / height, above 0.
    ///   - fill: what the rectangle shows.
    ///   - probability: for both views; a second value is the second view's.
    public init(
        area: ClosedRange<Double> = 0.02...0.33, ratio: ClosedRange<Double> = 0.3...3.3, fill: Fill = .value(0),
        probability: Double = 1, _ second: Double? = nil
    ) {
        (self.area, self.ratio, self.fill) = (area, ratio, fill)
        self.probability = PerView(probability, second)
    }

    /// Parameters that make no sense.
    public func problems(for image: Image) -> [Diagnostic] {
        let least = Double.leastNormalMagnitude
        var found = Check.range(
            "Cutout", "area", area, within: least...1, "it is a share of the area: above 0, up to 1")
        found += Check.range(
            "Cutout", "ratio", ratio, within: least...Double.greatestFiniteMagnitude, "width / height must be above 0")
        if case .value(let value) = fill { found += Check.fill("Cutout", value) }
        return found
    }

    /// Draws the rectangle, and fills it.
    public func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        guard let box = draw((pixels.height, pixels.width), &random) else { return }
        let width = pixels.width
        for channel in 0..<pixels.channels {
            pixels.withPlane(channel) { plane in
                let value: Float =
                    switch fill {
                    case .value(let value): Float(value)
                    case .mean: Cutout.mean(plane)
                    case .noise: 0
                    }
                for y in box.top..<(box.top + box.height) {
                    for x in box.left..<(box.left + box.width) {
                        plane[y * width + x] = fill == .noise ? random.uniform() : value
                    }
                }
            }
        }
    }

    private static func mean(_ plane: borrowing MutableSpan<Float>) -> Float {
        var sum = 0.0
        for i in plane.indices { sum += Double(plane[i]) }
        return Float(sum / Double(plane.count))
    }

    /// The rectangle, in pixels; nothing where ten in turn did not fit.
    func draw(_ size: (height: Int, width: Int), _ random: inout ViewRandom) -> (
        top: Int, left: Int, height: Int, width: Int
    )? {
        let logRatio = log(ratio.lowerBound)...log(ratio.upperBound)
        for _ in 0..<10 {
            let share = Double(size.height) * Double(size.width) * random.uniform(in: area)
            let aspect = exp(random.uniform(in: logRatio))
            let width = (share * aspect).squareRoot().rounded(), height = (share / aspect).squareRoot().rounded()
            guard width < Double(size.width), height < Double(size.height) else { continue }
            let (boxWidth, boxHeight) = (Int(width), Int(height))
            return (
                random.integer(below: size.height - boxHeight + 1), random.integer(below: size.width - boxWidth + 1),
                boxHeight, boxWidth
            )
        }
        return nil
    }
}
