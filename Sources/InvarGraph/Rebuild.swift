/// Writes a graph anew, node by node, and remembers what stands for each old node: how every pass changes a graph.
///
///     var rebuild = Rebuild(graph)
///     for id in graph.ids { rebuild.keep(id) }                    // or: rebuild[id] = rebuild.insert(…)
///     return rebuild.finished()
package struct Rebuild {
    package let old: Graph
    package var new: Graph
    /// What stands for each old node; nothing for those that were not written.
    package private(set) var renamed: [NodeID?]

    package init(_ old: Graph) {
        self.old = old
        new = Graph(old.name, capacity: old.nodes.count)
        renamed = [NodeID?](repeating: nil, count: old.nodes.count)
    }

    /// What stands for an old node that is written by now.
    package subscript(id: NodeID) -> NodeID {
        get {
            guard let found = renamed[id.index] else { internalError("\(id) is used before it is made") }
            return found
        }
        set { renamed[id.index] = newValue }
    }

    package func isWritten(_ id: NodeID) -> Bool { renamed[id.index] != nil }

    /// A node of the old graph as one of the new one: it reads what stands for its inputs.
    package func translated(_ node: Node) -> Node {
        var node = node
        node.inputs = node.inputs.map { self[$0] }
        node.adjointOf = node.adjointOf.flatMap(forward)
        return node
    }

    /// What stands for a forward node: where that is gone, a value that it was computed from.
    package func forward(of id: NodeID) -> NodeID? {
        var (pending, seen) = ([id], Set<NodeID>())
        while let next = pending.popLast() {
            if let found = renamed[next.index] { return found }
            pending += old[next].inputs.reversed().filter { seen.insert($0).inserted }
        }
        return nil
    }

    package mutating func insert(_ node: Node) -> NodeID { new.insert(node) }

    /// Writes a node as it is, if it is not written yet.
    package mutating func keep(_ id: NodeID) {
        if !isWritten(id) { self[id] = insert(translated(old[id])) }
    }

    /// The new graph, with the old one's outputs.
    package func finished() -> Rebuilt {
        var graph = new
        for output in old.outputs { graph.output(output.name, self[output.node]) }
        return Rebuilt(graph: graph, renamed: renamed)
    }
}

/// A graph that was made of another one.
public struct Rebuilt: Sendable {
    /// The new graph.
    public let graph: Graph
    /// For each old node what stands for it; nothing where nothing needs it any more.
    public let renamed: [NodeID?]

    package init(graph: Graph, renamed: [NodeID?]) { (self.graph, self.renamed) = (graph, renamed) }

    /// The graph as it is.
    package init(_ graph: Graph) { self.init(graph: graph, renamed: Array(graph.ids)) }

    /// What a further step makes of it, still with the first graph's nodes.
    package func then(_ step: (Graph) throws -> Rebuilt) rethrows -> Rebuilt {
        let next = try step(graph)
        return Rebuilt(graph: next.graph, renamed: renamed.map { $0.flatMap { next.renamed[$0.index] } })
    }
}

extension Graph {
    /// The graph again. `transform` gets each live node with its inputs already renamed, and the new graph so far, and inserts
    /// what stands for the node; `nil` inserts the node itself.
    /// - Parameter kept: nodes that are live although no output or assignment depends on them.
    package func rebuilt(
        keeping kept: [NodeID] = [], _ transform: (inout Graph, NodeID, Node) -> NodeID? = { _, _, _ in nil }
    ) -> Rebuilt {
        var rebuild = Rebuild(self)
        let live = isLive(keeping: kept)
        for id in ids where live[id.index] {
            let node = rebuild.translated(self[id])
            rebuild[id] = transform(&rebuild.new, id, node) ?? rebuild.insert(node)
        }
        return rebuild.finished()
    }
}
