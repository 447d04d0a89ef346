import InvarGraph

/// Puts an inner graph together.
struct KernelBuilder {
    var inner = Graph("fused")
    private(set) var operands: [NodeID] = []
    /// What stands for a value of the outer graph.
    private(set) var inside: [NodeID: NodeID] = [:]

    mutating func define(_ outer: NodeID, as value: NodeID) { inside[outer] = value }

    mutating func leaf(_ outer: NodeID, in graph: Graph) -> NodeID {
        if let known = inside[outer] { return known }
        let leaf = inner.insert(Node(.input("\(operands.count)"), type: graph[outer].type))
        operands.append(outer)
        inside[outer] = leaf
        return leaf
    }

    /// The outputs of another kernel, computed here.
    mutating func inline(_ fused: Fused, operands: [NodeID], in graph: Graph) -> [NodeID] {
        var renamed: [NodeID: NodeID] = [:]
        for id in fused.graph.ids {
            var node = fused.graph[id]
            if case .input(let name) = node.op {
                renamed[id] = leaf(operands[Fused.operand(named: name)], in: graph)
            } else {
                node.inputs = node.inputs.compactMap { renamed[$0] }
                renamed[id] = inner.insert(node)
            }
        }
        return fused.graph.outputs.compactMap { renamed[$0.node] }
    }
}

extension Rebuild {
    /// A result of a kernel, which stands for an old node.
    mutating func insertResult(_ index: Int, of kernel: NodeID, like id: NodeID) {
        var node = old[id]
        node.inputs = []
        node = translated(node)
        (node.op, node.inputs) = (.result(index), [kernel])
        self[id] = insert(node)
    }
}

extension Graph {
    /// The nodes that read each node, once each.
    var users: [[NodeID]] {
        var users = [[NodeID]](repeating: [], count: nodes.count)
        for id in ids { for input in Set(self[id].inputs) { users[input.index].append(id) } }
        return users
    }
}
