import InvarGraph

/// A step from graph to graph that keeps what the graph computes.
public struct Pass: Sendable {
    /// Its name in dumps and reports: `fuse elementwise`.
    public let name: String
    /// One sentence: what holds afterwards.
    public let invariant: String
    private let run: @Sendable (_ graph: Graph, _ kept: [NodeID]) -> Rebuilt

    init(name: String, invariant: String, _ run: @escaping @Sendable (_ graph: Graph, _ kept: [NodeID]) -> Rebuilt) {
        (self.name, self.invariant, self.run) = (name, invariant, run)
    }

    /// One that is told of no nodes to keep: after differentiation there are none.
    init(name: String, invariant: String, _ run: @escaping @Sendable (_ graph: Graph) -> Rebuilt) {
        self.init(name: name, invariant: invariant) { graph, _ in run(graph) }
    }

    /// - Parameter kept: nodes that are needed although no output or assignment depends on them.
    public func callAsFunction(_ graph: Graph, keeping kept: [NodeID] = []) -> Rebuilt { run(graph, kept) }
}

extension Array<Pass> {
    /// Carries out one pass after the other.
    public func run(_ graph: Graph, keeping kept: [NodeID] = []) -> Rebuilt {
        run(graph, keeping: kept) { _, _ in }
    }

    /// Carries out one pass after the other.
    /// - Parameters:
    ///   - kept: nodes that are needed although no output or assignment depends on them.
    ///   - visit: is shown what each pass made.
    public func run(
        _ graph: Graph, keeping kept: [NodeID] = [], after visit: (Pass, Graph) throws -> Void
    ) rethrows -> Rebuilt {
        try reduce(Rebuilt(graph)) { result, pass in
            let next = result.then { pass($0, keeping: kept.compactMap { result.renamed[$0.index] }) }
            try visit(pass, next.graph)
            return next
        }
    }
}
