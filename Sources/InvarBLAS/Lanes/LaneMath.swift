import COpenBLAS

// The C library, here alone in this target; only Glibc has been tried.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Operations on sixteen lanes; sums, products and quotients are not here, those a `SIMD16` has. Comparisons compile to vector code only
/// where the element type is concrete.
protocol LaneMath: BinaryFloatingPoint, SIMDScalar, Codable {
    typealias Vector = SIMD16<Self>

    // 1 where it holds, 0 elsewhere; what is not a number is unequal to everything.
    static func equal(_ a: Vector, _ b: Vector) -> Vector
    static func notEqual(_ a: Vector, _ b: Vector) -> Vector
    static func less(_ a: Vector, _ b: Vector) -> Vector
    static func lessOrEqual(_ a: Vector, _ b: Vector) -> Vector
    /// `a` where `condition` is not 0, else `b`.
    static func select(_ condition: Vector, _ a: Vector, _ b: Vector) -> Vector
    static func squareRoot(_ x: Vector) -> Vector
    static func exponential(_ x: Vector) -> Vector
    static func exponentialMinusOne(_ x: Vector) -> Vector
    static func logarithm(_ x: Vector) -> Vector
    static func hyperbolicTangent(_ x: Vector) -> Vector
    static func errorFunction(_ x: Vector) -> Vector
    static func power(_ x: Vector, _ y: Vector) -> Vector
}

// Written for one lane, and compiled to vectors.
extension LaneMath {
    @inline(__always)
    static func map(_ a: Vector, _ f: (Self) -> Self) -> Vector {
        var result = Vector.zero
        for i in 0..<16 { result[i] = f(a[i]) }
        return result
    }
    @inline(__always)
    static func map(_ a: Vector, _ b: Vector, _ f: (Self, Self) -> Self) -> Vector {
        var result = Vector.zero
        for i in 0..<16 { result[i] = f(a[i], b[i]) }
        return result
    }

    // The larger, or what is not a number if either is none.
    @inline(__always)
    static func maximum(_ a: Vector, _ b: Vector) -> Vector { map(a, b) { $0 > $1 || $0 != $0 ? $0 : $1 } }
    @inline(__always)
    static func minimum(_ a: Vector, _ b: Vector) -> Vector { map(a, b) { $0 < $1 || $0 != $0 ? $0 : $1 } }
    @inline(__always)
    static func negate(_ x: Vector) -> Vector { map(x) { -$0 } }
    @inline(__always)
    static func absolute(_ x: Vector) -> Vector { map(x) { $0.magnitude } }
    /// -1 or 1; zeros and what is not a number stay.
    @inline(__always)
    static func sign(_ x: Vector) -> Vector { map(x) { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 } }
}

// Doubles serve the gradient checks: exact before fast.
extension Double: LaneMath {
    static func equal(_ a: Vector, _ b: Vector) -> Vector { map(a, b) { $0 == $1 ? 1 : 0 } }
    static func notEqual(_ a: Vector, _ b: Vector) -> Vector { map(a, b) { $0 != $1 ? 1 : 0 } }
    static func less(_ a: Vector, _ b: Vector) -> Vector { map(a, b) { $0 < $1 ? 1 : 0 } }
    static func lessOrEqual(_ a: Vector, _ b: Vector) -> Vector { map(a, b) { $0 <= $1 ? 1 : 0 } }
    static func select(_ condition: Vector, _ a: Vector, _ b: Vector) -> Vector {
        b.replacing(with: a, where: condition .!= Vector.zero)
    }
    @inline(__always)
    static func squareRoot(_ x: Vector) -> Vector { invar_sqrt_double16(x) }
    static func exponential(_ x: Vector) -> Vector { map(x) { exp($0) } }
    static func exponentialMinusOne(_ x: Vector) -> Vector { map(x) { expm1($0) } }
    static func logarithm(_ x: Vector) -> Vector { map(x) { log($0) } }
    static func hyperbolicTangent(_ x: Vector) -> Vector { map(x) { tanh($0) } }
    static func errorFunction(_ x: Vector) -> Vector { map(x) { erf($0) } }
    static func power(_ x: Vector, _ y: Vector) -> Vector { map(x, y) { pow($0, $1) } }
}

extension Float {
    static func power(_ x: Vector, _ y: Vector) -> Vector { map(x, y) { powf($0, $1) } }
}

extension BLASScalar {
    @inline(__always) static func sine(_ x: Vector) -> Vector { map(x) { narrow(sin(widen($0))) } }
    @inline(__always) static func cosine(_ x: Vector) -> Vector { map(x) { narrow(cos(widen($0))) } }
}
