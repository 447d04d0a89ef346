/// [.., D, D], symmetric positive definite.
func choleskyType(_ operands: [TensorType]) throws(ShapeError) -> TensorType {
    try expect(operands, count: 1)
    try checkSquare(operands[0])
    return operands[0]
}

/// (L: [.., D, D], right side: [.., D, K]); the result is like the right side.
func triangularSolveType(_ operands: [TensorType]) throws(ShapeError) -> TensorType {
    try expect(operands, count: 2)
    let (factor, right) = (operands[0], operands[1])
    try checkSquare(factor)
    let (leading, rows) = (factor.shape.dropLast(2), factor.shape[factor.rank - 1])
    guard right.rank == factor.rank, right.element == factor.element, right.shape.dropLast(2) == leading,
        right.shape[right.rank - 2] == rows
    else {
        throw ShapeError("takes \(rows) rows for each of the matrices \(factor), found \(right)")
    }
    return right
}

private func checkSquare(_ type: TensorType) throws(ShapeError) {
    guard type.rank >= 2, type.shape[type.rank - 2] == type.shape[type.rank - 1] else {
        throw ShapeError("takes square matrices, found \(type)")
    }
}
