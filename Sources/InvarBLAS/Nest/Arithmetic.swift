import InvarGraph

/// An instruction on all points of a block: one loop over whole vectors.
enum Arithmetic {
    @inline(__always)
    static func unary<Scalar: BLASScalar>(
        _ kind: Unary, _ a: Register<Scalar>, _ target: UnsafeMutablePointer<Scalar>, _ count: Int
    ) {
        switch kind {
        case .negate: each(a, target, count) { Scalar.negate($0) }
        case .abs: each(a, target, count) { Scalar.absolute($0) }
        case .sign: each(a, target, count) { Scalar.sign($0) }
        case .exp: each(a, target, count) { Scalar.exponential($0) }
        case .expm1: each(a, target, count) { Scalar.exponentialMinusOne($0) }
        case .log: each(a, target, count) { Scalar.logarithm($0) }
        case .sqrt: each(a, target, count) { Scalar.squareRoot($0) }
        case .rsqrt: each(a, target, count) { SIMD16(repeating: 1) / Scalar.squareRoot($0) }
        case .reciprocal: each(a, target, count) { SIMD16(repeating: 1) / $0 }
        case .tanh: each(a, target, count) { Scalar.hyperbolicTangent($0) }
        case .erf: each(a, target, count) { Scalar.errorFunction($0) }
        }
    }

    @inline(__always)
    static func binary<Scalar: BLASScalar>(
        _ kind: Binary, _ a: Register<Scalar>, _ b: Register<Scalar>, _ target: UnsafeMutablePointer<Scalar>,
        _ count: Int
    ) {
        switch kind {
        case .add: each(a, b, target, count) { $0 + $1 }
        case .subtract: each(a, b, target, count) { $0 - $1 }
        case .multiply: each(a, b, target, count) { $0 * $1 }
        case .divide: each(a, b, target, count) { $0 / $1 }
        case .maximum: each(a, b, target, count) { Scalar.maximum($0, $1) }
        case .minimum: each(a, b, target, count) { Scalar.minimum($0, $1) }
        case .power: each(a, b, target, count) { Scalar.power($0, $1) }
        }
    }

    @inline(__always)
    static func compare<Scalar: BLASScalar>(
        _ kind: Comparison, _ a: Register<Scalar>, _ b: Register<Scalar>, _ target: UnsafeMutablePointer<Scalar>,
        _ count: Int
    ) {
        switch kind {
        case .equal: each(a, b, target, count) { Scalar.equal($0, $1) }
        case .notEqual: each(a, b, target, count) { Scalar.notEqual($0, $1) }
        case .less: each(a, b, target, count) { Scalar.less($0, $1) }
        case .lessOrEqual: each(a, b, target, count) { Scalar.lessOrEqual($0, $1) }
        case .greater: each(a, b, target, count) { Scalar.less($1, $0) }
        case .greaterOrEqual: each(a, b, target, count) { Scalar.lessOrEqual($1, $0) }
        }
    }

    @inline(__always)
    static func select<Scalar: BLASScalar>(
        _ a: Register<Scalar>, _ b: Register<Scalar>, _ c: Register<Scalar>, _ target: UnsafeMutablePointer<Scalar>,
        _ count: Int
    ) {
        var (p, q, s, i) = (a.pointer, b.pointer, c.pointer, 0)
        while i < count {
            Lanes.store(Scalar.select(Lanes.load(p), Lanes.load(q), Lanes.load(s)), target + i)
            p += a.step
            q += b.step
            s += c.step
            i &+= 16
        }
    }

    @inline(__always)
    private static func each<Scalar: BLASScalar>(
        _ a: Register<Scalar>, _ target: UnsafeMutablePointer<Scalar>, _ count: Int,
        _ f: (SIMD16<Scalar>) -> SIMD16<Scalar>
    ) {
        var (p, i) = (a.pointer, 0)
        while i < count {
            Lanes.store(f(Lanes.load(p)), target + i)
            p += a.step
            i &+= 16
        }
    }

    @inline(__always)
    private static func each<Scalar: BLASScalar>(
        _ a: Register<Scalar>, _ b: Register<Scalar>, _ target: UnsafeMutablePointer<Scalar>, _ count: Int,
        _ f: (SIMD16<Scalar>, SIMD16<Scalar>) -> SIMD16<Scalar>
    ) {
        var (p, q, i) = (a.pointer, b.pointer, 0)
        while i < count {
            Lanes.store(f(Lanes.load(p), Lanes.load(q)), target + i)
            p += a.step
            q += b.step
            i &+= 16
        }
    }
}
