import InvarGraph

extension FusionPlan {
    /// The graph with a fused node for each kernel of the plan.
    func fusedGraph() -> Rebuilt {
        var rebuild = Rebuild(graph)
        let live = graph.isLive
        for id in graph.ids where live[id.index] && !(inlined[id.index] && !isNeededOutside(id)) {
            var node = graph[id]
            guard node.op.is(.fusible) else {
                rebuild.keep(id)
                continue
            }
            let (fused, operands, members) = kernel(computing: id)
            (node.op, node.inputs) = (.fused(fused), operands)
            let new = rebuild.insert(rebuild.translated(node))
            // Of what was fused, the backward half may still speak: it then means the whole kernel.
            for member in members where !rebuild.isWritten(member) { rebuild[member] = new }
        }
        return rebuild.finished()
    }

    /// Constants are computed inside kernels, but others read them from memory.
    private func isNeededOutside(_ id: NodeID) -> Bool {
        graph[id].op.is(.immediate) && immediatesReadFromMemory.contains(id)
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
            (node.adjointOf, node.turn) = (nil, nil)
            builder.define(id, as: builder.inner.insert(node))
        }
        builder.inner.output("0", builder.leaf(root, in: graph))
        return (Fused(builder.inner), builder.operands, members.sorted())
    }
}
