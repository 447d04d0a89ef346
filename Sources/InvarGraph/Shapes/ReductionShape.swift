/// The reduced axes keep their place with size 1.
func reductionType(_ operands: [TensorType], _ axes: [Int]) throws(ShapeError) -> TensorType {
    try expect(operands, count: 1)
    try checkAxes(axes, rank: operands[0].rank)
    guard !axes.isEmpty, axes == axes.sorted() else {
        throw ShapeError("reduces over at least one axis, in ascending order; found \(axes)")
    }
    var shape = operands[0].shape
    for axis in axes { shape[axis] = 1 }
    return operands[0].with(shape: shape)
}
