/// The inner graph of a fused node: what one kernel computes.
///
/// Its inputs are named "0", "1", … in the order of the node's inputs, its outputs "0", "1", …. Elementwise ops run over one
/// iteration space; outputs are stored at every point of it, or reduced over axes that all reductions share. At most one
/// contraction is in it, the *heart*: elementwise ops before it are its prologue, what follows is its epilogue, for which its
/// result may be reshaped.
public struct Fused: Hashable, Sendable {
    public let graph: Graph

    public init(_ graph: Graph) { self.graph = graph }

    /// The contraction, where there is one.
    public var heart: NodeID? { graph.ids.first { graph[$0].op.isContraction } }

    /// The axes that reductions run over; nothing where all outputs are stored.
    public var reducedAxes: [Int]? {
        graph.outputs.lazy.compactMap { output in
            if case .reduce(_, let axes) = graph[output.node].op { axes } else { nil }
        }.first
    }

    /// Whether every result is smaller than the iteration space.
    public var isReduction: Bool {
        graph.outputs.allSatisfy { if case .reduce = graph[$0.node].op { true } else { false } }
    }

    /// The shape that the loop over the results runs over.
    public var iterationShape: [Int] {
        guard let output = graph.outputs.first?.node else { return [] }
        if case .reduce = graph[output].op { return graph[graph[output].inputs[0]].type.shape }
        return graph[output].type.shape
    }
}

extension Op {
    /// A matrix product, a convolution, or a gradient of one.
    public var isContraction: Bool {
        switch self {
        case .matmul, .convolution, .convolutionInputGradient, .convolutionWeightGradient: true
        default: false
        }
    }
}
