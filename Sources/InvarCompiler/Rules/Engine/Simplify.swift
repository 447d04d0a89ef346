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
    var rebuild = Rebuild(graph)
    for id in graph.ids where live[id.index] {
        let operands = graph[id].distinctInputs.map { rebuild[$0] }
        rebuild[id] = rewriter.add(rebuild.translated(graph[id]), operands: operands, users: users[id.index])
    }
    var grown = rewriter.builder.graph
    for output in graph.outputs { grown.output(output.name, rebuild[output.node]) }
    // Without what the rules have replaced.
    let result = Rebuilt(graph: grown, renamed: rebuild.renamed).then { grown in
        grown.rebuilt(keeping: kept.map { rebuild[$0] })
    }
    return (result.graph, result.renamed, rewriter.report)
}

/// So many rewrites are tried for one node of the original graph, those of what its replacements are made of included.
let rewriteBudget = 100

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
}
