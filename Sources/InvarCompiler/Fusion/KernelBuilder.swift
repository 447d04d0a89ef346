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
            if case .input(let name) = node.op, let index = Int(name) {
                renamed[id] = leaf(operands[index], in: graph)
            } else {
                node.inputs = node.inputs.compactMap { renamed[$0] }
                renamed[id] = inner.insert(node)
            }
        }
        return fused.graph.outputs.compactMap { renamed[$0.node] }
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
