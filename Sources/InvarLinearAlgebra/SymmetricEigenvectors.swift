/// Eigenvalues of a symmetric `n × n` matrix, largest first, each with its eigenvector of length 1. Only one triangle is read.
///
/// A vector's sign is free: here its element of largest size is positive, so that equal matrices have equal vectors.
///
/// - Throws: `EigenvalueError` when the size is wrong, an element is not finite, or LAPACK does not converge.
package func symmetricEigenvectors(_ n: Int, _ matrix: [Double]) throws -> [(value: Double, vector: [Double])] {
    let (values, a) = try symmetricEigen(n, matrix, vectors: true)
    return (0..<n).reversed().map { index in
        let vector = Array(a[(index * n)..<((index + 1) * n)])
        let largest = vector.max { abs($0) < abs($1) } ?? 0
        return (values[index], largest < 0 ? vector.map { -$0 } : vector)
    }
}
