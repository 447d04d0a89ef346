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
            guard graph[c].op.is(.constant) else { continue }
            for user in users[x.index] where user > id {
                guard graph[user].turn == graph[id].turn else { continue }
                if case .compare(.greater) = graph[user].op, graph[user].inputs == [x, c] { activations[user] = id }
            }
        }
    }
    var rebuild = Rebuild(graph)
    let live = graph.isLive
    for id in graph.ids where live[id.index] {
        var node = rebuild.translated(graph[id])
        if let activation = activations[id], rebuild.isWritten(activation) { node.inputs[0] = rebuild[activation] }
        rebuild[id] = rebuild.insert(node)
    }
    return rebuild.finished()
}

extension Graph {
    /// The tensors that an elementwise value is computed from: what more than one sweep would read is not computed twice.
    fileprivate func sources(of id: NodeID) -> Set<NodeID> {
        var (found, seen, pending) = (Set<NodeID>(), Set([id]), [id])
        while let next = pending.popLast() {
            let op = self[next].op
            if op.is(.elementwise) {
                pending += self[next].inputs.filter { seen.insert($0).inserted }
            } else if !op.is([.immediate, .broadcast]) {
                found.insert(next)
            }
        }
        return found
    }

    /// Whether something other than elementwise masks and convolutions' maps reads a value.
    fileprivate func isStoredAnyway(_ id: NodeID, _ users: [[NodeID]]) -> Bool {
        users[id.index].contains { user in
            let op = self[user].op
            if op.is(.reshape) { return isStoredAnyway(user, users) }
            return !op.is(.compare) && op.mapOperand.map { self[user].inputs[$0] != id } ?? true
        } || outputs.contains { $0.node == id }
    }
}
