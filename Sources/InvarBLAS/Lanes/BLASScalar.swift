import COpenBLAS

/// An element type that the kernels compute in: Float, and Double for gradient checks.
///
/// What cannot be written once for both lives behind this protocol: OpenBLAS's entry points, and operations on vectors that
/// compile to vector code only where the element type is concrete (see `LaneMath`).
protocol BLASScalar: LaneMath, BitwiseCopyable, Sendable {
    /// OpenBLAS's product of this type; `Matrix` calls it.
    static var gemm: GEMM<Self> { get }
    /// LAPACK's Cholesky factorization, and BLAS's triangular solve; `Factorization.swift` calls them.
    static var potrf: POTRF<Self> { get }
    static var trsm: TRSM<Self> { get }

    /// To and from Double; the standard library's generic conversions go bit by bit.
    static func narrow(_ value: Double) -> Self
    static func widen(_ value: Self) -> Double
    static func widen(_ value: SIMD16<Self>) -> SIMD16<Double>
}

extension Float: BLASScalar {
    @inline(__always) static func narrow(_ value: Double) -> Float { Float(value) }
    @inline(__always) static func widen(_ value: Float) -> Double { Double(value) }
    @inline(__always) static func widen(_ value: SIMD16<Float>) -> SIMD16<Double> { invar_widen_float16(value) }
}

extension Double: BLASScalar {
    @inline(__always) static func narrow(_ value: Double) -> Double { value }
    @inline(__always) static func widen(_ value: Double) -> Double { value }
    @inline(__always) static func widen(_ value: SIMD16<Double>) -> SIMD16<Double> { value }
}
