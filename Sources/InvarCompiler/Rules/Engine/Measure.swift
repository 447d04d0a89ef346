import InvarGraph

/// What a rewrite may not raise: first the work, floating-point operations + elements written to memory if every node
/// were a kernel of its own; where that is equal, the number of nodes that work.
package struct Measure: Comparable, Sendable {
    var work = 0
    var nodes = 0

    package static func < (a: Measure, b: Measure) -> Bool { (a.work, a.nodes) < (b.work, b.nodes) }
    static func += (a: inout Measure, b: Measure) { (a.work, a.nodes) = (a.work + b.work, a.nodes + b.nodes) }

    init() {}

    /// Of one node. Leaves are there anyway, and what only views another tensor costs nothing.
    init(_ id: NodeID, in graph: Graph) {
        let node = graph[id]
        switch node.op {
        case .input, .state, .constant, .iota, .reshape, .broadcast, .transpose, .slice, .stopGradient, .assign,
            .result:
            return
        case .unary, .binary, .compare, .select:
            work = 2 * node.type.count
        case .reduce, .pad, .concatenate, .matmul, .convolution, .convolutionInputGradient, .convolutionWeightGradient,
            .maxPool, .maxPoolGradient, .cholesky, .triangularSolve, .collective, .fused:
            let operands = node.inputs.map { graph[$0].type.shape }
            work = flops(node.op, operands: operands, result: node.type.shape) + node.type.count
        }
        nodes = 1
    }

    /// Of all that the roots of a graph need.
    package init(of graph: Graph) {
        let live = graph.isLive
        for id in graph.ids where live[id.index] { self += Measure(id, in: graph) }
    }
}
