/// One step over one block: a tight loop of whole vectors.
enum LoopOps {
    @inline(__always)
    static func run<Scalar: BLASScalar>(_ step: LoopStep, _ r: UnsafeMutablePointer<LoopRegister<Scalar>>, _ n: Int) {
        switch step.op {
        case .add: two(step, r, n) { $0 + $1 }
        case .subtract: two(step, r, n) { $0 - $1 }
        case .multiply: two(step, r, n) { $0 * $1 }
        case .divide: two(step, r, n) { $0 / $1 }
        case .maximum: two(step, r, n) { Scalar.maximum($0, $1) }
        case .minimum: two(step, r, n) { Scalar.minimum($0, $1) }
        case .power: two(step, r, n) { Scalar.power($0, $1) }
        case .equal: two(step, r, n) { Scalar.equal($0, $1) }
        case .notEqual: two(step, r, n) { Scalar.notEqual($0, $1) }
        case .less: two(step, r, n) { Scalar.less($0, $1) }
        case .lessOrEqual: two(step, r, n) { Scalar.lessOrEqual($0, $1) }
        case .greater: two(step, r, n) { Scalar.less($1, $0) }
        case .greaterOrEqual: two(step, r, n) { Scalar.lessOrEqual($1, $0) }
        case .select: three(step, r, n) { Scalar.select($0, $1, $2) }
        case .multiplyAdd: three(step, r, n) { $0 * $1 + $2 }
        case .multiplySubtract: three(step, r, n) { $0 * $1 - $2 }
        case .subtractMultiply: three(step, r, n) { $2 - $0 * $1 }
        case .differenceTimes: three(step, r, n) { ($0 - $1) * $2 }
        case .sumMaximum: three(step, r, n) { Scalar.maximum($0 + $1, $2) }
        case .differenceSquared:
            two(step, r, n) {
                let d = $0 - $1
                return d * d
            }
        case .move: one(step, r, n) { $0 }
        case .negate: one(step, r, n) { Scalar.negate($0) }
        case .abs: one(step, r, n) { Scalar.absolute($0) }
        case .sign: one(step, r, n) { Scalar.sign($0) }
        case .sqrt: one(step, r, n) { Scalar.squareRoot($0) }
        case .rsqrt: one(step, r, n) { SIMD16(repeating: 1) / Scalar.squareRoot($0) }
        case .reciprocal: one(step, r, n) { SIMD16(repeating: 1) / $0 }
        case .exp: one(step, r, n) { Scalar.exponential($0) }
        case .expm1: one(step, r, n) { Scalar.exponentialMinusOne($0) }
        case .log: one(step, r, n) { Scalar.logarithm($0) }
        case .tanh: one(step, r, n) { Scalar.hyperbolicTangent($0) }
        case .erf: one(step, r, n) { Scalar.errorFunction($0) }
        case .fill: break
        }
    }

    /// The vector at the end of a block, of which only `count` lanes may be touched in memory that is not ours.
    @inline(__always)
    private static func tail<Scalar: BLASScalar>(
        _ register: LoopRegister<Scalar>, _ pointer: UnsafeMutablePointer<Scalar>, _ count: Int
    ) -> SIMD16<Scalar> {
        register.isExact ? Lanes.load(UnsafePointer(pointer), first: count) : Lanes.load(pointer)
    }

    @inline(__always)
    private static func storeTail<Scalar: BLASScalar>(
        _ value: SIMD16<Scalar>, _ register: LoopRegister<Scalar>, _ pointer: UnsafeMutablePointer<Scalar>, _ count: Int
    ) {
        if register.isExact { Lanes.store(value, pointer, first: count) } else { Lanes.store(value, pointer) }
    }

    @inline(__always)
    private static func one<Scalar: BLASScalar>(
        _ step: LoopStep, _ r: UnsafeMutablePointer<LoopRegister<Scalar>>, _ n: Int,
        _ f: (SIMD16<Scalar>) -> SIMD16<Scalar>
    ) {
        let (target, a) = (r[step.target], r[step.a])
        var (p, i) = (a.pointer, 0)
        while i &+ 16 <= n {
            Lanes.store(f(Lanes.load(p)), target.pointer + i)
            p += a.step
            i &+= 16
        }
        if i < n { storeTail(f(tail(a, p, n &- i)), target, target.pointer + i, n &- i) }
    }

    @inline(__always)
    private static func two<Scalar: BLASScalar>(
        _ step: LoopStep, _ r: UnsafeMutablePointer<LoopRegister<Scalar>>, _ n: Int,
        _ f: (SIMD16<Scalar>, SIMD16<Scalar>) -> SIMD16<Scalar>
    ) {
        let (target, a, b) = (r[step.target], r[step.a], r[step.b])
        var (p, q, i) = (a.pointer, b.pointer, 0)
        while i &+ 16 <= n {
            Lanes.store(f(Lanes.load(p), Lanes.load(q)), target.pointer + i)
            p += a.step
            q += b.step
            i &+= 16
        }
        if i < n { storeTail(f(tail(a, p, n &- i), tail(b, q, n &- i)), target, target.pointer + i, n &- i) }
    }

    @inline(__always)
    private static func three<Scalar: BLASScalar>(
        _ step: LoopStep, _ r: UnsafeMutablePointer<LoopRegister<Scalar>>, _ n: Int,
        _ f: (SIMD16<Scalar>, SIMD16<Scalar>, SIMD16<Scalar>) -> SIMD16<Scalar>
    ) {
        let (target, a, b, c) = (r[step.target], r[step.a], r[step.b], r[step.c])
        var (p, q, s, i) = (a.pointer, b.pointer, c.pointer, 0)
        while i &+ 16 <= n {
            Lanes.store(f(Lanes.load(p), Lanes.load(q), Lanes.load(s)), target.pointer + i)
            p += a.step
            q += b.step
            s += c.step
            i &+= 16
        }
        if i < n {
            let rest = n &- i
            storeTail(f(tail(a, p, rest), tail(b, q, rest), tail(c, s, rest)), target, target.pointer + i, rest)
        }
    }
}
