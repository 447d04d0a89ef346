import InvarGraph

/// A rewrite, named by its mathematics. It keeps values up to rounding (what is not finite stays not finite), and lets the
/// graph do less, or the same in a form in which other rules find more.
///
/// A rule of one's own, which stands beside the built-in ones in `simplify(graph, by: rules + [mine])`:
///
///     func graph(_ y: (Tensor) -> Tensor) throws -> Graph {
///         let builder = GraphBuilder()
///         builder.output("y", y(builder.input("x", TensorType([3], .float64))).sum())
///         return try builder.finish()
///     }
///     let mine = Rule(
///         "log eˣ → x", at: .unary, example: { try graph { log(exp($0)) } },
///         counterExamples: ["something stands between": { try graph { log(exp($0) + 1) } }]
///     ) { builder, node in
///         let graph = builder.graph
///         guard case .unary(.log) = graph[node].op, case .unary(.exp) = graph[graph[node].inputs[0]].op else { return nil }
///         return builder.tensor(graph[graph[node].inputs[0]].inputs[0])
///     }
public struct Rule: Sendable {
    public typealias Example = @Sendable () throws -> Graph

    public let name: String
    /// The ops that it can replace; at others it is not asked.
    public let roots: OpKinds
    /// A small graph, with the scalar output "y", in which it fires.
    public let example: Example
    /// Small graphs that look like the example and in which it must not fire, each under what is different there: another axis,
    /// a negative factor, a mask that is not symmetric. Without one, nobody knows where the rule ends.
    public let counterExamples: KeyValuePairs<String, Example>
    let replacement: @Sendable (_ builder: GraphBuilder, _ node: NodeID) -> Tensor?

    /// - Parameters:
    ///   - roots: the ops that it can replace.
    ///   - example: a small graph, with the scalar output "y", in which it fires.
    ///   - counterExamples: graphs like it in which it must not fire, by what is different there; at least one.
    ///   - replacement: what stands for the node, of the same type, written with the nodes before it; `nil` where the rule
    ///     does not fire. The node's operands are in their simplest form by then.
    public init(
        _ name: String, at roots: OpKinds = .all, example: @escaping Example,
        counterExamples: KeyValuePairs<String, Example>,
        replacement: @escaping @Sendable (_ builder: GraphBuilder, _ node: NodeID) -> Tensor?
    ) {
        self.name = name
        self.roots = roots
        self.example = example
        self.counterExamples = counterExamples
        self.replacement = replacement
    }
}

/// The rewrites of every graph: of the captured one, so that the backward half follows by itself, and again of the
/// differentiated one. At each node they are asked in this order.
public let rules: [Rule] =
    constantRules + arithmeticRules + powerRules + movementRules + joiningRules + broadcastRules + reshapeRules
    + gramRules
    + reductionRules + contractionRules + symmetryRules
