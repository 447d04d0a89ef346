import InvarGraph

/// Winograd's minimal filtering F(4×4, 3×3): a 4×4 tile of a convolution with a 3×3 kernel in 36 multiplications and not 144
/// (Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", CVPR 2016, arXiv:1509.09308), with the points
/// 0, ±1, ±2, ∞:
///
///     Y = Aᵀ [ (G g Gᵀ) ⊙ (Bᵀ d B) ] A
///
/// for the 6×6 inputs d and the kernel g. The gradient of g is the transpose of that: Gᵀ [ (A dY Aᵀ) ⊙ (Bᵀ d B) ] G.
struct WinogradTransform {
    let builder: IRBuilder
    let type: LaneType

    /// Output pixels and input pixels of a tile, along each axis.
    static let outputs = 4
    static let inputs = 6
    static let points = inputs * inputs

    /// Bᵀ, from 6 to 6.
    func input(_ d: [IRValue]) -> [IRValue] {
        let t0 = fma(-4, d[2], d[4]), t1 = fma(-4, d[1], d[3])
        let t2 = builder.fsub(d[4], d[2]), t3 = builder.fsub(d[3], d[1])
        return [
            fma(4, d[0], fma(-5, d[2], d[4])), builder.fadd(t0, t1), builder.fsub(t0, t1), fma(2, t3, t2),
            fma(-2, t3, t2), fma(4, d[1], fma(-5, d[3], d[5])),
        ]
    }

    /// Aᵀ, from 6 to 4.
    func output(_ m: [IRValue]) -> [IRValue] {
        let a = builder.fadd(m[1], m[2]), b = builder.fsub(m[1], m[2])
        let c = builder.fadd(m[3], m[4]), d = builder.fsub(m[3], m[4])
        return [
            builder.fadd(m[0], builder.fadd(a, c)), fma(2, d, b), fma(4, c, a), builder.fadd(fma(8, d, b), m[5]),
        ]
    }

    /// G, from 3 to 6.
    func weight(_ g: [IRValue]) -> [IRValue] {
        let even = builder.fadd(g[0], g[2])
        let wide = fma(4, g[2], g[0])
        let double = builder.fmul(number(2), g[1])
        return [
            builder.fmul(number(1.0 / 4), g[0]),
            builder.fmul(number(-1.0 / 6), builder.fadd(even, g[1])),
            builder.fmul(number(-1.0 / 6), builder.fsub(even, g[1])),
            builder.fmul(number(1.0 / 24), builder.fadd(wide, double)),
            builder.fmul(number(1.0 / 24), builder.fsub(wide, double)), g[2],
        ]
    }

    /// A, from 4 to 6: of the output's gradient.
    func outputGradient(_ y: [IRValue]) -> [IRValue] {
        let even = builder.fadd(y[0], y[2]), odd = builder.fadd(y[1], y[3])
        let wideEven = fma(4, y[2], y[0]), wideOdd = builder.fmul(number(2), fma(4, y[3], y[1]))
        return [
            y[0], builder.fadd(even, odd), builder.fsub(even, odd), builder.fadd(wideEven, wideOdd),
            builder.fsub(wideEven, wideOdd), y[3],
        ]
    }

    /// Gᵀ, from 6 to 3: to the kernel's gradient.
    func weightGradient(_ u: [IRValue]) -> [IRValue] {
        let near = builder.fadd(u[1], u[2]), far = builder.fadd(u[3], u[4])
        let nearOdd = builder.fsub(u[2], u[1]), farOdd = builder.fsub(u[3], u[4])
        let sixth = builder.fmul(number(-1.0 / 6), near)
        return [
            fma(1.0 / 4, u[0], fma(1.0 / 24, far, sixth)),
            fma(1.0 / 6, nearOdd, builder.fmul(number(1.0 / 12), farOdd)),
            builder.fadd(fma(1.0 / 6, far, sixth), u[5]),
        ]
    }

    /// A map from `columns` values to some others, along both axes of a square of values, row-major.
    func both(_ values: [IRValue], side: Int, _ map: ([IRValue]) -> [IRValue]) -> [IRValue] {
        let rows = (0..<side).map { row in map((0..<side).map { values[row * side + $0] }) }
        let width = rows[0].count
        let columns = (0..<width).map { column in map(rows.map { $0[column] }) }
        return (0..<width).flatMap { row in (0..<width).map { columns[$0][row] } }
    }

    private func number(_ value: Double) -> IRValue { builder.number(value, type) }

    private func fma(_ factor: Double, _ a: IRValue, _ b: IRValue) -> IRValue {
        builder.fma(number(factor), a, b, type)
    }
}
