import InvarGraph

extension FusionPlan {
    /// The graph with a fused node for each kernel of the plan.
    func fusedGraph() -> Graph {
        var result = Graph(graph.name, capacity: graph.nodes.count)
        var renamed = [NodeID?](repeating: nil, count: graph.nodes.count)
        let live = graph.isLive
        for id in graph.ids where live[id.index] && !(inlined[id.index] && !isNeededOutside(id)) {
            var node = graph[id]
            if node.op.isFusible {
                let (fused, operands, members) = kernel(computing: id)
                node.op = .fused(fused)
                node.inputs = operands
                // Of what was fused, the backward half may still speak: it then means the whole kernel.
                for member in members where renamed[member.index] == nil {
                    renamed[member.index] = NodeID(result.nodes.count)
                }
            }
            node.inputs = node.inputs.map { input in
                guard let new = renamed[input.index] else { internalError("\(input) was fused away but is used") }
                return new
            }
            node.adjointOf = node.adjointOf.flatMap { forward(of: $0, renamed, before: result.nodes.count) }
            renamed[id.index] = result.insert(node)
        }
        for output in graph.outputs {
            guard let node = renamed[output.node.index] else { internalError("output \(output.name) was fused away") }
            result.output(output.name, node)
        }
        return result
    }

    /// What stands for a forward node: its kernel, or, where it was fused into the backward kernel itself, a value that
    /// the node was computed from.
    private func forward(of id: NodeID, _ renamed: [NodeID?], before limit: Int) -> NodeID? {
        if let new = renamed[id.index], new.index < limit { return new }
        return graph[id].inputs.lazy.compactMap { forward(of: $0, renamed, before: limit) }.first
    }

    /// Constants are computed inside kernels, but others read them from memory.
    private func isNeededOutside(_ id: NodeID) -> Bool {
        graph[id].op.isImmediate && immediatesReadFromMemory.contains(id)
    }

    /// The kernel that computes one node: its inner graph, what it reads, and the nodes that are in it.
    private func kernel(computing root: NodeID) -> (Fused, operands: [NodeID], members: [NodeID]) {
        var members: Set<NodeID> = [root]
        var pending = [root]
        while let id = pending.popLast() {
            for input in graph[id].inputs where inlined[input.index] && members.insert(input).inserted {
                pending.append(input)
            }
        }
        var builder = KernelBuilder()
        for id in members.sorted() {
            var node = graph[id]
            node.inputs = node.inputs.map { builder.leaf($0, in: graph) }
            node.adjointOf = nil
            builder.define(id, as: builder.inner.insert(node))
        }
        builder.inner.output("0", builder.leaf(root, in: graph))
        return (Fused(builder.inner), builder.operands, members.sorted())
    }
}
