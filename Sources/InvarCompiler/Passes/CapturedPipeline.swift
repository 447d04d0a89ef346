import InvarGraph

/// A step from captured graph to captured graph, before it is differentiated. It says where the nodes went, so that who wrote
/// the graph finds them again.
public struct CapturedPass: Sendable {
    /// The graph, and for each old node what stands for it; `nil` where nothing needs it any more.
    public typealias Result = (graph: Graph, renamed: [NodeID?])

    public let name: String
    /// One sentence: what holds afterwards.
    public let invariant: String
    let run: @Sendable (_ graph: Graph, _ kept: [NodeID]) -> Result

    /// - Parameter kept: nodes that are needed although no output or assignment depends on them.
    public func callAsFunction(_ graph: Graph, keeping kept: [NodeID] = []) -> Result { run(graph, kept) }
}

/// What happens to a captured graph before it is differentiated, so that the backward half follows by itself: this list, in
/// this order.
public let capturedPipeline: [CapturedPass] = [
    simplifyCaptured(name: "simplify captured"),
    CapturedPass(
        name: "batch siblings", invariant: "what both views do with shared weights is one computation over both",
        run: { batchSiblings($0, keeping: $1) }),
    simplifyCaptured(name: "simplify batched"),
]

private func simplifyCaptured(name: String) -> CapturedPass {
    CapturedPass(name: name, invariant: applyRules.invariant) { graph, kept in
        let simplified = simplify(graph, keeping: kept)
        return (simplified.graph, simplified.renamed)
    }
}

/// The captured graph after the whole pipeline, ready to be differentiated.
public func optimizeCaptured(_ graph: Graph, keeping kept: [NodeID] = []) -> CapturedPass.Result {
    var result: CapturedPass.Result = (graph, graph.ids.map { $0 })
    for pass in capturedPipeline {
        let next = pass(result.graph, keeping: kept.compactMap { result.renamed[$0.index] })
        result = (next.graph, result.renamed.map { $0.flatMap { next.renamed[$0.index] } })
    }
    return result
}
