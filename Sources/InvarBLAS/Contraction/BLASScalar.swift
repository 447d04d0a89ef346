import COpenBLAS

/// An element type that the kernels compute in: Float, and Double for gradient checks.
///
/// What cannot be written once for both lives behind this protocol: OpenBLAS's entry points, and operations on vectors that
/// compile to vector code only where the element type is concrete (see `LaneMath`).
protocol BLASScalar: LaneMath, Sendable {
    /// `c = op(a) · op(b)`, added to what is there if `adds`, on one thread, row-major. op(a) is m × k.
    static func gemm(
        _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Self>, _ lda: Int,
        _ b: UnsafePointer<Self>, _ ldb: Int, _ c: UnsafeMutablePointer<Self>, _ ldc: Int, adds: Bool)

    /// To and from Double; the standard library's generic conversions go bit by bit.
    static func narrow(_ value: Double) -> Self
    static func widen(_ value: Self) -> Double
    static func widen(_ value: SIMD16<Self>) -> SIMD16<Double>
}

extension Float: BLASScalar {
    @inline(__always) static func narrow(_ value: Double) -> Float { Float(value) }
    @inline(__always) static func widen(_ value: Float) -> Double { Double(value) }
    @inline(__always) static func widen(_ value: SIMD16<Float>) -> SIMD16<Double> { invar_widen_float16(value) }

    @inline(__always)
    static func gemm(
        _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Float>, _ lda: Int,
        _ b: UnsafePointer<Float>, _ ldb: Int, _ c: UnsafeMutablePointer<Float>, _ ldc: Int, adds: Bool
    ) {
        cblas_sgemm(
            CblasRowMajor, transposed(transposeA), transposed(transposeB), blasint(m), blasint(n), blasint(k), 1, a,
            blasint(lda), b, blasint(ldb), adds ? 1 : 0, c, blasint(ldc))
    }
}

extension Double: BLASScalar {
    @inline(__always) static func narrow(_ value: Double) -> Double { value }
    @inline(__always) static func widen(_ value: Double) -> Double { value }
    @inline(__always) static func widen(_ value: SIMD16<Double>) -> SIMD16<Double> { value }

    @inline(__always)
    static func gemm(
        _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Double>, _ lda: Int,
        _ b: UnsafePointer<Double>, _ ldb: Int, _ c: UnsafeMutablePointer<Double>, _ ldc: Int, adds: Bool
    ) {
        cblas_dgemm(
            CblasRowMajor, transposed(transposeA), transposed(transposeB), blasint(m), blasint(n), blasint(k), 1, a,
            blasint(lda), b, blasint(ldb), adds ? 1 : 0, c, blasint(ldc))
    }
}

private func transposed(_ isTransposed: Bool) -> CBLAS_TRANSPOSE { isTransposed ? CblasTrans : CblasNoTrans }
