import InvarGraph

/// A step from graph to graph that keeps what the graph computes.
public struct Pass: Sendable {
    public let name: String
    /// One sentence: what holds afterwards.
    public let invariant: String
    let run: @Sendable (Graph) -> Graph

    public func callAsFunction(_ graph: Graph) -> Graph { run(graph) }
}

/// What happens to a differentiated graph before it is planned: this list, in this order.
public let pipeline: [Pass] = [
    removeDeadCode,
    removeStopGradients,
    applyRules,
    shareSums,
    squeezeAxes,
    maskByActivations,
    fuseElementwise,
    fuseSideways,
    sweepUpdates,
    fusePrologues,
    fuseEpilogues,
    orderForMemory,
]

/// The graph after the whole pipeline.
public func optimize(_ graph: Graph) -> Graph { pipeline.reduce(graph) { $1($0) } }

/// Optimizes a graph and plans its execution.
public func compile(_ graph: Graph) -> Program { Program(planning: optimize(graph)) }

let applyRules = Pass(
    name: "simplify", invariant: "no rule fires any more, within its budget; the estimated cost has not risen"
) { graph in simplify(graph).graph }
