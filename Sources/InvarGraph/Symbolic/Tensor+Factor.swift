/// L of A = L·Lᵀ, lower triangular, for each of the matrices [.., D, D]. They are symmetric and positive definite; their lower triangle is what is read.
/// Where one is not positive definite, the lower triangle of its L is not a number (NaN).
public func cholesky(_ matrices: Tensor) -> Tensor { matrices.emit(.cholesky) }

/// X of L·X = B, or of Lᵀ·X = B: L⁻¹·B or L⁻ᵀ·B, without an inverse.
/// - Parameters:
///   - factor: L, lower triangular, [.., D, D]; what is above the diagonal is not read.
///   - right: B, [.., D, K], which is also the shape of the result.
///   - transposed: whether it is Lᵀ.
public func triangularSolve(_ factor: Tensor, _ right: Tensor, transposed: Bool = false) -> Tensor {
    factor.emit(.triangularSolve(transposed: transposed), right)
}

/// L⁻¹ of symmetric positive definite matrices A = L·Lᵀ: what whitens, since L⁻¹·A·L⁻ᵀ = I. Of [.., D, D], which is also the shape of the result.
public func inverseCholeskyFactor(_ matrices: Tensor) -> Tensor {
    let factor = cholesky(matrices)
    guard factor.rank >= 2 else { return factor }
    let (row, column) = (factor.positions(along: factor.rank - 2), factor.positions(along: factor.rank - 1))
    return triangularSolve(factor, row.compare(.equal, column))
}
