/// Cholesky's factor of one matrix, width × width, row by row: l_ij = (a_ij − Σ_{k<j} l_ik·l_jk) / l_jj. Where the matrix is not positive definite, its
/// lower triangle is not a number.
package func choleskyFactor(_ matrix: [Double], width: Int) -> [Double] {
    var l = [Double](repeating: 0, count: width * width)
    for i in 0..<width {
        for j in 0...i {
            let rest = (0..<j).reduce(matrix[i * width + j]) { $0 - l[i * width + $1] * l[j * width + $1] }
            guard i == j else {
                l[i * width + j] = rest / l[j * width + j]
                continue
            }
            guard rest > 0 else {
                return (0..<(width * width)).map { $0 % width <= $0 / width ? .nan : 0 }
            }
            l[i * width + j] = rest.squareRoot()
        }
    }
    return l
}

/// X of L·X = B, or of Lᵀ·X = B, width × columns, row by row, with L's lower triangle.
package func triangularSolution(
    _ factor: [Double], _ right: [Double], transposed: Bool, width: Int, columns: Int
) -> [Double] {
    var x = right
    func l(_ i: Int, _ j: Int) -> Double { transposed ? factor[j * width + i] : factor[i * width + j] }
    for i in transposed ? (0..<width).reversed() : Array(0..<width) {
        let known = transposed ? (i + 1)..<width : 0..<i
        for column in 0..<columns {
            let rest = known.reduce(x[i * columns + column]) { $0 - l(i, $1) * x[$1 * columns + column] }
            x[i * columns + column] = rest / l(i, i)
        }
    }
    return x
}
