import InvarGraph

/// A rewrite, named by its mathematics. It keeps values up to rounding (what is not finite stays not finite), and lets the
/// graph do less, or the same in a form in which other rules find more.
///
/// One of mere algebra is written as that. Beside the built-in rules it stands in `simplify(graph, by: rules + [mine])`:
///
///     let x = Pattern.value("x")
///     let mine = Rule(log(exp(x)) → x)
///
/// Another one is code that looks at a node and writes what stands for it: the second initializer. The tests have an example for each
/// in which it fires, and others like it in which it must not (Tests/InvarCompilerTests/CounterExamples): without these, nobody
/// knows where a rule ends.
public struct Rule: Sendable {
    /// Makes the example.
    public typealias Example = @Sendable () throws -> Graph

    /// Its mathematics: `x + 0 → x`. Reports, dumps and tests call it that.
    public let name: String
    /// The ops that it can replace; at others it is not asked.
    public let roots: OpKinds
    /// A small graph, with the scalar output "y", in which it fires.
    public let example: Example
    /// The only ones among these; nothing where it is any of them.
    private(set) var ops: [Op]?
    let replacement: @Sendable (_ builder: GraphBuilder, _ node: NodeID) -> Tensor?

    /// A rule of algebra, which is its own name. Its example is made from the first rewrite.
    /// - Parameters:
    ///   - rewrites: tried in this order.
    ///   - condition: what the variables must be beside, in words for the name, and as a test.
    public init(
        _ rewrites: Rewrite..., where condition: (words: String, holds: @Sendable (Match) -> Bool)? = nil
    ) {
        let ops = rewrites.flatMap(\.found.roots)
        self.init(
            rewrites.map(\.description).joined(separator: ", ") + (condition.map { ", " + $0.words } ?? ""),
            at: ops.reduce([]) { $0.union($1.kind) }, example: rewrites[0].found.example
        ) { builder, node in
            let nothing = Match(builder, node)
            let type = builder.type(of: node)
            for rewrite in rewrites {
                let result = nothing.matching(rewrite.found, node) { match in
                    condition?.holds(match) == false ? nil : match.written(rewrite.instead, type)
                }
                if let result { return result }
            }
            return nil
        }
        self.ops = ops
    }

    /// - Parameters:
    ///   - roots: the ops that it can replace.
    ///   - example: a small graph, with the scalar output "y", in which it fires.
    ///   - replacement: what stands for the node, of the same type, written with the nodes before it; `nil` where the rule
    ///     does not fire. The node's operands are in their simplest form by then.
    public init(
        _ name: String, at roots: OpKinds = .all, example: @escaping Example,
        replacement: @escaping @Sendable (_ builder: GraphBuilder, _ node: NodeID) -> Tensor?
    ) {
        self.name = name
        self.roots = roots
        self.example = example
        self.replacement = replacement
    }
}

/// The rewrites of every graph: of the captured one, so that the backward half follows by itself, and again of the
/// differentiated one. At each node they are asked in this order.
public let rules: [Rule] =
    constantRules + arithmeticRules + powerRules + movementRules + joiningRules + broadcastRules + reshapeRules
    + gramRules
    + reductionRules + contractionRules + symmetryRules
