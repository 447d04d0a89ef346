import InvarGraph

/// What happens to a captured graph before it is differentiated, so that the backward half follows by itself: this list, in
/// this order.
public let capturedPipeline: [Pass] = [
    applyRules(name: "simplify captured"),
    Pass(
        name: "batch siblings", invariant: "what all views of one size do with shared weights is one computation"
    ) { graph, kept in batchSiblings(graph, keeping: kept) },
    applyRules(name: "simplify batched"),
]

/// What happens to a differentiated graph before it is planned: this list, in this order.
public let pipeline: [Pass] = simplification + kernels

/// The same for a step that ranks share, each with its own part, or that is computed in micro-batches, or both.
/// - Parameter updates: the parameters whose update ranks share too.
public func pipeline(over ranks: Ranks, sharing updates: [SharedUpdate] = []) -> [Pass] {
    var parts: [Pass] = []
    if ranks.microBatches > 1 {
        parts = [accumulating(over: ranks, sharing: updates)]
    } else if ranks.count > 1 {
        parts = [splitting(over: ranks, sharing: updates)]
    }
    if ranks.count > 1 { parts.append(bucketSums) }
    return simplification + parts + kernels
}

/// What is said of the step as a whole.
let simplification: [Pass] = [
    removeDeadCode,
    removeStopGradients,
    applyRules(name: "simplify"),
]

/// What makes kernels of it.
private let kernels: [Pass] = [
    shareSums,
    squeezeAxes,
    maskByActivations,
    fuseElementwise,
    fuseSideways,
    sweepUpdates,
    fusePrologues,
    fuseEpilogues,
    orderForMemory,
    recomputeCheap,
]

extension [Pass] {
    /// These passes for a program that may take so many bytes.
    /// - Parameter bytes: what a program takes where it is run, the executor's own memory included.
    public func within(_ limit: Int, taking bytes: @escaping @Sendable (Program) throws -> Int) -> [Pass] {
        self + [recompute(within: limit, taking: bytes)]
    }
}

/// The graph after the whole pipeline.
public func optimize(_ graph: Graph) -> Graph { pipeline.run(graph).graph }

/// Optimizes a graph and plans its execution.
public func compile(_ graph: Graph) -> Program { Program(planning: optimize(graph)) }

private func applyRules(name: String) -> Pass {
    Pass(name: name, invariant: "no rule fires any more, within its budget; the estimated cost has not risen") {
        graph, kept in
        let simplified = simplify(graph, keeping: kept)
        return Rebuilt(graph: simplified.graph, renamed: simplified.renamed)
    }
}
