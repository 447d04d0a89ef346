import COpenBLAS

/// op(a) · op(b) for row-major matrices, on one thread: for the small host computations beside a program (measures, evaluation),
/// where arrays are safe and copies do not matter.
///
/// - Parameters:
///   - m: rows of the result.
///   - n: columns of the result.
///   - k: the length of the sums.
/// - Returns: m × n values.
package func denseProduct(
    _ a: [Double], _ b: [Double], m: Int, n: Int, k: Int, transposeA: Bool = false, transposeB: Bool = false
) -> [Double] {
    precondition(a.count == m * k && b.count == k * n, "internal: matrices of \(a.count) and \(b.count) elements")
    var result = [Double](repeating: 0, count: m * n)
    guard m > 0, n > 0, k > 0 else { return result }
    OpenBLAS.prepare()
    unsafe cblas_dgemm(
        CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
        blasint(m), blasint(n), blasint(k), 1, a, blasint(transposeA ? m : k), b, blasint(transposeB ? k : n), 0,
        &result, blasint(n))
    return result
}
