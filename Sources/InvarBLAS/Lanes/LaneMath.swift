import COpenBLAS
import Glibc

/// Operations on sixteen lanes that compile to vector code only where the element type is concrete.
///
/// Sums, products and quotients are not here: those a generic `SIMD16` does well.
protocol LaneMath: SIMDScalar, Hashable, Codable {
    /// The larger, or a NaN if either is one.
    static func maximum(_ a: SIMD16<Self>, _ b: SIMD16<Self>) -> SIMD16<Self>
    static func minimum(_ a: SIMD16<Self>, _ b: SIMD16<Self>) -> SIMD16<Self>

    // 1 where it holds, 0 elsewhere; a NaN is unequal to everything.
    static func equal(_ a: SIMD16<Self>, _ b: SIMD16<Self>) -> SIMD16<Self>
    static func notEqual(_ a: SIMD16<Self>, _ b: SIMD16<Self>) -> SIMD16<Self>
    static func less(_ a: SIMD16<Self>, _ b: SIMD16<Self>) -> SIMD16<Self>
    static func lessOrEqual(_ a: SIMD16<Self>, _ b: SIMD16<Self>) -> SIMD16<Self>

    /// `a` where `condition` is not 0, else `b`.
    static func select(_ condition: SIMD16<Self>, _ a: SIMD16<Self>, _ b: SIMD16<Self>) -> SIMD16<Self>

    static func negate(_ x: SIMD16<Self>) -> SIMD16<Self>
    static func absolute(_ x: SIMD16<Self>) -> SIMD16<Self>
    /// -1, 0 or 1; a NaN stays one.
    static func sign(_ x: SIMD16<Self>) -> SIMD16<Self>
    static func squareRoot(_ x: SIMD16<Self>) -> SIMD16<Self>
    static func exponential(_ x: SIMD16<Self>) -> SIMD16<Self>
    static func exponentialMinusOne(_ x: SIMD16<Self>) -> SIMD16<Self>
    static func logarithm(_ x: SIMD16<Self>) -> SIMD16<Self>
    static func hyperbolicTangent(_ x: SIMD16<Self>) -> SIMD16<Self>
    static func errorFunction(_ x: SIMD16<Self>) -> SIMD16<Self>
    static func power(_ x: SIMD16<Self>, _ y: SIMD16<Self>) -> SIMD16<Self>
}

extension Double: LaneMath {
    typealias Vector = SIMD16<Double>
    private typealias Bits = SIMD16<UInt64>

    // Comparisons joined as masks are taken apart lane by lane; joined as integers they stay in vectors.
    @inline(__always) private static func mask(_ holds: SIMDMask<SIMD16<Int64>>) -> Bits {
        unsafeBitCast(holds, to: Bits.self)
    }
    @inline(__always) private static func blend(_ mask: Bits, _ a: Vector, _ b: Vector) -> Vector {
        unsafeBitCast(
            (unsafeBitCast(a, to: Bits.self) & mask) | (unsafeBitCast(b, to: Bits.self) & ~mask), to: Vector.self)
    }

    @inline(__always) static func maximum(_ a: Vector, _ b: Vector) -> Vector {
        blend(mask(a .> b) | mask(a .!= a), a, b)
    }
    @inline(__always) static func minimum(_ a: Vector, _ b: Vector) -> Vector {
        blend(mask(a .< b) | mask(a .!= a), a, b)
    }
    @inline(__always) private static func one(_ holds: SIMDMask<SIMD16<Int64>>) -> Vector {
        Vector.zero.replacing(with: Vector(repeating: 1), where: holds)
    }
    @inline(__always) static func equal(_ a: Vector, _ b: Vector) -> Vector { one(a .== b) }
    @inline(__always) static func notEqual(_ a: Vector, _ b: Vector) -> Vector { one(a .!= b) }
    @inline(__always) static func less(_ a: Vector, _ b: Vector) -> Vector { one(a .< b) }
    @inline(__always) static func lessOrEqual(_ a: Vector, _ b: Vector) -> Vector { one(a .<= b) }
    @inline(__always) static func select(_ condition: Vector, _ a: Vector, _ b: Vector) -> Vector {
        b.replacing(with: a, where: condition .!= Vector.zero)
    }
    @inline(__always) static func negate(_ x: Vector) -> Vector {
        unsafeBitCast(unsafeBitCast(x, to: SIMD16<UInt64>.self) ^ SIMD16(repeating: 1 << 63), to: Vector.self)
    }
    @inline(__always) static func absolute(_ x: Vector) -> Vector {
        unsafeBitCast(unsafeBitCast(x, to: SIMD16<UInt64>.self) & SIMD16(repeating: UInt64.max >> 1), to: Vector.self)
    }
    @inline(__always) static func sign(_ x: Vector) -> Vector {
        x.replacing(with: Vector(repeating: 1), where: x .> Vector.zero)
            .replacing(with: Vector(repeating: -1), where: x .< Vector.zero)
    }
    @inline(__always) static func squareRoot(_ x: Vector) -> Vector { invar_sqrt_double16(x) }

    // Doubles serve the gradient checks: exact before fast.
    static func exponential(_ x: Vector) -> Vector { map(x) { Glibc.exp($0) } }
    static func exponentialMinusOne(_ x: Vector) -> Vector { map(x) { Glibc.expm1($0) } }
    static func logarithm(_ x: Vector) -> Vector { map(x) { Glibc.log($0) } }
    static func hyperbolicTangent(_ x: Vector) -> Vector { map(x) { Glibc.tanh($0) } }
    static func errorFunction(_ x: Vector) -> Vector { map(x) { Glibc.erf($0) } }
    static func power(_ x: Vector, _ y: Vector) -> Vector {
        var result = Vector.zero
        for i in 0..<16 { result[i] = Glibc.pow(x[i], y[i]) }
        return result
    }

    @inline(__always) private static func map(_ x: Vector, _ f: (Double) -> Double) -> Vector {
        var result = Vector.zero
        for i in 0..<16 { result[i] = f(x[i]) }
        return result
    }
}
