/// A sum keeps its operand's type; gathering makes the batch's axis as many times longer as there are ranks, and what leaves a rank
/// its part makes it as many times shorter.
func collectiveType(_ operands: [TensorType], _ collective: Collective) throws(ShapeError) -> TensorType {
    try expect(operands, count: 1)
    let (x, ranks) = (operands[0], collective.ranks)
    guard ranks >= 2, ranks <= largestCount else { throw ShapeError("takes 2 ranks or more, found \(ranks)") }
    guard let batch = collective.batchAxis else { return x }
    try checkAxes([batch.axis], rank: x.rank)
    var result = x
    let size = x.shape[batch.axis]
    guard batch.groups > 0, batch.inner > 0, batch.groups <= size, batch.inner <= size,
        size % (batch.groups * batch.inner) == 0
    else { throw ShapeError("axis \(batch.axis) of \(x) does not hold \(batch.groups) groups of \(batch.inner) each") }
    switch collective.kind {
    case .allReduce: break
    case .allGather:
        guard size <= largestCount / ranks else { throw ShapeError("\(x) of \(ranks) ranks is more than any memory") }
        result.shape[batch.axis] = size * ranks
    case .reduceScatter, .shard:
        guard size / (batch.groups * batch.inner) % ranks == 0 else {
            throw ShapeError("\(ranks) ranks do not share axis \(batch.axis) of \(x) evenly")
        }
        result.shape[batch.axis] = size / ranks
    }
    return result
}
