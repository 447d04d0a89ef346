/// Loads and stores of sixteen neighbouring elements, at any alignment.
enum Lanes {
    static let count = 16

    @inline(__always)
    static func load<Scalar: BLASScalar>(_ pointer: UnsafePointer<Scalar>) -> SIMD16<Scalar> {
        UnsafeRawPointer(pointer).loadUnaligned(as: SIMD16<Scalar>.self)
    }

    @inline(__always)
    static func load<Scalar: BLASScalar>(_ pointer: UnsafeMutablePointer<Scalar>) -> SIMD16<Scalar> {
        UnsafeRawPointer(pointer).loadUnaligned(as: SIMD16<Scalar>.self)
    }

    @inline(__always)
    static func store<Scalar: BLASScalar>(_ value: SIMD16<Scalar>, _ pointer: UnsafeMutablePointer<Scalar>) {
        UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD16<Scalar>.self)
    }

    /// The first `count` lanes; the rest are zeros.
    @inline(__always)
    static func load<Scalar: BLASScalar>(_ pointer: UnsafePointer<Scalar>, first count: Int) -> SIMD16<Scalar> {
        var value = SIMD16<Scalar>.zero
        for i in 0..<count { value[i] = pointer[i] }
        return value
    }

    @inline(__always)
    static func store<Scalar: BLASScalar>(
        _ value: SIMD16<Scalar>, _ pointer: UnsafeMutablePointer<Scalar>, first count: Int
    ) {
        for i in 0..<count { pointer[i] = value[i] }
    }
}
