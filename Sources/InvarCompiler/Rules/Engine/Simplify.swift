import InvarGraph

/// A graph after the rules, in which each fired as often as it could, also at what others made.
///
/// A replacement inherits name, line and forward node of what it replaces. No rewrite raises the estimated cost (floating-point
/// operations + elements moved) or, at equal cost, the number of nodes that work. At each node of the graph at most
/// `rewriteBudget` rewrites are done; the report names the rules that would go on.
///
/// - Parameters:
///   - rules: asked in this order.
///   - kept: nodes that are needed although no output or assignment depends on them, so that `renamed` has them.
/// - Returns: the new graph; for each old node, what stands for it, `nil` where nothing needs it any more; what was done.
public func simplify(
    _ graph: Graph, by rules: [Rule] = rules, keeping kept: [NodeID] = []
) -> (graph: Graph, renamed: [NodeID?], report: RewriteReport) {
    var rewriter = Rewriter(graph.name, rules)
    let (live, users) = graph.liveUserCounts(keeping: kept)
    var renamed = [NodeID?](repeating: nil, count: graph.nodes.count)
    func new(_ id: NodeID) -> NodeID {
        guard let found = renamed[id.index] else { internalError("\(id) is used before it is made") }
        return found
    }
    for id in graph.ids where live[id.index] {
        var node = graph[id]
        let operands = node.distinctInputs.map(new)
        node.inputs = node.inputs.map(new)
        node.adjointOf = node.adjointOf.flatMap { renamed[$0.index] }
        renamed[id.index] = rewriter.add(node, operands: operands, users: users[id.index])
    }
    let roots = graph.outputs.map { Graph.Output($0.name, new($0.node)) }
    let (compact, moved) = rewriter.builder.graph.compacted(outputs: roots, keeping: kept.map(new))
    return (compact, renamed.map { $0.flatMap { moved[$0.index] } }, rewriter.report)
}

/// So many rewrites are tried for one node of the original graph, those of what its replacements are made of included.
let rewriteBudget = 100

extension Node {
    /// An operand that is there twice counts once.
    var distinctInputs: [NodeID] {
        switch inputs.count {
        case 0, 1: inputs
        case 2: inputs[0] == inputs[1] ? [inputs[0]] : inputs
        default: Array(Set(inputs))
        }
    }
}

extension Graph {
    /// For each node whether something needs it, and by how many nodes and outputs it is used.
    fileprivate func liveUserCounts(keeping kept: [NodeID]) -> (live: [Bool], users: [Int]) {
        var users = [Int](repeating: 0, count: nodes.count)
        for root in roots + kept { users[root.index] += 1 }
        for id in ids.reversed() where users[id.index] > 0 {
            for input in self[id].distinctInputs { users[input.index] += 1 }
        }
        return (users.map { $0 > 0 }, users)
    }

    /// The nodes that are needed, in the same order, and where they went.
    fileprivate func compacted(outputs: [Output], keeping kept: [NodeID]) -> (graph: Graph, renamed: [NodeID?]) {
        var live = [Bool](repeating: false, count: nodes.count)
        for root in outputs.map(\.node) + assignments + kept { live[root.index] = true }
        for id in ids.reversed() where live[id.index] {
            for input in self[id].inputs { live[input.index] = true }
        }
        var result = Graph(name, capacity: nodes.count)
        var renamed = [NodeID?](repeating: nil, count: nodes.count)
        /// Of what is gone, the backward half still speaks: it then means a value that it was computed from.
        func forward(of id: NodeID) -> NodeID? {
            renamed[id.index] ?? self[id].inputs.lazy.compactMap(forward).first
        }
        for id in ids where live[id.index] {
            var node = self[id]
            node.inputs = node.inputs.compactMap { renamed[$0.index] }
            node.adjointOf = node.adjointOf.flatMap(forward)
            renamed[id.index] = result.insert(node)
        }
        for output in outputs {
            if let node = renamed[output.node.index] { result.output(output.name, node) }
        }
        return (result, renamed)
    }
}
