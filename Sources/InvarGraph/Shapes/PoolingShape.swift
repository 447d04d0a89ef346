/// x: N×H×W×C, result: N×H'×W'×C.
func maxPoolType(_ operands: [TensorType], _ window: Window) throws(ShapeError) -> TensorType {
    try expect(operands, count: 1)
    return try pooledType(operands[0], window)
}

/// (gradient of the output, x)
func maxPoolGradientType(_ operands: [TensorType], _ window: Window) throws(ShapeError) -> TensorType {
    try expect(operands, count: 2)
    guard try pooledType(operands[1], window) == operands[0] else {
        throw ShapeError("\(operands[0]) is not the gradient of a pooling of \(operands[1])")
    }
    return operands[1]
}

private func pooledType(_ x: TensorType, _ window: Window) throws(ShapeError) -> TensorType {
    try check(window)
    guard x.rank == 4 else { throw ShapeError("takes maps of rank 4, found \(x)") }
    guard window.groups == 1 else { throw ShapeError("a pooling has no groups, found \(window.groups)") }
    // A window that lay in the padding alone would have no maximum.
    for axis in 0..<2 where max(window.padding[2 * axis], window.padding[2 * axis + 1]) * 2 > window.kernel[axis] {
        throw ShapeError("padding \(window.padding) is more than half of the \(window.kernel) kernel")
    }
    return try x.with(shape: [x.shape[0]] + slid(window, over: x) + [x.shape[3]])
}
