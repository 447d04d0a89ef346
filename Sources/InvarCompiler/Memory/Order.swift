import InvarGraph

/// Values are computed late and forgotten early: what frees memory runs as soon as it can.
let orderForMemory = Pass(
    name: "order",
    invariant: "the values that wait for their users at once need no more memory than in the order before"
) { graph in
    let lifetimes = Lifetimes(graph)
    let written = Array(graph.ids)
    var (best, least) = (written, lifetimes.peak(written))
    for patience in [1, Int.max] {
        let order = lifetimes.greedyOrder(patience: patience)
        let peak = lifetimes.peak(order)
        if peak < least { (best, least) = (order, peak) }
    }
    if best == written { return Rebuilt(graph) }
    // Without the nodes that nothing needs.
    var rebuild = Rebuild(graph)
    for id in best { rebuild.keep(id) }
    return rebuild.finished()
}
