import CLLVM

/// Of float32.
extension VectorMath {
    /// `eˣ` within 1.1 units in the last place.
    ///
    /// x = k·ln 2 + r with |r| ≤ ln 2 / 2; eʳ by its Taylor polynomial to r⁷; times 2ᵏ in two halves, so that results below the
    /// normal range come out right too.
    func exponential(_ x: IRValue) -> IRValue {
        let below = builder.choose(builder.compare(LLVMRealOGT, x, number(89)), number(89), x)
        let clamped = builder.choose(builder.compare(LLVMRealOLT, below, number(-104)), number(-104), below)
        // Adding 1.5·2²³ rounds to an integer, which then stands in the low bits.
        let magic = number(12_582_912)
        let shifted = builder.fma(clamped, number(1.442_695_040_888_963_4), magic, type)
        let k = builder.fsub(shifted, magic)
        let high = builder.fma(k, number(-0.693_359_375), clamped, type)
        let r = builder.fma(k, number(2.121_944_400_546_905_8e-4), high, type)
        let tail = polynomial(r, [1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040])
        let p = builder.fadd(builder.fma(builder.fmul(r, r), tail, r, type), number(1))
        let exponent = builder.isub(builder.asInteger(shifted, type), bits(0x4B40_0000))
        // ⌊exponent / 2⌋; the shift is one of bits, so that what is shifted must not be negative.
        let half = builder.isub(builder.shiftRight(builder.iadd(exponent, bits(256)), bits(1)), bits(128))
        let scaled = builder.fmul(p, powerOfTwo(half))
        let result = builder.fmul(scaled, powerOfTwo(builder.isub(exponent, half)))
        return builder.choose(isNaN(x), x, result)
    }

    private func powerOfTwo(_ k: IRValue) -> IRValue {
        builder.asFloat(builder.shiftLeft(builder.iadd(k, bits(127)), bits(23)), type)
    }

    /// `eˣ − 1` within 1.8 units in the last place: near 0 its Taylor polynomial, whose leading terms `exponential` would cancel.
    func exponentialMinusOne(_ x: IRValue) -> IRValue {
        let tail = polynomial(
            x, [1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40320, 1.0 / 362_880])
        let small = builder.fma(builder.fmul(x, x), tail, x, type)
        let isSmall = builder.compare(LLVMRealOLT, magnitude(x), number(0.5))
        // It is below zero where x is; said again for −0.
        return withSign(builder.choose(isSmall, small, builder.fsub(exponential(x), number(1))), of: x)
    }

    /// `tanh x` within 1.9 units in the last place: for small |x| a Taylor polynomial, else `1 − 2 / (e^{2|x|} + 1)` with the sign of x.
    func hyperbolicTangent(_ x: IRValue) -> IRValue {
        let size = magnitude(x)
        let growth = builder.fadd(exponential(builder.fadd(size, size)), number(1))
        let large = builder.fsub(number(1), builder.fdiv(number(2), growth))
        let z = builder.fmul(size, size)
        let tail = polynomial(z, [-1.0 / 3, 2.0 / 15, -17.0 / 315, 62.0 / 2835, -1382.0 / 155_925])
        let small = builder.fma(builder.fmul(size, z), tail, size, type)
        let isSmall = builder.compare(LLVMRealOLT, size, number(0.4))
        return builder.choose(isNaN(x), x, withSign(builder.choose(isSmall, small, large), of: x))
    }
}
