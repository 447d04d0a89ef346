import InvarGraph

/// Floating-point operations of an op: what the arithmetic needs, not what an implementation does.
/// Each convolution (forward or gradient) costs 2 · (output pixels) · (weights).
package func flops(_ op: Op, operands: [[Int]], result: [Int]) -> Int {
    func count(_ shape: [Int]) -> Int { shape.reduce(1, *) }
    switch op {
    case .input, .state, .constant, .iota, .stopGradient, .reshape, .broadcast, .transpose, .slice, .pad,
        .concatenate, .assign, .result:
        return 0
    case .unary, .binary, .compare, .select:
        return count(result)
    case .reduce(.centredSquares, _):
        return 3 * count(operands[0])
    case .reduce:
        return count(operands[0])
    case .matmul(let transposeA, _):
        let inner = operands[0][operands[0].count - (transposeA ? 2 : 1)]
        return 2 * count(result) * inner
    case .convolution:
        return 2 * count(result) / result[3] * count(operands[1])
    case .convolutionInputGradient:
        return 2 * count(operands[0]) / operands[0][3] * count(operands[1])
    case .convolutionWeightGradient:
        return 2 * count(operands[0]) / operands[0][3] * count(result)
    case .maxPool(let window), .maxPoolGradient(let window):
        let pooled = if case .maxPool = op { count(result) } else { count(operands[0]) }
        return pooled * window.kernel.reduce(1, *)
    case .fused(let fused):
        let inner = fused.graph
        return inner.nodes.reduce(0) { total, node in
            total + flops(node.op, operands: node.inputs.map { inner[$0].type.shape }, result: node.type.shape)
        }
    }
}
