/// Sixteen neighbouring numbers at a time, at any alignment.
enum Lanes {
    @inline(__always)
    static func load<Scalar: BLASScalar>(_ pointer: UnsafePointer<Scalar>) -> SIMD16<Scalar> {
        UnsafeRawPointer(pointer).loadUnaligned(as: SIMD16<Scalar>.self)
    }

    @inline(__always)
    static func store<Scalar: BLASScalar>(_ value: SIMD16<Scalar>, _ pointer: UnsafeMutablePointer<Scalar>) {
        UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD16<Scalar>.self)
    }

    /// The first `count` lanes; the rest are zeros.
    @inline(__always)
    static func load<Scalar: BLASScalar>(_ pointer: UnsafePointer<Scalar>, first count: Int) -> SIMD16<Scalar> {
        if count >= 16 { return load(pointer) }
        var value = SIMD16<Scalar>.zero
        for i in 0..<count { value[i] = pointer[i] }
        return value
    }

    @inline(__always)
    static func store<Scalar: BLASScalar>(
        _ value: SIMD16<Scalar>, _ pointer: UnsafeMutablePointer<Scalar>, first count: Int
    ) {
        if count >= 16 { return store(value, pointer) }
        for i in 0..<count { pointer[i] = value[i] }
    }

    /// Copies `count` elements; short runs are common, so there is no call in it.
    @inline(__always)
    static func copy<Scalar: BLASScalar>(
        _ target: UnsafeMutablePointer<Scalar>, _ source: UnsafePointer<Scalar>, _ count: Int
    ) {
        var i = 0
        if count < 16 {
            while i < count {
                target[i] = source[i]
                i &+= 1
            }
            return
        }
        while i &+ 16 <= count {
            store(load(source + i), target + i)
            i &+= 16
        }
        // The rest once more with a whole vector that overlaps what is copied already.
        if i < count { store(load(source + (count &- 16)), target + (count &- 16)) }
    }

    @inline(__always)
    static func fill<Scalar: BLASScalar>(_ target: UnsafeMutablePointer<Scalar>, _ value: Scalar, _ count: Int) {
        if count > 0 { target.update(repeating: value, count: count) }
    }

    /// `target += source`.
    @inline(__always)
    static func add<Scalar: BLASScalar>(
        _ target: UnsafeMutablePointer<Scalar>, _ source: UnsafePointer<Scalar>, _ count: Int
    ) {
        each(count) { i, count in
            store(load(target + i, first: count) + load(source + i, first: count), target + i, first: count)
        }
    }

    /// `target += a · b`, element by element.
    @inline(__always)
    static func multiplyAdd<Scalar: BLASScalar>(
        _ target: UnsafeMutablePointer<Scalar>, _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>, _ count: Int
    ) {
        each(count) { i, count in
            let product = load(a + i, first: count) * load(b + i, first: count)
            store(load(target + i, first: count) + product, target + i, first: count)
        }
    }

    /// Calls `body` with the first of each vector, and how many of its lanes there are.
    @inline(__always)
    static func each(_ count: Int, _ body: (_ first: Int, _ count: Int) -> Void) {
        var first = 0
        while first &+ 16 <= count {
            body(first, 16)
            first &+= 16
        }
        if first < count { body(first, count &- first) }
    }
}
