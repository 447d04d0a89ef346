import InvarGraph

/// Values are computed late and forgotten early: what frees memory runs as soon as it can.
let orderForMemory = Pass(
    name: "order",
    invariant: "the values that wait for their users at once need no more memory than in the order before"
) { graph in
    let lifetimes = Lifetimes(graph)
    let written = Array(graph.ids)
    var (best, least) = (written, lifetimes.peak(written))
    // Micro-batches one after another, or in whatever order frees most.
    let turns: [[Int]?] = graph.nodes.contains { $0.turn != nil } ? [graph.turns, nil] : [nil]
    for turns in turns {
        for patience in [1, Int.max] {
            let order = lifetimes.greedyOrder(patience: patience, turns: turns)
            let peak = lifetimes.peak(order)
            if peak < least { (best, least) = (order, peak) }
        }
    }
    if best == written { return Rebuilt(graph) }
    // Without the nodes that nothing needs.
    var rebuild = Rebuild(graph)
    for id in best { rebuild.keep(id) }
    return rebuild.finished()
}

extension Graph {
    /// For each node the turn that it may come in: what belongs to the whole batch comes in the last of those that it needs, or, where it
    /// needs none, in the first that needs it.
    fileprivate var turns: [Int] {
        var turns = [Int?](repeating: nil, count: nodes.count)
        for id in ids { turns[id.index] = self[id].turn ?? self[id].inputs.compactMap { turns[$0.index] }.max() }
        let first = turns
        for id in ids.reversed() {
            for input in self[id].inputs where first[input.index] == nil {
                turns[input.index] = [turns[input.index], turns[id.index]].compactMap(\.self).min()
            }
        }
        return turns.map { $0 ?? 0 }
    }
}
