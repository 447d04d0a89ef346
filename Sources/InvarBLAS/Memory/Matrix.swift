import COpenBLAS

/// A matrix in memory: each of its rows lies `distance` elements after the one before.
struct Matrix<Scalar: BLASScalar> {
    let first: Elements<Scalar>
    let distance: Int
    /// Whether what is meant is the transpose of what lies there.
    var isTransposed = false

    var transposed: Matrix { Matrix(first: first, distance: distance, isTransposed: !isTransposed) }
}

/// The sizes of a product: m × k times k × n.
struct ProductSize {
    let m, n, k: Int
}

/// OpenBLAS's products: the only place that calls it.
extension Matrix {
    /// `c = a · b` on one thread, added to what is there if `adds`.
    @inline(__always)
    static func multiply(_ size: ProductSize, _ a: Matrix, _ b: Matrix, into c: Matrix, adds: Bool = false) {
        let (m, n, k) = (blasint(size.m), blasint(size.n), blasint(size.k))
        unsafe Scalar.gemm(
            CblasRowMajor, a.transposition, b.transposition, m, n, k, 1, a.pointer(size.m, size.k), a.blasDistance,
            b.pointer(size.k, size.n), b.blasDistance, adds ? 1 : 0, c.pointer(size.m, size.n), c.blasDistance)
    }

    private var transposition: CBLAS_TRANSPOSE { isTransposed ? CblasTrans : CblasNoTrans }
    private var blasDistance: blasint { blasint(distance) }

    /// To the first element of so many rows and columns of what is meant.
    @inline(__always)
    private func pointer(_ rows: Int, _ columns: Int) -> UnsafeMutablePointer<Scalar> {
        let (height, width) = isTransposed ? (columns, rows) : (rows, columns)
        return unsafe first.pointer(toFirst: (height - 1) * distance + width)
    }
}

/// BLAS's product for one element type, as the C library declares it.
typealias GEMM<Scalar> = (
    CBLAS_ORDER, CBLAS_TRANSPOSE, CBLAS_TRANSPOSE, blasint, blasint, blasint, Scalar, UnsafePointer<Scalar>?, blasint,
    UnsafePointer<Scalar>?, blasint, Scalar, UnsafeMutablePointer<Scalar>?, blasint
) -> Void

extension Float { static var gemm: GEMM<Float> { unsafe cblas_sgemm } }
extension Double { static var gemm: GEMM<Double> { unsafe cblas_dgemm } }
