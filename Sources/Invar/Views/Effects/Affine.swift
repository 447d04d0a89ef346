import Foundation
import InvarGraph

/// Turns, moves, scales and shears the image about its middle, each by an amount that is drawn by itself, in torchvision's way
/// (`RandomAffine` with `InterpolationMode.BILINEAR`): turned clockwise, its axes sheared, then scaled and moved.
///
/// Values between pixels are linear. The image is moved by fractions of a pixel, where torchvision rounds; and a `fill` other
/// than 0 is mixed into the border's pixels once, where torchvision's mixes twice.
public struct Affine: Augmentation {
    /// Clockwise, -360 to 360.
    public let degrees: ClosedRange<Double>
    /// How far it moves at most, as a share of the width to the right or left, and of the height up or down: 0 to 1.
    public let translation: Double
    /// How much larger it becomes: above 0, up to 100.
    public let scale: ClosedRange<Double>
    /// By which angle the columns lean, in degrees: above -90, below 90.
    public let shear: ClosedRange<Double>
    /// By which angle the rows lean, in degrees: above -90, below 90.
    public let verticalShear: ClosedRange<Double>
    /// What has no source: 0 (black) to 1 (white).
    public let fill: Double
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - degrees: clockwise, -360 to 360.
    ///   - translation: a share of width and height, 0 to 1.
    ///   - scale: a factor above 0, up to 100.
    ///   - shear: degrees by which columns lean, above -90 and below 90.
    ///   - verticalShear: degrees by which rows lean, above -90 and below 90.
    ///   - fill: of what has no source, 0 to 1.
    ///   - probability: for both views; a second value is the second view's.
    public init(
        degrees: ClosedRange<Double> = 0...0, translation: Double = 0, scale: ClosedRange<Double> = 1...1,
        shear: ClosedRange<Double> = 0...0, verticalShear: ClosedRange<Double> = 0...0, fill: Double = 0,
        probability: Double = 1, _ second: Double? = nil
    ) {
        (self.degrees, self.translation, self.scale) = (degrees, translation, scale)
        (self.shear, self.verticalShear, self.fill) = (shear, verticalShear, fill)
        self.probability = PerView(probability, second)
    }

    /// Parameters that make no sense.
    public func problems(for image: Image) -> [Diagnostic] {
        let below = (90.0).nextDown
        return Check.range("Affine", "degrees", degrees, within: -360...360, "an angle is -360 to 360 degrees")
            + Check.number("Affine", "translation", translation, within: 0...1, "it is a share of the sides: 0 to 1")
            + Check.range(
                "Affine", "scale", scale, within: Double.leastNormalMagnitude...100, "a factor is above 0, up to 100")
            + Check.range(
                "Affine", "shear", shear, within: -below...below, "an angle is above -90 and below 90 degrees")
            + Check.range(
                "Affine", "verticalShear", verticalShear, within: -below...below,
                "an angle is above -90 and below 90 degrees")
            + Check.fill("Affine", fill)
    }

    /// Draws angle, place, scale and shear, and moves the pixels.
    public func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        let size = (height: pixels.height, width: pixels.width)
        draw(size, &random).warp(size).apply(to: &pixels, fill: Float(fill))
    }

    func draw(_ size: (height: Int, width: Int), _ random: inout ViewRandom) -> Placement {
        Placement(
            degrees: random.uniform(in: degrees),
            right: random.uniform(in: -translation...translation) * Double(size.width),
            down: random.uniform(in: -translation...translation) * Double(size.height),
            scale: random.uniform(in: scale), shear: random.uniform(in: shear),
            verticalShear: random.uniform(in: verticalShear))
    }

    /// What was drawn, angles in degrees and lengths in pixels.
    package struct Placement {
        package let degrees: Double
        package let right: Double
        package let down: Double
        package let scale: Double
        package let shear: Double
        package let verticalShear: Double

        package init(
            degrees: Double, right: Double, down: Double, scale: Double, shear: Double, verticalShear: Double
        ) {
            (self.degrees, self.right, self.down) = (degrees, right, down)
            (self.scale, self.shear, self.verticalShear) = (scale, shear, verticalShear)
        }

        /// The inverse of moving · scaling · turning · shearing, as torchvision's `_get_inverse_affine_matrix` has it.
        package func warp(_ size: (height: Int, width: Int)) -> Warp {
            let turn = degrees * .pi / 180
            let (sx, sy) = (shear * .pi / 180, verticalShear * .pi / 180)
            let a = cos(turn - sy) / cos(sy)
            let b = -cos(turn - sy) * tan(sx) / cos(sy) - sin(turn)
            let c = sin(turn - sy) / cos(sy)
            let d = -sin(turn - sy) * tan(sx) / cos(sy) + cos(turn)
            return Warp(
                aboutTheMiddleOf: size, a: d / scale, b: -b / scale, c: -c / scale, d: a / scale,
                tx: (b * down - d * right) / scale, ty: (c * right - a * down) / scale)
        }
    }
}
