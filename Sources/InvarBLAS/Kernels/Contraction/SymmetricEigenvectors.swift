import COpenBLAS

/// Eigenvalues of a symmetric `n × n` matrix, largest first, each with its eigenvector of length 1. Only one triangle is read.
///
/// A vector's sign is free: here its element of largest size is positive, so that equal matrices have equal vectors.
///
/// - Throws: `EigenvalueError` when the size is wrong, an element is not finite, or LAPACK does not converge.
package func symmetricEigenvectors(_ n: Int, _ matrix: [Double]) throws -> [(value: Double, vector: [Double])] {
    guard n > 0, matrix.count == n * n, matrix.allSatisfy(\.isFinite) else { throw EigenvalueError(info: -3, size: n) }
    OpenBLAS.prepare()
    var a = matrix
    var values = [Double](repeating: 0, count: n)
    var size = Int32(n)
    var info: Int32 = 0
    // A first call with length -1 asks for the best length of the work array.
    var best: Double = 0
    var length: Int32 = -1
    dsyev_("V", "U", &size, &a, &size, &values, &best, &length, &info)
    guard info == 0 else { throw EigenvalueError(info: Int(info), size: n) }
    length = Int32(max(best, Double(3 * n)))
    var work = [Double](repeating: 0, count: Int(length))
    dsyev_("V", "U", &size, &a, &size, &values, &work, &length, &info)
    guard info == 0 else { throw EigenvalueError(info: Int(info), size: n) }
    // LAPACK stores columns one after another, and orders the values from the smallest.
    return (0..<n).reversed().map { index in
        let vector = Array(a[(index * n)..<((index + 1) * n)])
        let largest = vector.max { abs($0) < abs($1) } ?? 0
        return (values[index], largest < 0 ? vector.map { -$0 } : vector)
    }
}
