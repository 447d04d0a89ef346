/// L⁻¹ of symmetric positive definite matrices A = LLᵀ, with L lower triangular: what whitens, since L⁻¹AL⁻ᵀ = I, and what solves, since A⁻¹ = L⁻ᵀL⁻¹. Of
/// [.., D, D], which is also the shape of the result.
///
/// Gauss's elimination of [A | I], a row at a time and written out: some ten nodes and D² multiply-adds for each of D rows. It is made for D up to some 128. Its
/// derivative follows from theirs. A matrix that is not positive definite has values that are not numbers.
public func inverseCholeskyFactor(_ matrices: Tensor) -> Tensor {
    let (rank, width) = (matrices.rank, matrices.shape.last ?? 0)
    guard rank >= 2, matrices.shape[rank - 2] == width else {
        matrices.builder.report("inverseCholeskyFactor takes square matrices, found \(matrices.type)")
        return matrices
    }
    let (rows, columns) = (rank - 2, rank - 1)
    let identity = matrices.positions(along: rows).compare(.equal, matrices.positions(along: columns))
    var both = concatenate([matrices, identity], axis: columns)
    let place = both.positions(along: rows)
    for row in 0..<width {
        let own = both.slice(axis: rows, row..<(row + 1))
        let scale = rsqrt(own.slice(axis: columns, row..<(row + 1)))
        let pivot = own * scale
        let below = both.slice(axis: columns, row..<(row + 1)) * scale
        both = select(
            place.compare(.equal, Double(row)), pivot.broadcast(to: both.shape),
            both - below * pivot * place.compare(.greater, Double(row)))
    }
    return both.slice(axis: columns, width..<(2 * width))
}
