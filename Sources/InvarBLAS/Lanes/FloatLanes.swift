import COpenBLAS

extension Float: LaneMath {
    @inline(__always) private static func one(where holds: SIMDMask<SIMD16<Int32>>) -> Vector {
        Vector.zero.replacing(with: Vector(repeating: 1), where: holds)
    }
    @inline(__always) static func equal(_ a: Vector, _ b: Vector) -> Vector { one(where: a .== b) }
    @inline(__always) static func notEqual(_ a: Vector, _ b: Vector) -> Vector { one(where: a .!= b) }
    @inline(__always) static func less(_ a: Vector, _ b: Vector) -> Vector { one(where: a .< b) }
    @inline(__always) static func lessOrEqual(_ a: Vector, _ b: Vector) -> Vector { one(where: a .<= b) }
    @inline(__always) static func select(_ condition: Vector, _ a: Vector, _ b: Vector) -> Vector {
        b.replacing(with: a, where: condition .!= Vector.zero)
    }
    @inline(__always) static func squareRoot(_ x: Vector) -> Vector { invar_sqrt_float16(x) }

    /// A number's bits, and the number that has these.
    @inline(__always) private static func bits(_ x: Vector) -> SIMD16<Int32> {
        unsafe unsafeBitCast(x, to: SIMD16<Int32>.self)
    }
    @inline(__always) private static func number(_ bits: SIMD16<Int32>) -> Vector {
        unsafe unsafeBitCast(bits, to: Vector.self)
    }

    /// By Horner's rule, the highest power's coefficient first.
    @inline(__always)
    private static func polynomial<let count: Int>(_ x: Vector, _ coefficients: InlineArray<count, Float>) -> Vector {
        var p = Vector(repeating: coefficients[0])
        for i in 1..<count { p = p * x + coefficients[i] }
        return p
    }

    /// `e^x` within 2 units in the last place.
    ///
    /// x = k·ln 2 + r with |r| ≤ ln 2 / 2; e^r by its Taylor polynomial to r⁷; times 2^k in two halves, so that
    /// results below the normal range come out right too.
    @inline(__always) static func exponential(_ x: Vector) -> Vector {
        let clamped = x.replacing(with: Vector(repeating: 89), where: x .> Vector(repeating: 89))
            .replacing(with: Vector(repeating: -104), where: x .< Vector(repeating: -104))
        // Adding 1.5·2²³ rounds to an integer, which then stands in the low bits.
        let magic = Vector(repeating: 12_582_912)
        let shifted = clamped * Float(1.442_695_040_9) + magic
        let k = shifted - magic
        let r = (clamped - k * Float(0.693_359_375)) - k * Float(-2.121_944_4e-4)
        let p = polynomial(r, [1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5]) * r * r + r + Float(1)
        let exponent = bits(shifted) &- SIMD16(repeating: 0x4B40_0000)
        let half = exponent &>> 1
        let result = p * powerOfTwo(half) * powerOfTwo(exponent &- half)
        return result.replacing(with: x, where: x .!= x)
    }

    @inline(__always) private static func powerOfTwo(_ k: SIMD16<Int32>) -> Vector {
        number((k &+ SIMD16(repeating: 127)) &<< 23)
    }

    /// `ln x` within 2 units in the last place.
    ///
    /// x = 2^k·m with m in [√½, √2); with s = (m - 1) / (m + 1), ln m = 2·(s + s³/3 + s⁵/5 + …).
    @inline(__always) static func logarithm(_ x: Vector) -> Vector {
        // Below the normal range the exponent field says nothing: scale up first.
        let isTiny = x .< Vector(repeating: Float.leastNormalMagnitude)
        let scaled = x.replacing(with: x * Float(16_777_216), where: isTiny)
        let bits = Float.bits(scaled)
        let offset = bits &- SIMD16(repeating: 0x3F35_04F3)
        let exponent = offset &>> 23
        let m = number(bits &- (exponent &<< 23))
        // An integer to a float by the same trick as above, the other way round.
        let magic = Vector(repeating: 12_582_912)
        var k = number(exponent &+ SIMD16(repeating: 0x4B40_0000)) - magic
        k = k.replacing(with: k - Float(24), where: isTiny)
        let f = m - Float(1)
        let s = f / (m + Float(1))
        let z = s * s
        let p = polynomial(z, [1.0 / 11, 1.0 / 9, 1.0 / 7, 1.0 / 5, 1.0 / 3])
        // ln m = 2s + 2s·z·p, and 2s = f - s·f: the second form loses nothing for m near 1.
        let tail = s * (p * z * Float(2) - f)
        let result = k * Float(0.693_359_375) + (f + (tail + k * Float(-2.121_944_4e-4)))
        return result.replacing(with: x, where: x .== Vector(repeating: .infinity))
            .replacing(with: Vector(repeating: -.infinity), where: x .== Vector.zero)
            .replacing(with: Vector(repeating: .nan), where: (x .< Vector.zero) .| (x .!= x))
    }

    /// `tanh x`: for small |x| a Taylor polynomial, else `1 - 2 / (e^{2|x|} + 1)` with the sign of x.
    @inline(__always) static func hyperbolicTangent(_ x: Vector) -> Vector {
        let magnitude = absolute(x)
        let large = Vector(repeating: 1) - Vector(repeating: 2) / (exponential(magnitude + magnitude) + Float(1))
        let z = x * x
        let p = polynomial(z, [-1382.0 / 155_925, 62.0 / 2835, -17.0 / 315, 2.0 / 15, -1.0 / 3])
        let small = x + x * z * p
        let signed = large.replacing(with: negate(large), where: x .< Vector.zero)
        return signed.replacing(with: small, where: magnitude .< Vector(repeating: 0.4))
            .replacing(with: x, where: x .!= x)
    }

    /// `erf x`: a series below 1; above, 1 - e^{-x²}·t·P(t), t = 1 / (1 + p·x) (Abramowitz and Stegun 7.1.26, whose error of
    /// 1.5e-7 is beneath one unit in the last place of results between 0.84 and 1 times two).
    @inline(__always) static func errorFunction(_ x: Vector) -> Vector {
        let magnitude = absolute(x)
        let t = Vector(repeating: 1) / (magnitude * Float(0.327_591_1) + Float(1))
        let q = polynomial(t, [1.061_405_429, -1.453_152_027, 1.421_413_741, -0.284_496_736, 0.254_829_592])
        let large = Vector(repeating: 1) - q * t * exponential(negate(magnitude * magnitude))
        // erf x = 2/√π · Σ (-1)ⁿ x^{2n+1} / (n! (2n+1))
        let z = x * x
        let p = polynomial(
            z,
            [
                1.0 / 6_894_720, -1.0 / 685_440, 1.0 / 75_600, -1.0 / 9360, 1.0 / 1320, -1.0 / 216, 1.0 / 42, -0.1,
                1.0 / 3,
            ])
        let small = (x - x * z * p) * Float(1.128_379_167_095_512_6)
        let signed = large.replacing(with: negate(large), where: x .< Vector.zero)
        return signed.replacing(with: small, where: magnitude .< Vector(repeating: 1))
            .replacing(with: x, where: x .!= x)
    }

    /// `e^x - 1`: near 0 its Taylor polynomial, whose leading terms `exponential` would cancel.
    @inline(__always) static func exponentialMinusOne(_ x: Vector) -> Vector {
        let p = polynomial(x, [1.0 / 40_320, 1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5])
        let small = x + x * x * p
        return (exponential(x) - Float(1)).replacing(with: small, where: absolute(x) .< Vector(repeating: 0.5))
    }
}
