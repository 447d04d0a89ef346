import InvarCompiler
import InvarGraph

extension Graph {
    /// What a node's kernel would do and move; nothing for leaves and for movement, which a program turns into views.
    func cost(of id: NodeID) -> (flops: Int, bytes: Int) {
        let node = self[id]
        guard !node.op.isLeaf, !node.op.isMovement else { return (0, 0) }
        let operations = flops(
            node.op, operands: node.inputs.map { self[$0].type.shape }, result: node.type.shape)
        let read = Set(node.inputs.map(stored)).reduce(0) { $0 + self[$1].type.byteCount }
        var written = node.type.byteCount
        if case .fused(let fused) = node.op {
            written = fused.graph.outputs.reduce(0) { $0 + fused.graph[$1.node].type.byteCount }
        }
        return (operations, read + written)
    }

    /// What lies in memory for an operand: a repeated value lies there once.
    private func stored(_ id: NodeID) -> NodeID {
        if case .broadcast = self[id].op { stored(self[id].inputs[0]) } else { id }
    }
}

extension Op {
    /// Made from nothing.
    var isLeaf: Bool {
        switch self {
        case .input, .state, .constant, .iota: true
        case .unary, .binary, .compare, .select, .stopGradient, .reduce, .reshape, .broadcast, .transpose, .slice, .pad,
            .concatenate, .matmul, .convolution, .convolutionInputGradient, .convolutionWeightGradient, .maxPool,
            .maxPoolGradient, .assign, .fused, .result:
            false
        }
    }

    /// No kernel of its own.
    var isMovement: Bool {
        switch self {
        case .reshape, .broadcast, .transpose, .slice, .stopGradient, .assign, .result: true
        case .input, .state, .constant, .iota, .unary, .binary, .compare, .select, .reduce, .pad, .concatenate, .matmul,
            .convolution, .convolutionInputGradient, .convolutionWeightGradient, .maxPool, .maxPoolGradient, .fused:
            false
        }
    }
}
