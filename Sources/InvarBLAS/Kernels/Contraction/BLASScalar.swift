import COpenBLAS

/// An element type that the kernels compute in: Float, and Double for gradient checks.
///
/// What cannot be written once for both lives behind this protocol: OpenBLAS's entry points, and operations on vectors that
/// compile to vector code only where the element type is concrete (see `LaneMath`).
package protocol BLASScalar: BinaryFloatingPoint & SIMDScalar & LaneMath & Sendable {
    /// `c = alpha · op(a) · op(b) + beta · c` on one thread, row-major.
    static func gemm(
        _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int,
        _ alpha: Self, _ a: UnsafePointer<Self>, _ lda: Int, _ b: UnsafePointer<Self>, _ ldb: Int,
        _ beta: Self, _ c: UnsafeMutablePointer<Self>, _ ldc: Int)

    /// `c = alpha · a · aᵀ`, or `alpha · aᵀ · a` if transposed, `n × n`, on and above the diagonal only, on one thread, row-major.
    static func syrk(
        _ transpose: Bool, _ n: Int, _ k: Int, _ alpha: Self, _ a: UnsafePointer<Self>, _ lda: Int,
        _ c: UnsafeMutablePointer<Self>, _ ldc: Int)

    /// To and from Double; the standard library's generic conversions go bit by bit.
    static func narrow(_ value: Double) -> Self
    static func widen(_ value: Self) -> Double
}

extension Float: BLASScalar {
    @inline(__always) package static func narrow(_ value: Double) -> Float { Float(value) }
    @inline(__always) package static func widen(_ value: Float) -> Double { Double(value) }

    @inline(__always)
    package static func gemm(
        _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int,
        _ alpha: Float, _ a: UnsafePointer<Float>, _ lda: Int, _ b: UnsafePointer<Float>, _ ldb: Int,
        _ beta: Float, _ c: UnsafeMutablePointer<Float>, _ ldc: Int
    ) {
        cblas_sgemm(
            CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
            blasint(m), blasint(n), blasint(k), alpha, a, blasint(lda), b, blasint(ldb), beta, c, blasint(ldc))
    }

    @inline(__always)
    package static func syrk(
        _ transpose: Bool, _ n: Int, _ k: Int, _ alpha: Float, _ a: UnsafePointer<Float>, _ lda: Int,
        _ c: UnsafeMutablePointer<Float>, _ ldc: Int
    ) {
        cblas_ssyrk(
            CblasRowMajor, CblasUpper, transpose ? CblasTrans : CblasNoTrans, blasint(n), blasint(k), alpha, a,
            blasint(lda), 0, c, blasint(ldc))
    }
}

extension Double: BLASScalar {
    @inline(__always) package static func narrow(_ value: Double) -> Double { Double(value) }
    @inline(__always) package static func widen(_ value: Double) -> Double { Double(value) }

    @inline(__always)
    package static func gemm(
        _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int,
        _ alpha: Double, _ a: UnsafePointer<Double>, _ lda: Int, _ b: UnsafePointer<Double>, _ ldb: Int,
        _ beta: Double, _ c: UnsafeMutablePointer<Double>, _ ldc: Int
    ) {
        cblas_dgemm(
            CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
            blasint(m), blasint(n), blasint(k), alpha, a, blasint(lda), b, blasint(ldb), beta, c, blasint(ldc))
    }

    @inline(__always)
    package static func syrk(
        _ transpose: Bool, _ n: Int, _ k: Int, _ alpha: Double, _ a: UnsafePointer<Double>, _ lda: Int,
        _ c: UnsafeMutablePointer<Double>, _ ldc: Int
    ) {
        cblas_dsyrk(
            CblasRowMajor, CblasUpper, transpose ? CblasTrans : CblasNoTrans, blasint(n), blasint(k), alpha, a,
            blasint(lda), 0, c, blasint(ldc))
    }
}
