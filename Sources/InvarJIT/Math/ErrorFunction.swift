/// Of float32.
extension Vector {
    /// `erf x` within 3.2 units in the last place: a series below 1; above, 1 − e^{−x²}·t·P(t), t = 1 / (1 + p·x) (Abramowitz and Stegun 7.1.26, whose error of
    /// 1.5e-7 is beneath three units in the last place of results between 0.84 and 1).
    var errorFunction: Vector {
        let size = magnitude
        let t = 1 / fma(0.327_591_1, size, 1)
        let q = t.polynomial([0.254_829_592, -0.284_496_736, 1.421_413_741, -1.453_152_027, 1.061_405_429])
        let decay = (-(size * size)).exponential
        let large = 1 - q * t * decay
        // erf x = 2/√π · Σ (−1)ⁿ x^{2n+1} / (n! (2n+1))
        let z = size * size
        let p = z.polynomial([
            1.0 / 3, -1.0 / 10, 1.0 / 42, -1.0 / 216, 1.0 / 1320, -1.0 / 9360, 1.0 / 75_600, -1.0 / 685_440,
            1.0 / 6_894_720,
        ])
        let series = size - size * z * p
        let small = 1.128_379_167_095_512_6 * series
        let isSmall = size .< 1
        return select(isNaN, self, select(isSmall, small, large).withSign(of: self))
    }
}
