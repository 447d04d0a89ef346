import InvarCompiler

/// An instruction on all points of a block: one loop over whole vectors.
enum Arithmetic {
    /// - Parameters:
    ///   - r: the registers of all values.
    ///   - target: that of the instruction's own.
    @inline(__always)
    static func run<Scalar: BLASScalar>(
        _ instruction: LoopNest.Instruction, _ r: Elements<Register<Scalar>>,
        _ target: Elements<Scalar>, _ count: Int
    ) {
        switch instruction {
        case .load, .index: break
        case .constant(let value): target.fill(Scalar.narrow(value), count)
        case .unary(.negate, let a): each(r[a], target, count) { Scalar.negate($0) }
        case .unary(.abs, let a): each(r[a], target, count) { Scalar.absolute($0) }
        case .unary(.sign, let a): each(r[a], target, count) { Scalar.sign($0) }
        case .unary(.exp, let a): each(r[a], target, count) { Scalar.exponential($0) }
        case .unary(.expm1, let a): each(r[a], target, count) { Scalar.exponentialMinusOne($0) }
        case .unary(.log, let a): each(r[a], target, count) { Scalar.logarithm($0) }
        case .unary(.sqrt, let a): each(r[a], target, count) { Scalar.squareRoot($0) }
        case .unary(.rsqrt, let a): each(r[a], target, count) { SIMD16(repeating: 1) / Scalar.squareRoot($0) }
        case .unary(.reciprocal, let a): each(r[a], target, count) { SIMD16(repeating: 1) / $0 }
        case .unary(.tanh, let a): each(r[a], target, count) { Scalar.hyperbolicTangent($0) }
        case .unary(.erf, let a): each(r[a], target, count) { Scalar.errorFunction($0) }
        case .unary(.sin, let a): each(r[a], target, count) { Scalar.sine($0) }
        case .unary(.cos, let a): each(r[a], target, count) { Scalar.cosine($0) }
        case .binary(.add, let a, let b): each(r[a], r[b], target, count) { $0 + $1 }
        case .binary(.subtract, let a, let b): each(r[a], r[b], target, count) { $0 - $1 }
        case .binary(.multiply, let a, let b): each(r[a], r[b], target, count) { $0 * $1 }
        case .binary(.divide, let a, let b): each(r[a], r[b], target, count) { $0 / $1 }
        case .binary(.maximum, let a, let b): each(r[a], r[b], target, count) { Scalar.maximum($0, $1) }
        case .binary(.minimum, let a, let b): each(r[a], r[b], target, count) { Scalar.minimum($0, $1) }
        case .binary(.power, let a, let b): each(r[a], r[b], target, count) { Scalar.power($0, $1) }
        case .compare(.equal, let a, let b): each(r[a], r[b], target, count) { Scalar.equal($0, $1) }
        case .compare(.notEqual, let a, let b): each(r[a], r[b], target, count) { Scalar.notEqual($0, $1) }
        case .compare(.less, let a, let b), .compare(.greater, let b, let a):
            each(r[a], r[b], target, count) { Scalar.less($0, $1) }
        case .compare(.lessOrEqual, let a, let b), .compare(.greaterOrEqual, let b, let a):
            each(r[a], r[b], target, count) { Scalar.lessOrEqual($0, $1) }
        case .select(let a, let b, let c):
            each(r[a], r[b], r[c], target, count) { Scalar.select($0, $1, $2) }
        }
    }

    @inline(__always)
    private static func each<Scalar: BLASScalar>(
        _ a: Register<Scalar>, _ target: Elements<Scalar>, _ count: Int,
        _ f: (SIMD16<Scalar>) -> SIMD16<Scalar>
    ) { each(a, a, a, target, count) { x, _, _ in f(x) } }

    @inline(__always)
    private static func each<Scalar: BLASScalar>(
        _ a: Register<Scalar>, _ b: Register<Scalar>, _ target: Elements<Scalar>, _ count: Int,
        _ f: (SIMD16<Scalar>, SIMD16<Scalar>) -> SIMD16<Scalar>
    ) { each(a, b, b, target, count) { x, y, _ in f(x, y) } }

    @inline(__always)
    private static func each<Scalar: BLASScalar>(
        _ a: Register<Scalar>, _ b: Register<Scalar>, _ c: Register<Scalar>, _ target: Elements<Scalar>,
        _ count: Int, _ f: (SIMD16<Scalar>, SIMD16<Scalar>, SIMD16<Scalar>) -> SIMD16<Scalar>
    ) {
        var (p, q, s, i) = (a.values, b.values, c.values, 0)
        while i < count {
            target.setSixteen(f(p.sixteen(at: 0), q.sixteen(at: 0), s.sixteen(at: 0)), at: i)
            p += a.step
            q += b.step
            s += c.step
            i &+= 16
        }
    }
}
