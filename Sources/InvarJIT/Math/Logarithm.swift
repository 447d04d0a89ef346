import CLLVM

/// Of float32.
extension VectorMath {
    /// `ln x` within 0.9 units in the last place.
    ///
    /// x = 2ᵏ·m with m in [√½, √2); with s = (m − 1) / (m + 1), ln m = 2·(s + s³/3 + s⁵/5 + …).
    func logarithm(_ x: IRValue) -> IRValue {
        // Below the normal range the exponent field says nothing: scale up first.
        let isTiny = builder.compare(LLVMRealOLT, x, number(0x1p-126))
        let scaled = builder.choose(isTiny, builder.fmul(x, number(0x1p24)), x)
        let all = builder.asInteger(scaled, type)
        // Shifted by 127 exponents, so that the bits are those of no negative number.
        let shifted = builder.iadd(builder.isub(all, bits(0x3F35_04F3)), bits(0x3F80_0000))
        let exponent = builder.isub(builder.shiftRight(shifted, bits(23)), bits(127))
        let m = builder.asFloat(builder.isub(all, builder.shiftLeft(exponent, bits(23))), type)
        let whole = builder.toFloat(exponent, type)
        let k = builder.choose(isTiny, builder.fsub(whole, number(24)), whole)
        let f = builder.fsub(m, number(1))
        let s = builder.fdiv(f, builder.fadd(m, number(1)))
        let z = builder.fmul(s, s)
        let p = polynomial(z, [1.0 / 3, 1.0 / 5, 1.0 / 7, 1.0 / 9, 1.0 / 11])
        // ln m = 2s + 2s·z·p, and 2s = f − s·f: the second form loses nothing for m near 1.
        let inner = builder.fsub(builder.fmul(builder.fmul(p, z), number(2)), f)
        let tail = builder.fma(k, number(-2.121_944_400_546_905_8e-4), builder.fmul(s, inner), type)
        let result = builder.fma(k, number(0.693_359_375), builder.fadd(f, tail), type)
        return special(x, result)
    }

    private func special(_ x: IRValue, _ result: IRValue) -> IRValue {
        let isInfinite = builder.compare(LLVMRealOEQ, x, number(.infinity))
        let isZero = builder.compare(LLVMRealOEQ, x, number(0))
        let isWrong = builder.compare(LLVMRealULT, x, number(0))
        let finite = builder.choose(isZero, number(-.infinity), builder.choose(isInfinite, x, result))
        return builder.choose(isWrong, number(.nan), finite)
    }
}
