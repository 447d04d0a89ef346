import InvarGraph

// The value of siblings is stacked: [count] + shape, the first view's at 0, the second's at 1. All elementwise ops and reductions run
// on this form, so that they fuse; contractions and poolings see the batches of all views as one.

/// Whether an op can be computed for all views at once, where these of its operands are stacked and the others shared.
func canStack(_ node: Node, isStacked: [Bool]) -> Bool {
    switch node.op {
    case .input, .state, .constant, .iota, .collective, .assign, .fused, .result: false
    case .unary, .binary, .compare, .select, .stopGradient, .reduce, .reshape, .broadcast, .transpose, .slice, .pad,
        .concatenate:
        true
    // A shared matrix on the left, or beside leading axes, would have to be written twice.
    case .matmul(let transposeA, _):
        isStacked == [true, true] || isStacked == [true, false] && !transposeA && node.type.rank == 2
    case .convolution, .convolutionInputGradient: isStacked == [true, false]
    // Sums over the batch, which is each view's own.
    case .convolutionWeightGradient: false
    case .maxPool: true
    case .maxPoolGradient, .triangularSolve: isStacked == [true, true]
    case .cholesky: true
    }
}

extension OpKinds {
    /// What takes shared operands as if they were stacked, rather than as they are.
    static let liftsSharedOperands: OpKinds = [.elementwise, .concatenate]
}

/// The value of such nodes for so many views: [count] + shape.
///
/// - Parameters:
///   - operands: stacked or lifted, except for the shared operand of a contraction.
///   - isStacked: for each operand whether it differs between the views.
func stacked(_ node: Node, _ operands: [Tensor], isStacked: [Bool], count: Int) -> Tensor {
    let type = node.type.stacked(count)
    func emit(_ op: Op) -> Tensor { operands[0].builder.emit(op, operands, type) }
    func asOneBatch() -> Tensor {
        let parts = zip(operands, isStacked).map { $1 ? $0.oneBatch : $0 }
        let result = node.type.with(shape: [count * node.type.shape[0]] + node.type.shape.dropFirst())
        return operands[0].builder.emit(node.op, parts, result).reshape(type.shape)
    }
    switch node.op {
    case .unary, .binary, .compare, .select, .stopGradient, .broadcast, .cholesky, .triangularSolve:
        return emit(node.op)
    case .reshape: return operands[0].reshape(type.shape)
    case .reduce(let kind, let axes): return emit(.reduce(kind, axes: axes.map { $0 + 1 }))
    case .transpose(let order): return emit(.transpose([0] + order.map { $0 + 1 }))
    case .slice(let starts): return emit(.slice(starts: [0] + starts))
    case .pad(let low): return emit(.pad(low: [0] + low))
    case .concatenate(let axis): return emit(.concatenate(axis: axis + 1))
    case .matmul: return isStacked == [true, true] ? emit(node.op) : asOneBatch()
    case .convolution, .convolutionInputGradient, .maxPool, .maxPoolGradient: return asOneBatch()
    case .input, .state, .constant, .iota, .convolutionWeightGradient, .collective, .assign, .fused, .result:
        internalError("\(node.op) is not stacked")
    }
}

extension TensorType {
    /// Of so many views.
    func stacked(_ count: Int) -> TensorType { with(shape: [count] + shape) }
}

extension Tensor {
    /// [count, N, …] as [count·N, …]. What was reshaped before is reshaped once.
    fileprivate var oneBatch: Tensor {
        let merged = [shape[0] * shape[1]] + shape.dropFirst(2)
        guard let id, case .reshape = builder.graph[id].op else { return reshape(merged) }
        return builder.tensor(builder.graph[id].inputs[0]).reshape(merged)
    }
}
