import InvarGraph

/// Values are computed late and forgotten early: what frees memory runs as soon as it can.
let orderForMemory = Pass(
    name: "order",
    invariant: "the values that wait for their users at once need no more memory than in the order before"
) { graph in
    let schedule = Schedule(graph)
    let written = Array(graph.ids)
    var (best, least) = (written, schedule.peak(written))
    for patience in [1, Int.max] {
        let order = schedule.greedyOrder(patience: patience)
        let peak = schedule.peak(order)
        if peak < least { (best, least) = (order, peak) }
    }
    return best == written ? graph : graph.reordered(best)
}

extension Graph {
    /// The same graph with its live nodes in another topological order.
    func reordered(_ order: [NodeID]) -> Graph {
        var result = Graph(name, capacity: nodes.count)
        var renamed = [NodeID?](repeating: nil, count: nodes.count)
        for id in order {
            var node = self[id]
            node.inputs = node.inputs.compactMap { renamed[$0.index] }
            node.adjointOf = node.adjointOf.flatMap { renamed[$0.index] }
            renamed[id.index] = result.insert(node)
        }
        for output in outputs {
            guard let node = renamed[output.node.index] else { internalError("\(output.node) was lost") }
            result.output(output.name, node)
        }
        return result
    }
}
