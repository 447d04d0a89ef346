import InvarGraph

/// A rewrite of the captured graph, named by its mathematics. It keeps values up to rounding and makes the graph do less.
public struct Rule: Sendable {
    public let name: String
    /// A small graph, with the output "y", in which it fires.
    public let example: @Sendable () throws -> Graph
    /// What stands for the node, written with the nodes before it; `nil` where the rule does not fire.
    let replacement: @Sendable (_ builder: GraphBuilder, _ node: NodeID) -> Tensor?
}

/// What happens to a captured graph before it is differentiated, so that the backward half follows by itself.
public let rules: [Rule] = [offDiagonalGram]

/// The graph after each rule had its turn at each node, and where the nodes went; `nil` for those that nothing needs.
public func simplify(_ graph: Graph) -> (graph: Graph, renamed: [NodeID?]) {
    let builder = GraphBuilder(graph.name)
    var renamed = [NodeID?](repeating: nil, count: graph.nodes.count)
    let live = graph.isLive
    func new(_ id: NodeID) -> NodeID {
        guard let found = renamed[id.index] else { internalError("\(id) is used before it is made") }
        return found
    }
    for id in graph.ids where live[id.index] {
        var node = graph[id]
        node.inputs = node.inputs.map(new)
        node.adjointOf = node.adjointOf.flatMap { renamed[$0.index] }
        (builder.name, builder.site) = (node.name, node.site)
        let inserted = builder.graph.insert(node)
        renamed[id.index] = rules.lazy.compactMap { $0.replacement(builder, inserted)?.id }.first ?? inserted
    }
    for output in graph.outputs { builder.graph.output(output.name, new(output.node)) }
    return (builder.graph, renamed)
}
