func movementType(
    _ op: Op, _ operands: [TensorType], _ declared: TensorType?
) throws(ShapeError) -> TensorType {
    guard let x = operands.first else { throw ShapeError("takes an operand, found none") }
    switch op {
    case .reshape:
        try expect(operands, count: 1)
        let result = try needed(declared)
        guard result.count == x.count else {
            throw ShapeError("\(x) has \(x.count) elements, \(result) has \(result.count)")
        }
        return x.with(shape: result.shape)
    case .broadcast:
        try expect(operands, count: 1)
        let result = try needed(declared)
        guard result.rank == x.rank, zip(x.shape, result.shape).allSatisfy({ $0 == $1 || $0 == 1 }) else {
            throw ShapeError("\(x) does not broadcast to \(result): each size must be equal or 1")
        }
        return x.with(shape: result.shape)
    case .transpose(let order):
        try expect(operands, count: 1)
        try checkAxes(order, rank: x.rank)
        guard order.count == x.rank else { throw ShapeError("order \(order) does not name the axes of \(x)") }
        return x.with(shape: order.map { x.shape[$0] })
    case .slice(let starts):
        try expect(operands, count: 1)
        let result = try needed(declared)
        guard starts.count == x.rank, result.rank == x.rank, starts.allSatisfy({ $0 >= 0 }),
            zip(starts, zip(result.shape, x.shape)).allSatisfy({ $0 <= $1.1 - $1.0 })
        else { throw ShapeError("a slice at \(starts) of \(result) leaves \(x)") }
        return x.with(shape: result.shape)
    case .pad(let low):
        try expect(operands, count: 1)
        let result = try needed(declared)
        guard low.count == x.rank, result.rank == x.rank, low.allSatisfy({ $0 >= 0 }),
            zip(low, zip(x.shape, result.shape)).allSatisfy({ $0 <= $1.1 - $1.0 })
        else { throw ShapeError("\(x) at \(low) leaves \(result)") }
        return x.with(shape: result.shape)
    case .concatenate(let axis):
        return try concatenationType(operands, axis)
    default:
        internalError("\(op) does not move data")
    }
}

private func concatenationType(_ operands: [TensorType], _ axis: Int) throws(ShapeError) -> TensorType {
    let first = operands[0]
    try checkAxes([axis], rank: first.rank)
    var shape = first.shape
    for other in operands.dropFirst() {
        var rest = other.shape
        guard rest.count == first.rank, other.element == first.element else {
            throw ShapeError("cannot join \(first) and \(other)")
        }
        rest[axis] = first.shape[axis]
        guard rest == first.shape else { throw ShapeError("cannot join \(first) and \(other) along axis \(axis)") }
        shape[axis] += other.shape[axis]
    }
    return first.with(shape: shape)
}
