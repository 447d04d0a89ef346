/// Winograd's minimal filtering F(4×4, 3×3): a 4×4 tile of a convolution with a 3×3 kernel in 36 multiplications and not 144
/// (Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", CVPR 2016, arXiv:1509.09308), with the points
/// 0, ±1, ±2, ∞:
///
///     Y = Aᵀ [ (G g Gᵀ) ⊙ (Bᵀ d B) ] A
///
/// for the 6×6 inputs d and the kernel g. The gradient of g is the transpose of that: Gᵀ [ (A dY Aᵀ) ⊙ (Bᵀ d B) ] G.
enum WinogradTransform {
    /// Output pixels and input pixels of a tile, along each axis.
    static let outputs = 4
    static let inputs = 6
    static let points = inputs * inputs

    /// Bᵀ, from 6 to 6.
    static func input(_ d: [Vector]) -> [Vector] {
        let t0 = fma(-4, d[2], d[4]), t1 = fma(-4, d[1], d[3])
        let t2 = d[4] - d[2], t3 = d[3] - d[1]
        return [
            fma(4, d[0], fma(-5, d[2], d[4])), t0 + t1, t0 - t1, fma(2, t3, t2), fma(-2, t3, t2),
            fma(4, d[1], fma(-5, d[3], d[5])),
        ]
    }

    /// Aᵀ, from 6 to 4.
    static func output(_ m: [Vector]) -> [Vector] {
        let a = m[1] + m[2], b = m[1] - m[2]
        let c = m[3] + m[4], d = m[3] - m[4]
        return [m[0] + (a + c), fma(2, d, b), fma(4, c, a), fma(8, d, b) + m[5]]
    }

    /// G, from 3 to 6.
    static func weight(_ g: [Vector]) -> [Vector] {
        let even = g[0] + g[2]
        let wide = fma(4, g[2], g[0])
        let double = 2 * g[1]
        let (near, far) = (-1.0 / 6, 1.0 / 24)
        return [
            0.25 * g[0], near * (even + g[1]), near * (even - g[1]), far * (wide + double), far * (wide - double), g[2],
        ]
    }

    /// A, from 4 to 6: of the output's gradient.
    static func outputGradient(_ y: [Vector]) -> [Vector] {
        let even = y[0] + y[2], odd = y[1] + y[3]
        let wideEven = fma(4, y[2], y[0]), wideOdd = 2 * fma(4, y[3], y[1])
        return [y[0], even + odd, even - odd, wideEven + wideOdd, wideEven - wideOdd, y[3]]
    }

    /// Gᵀ, from 6 to 3: to the kernel's gradient.
    static func weightGradient(_ u: [Vector]) -> [Vector] {
        let near = u[1] + u[2], far = u[3] + u[4]
        let nearOdd = u[2] - u[1], farOdd = u[3] - u[4]
        let (sixth, twelfth) = (1.0 / 6, 1.0 / 12)
        let rest = -sixth * near
        return [
            fma(0.25, u[0], fma(1.0 / 24, far, rest)), fma(sixth, nearOdd, twelfth * farOdd),
            fma(sixth, far, rest) + u[5],
        ]
    }

    /// A map from `columns` values to some others, along both axes of a square of values, row-major.
    static func both(_ values: [Vector], side: Int, _ map: ([Vector]) -> [Vector]) -> [Vector] {
        let rows = (0..<side).map { row in map((0..<side).map { values[row * side + $0] }) }
        let width = rows[0].count
        let columns = (0..<width).map { column in map(rows.map { $0[column] }) }
        return (0..<width).flatMap { row in (0..<width).map { columns[$0][row] } }
    }
}
