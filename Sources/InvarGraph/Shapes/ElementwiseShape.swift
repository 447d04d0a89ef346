/// Of operands that are all of one type.
func elementwiseType(_ operands: [TensorType], count: Int) throws(ShapeError) -> TensorType {
    try expect(operands, count: count)
    for operand in operands where operand != operands[0] {
        throw ShapeError("operands differ: \(operands[0]) and \(operand)")
    }
    return operands[0]
}
