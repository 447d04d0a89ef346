import InvarGraph

/// A reshape parts two kernels. So what is computed keeps its shape as long as it can, and what is read from state is
/// looked at in the shape of what it meets: a batch norm's statistics, [1, 1, 1, C], and its weights, [C].
let reshapeRules = [reshapeSinks, reshapeRisesToLeaves]

/// Ends because it only moves reshapes of what is computed towards the results.
private let reshapeSinks = Rule(
    "f(reshape(x), leaf) → reshape(f(x, reshape(leaf)))", at: .elementwise,
    example: example([2, 3], [3]) { x in x[0].sum([0]) * x[1] + 1 }
) { builder, node in
    var shape: [Int]?
    for input in builder.inputs(of: node) where !builder.isOfLeaves(input) {
        guard let x = builder.reshapeOperand(input), shape == nil || shape == builder.shape(x) else { return nil }
        shape = builder.shape(x)
    }
    guard let shape else { return nil }
    let type = builder.type(of: node).with(shape: shape)
    let operands = builder.inputs(of: node).map { input in
        if let value = builder.constant(input) { return builder.constant(value, type) }
        return builder.tensor(builder.reshapeOperand(input) ?? input).reshape(shape)
    }
    return builder.emit(builder.op(of: node), operands).reshape(builder.shape(node))
}

/// Meets the rule above: what is computed from leaves alone takes the shape that is asked for.
private let reshapeRisesToLeaves = Rule(
    "reshape(f(leaf)) → f(reshape(leaf))", at: .reshape, example: example([6]) { x in (x[0] * 2).reshape([2, 3]) }
) { builder, node in
    let inner = builder.inputs(of: node)[0]
    guard builder.op(of: inner).is(.elementwise), builder.isOfLeaves(inner) else { return nil }
    let type = builder.type(of: node)
    let operands = builder.inputs(of: inner).map { input in
        if let value = builder.constant(input) { return builder.constant(value, type) }
        return builder.tensor(builder.reshapeOperand(input) ?? input).reshape(type.shape)
    }
    return builder.emit(builder.op(of: inner), operands)
}

extension GraphBuilder {
    /// A leaf, a reshaped leaf, or a few elementwise ops on such.
    fileprivate func isOfLeaves(_ id: NodeID, depth: Int = 3) -> Bool {
        let node = graph[id]
        switch node.op {
        case .input, .state, .constant:
            return true
        case .unary, .binary, .compare, .select, .stopGradient, .reshape:
            return depth > 0 && node.inputs.allSatisfy { isOfLeaves($0, depth: depth - 1) }
        case .iota, .reduce, .broadcast, .transpose, .slice, .pad, .concatenate, .matmul, .convolution,
            .convolutionInputGradient, .convolutionWeightGradient, .maxPool, .maxPoolGradient, .cholesky,
            .triangularSolve, .collective, .assign,
            .fused, .result:
            return false
        }
    }
}
