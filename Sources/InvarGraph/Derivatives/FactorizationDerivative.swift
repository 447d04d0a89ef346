/// A = L·Lᵀ: dA = Φ(L⁻ᵀ·(P + Pᵀ)·L⁻¹) with P = Φ(Lᵀ·G), where Φ is the lower triangle with half of the diagonal (Murray, "Differentiation of the
/// Cholesky decomposition", 2016). All of it goes to the lower triangle, the part of A that is read.
func choleskyDerivative(_ l: Tensor, _ g: Tensor) -> Tensor {
    let half = matmul(l, g, transposeA: true).lowerTriangle(diagonal: 0.5)
    let left = triangularSolve(l, half + half.matrixTranspose, transposed: true)
    return triangularSolve(l, left.matrixTranspose, transposed: true).lowerTriangle(diagonal: 0.5)
}

/// L·X = B: dB = L⁻ᵀ·G, dL = −dB·Xᵀ; Lᵀ·X = B: dB = L⁻¹·G, dL = −X·dBᵀ. Of both dL the lower triangle.
func triangularSolveDerivative(
    _ transposed: Bool, _ l: Tensor, _ x: Tensor, _ g: Tensor, _ wanted: [Bool]
) -> [Tensor?] {
    let right = triangularSolve(l, g, transposed: !transposed)
    let factor = transposed ? matmul(x, right, transposeB: true) : matmul(right, x, transposeB: true)
    return [wanted[0] ? -factor.lowerTriangle(diagonal: 1) : nil, wanted[1] ? right : nil]
}

extension Tensor {
    fileprivate var matrixTranspose: Tensor {
        transpose(Array(0..<(rank - 2)) + [rank - 1, rank - 2])
    }

    /// Zeros above the diagonal, and so much of what is on it.
    fileprivate func lowerTriangle(diagonal: Double) -> Tensor {
        let (row, column) = (positions(along: rank - 2), positions(along: rank - 1))
        let own = diagonal == 1 ? self : select(row.compare(.equal, column), self * diagonal, self)
        return select(row.compare(.less, column), filled(0), own)
    }
}
