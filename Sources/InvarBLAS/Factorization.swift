import COpenBLAS

/// Cholesky's factors of matrices that lie one after another, by LAPACK; a tile is one matrix.
struct CholeskyWork<Scalar: BLASScalar>: TileWork {
    let count, width: Int
    let source, factors: Elements<Scalar>

    /// - Parameter shape: [.., D, D]
    init(matrices shape: [Int], source: Elements<Scalar>, factors: Elements<Scalar>) {
        (count, width) = (shape.dropLast(2).reduce(1, *), shape[shape.count - 1])
        (self.source, self.factors) = (source, factors)
    }

    func run(tile matrix: Int, worker: Int) {
        let (source, factor) = (source + matrix * width * width, factors + matrix * width * width)
        for row in 0..<width {
            for column in 0..<width {
                factor[row &* width &+ column] = column <= row ? source[row &* width &+ column] : 0
            }
        }
        // to LAPACK, which goes down columns, the lower triangle of our rows is an upper one
        var (part, size, failed) = (CChar(UInt8(ascii: "U")), blasint(width), blasint(0))
        unsafe Scalar.potrf(&part, &size, factor.pointer(toFirst: width * width), &size, &failed)
        // a pivot that is no number does not stop it
        guard failed != 0 || (0..<width).contains(where: { factor[$0 * (width + 1)].isNaN }) else { return }
        for row in 0..<width { (factor + row * width).fill(.nan, row + 1) }
    }
}

/// L⁻¹·B or L⁻ᵀ·B for matrices that lie one after another; a tile is one matrix.
struct TriangularSolveWork<Scalar: BLASScalar>: TileWork {
    let transposed: Bool
    let count, width, columns: Int
    let factors, right, result: Elements<Scalar>

    /// - Parameter shape: [.., D, K]
    init(
        transposed: Bool, shape: [Int], factors: Elements<Scalar>, right: Elements<Scalar>, result: Elements<Scalar>
    ) {
        self.transposed = transposed
        (count, width, columns) = (shape.dropLast(2).reduce(1, *), shape[shape.count - 2], shape[shape.count - 1])
        (self.factors, self.right, self.result) = (factors, right, result)
    }

    func run(tile matrix: Int, worker: Int) {
        let (own, count) = (matrix * width * columns, width * columns)
        for place in 0..<count { result[own &+ place] = right[own &+ place] }
        unsafe Scalar.trsm(
            CblasRowMajor, CblasLeft, CblasLower, transposed ? CblasTrans : CblasNoTrans, CblasNonUnit,
            blasint(width), blasint(columns), 1,
            (factors + matrix * width * width).pointer(toFirst: width * width), blasint(width),
            (result + own).pointer(toFirst: count), blasint(columns))
    }
}

/// LAPACK's factorization for one element type, as the C library declares it.
typealias POTRF<Scalar> = (
    UnsafePointer<CChar>?, UnsafePointer<blasint>?, UnsafeMutablePointer<Scalar>?, UnsafePointer<blasint>?,
    UnsafeMutablePointer<blasint>?
) -> Void

/// BLAS's triangular solve.
typealias TRSM<Scalar> = (
    CBLAS_ORDER, CBLAS_SIDE, CBLAS_UPLO, CBLAS_TRANSPOSE, CBLAS_DIAG, blasint, blasint, Scalar,
    UnsafePointer<Scalar>?, blasint, UnsafeMutablePointer<Scalar>?, blasint
) -> Void

extension Float {
    static var potrf: POTRF<Float> { unsafe spotrf_ }
    static var trsm: TRSM<Float> { unsafe cblas_strsm }
}
extension Double {
    static var potrf: POTRF<Double> { unsafe dpotrf_ }
    static var trsm: TRSM<Double> { unsafe cblas_dtrsm }
}
