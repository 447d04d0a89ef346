/// The inner graph of a fused node: what one kernel computes.
///
/// Its inputs are named "0", "1", … in the order of the node's inputs, its outputs "0", "1", …. Elementwise ops run over one
/// iteration space; outputs are stored at every point of it, or reduced over axes that all reductions share. At most one
/// contraction is in it, the *heart*: elementwise ops before it are its prologue, what follows is its epilogue, for which its
/// result may be reshaped.
public struct Fused: Hashable, Sendable {
    /// What is computed.
    public let graph: Graph

    package init(_ graph: Graph) { self.graph = graph }

    /// The number of the node's input that an inner input of this name stands for.
    package static func operand(named name: String) -> Int {
        guard let number = Int(name) else { internalError("an operand of a kernel is named \(name)") }
        return number
    }

    /// The contraction, where there is one.
    package var heart: NodeID? { graph.ids.first { graph[$0].op.is(.contraction) } }

    /// The axes that reductions run over; nothing where all outputs are stored.
    package var reducedAxes: [Int]? {
        graph.outputs.lazy.compactMap { output in
            if case .reduce(_, let axes) = graph[output.node].op { axes } else { nil }
        }.first
    }

    /// Whether every result is smaller than the iteration space.
    package var isReduction: Bool {
        graph.outputs.allSatisfy { graph[$0.node].op.is(.reduce) }
    }

    /// Whether an output is stored at every point, not reduced.
    package func stores(_ output: Int) -> Bool { !graph[graph.outputs[output].node].op.is(.reduce) }

    /// The shape that the loop over the results runs over.
    package var iterationShape: [Int] {
        let heart = heart
        guard let output = (graph.outputs.first { $0.node != heart } ?? graph.outputs.first)?.node else { return [] }
        if graph[output].op.is(.reduce) { return graph[graph[output].inputs[0]].type.shape }
        return graph[output].type.shape
    }
}
