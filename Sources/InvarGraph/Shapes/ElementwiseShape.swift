func elementwiseType(_ op: Op, _ operands: [TensorType]) throws(ShapeError) -> TensorType {
    switch op {
    case .unary, .stopGradient:
        try expect(operands, count: 1)
        return operands[0]
    case .binary, .compare:
        try expect(operands, count: 2)
        try same(operands)
        return operands[0]
    case .select:
        try expect(operands, count: 3)
        try same(operands)
        return operands[0]
    default:
        internalError("\(op) is not elementwise")
    }
}

private func same(_ operands: [TensorType]) throws(ShapeError) {
    for operand in operands where operand != operands[0] {
        throw ShapeError("operands differ: \(operands[0]) and \(operand)")
    }
}
