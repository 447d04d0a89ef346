/// Of float32.
extension Vector {
    /// `xʸ` within 0.51 units in the last place.
    ///
    /// 2^(y · log₂|x|) in double precision, in which the exponent of the result costs nothing that floats could see, with the sign
    /// of x where y is odd. The special cases are those of the C library.
    func power(_ y: Vector) -> Vector {
        let exponent = y.converted(to: .float64)
        let size = magnitude
        let product = exponent * size.converted(to: .float64).binaryLogarithm
        let isOne = size .== 1
        let positive = select(isOne, 1, product.powerOfTwo.converted(to: .float32))

        let isWhole = y.floor .== y
        let half = 0.5 * y
        let isOdd = isWhole .& (half.floor .!= half)
        let signed = select(bits.isNegative .& isOdd, -positive, positive)

        let isFiniteBelow = (self .< 0) .& (self .> -.infinity)
        let hasNone = isFiniteBelow .& (y.floor .!= y)
        let isUnknown = hasNone .| isNaN(or: y)
        let result = select(isUnknown, .nan, signed)
        // Even of a NaN.
        let isAlwaysOne = (y .== 0) .| (self .== 1)
        return select(isAlwaysOne, 1, result)
    }
}

/// Of float64, good to 12 digits: as much as a float32 result needs.
extension Vector {
    /// `log₂ x` of a number that is not negative.
    ///
    /// x = 2ᵏ·m with m in [√½, √2); with s = (m − 1) / (m + 1), ln m = 2·(s + s³/3 + s⁵/5 + …).
    fileprivate var binaryLogarithm: Vector {
        // Shifted by 1023 exponents, so that the bits are those of no negative number.
        let shifted = bits - 0x3FE6_A09E_667F_3BCD + (1023 << 52)
        let exponent = (shifted >> 52) - 1023
        let m = (bits - (exponent << 52)).numbers
        // An integer in the low bits of 1.5·2⁵² is a number that much larger.
        let k = (exponent + 0x4338_0000_0000_0000).numbers - 0x1.8p52
        let s = (m - 1) / (m + 1)
        let terms = (0...8).map { (n: Int) -> Double in 2 / (0.693_147_180_559_945_3 * Double(2 * n + 1)) }
        let result = fma(s, (s * s).polynomial(terms), k)
        let (isZero, isInfinite) = (self .== 0, self .== .infinity)
        return select(isZero, -.infinity, select(isInfinite, self, result))
    }

    /// `2ˣ`, for results that floats have; beyond, what becomes zero or infinity as a float.
    fileprivate var powerOfTwo: Vector {
        let below = select(self .> 400, 400, self)
        let clamped = select(below .< -400, -400, below)
        let shifted = clamped + 0x1.8p52
        let r = clamped - (shifted - 0x1.8p52)
        var terms = [1.0]
        for n in 1...10 { terms.append(terms[n - 1] * 0.693_147_180_559_945_3 / Double(n)) }
        let fraction = r.polynomial(terms)
        return (fraction.bits + (shifted.bits << 52)).numbers
    }
}
