import InvarCompiler
import InvarGraph

extension Graph {
    /// What a node's kernel would do and move; nothing for leaves and for movement, which a program turns into views.
    func cost(of id: NodeID) -> (flops: Int, bytes: Int) {
        let node = self[id]
        guard !node.op.is([.leaf, .alias]) else { return (0, 0) }
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
        self[id].op.is(.broadcast) ? stored(self[id].inputs[0]) : id
    }
}
