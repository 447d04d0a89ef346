import COpenBLAS

/// LAPACK could not find the eigenvalues.
package struct EigenvalueError: Error, CustomStringConvertible {
    package let info: Int
    package let size: Int
    package var description: String {
        "no eigenvalues of a \(size)×\(size) matrix: LAPACK's dsyev returned \(info)"
            + (info > 0 ? ", the iteration did not converge (are all elements finite?)" : "")
    }
}

/// The eigenvalues of a symmetric `n × n` matrix, smallest first. Only one triangle is read.
///
/// - Throws: `EigenvalueError` when the size is wrong, an element is not finite, or LAPACK does not converge.
package func symmetricEigenvalues(_ n: Int, _ matrix: [Double]) throws -> [Double] {
    n == 0 && matrix.isEmpty ? [] : try symmetricEigen(n, matrix, vectors: false).values
}

/// LAPACK's dsyev: eigenvalues from the smallest, and where they are asked for their vectors, one after another.
func symmetricEigen(
    _ n: Int, _ matrix: [Double], vectors: Bool
) throws -> (values: [Double], vectors: [Double]) {
    guard n > 0, matrix.count == n * n, matrix.allSatisfy(\.isFinite) else { throw EigenvalueError(info: -3, size: n) }
    OpenBLAS.prepare()
    let job = vectors ? "V" : "N"
    var a = matrix
    var values = [Double](repeating: 0, count: n)
    var size = Int32(n)
    var info: Int32 = 0
    // A first call with length -1 asks for the best length of the work array.
    var best: Double = 0
    var length: Int32 = -1
    unsafe dsyev_(job, "U", &size, &a, &size, &values, &best, &length, &info)
    guard info == 0 else { throw EigenvalueError(info: Int(info), size: n) }
    length = Int32(max(best, Double(3 * n)))
    var work = [Double](repeating: 0, count: Int(length))
    unsafe dsyev_(job, "U", &size, &a, &size, &values, &work, &length, &info)
    guard info == 0 else { throw EigenvalueError(info: Int(info), size: n) }
    return (values, a)
}
