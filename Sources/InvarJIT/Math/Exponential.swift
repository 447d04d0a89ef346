/// Of float32.
extension Vector {
    /// `eˣ` within 1.1 units in the last place.
    ///
    /// x = k·ln 2 + r with |r| ≤ ln 2 / 2; eʳ by its Taylor polynomial to r⁷; times 2ᵏ in two halves, so that results below the
    /// normal range come out right too.
    var exponential: Vector {
        let below = select(self .> 89, 89, self)
        let clamped = select(below .< -104, -104, below)
        // Adding 1.5·2²³ rounds to an integer, which then stands in the low bits.
        let magic = 12_582_912.0
        let shifted = fma(1.442_695_040_888_963_4, clamped, magic)
        let k = shifted - magic
        let high = fma(-0.693_359_375, k, clamped)
        let r = fma(2.121_944_400_546_905_8e-4, k, high)
        let tail = r.polynomial([1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040])
        let p = fma(r * r, tail, r) + 1
        let exponent = shifted.bits - 0x4B40_0000
        // ⌊exponent / 2⌋; the shift is one of bits, so that what is shifted must not be negative.
        let half = ((exponent + 256) >> 1) - 128
        let scaled = p * half.powerOfTwo
        let result = scaled * (exponent - half).powerOfTwo
        return select(isNaN, self, result)
    }

    /// `eˣ − 1` within 1.8 units in the last place: near 0 its Taylor polynomial, whose leading terms `exponential` would cancel.
    var exponentialMinusOne: Vector {
        let tail = polynomial([
            1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40320, 1.0 / 362_880,
        ])
        let small = fma(self * self, tail, self)
        // It is below zero where x is; said again for −0.
        return select(magnitude .< 0.5, small, exponential - 1).withSign(of: self)
    }

    /// `tanh x` within 1.9 units in the last place: for small |x| a Taylor polynomial, else `1 − 2 / (e^{2|x|} + 1)` with the sign of x.
    var hyperbolicTangent: Vector {
        let size = magnitude
        let growth = (size + size).exponential + 1
        let large = 1 - 2 / growth
        let z = size * size
        let tail = z.polynomial([-1.0 / 3, 2.0 / 15, -17.0 / 315, 62.0 / 2835, -1382.0 / 155_925])
        let small = fma(size * z, tail, size)
        let isSmall = size .< 0.4
        return select(isNaN, self, select(isSmall, small, large).withSign(of: self))
    }
}

extension Bits {
    /// 2ᵏ.
    fileprivate var powerOfTwo: Vector { ((self + 127) << 23).numbers }
}
