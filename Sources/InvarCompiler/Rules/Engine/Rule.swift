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

/// Sorts of ops, by which rules say where they can fire.
public struct OpKinds: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let leaf = OpKinds(rawValue: 1)
    public static let unary = OpKinds(rawValue: 2)
    public static let binary = OpKinds(rawValue: 4)
    public static let compare = OpKinds(rawValue: 8)
    public static let select = OpKinds(rawValue: 16)
    public static let stopGradient = OpKinds(rawValue: 32)
    public static let reduce = OpKinds(rawValue: 64)
    public static let reshape = OpKinds(rawValue: 128)
    public static let broadcast = OpKinds(rawValue: 256)
    public static let transpose = OpKinds(rawValue: 512)
    public static let slice = OpKinds(rawValue: 1024)
    public static let pad = OpKinds(rawValue: 2048)
    public static let concatenate = OpKinds(rawValue: 4096)
    public static let matmul = OpKinds(rawValue: 8192)
    public static let convolution = OpKinds(rawValue: 16384)
    public static let pooling = OpKinds(rawValue: 32768)

    public static let elementwise: OpKinds = [.unary, .binary, .compare, .select, .stopGradient]
    public static let movement: OpKinds = [.reshape, .broadcast, .transpose, .slice, .pad, .concatenate]
    public static let all: OpKinds = [
        .leaf, .elementwise, .reduce, .movement, .matmul, .convolution, .pooling,
    ]

    static let count = 16
}

extension Op {
    /// Nothing for what no rule replaces: an assignment stays, and fusion comes later.
    package var kind: OpKinds {
        switch self {
        case .input, .state, .constant, .iota: .leaf
        case .unary: .unary
        case .binary: .binary
        case .compare: .compare
        case .select: .select
        case .stopGradient: .stopGradient
        case .reduce: .reduce
        case .reshape: .reshape
        case .broadcast: .broadcast
        case .transpose: .transpose
        case .slice: .slice
        case .pad: .pad
        case .concatenate: .concatenate
        case .matmul: .matmul
        case .convolution, .convolutionInputGradient, .convolutionWeightGradient: .convolution
        case .maxPool, .maxPoolGradient: .pooling
        case .assign, .fused, .result: []
        }
    }
}
