func matmulType(_ operands: [TensorType], _ transposeA: Bool, _ transposeB: Bool) throws(ShapeError) -> TensorType {
    try expect(operands, count: 2)
    let (a, b) = (operands[0], operands[1])
    guard a.rank >= 2, a.rank == b.rank, a.element == b.element else {
        throw ShapeError("takes two tensors of one rank, at least 2, and one element type; found \(a) and \(b)")
    }
    guard a.shape.dropLast(2) == b.shape.dropLast(2) else {
        throw ShapeError("leading axes of \(a) and \(b) differ")
    }
    let last = a.rank - 1
    let (m, k) = transposeA ? (a.shape[last], a.shape[last - 1]) : (a.shape[last - 1], a.shape[last])
    let (k2, n) = transposeB ? (b.shape[last], b.shape[last - 1]) : (b.shape[last - 1], b.shape[last])
    guard k == k2 else { throw ShapeError("inner dimensions \(k) and \(k2) differ, of \(a) and \(b)") }
    return a.with(shape: a.shape.dropLast(2) + [m, n])
}

/// x: N×H×W×C, weight: KH×KW×(C/groups)×O, result: N×H'×W'×O.
func convolutionType(_ operands: [TensorType], _ window: Window) throws(ShapeError) -> TensorType {
    try checkMaps(operands)
    return try forwardType(operands[0], operands[1], window)
}

/// (gradient of the output, weight); the result is like x.
func inputGradientType(
    _ operands: [TensorType], _ window: Window, _ x: TensorType
) throws(ShapeError) -> TensorType {
    try checkMaps(operands)
    guard x.rank == 4, try forwardType(x, operands[1], window) == operands[0] else {
        throw ShapeError("\(operands[0]) is not the gradient of a convolution of \(x) with \(operands[1])")
    }
    return x
}

/// (gradient of the output, x); the result is like the weight.
func weightGradientType(_ operands: [TensorType], _ window: Window) throws(ShapeError) -> TensorType {
    try checkMaps(operands)
    let (gradient, x) = (operands[0], operands[1])
    try check(window)
    let weight = x.with(shape: window.kernel + [x.shape[3] / window.groups, gradient.shape[3]])
    guard try forwardType(x, weight, window) == gradient else {
        throw ShapeError("\(gradient) is not the gradient of a convolution of \(x) with \(weight)")
    }
    return weight
}

private func checkMaps(_ operands: [TensorType]) throws(ShapeError) {
    try expect(operands, count: 2)
    guard operands.allSatisfy({ $0.rank == 4 && $0.element == operands[0].element }) else {
        throw ShapeError("takes two tensors of rank 4 and one element type; found \(operands[0]) and \(operands[1])")
    }
}

private func forwardType(_ x: TensorType, _ weight: TensorType, _ window: Window) throws(ShapeError) -> TensorType {
    try check(window)
    let (channels, outputs) = (x.shape[3], weight.shape[3])
    guard channels % window.groups == 0, outputs % window.groups == 0 else {
        throw ShapeError("\(window.groups) groups do not divide \(channels) input and \(outputs) output channels")
    }
    guard Array(weight.shape[0..<3]) == window.kernel + [channels / window.groups] else {
        throw ShapeError(
            "weight \(weight) does not fit x \(x) and a \(window.kernel) kernel in \(window.groups) groups")
    }
    return try x.with(shape: [x.shape[0]] + slid(window, over: x) + [outputs])
}

/// Height and width after the window slid over N×H×W×C maps.
func slid(_ window: Window, over x: TensorType) throws(ShapeError) -> [Int] {
    let size = window.outputSize(x.shape[1], x.shape[2])
    guard size.allSatisfy({ $0 > 0 }) else {
        throw ShapeError("a \(window.kernel) kernel with padding \(window.padding) does not fit maps \(x)")
    }
    return size
}

func check(_ window: Window) throws(ShapeError) {
    guard window.kernel.count == 2, window.strides.count == 2, window.padding.count == 4,
        (window.kernel + window.strides + [window.groups]).allSatisfy({ $0 > 0 }),
        window.padding.allSatisfy({ $0 >= 0 }),
        (window.kernel + window.strides + window.padding).allSatisfy({ $0 <= largestCount })
    else {
        throw ShapeError(
            "kernel, stride and groups must be positive and padding not negative; found kernel \(window.kernel), "
                + "stride \(window.strides), padding \(window.padding), \(window.groups) groups")
    }
}
