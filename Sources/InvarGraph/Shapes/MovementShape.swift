func reshapedType(_ operands: [TensorType], _ result: TensorType) throws(ShapeError) -> TensorType {
    try expect(operands, count: 1)
    let x = operands[0]
    guard result.count == x.count else {
        throw ShapeError("\(x) has \(x.count) elements, \(result) has \(result.count)")
    }
    return x.with(shape: result.shape)
}

func broadcastType(_ operands: [TensorType], _ result: TensorType) throws(ShapeError) -> TensorType {
    try expect(operands, count: 1)
    let x = operands[0]
    guard result.rank == x.rank, zip(x.shape, result.shape).allSatisfy({ $0 == $1 || $0 == 1 }) else {
        throw ShapeError("\(x) does not broadcast to \(result): each size must be equal or 1")
    }
    return x.with(shape: result.shape)
}

func transposedType(_ operands: [TensorType], _ order: [Int]) throws(ShapeError) -> TensorType {
    try expect(operands, count: 1)
    let x = operands[0]
    try checkAxes(order, rank: x.rank)
    guard order.count == x.rank else { throw ShapeError("order \(order) does not name the axes of \(x)") }
    return x.with(shape: order.map { x.shape[$0] })
}

func slicedType(_ operands: [TensorType], _ starts: [Int], _ result: TensorType) throws(ShapeError) -> TensorType {
    try expect(operands, count: 1)
    let x = operands[0]
    guard lies(result, in: x, at: starts) else { throw ShapeError("a slice at \(starts) of \(result) leaves \(x)") }
    return x.with(shape: result.shape)
}

func paddedType(_ operands: [TensorType], _ low: [Int], _ result: TensorType) throws(ShapeError) -> TensorType {
    try expect(operands, count: 1)
    let x = operands[0]
    guard lies(x, in: result, at: low) else { throw ShapeError("\(x) at \(low) leaves \(result)") }
    return x.with(shape: result.shape)
}

/// Whether a part of that shape that begins at `starts` lies in the whole.
private func lies(_ part: TensorType, in whole: TensorType, at starts: [Int]) -> Bool {
    starts.count == whole.rank && part.rank == whole.rank && starts.allSatisfy { $0 >= 0 }
        && zip(starts, zip(part.shape, whole.shape)).allSatisfy { $0 <= $1.1 - $1.0 }
}

func concatenationType(_ operands: [TensorType], _ axis: Int) throws(ShapeError) -> TensorType {
    guard let first = operands.first else { throw ShapeError("takes an operand, found none") }
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
