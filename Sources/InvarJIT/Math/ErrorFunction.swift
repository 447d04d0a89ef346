import CLLVM

/// Of float32.
extension VectorMath {
    /// `erf x` within 3.2 units in the last place: a series below 1; above, 1 − e^{−x²}·t·P(t), t = 1 / (1 + p·x) (Abramowitz and Stegun 7.1.26, whose error of
    /// 1.5e-7 is beneath three units in the last place of results between 0.84 and 1).
    func errorFunction(_ x: IRValue) -> IRValue {
        let size = magnitude(x)
        let t = builder.fdiv(number(1), builder.fma(size, number(0.327_591_1), number(1), type))
        let q = polynomial(t, [0.254_829_592, -0.284_496_736, 1.421_413_741, -1.453_152_027, 1.061_405_429])
        let decay = exponential(builder.fneg(builder.fmul(size, size)))
        let large = builder.fsub(number(1), builder.fmul(builder.fmul(q, t), decay))
        // erf x = 2/√π · Σ (−1)ⁿ x^{2n+1} / (n! (2n+1))
        let z = builder.fmul(size, size)
        let p = polynomial(
            z,
            [
                1.0 / 3, -1.0 / 10, 1.0 / 42, -1.0 / 216, 1.0 / 1320, -1.0 / 9360, 1.0 / 75_600, -1.0 / 685_440,
                1.0 / 6_894_720,
            ])
        let series = builder.fsub(size, builder.fmul(builder.fmul(size, z), p))
        let small = builder.fmul(series, number(1.128_379_167_095_512_6))
        let isSmall = builder.compare(LLVMRealOLT, size, number(1))
        return builder.choose(isNaN(x), x, withSign(builder.choose(isSmall, small, large), of: x))
    }
}
