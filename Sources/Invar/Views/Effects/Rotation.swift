import Foundation
import InvarGraph

/// Turns the image about its middle by an angle that is uniform in `degrees`.
///
/// Values between pixels are linear, and what comes from outside of the image is `fill`: torchvision's `RandomRotation` with
/// `InterpolationMode.BILINEAR`. A `fill` other than 0 is mixed into the border's pixels by their share of the image, once;
/// torchvision's mixes twice.
public struct Rotation: Augmentation {
    /// Counter-clockwise, -360 to 360.
    public let degrees: ClosedRange<Double>
    /// What has no source: 0 (black) to 1 (white).
    public let fill: Double
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - degrees: counter-clockwise, -360 to 360.
    ///   - fill: of what has no source, 0 to 1.
    ///   - probability: for both views; a second value is the second view's.
    public init(
        degrees: ClosedRange<Double> = -30...30, fill: Double = 0, probability: Double = 1, _ second: Double? = nil
    ) {
        (self.degrees, self.fill) = (degrees, fill)
        self.probability = PerView(probability, second)
    }

    /// Parameters that make no sense.
    public func problems(for image: Image) -> [Diagnostic] {
        Check.range("Rotation", "degrees", degrees, within: -360...360, "an angle is -360 to 360 degrees")
            + Check.fill("Rotation", fill)
    }

    /// Draws the angle, and turns.
    public func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        let angle = random.uniform(in: degrees) * .pi / 180
        let warp = Warp(
            aboutTheMiddleOf: (pixels.height, pixels.width), a: cos(angle), b: -sin(angle), c: sin(angle),
            d: cos(angle), tx: 0, ty: 0)
        warp.apply(to: &pixels, fill: Float(fill))
    }
}

/// Turns the image by quarters of the circle, each number of `turns` as likely: SimCLR's rotation (Chen et al. 2020,
/// section 3) with its four angles. No value changes, only its place.
public struct QuarterTurns: Augmentation {
    /// Quarters counter-clockwise, 0 to 3. A view that is turned by 1 or 3 must be square.
    public let turns: [Int]
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - turns: quarters counter-clockwise, 0 to 3.
    ///   - probability: for both views; a second value is the second view's.
    public init(_ turns: [Int] = [0, 1, 2, 3], probability: Double = 1, _ second: Double? = nil) {
        self.turns = turns
        self.probability = PerView(probability, second)
    }

    /// Parameters that make no sense.
    public func problems(for image: Image) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if turns.isEmpty || turns.contains(where: { !(0...3).contains($0) }) {
            found.append(Diagnostic("QuarterTurns with turns \(turns); give some of 0, 1, 2 and 3"))
        }
        if image.height != image.width, turns.contains(where: { $0 == 1 || $0 == 3 }) {
            found.append(
                Diagnostic(
                    "QuarterTurns with turns \(turns) of a view of height \(image.height) and width \(image.width); "
                        + "one that is not square can be turned by [0, 2] alone"))
        }
        return found
    }

    /// Draws one of the turns, and turns.
    public func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        let turn = turns[random.integer(below: turns.count)]
        guard turn != 0 else { return }
        let (height, width) = (pixels.height, pixels.width)
        for channel in 0..<pixels.channels {
            pixels.withPlaneAndCopy(channel) { plane, copy in
                for y in 0..<height {
                    // where the row's first value comes from, and from there to where the next one does
                    let (first, step) =
                        switch turn {
                        case 1: (width - 1 - y, width)
                        case 2: ((height - y) * width - 1, -1)
                        case _: ((width - 1) * width + y, -width)
                        }
                    for x in 0..<width { plane[y * width + x] = copy[first + x * step] }
                }
            }
        }
    }
}
