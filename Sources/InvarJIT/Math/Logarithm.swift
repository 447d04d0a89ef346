/// Of float32.
extension Vector {
    /// `ln x` within 0.9 units in the last place.
    ///
    /// x = 2ᵏ·m with m in [√½, √2); with s = (m − 1) / (m + 1), ln m = 2·(s + s³/3 + s⁵/5 + …).
    var logarithm: Vector {
        // Below the normal range the exponent field says nothing: scale up first.
        let isTiny = self .< 0x1p-126
        let all = select(isTiny, 0x1p24 * self, self).bits
        // Shifted by 127 exponents, so that the bits are those of no negative number.
        let shifted = all - 0x3F35_04F3 + 0x3F80_0000
        let exponent = (shifted >> 23) - 127
        let m = (all - (exponent << 23)).numbers
        let whole = exponent.converted
        let k = select(isTiny, whole - 24, whole)
        let f = m - 1
        let s = f / (m + 1)
        let z = s * s
        let p = z.polynomial([1.0 / 3, 1.0 / 5, 1.0 / 7, 1.0 / 9, 1.0 / 11])
        // ln m = 2s + 2s·z·p, and 2s = f − s·f: the second form loses nothing for m near 1.
        let inner = 2 * (p * z) - f
        let tail = fma(-2.121_944_400_546_905_8e-4, k, s * inner)
        let result = fma(0.693_359_375, k, f + tail)
        let (isInfinite, isZero, isWrong) = (self .== .infinity, self .== 0, isNot(atLeast: 0))
        let finite = select(isZero, -.infinity, select(isInfinite, self, result))
        return select(isWrong, .nan, finite)
    }
}
