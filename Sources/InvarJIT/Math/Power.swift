import CLLVM

/// Of float32.
extension VectorMath {
    /// `xʸ` within 0.51 units in the last place.
    ///
    /// 2^(y · log₂|x|) in double precision, in which the exponent of the result costs nothing that floats could see, with the sign
    /// of x where y is odd. The special cases are those of the C library.
    func power(_ x: IRValue, _ y: IRValue) -> IRValue {
        let wide = VectorMath(builder: builder, type: DoubleLanes.type(type))
        let exponent = builder.convert(y, to: wide.type)
        let size = magnitude(x)
        let product = builder.fmul(exponent, wide.binaryLogarithm(builder.convert(size, to: wide.type)))
        let isOne = builder.compare(LLVMRealOEQ, size, number(1))
        let found = builder.convert(wide.powerOfTwo(of: product), to: type)
        let positive = builder.choose(isOne, number(1), found)

        let isWhole = builder.compare(LLVMRealOEQ, floor(y), y)
        let half = builder.fmul(y, number(0.5))
        let isOdd = builder.and(isWhole, builder.compare(LLVMRealUNE, floor(half), half))
        let isBelow = builder.compare(LLVMIntSLT, builder.asInteger(x, type), bits(0))
        let signed = builder.choose(builder.and(isBelow, isOdd), builder.fneg(positive), positive)

        let isFiniteBelow = builder.and(
            builder.compare(LLVMRealOLT, x, number(0)), builder.compare(LLVMRealOGT, x, number(-.infinity)))
        let hasNone = builder.and(isFiniteBelow, builder.compare(LLVMRealUNE, floor(y), y))
        let isUnknown = builder.or(hasNone, builder.compare(LLVMRealUNO, x, y))
        let result = builder.choose(isUnknown, number(.nan), signed)
        // Even of a NaN.
        let isAlwaysOne = builder.or(
            builder.compare(LLVMRealOEQ, y, number(0)), builder.compare(LLVMRealOEQ, x, number(1)))
        return builder.choose(isAlwaysOne, number(1), result)
    }

    private func floor(_ x: IRValue) -> IRValue { builder.unary("llvm.floor", x, type) }
}

/// Doubles in as many lanes.
private enum DoubleLanes {
    static func type(_ type: LaneType) -> LaneType { LaneType(element: .float64, lanes: type.lanes) }
}

/// Of float64, good to 12 digits: as much as a float32 result needs.
extension VectorMath {
    /// `log₂ x` of a number that is not negative.
    ///
    /// x = 2ᵏ·m with m in [√½, √2); with s = (m − 1) / (m + 1), ln m = 2·(s + s³/3 + s⁵/5 + …).
    fileprivate func binaryLogarithm(_ x: IRValue) -> IRValue {
        let all = builder.asInteger(x, type)
        // Shifted by 1023 exponents, so that the bits are those of no negative number.
        let shifted = builder.iadd(builder.isub(all, bits(0x3FE6_A09E_667F_3BCD)), bits(1023 << 52))
        let exponent = builder.isub(builder.shiftRight(shifted, bits(52)), bits(1023))
        let m = builder.asFloat(builder.isub(all, builder.shiftLeft(exponent, bits(52))), type)
        // An integer in the low bits of 1.5·2⁵² is a number that much larger.
        let k = builder.fsub(
            builder.asFloat(builder.iadd(exponent, bits(0x4338_0000_0000_0000)), type), number(0x1.8p52))
        let s = builder.fdiv(builder.fsub(m, number(1)), builder.fadd(m, number(1)))
        let terms = (0...8).map { 2 / (0.693_147_180_559_945_3 * Double(2 * $0 + 1)) }
        let result = builder.fma(s, polynomial(builder.fmul(s, s), terms), k, type)
        let isZero = builder.compare(LLVMRealOEQ, x, number(0))
        let isInfinite = builder.compare(LLVMRealOEQ, x, number(.infinity))
        return builder.choose(isZero, number(-.infinity), builder.choose(isInfinite, x, result))
    }

    /// `2ˣ`, for results that floats have; beyond, what becomes zero or infinity as a float.
    fileprivate func powerOfTwo(of x: IRValue) -> IRValue {
        let below = builder.choose(builder.compare(LLVMRealOGT, x, number(400)), number(400), x)
        let clamped = builder.choose(builder.compare(LLVMRealOLT, below, number(-400)), number(-400), below)
        let shifted = builder.fadd(clamped, number(0x1.8p52))
        let r = builder.fsub(clamped, builder.fsub(shifted, number(0x1.8p52)))
        var terms = [1.0]
        for n in 1...10 { terms.append(terms[n - 1] * 0.693_147_180_559_945_3 / Double(n)) }
        let fraction = polynomial(r, terms)
        let exponent = builder.shiftLeft(builder.asInteger(shifted, type), bits(52))
        return builder.asFloat(builder.iadd(builder.asInteger(fraction, type), exponent), type)
    }
}
