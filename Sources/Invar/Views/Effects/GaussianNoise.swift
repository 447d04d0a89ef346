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
                for first in stride(from: 0, to: plane.count, by: 16) {
                    let noise = sigma * GaussianNoise.sixteen(&random)
                    for i in 0..<min(16, plane.count - first) {
                        plane[first + i] = min(max(plane[first + i] + noise[i], 0), 1)
                    }
                }
            }
        }
    }

    /// Independent standard normal numbers of 64 random bits for each two, by Box and Muller:
    /// √(-2 ln u) · (cos α, sin α) with u in (0, 1] and α in [-π, π).
    private static func sixteen(_ random: inout ViewRandom) -> SIMD16<Float> {
        var (u, angle) = (SIMD8<Float>(), SIMD8<Float>())
        for i in 0..<8 {
            let bits = random.next()
            u[i] = Float(Int32(truncatingIfNeeded: bits >> 40) + 1) * 0x1p-24
            angle[i] = Float(Int32(truncatingIfNeeded: UInt32(truncatingIfNeeded: bits) >> 8)) * 0x1p-24 - 0.5
        }
        let radius = (logarithm(u) * Float(-2)).squareRoot()
        let (sine, cosine) = turned(angle)
        return SIMD16(lowHalf: radius * cosine, highHalf: radius * sine)
    }

    /// ln x for normal numbers in (0, 1]: x = m · 2ᵉ with m in [√½, √2], and ln m = 2 artanh s by its series, s = (m - 1) / (m + 1).
    /// What the series leaves out is below 1e-9.
    @inline(__always) private static func logarithm(_ x: SIMD8<Float>) -> SIMD8<Float> {
        let bits = unsafe unsafeBitCast(x, to: SIMD8<UInt32>.self)
        // an integer below 2²³ in the lower bits of 2²³ is a float that is larger by that
        let biased = unsafe unsafeBitCast((bits &>> 23) | 0x4B00_0000, to: SIMD8<Float>.self) - 8_388_608
        let mantissa = unsafe unsafeBitCast((bits & 0x7F_FFFF) | 0x3F80_0000, to: SIMD8<Float>.self)
        let isLarge = mantissa .> Float(2).squareRoot()
        let m = mantissa.replacing(with: mantissa * Float(0.5), where: isLarge)
        let exponent = (biased - 127).replacing(with: biased - 126, where: isLarge)
        let s = (m - 1) / (m + 1)
        let square = s * s
        var tail = SIMD8<Float>(repeating: 1 / 9)
        tail = tail * square + Float(1.0 / 7)
        tail = tail * square + Float(1.0 / 5)
        tail = tail * square + Float(1.0 / 3)
        tail = tail * square + Float(1)
        return exponent * Float(0.693_147_18) + s * tail * Float(2)
    }

    /// Sine and cosine of 2π · t for t in [-½, ½]: series for a quarter of the angle, whose double is taken twice.
    @inline(__always) private static func turned(_ t: SIMD8<Float>) -> (sine: SIMD8<Float>, cosine: SIMD8<Float>) {
        let a = t * (Float.pi / 2)
        let square = a * a
        var sine = SIMD8<Float>(repeating: 1 / 362_880)
        sine = sine * square - Float(1.0 / 5040)
        sine = sine * square + Float(1.0 / 120)
        sine = sine * square - Float(1.0 / 6)
        sine = (sine * square + Float(1)) * a
        var cosine = SIMD8<Float>(repeating: 1 / 40_320)
        cosine = cosine * square - Float(1.0 / 720)
        cosine = cosine * square + Float(1.0 / 24)
        cosine = cosine * square - Float(0.5)
        cosine = cosine * square + Float(1)
        for _ in 0..<2 {
            let product = sine * cosine * Float(2)
            cosine = Float(1) - sine * sine * Float(2)
            sine = product
        }
        return (sine, cosine)
    }
}
