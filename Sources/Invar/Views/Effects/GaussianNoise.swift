import Foundation
import InvarGraph

/// Adds to each value, of each channel, normal noise of its own, and cuts what leaves 0...1: torchvision's `GaussianNoise`.
public struct GaussianNoise: Augmentation {
    /// The noise's standard deviation, of values in 0...1; uniform in this range for each view. 0 to 10.
    public let sigma: ClosedRange<Double>
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - sigma: the standard deviation, of values in 0...1: 0 to 10.
    ///   - probability: for both views; a second value is the second view's.
    public init(sigma: ClosedRange<Double> = 0.1...0.1, probability: Double = 1, _ second: Double? = nil) {
        self.sigma = sigma
        self.probability = PerView(probability, second)
    }

    /// Parameters that make no sense.
    public func problems(for image: Image) -> [Diagnostic] {
        Check.range("GaussianNoise", "sigma", sigma, within: 0...10, "of values in 0...1: 0 to 10")
    }

    /// Draws the deviation and the noise, and adds it.
    public func apply(to pixels: inout Pixels, random: inout ViewRandom) {
        let sigma = Float(random.uniform(in: sigma))
        for channel in 0..<pixels.channels {
            pixels.withPlane(channel) { plane in
                for place in stride(from: 0, to: plane.count, by: 2) {
                    let (first, second) = GaussianNoise.pair(&random)
                    plane[place] = min(max(plane[place] + sigma * first, 0), 1)
                    if place + 1 < plane.count {
                        plane[place + 1] = min(max(plane[place + 1] + sigma * second, 0), 1)
                    }
                }
            }
        }
    }

    /// Two independent standard normal numbers of 64 random bits, by Box and Muller: √(-2 ln u) · (cos 2πv, sin 2πv), u in (0, 1].
    private static func pair(_ random: inout ViewRandom) -> (Float, Float) {
        let bits = random.next()
        let u = (Float(UInt32(truncatingIfNeeded: bits >> 32) >> 8) + 1) * 0x1p-24
        let v = Float(UInt32(truncatingIfNeeded: bits) >> 8) * 0x1p-24
        let radius = (-2 * log(u)).squareRoot()
        return (radius * cos(2 * .pi * v), radius * sin(2 * .pi * v))
    }
}
