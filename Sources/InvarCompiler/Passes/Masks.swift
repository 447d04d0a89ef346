import InvarGraph

/// x > c is max(x, c) > c. Where the activation is stored anyway, its derivative reads that, and x need not be kept. Where only
/// convolutions read the activation, it is cheaper to keep x, and to compute the activation on the way.
let maskByActivations = Pass(
    name: "mask by activations", invariant: "no mask of a ReLU keeps its input beside a stored output"
) { graph in
    let users = graph.users
    var activations: [NodeID: NodeID] = [:]
    for id in graph.ids {
        guard case .binary(.maximum) = graph[id].op, graph.isStoredAnyway(id, users) || graph.sources(of: id).count > 1
        else { continue }
        for (x, c) in [(graph[id].inputs[0], graph[id].inputs[1]), (graph[id].inputs[1], graph[id].inputs[0])] {
            guard case .constant = graph[c].op else { continue }
            for user in users[x.index] where user > id {
                if case .compare(.greater) = graph[user].op, graph[user].inputs == [x, c] { activations[user] = id }
            }
        }
    }
    var renamed: [NodeID: NodeID] = [:]
    return graph.rewritten { result, id, node in
        var node = node
        if let activation = activations[id], let new = renamed[activation] { node.inputs[0] = new }
        let new = result.insert(node)
        renamed[id] = new
        return new
    }
}

extension Graph {
    /// The tensors that an elementwise value is computed from: what more than one sweep would read is not computed twice.
    fileprivate func sources(of id: NodeID) -> Set<NodeID> {
        var (found, seen, pending) = (Set<NodeID>(), Set([id]), [id])
        while let next = pending.popLast() {
            switch self[next].op {
            case .constant, .iota, .broadcast: continue
            case let op where op.isElementwise: pending += self[next].inputs.filter { seen.insert($0).inserted }
            default: found.insert(next)
            }
        }
        return found
    }

    /// Whether something other than elementwise masks and convolutions' maps reads a value.
    fileprivate func isStoredAnyway(_ id: NodeID, _ users: [[NodeID]]) -> Bool {
        users[id.index].contains { user in
            switch self[user].op {
            case .reshape: isStoredAnyway(user, users)
            case .compare: false
            default: self[user].op.mapOperand.map { self[user].inputs[$0] != id } ?? true
            }
        } || outputs.contains { $0.node == id }
    }
}
