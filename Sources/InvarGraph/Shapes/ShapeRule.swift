/// What an op's operands must be and what comes out. `declared` is the result that the maker of the node asks for:
/// ops whose result does not follow from their operands (`reshape`, `broadcast`, …) need one.
///
/// Throws a `ShapeError` that says what was found.
package func resultType(of op: Op, _ operands: [TensorType], declared: TensorType? = nil) throws(ShapeError)
    -> TensorType
{
    let result = try inferredType(of: op, operands, declared)
    if let declared, declared != result { throw ShapeError("gives \(result), not \(declared)") }
    try checkSize(result)
    return result
}

/// Operands that an op cannot take. The message speaks of the operands; who made the node adds where.
package struct ShapeError: Error, Hashable, Sendable {
    package let message: String

    init(_ message: String) { self.message = message }
}

private func inferredType(
    of op: Op, _ operands: [TensorType], _ declared: TensorType?
) throws(ShapeError) -> TensorType {
    switch op {
    case .constant(let value):
        guard !value.isNaN else { throw ShapeError("a constant must be a number, found \(value)") }
        fallthrough
    case .input, .state:
        try expect(operands, count: 0)
        return try needed(declared)
    case .iota(let axis):
        try expect(operands, count: 0)
        let type = try needed(declared)
        try checkAxes([axis], rank: type.rank)
        return type
    case .unary, .stopGradient:
        return try elementwiseType(operands, count: 1)
    case .binary, .compare:
        return try elementwiseType(operands, count: 2)
    case .select:
        return try elementwiseType(operands, count: 3)
    case .reduce(_, let axes):
        return try reductionType(operands, axes)
    case .reshape:
        return try reshapedType(operands, try needed(declared))
    case .broadcast:
        return try broadcastType(operands, try needed(declared))
    case .transpose(let order):
        return try transposedType(operands, order)
    case .slice(let starts):
        return try slicedType(operands, starts, try needed(declared))
    case .pad(let low):
        return try paddedType(operands, low, try needed(declared))
    case .concatenate(let axis):
        return try concatenationType(operands, axis)
    case .matmul(let transposeA, let transposeB):
        return try matmulType(operands, transposeA, transposeB)
    case .convolution(let window):
        return try convolutionType(operands, window)
    case .convolutionInputGradient(let window):
        return try inputGradientType(operands, window, try needed(declared))
    case .convolutionWeightGradient(let window):
        return try weightGradientType(operands, window)
    case .maxPool(let window):
        return try maxPoolType(operands, window)
    case .maxPoolGradient(let window):
        return try maxPoolGradientType(operands, window)
    case .cholesky:
        return try choleskyType(operands)
    case .triangularSolve:
        return try triangularSolveType(operands)
    case .collective(let collective):
        return try collectiveType(operands, collective)
    case .assign:
        try expect(operands, count: 1)
        return operands[0]
    case .fused(let fused):
        return try fusedType(fused, operands)
    case .result:
        try expect(operands, count: 1)
        return try needed(declared)
    }
}

private func fusedType(_ fused: Fused, _ operands: [TensorType]) throws(ShapeError) -> TensorType {
    guard let first = fused.graph.outputs.first,
        fused.graph.outputs.allSatisfy({ fused.graph.nodes.indices.contains($0.node.index) })
    else { throw ShapeError("its inner graph has no output") }
    for node in fused.graph.nodes {
        guard case .input(let name) = node.op else { continue }
        guard let index = Int(name), operands.indices.contains(index) else {
            throw ShapeError("its inner graph reads operand \(name) of \(operands.count)")
        }
        guard node.type == operands[index] else {
            throw ShapeError("operand \(index) is \(operands[index]), its inner graph takes \(node.type)")
        }
    }
    return fused.graph[first.node].type
}

func expect(_ operands: [TensorType], count: Int) throws(ShapeError) {
    guard operands.count == count else { throw ShapeError("takes \(count) operands, found \(operands.count)") }
}

func needed(_ declared: TensorType?) throws(ShapeError) -> TensorType {
    guard let declared else { throw ShapeError("needs its result's type") }
    try checkSize(declared)
    return declared
}

/// Sizes are positive, and there are few enough elements that no product of a few such counts overflows.
package func checkSize(_ type: TensorType) throws(ShapeError) {
    var count = 1
    for size in type.shape {
        guard size > 0 else { throw ShapeError("sizes must be positive, found \(type)") }
        guard size <= largestCount / count else {
            throw ShapeError("\(type) has more elements than any memory")
        }
        count *= size
    }
}

/// 4 TiB of float32.
let largestCount = 1 << 40

func checkAxes(_ axes: [Int], rank: Int) throws(ShapeError) {
    guard axes.allSatisfy({ (0..<rank).contains($0) }), Set(axes).count == axes.count else {
        throw ShapeError("axes \(axes) are not axes of a tensor of rank \(rank)")
    }
}
