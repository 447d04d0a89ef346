// A rewrite rule of one's own. Rules are values: a name, which is its mathematics, an example in which it fires, others that look
// like it and in which it must not, and what stands for a node. This one knows that eˣ − 1 loses all digits of a small x, and
// expm1(x) loses none.
//
//     swift run -c release OwnRule
import Invar
import InvarBLAS
import InvarCompiler

@Sendable func example(_ y: (Tensor) -> Tensor) throws -> Graph {
    let builder = GraphBuilder("example")
    builder.output("y", y(builder.input("x", TensorType([3]))).sum())
    return try builder.finish()
}

let viaExpm1 = Rule(
    "eˣ − 1 → expm1(x)", at: .binary, example: { try example { exp($0) - 1 } },
    counterExamples: [
        "another number is subtracted": { try example { exp($0) - 2 } },
        "1 − eˣ": { try example { 1 - exp($0) } },
    ]
) { builder, node in
    let graph = builder.graph
    let inputs = graph[node].inputs
    // The built-in rules may have written x + (−1) for x − 1 by then.
    let one: Double
    switch graph[node].op {
    case .binary(.subtract): one = 1
    case .binary(.add): one = -1
    default: return nil
    }
    guard case .constant(one) = graph[inputs[1]].op, case .unary(.exp) = graph[inputs[0]].op else { return nil }
    // Written with tensors, as everything is; name and line are the old node's.
    return expm1(builder.tensor(graph[inputs[0]].inputs[0]))
}

// Somewhere in a larger graph: the mean of (eˣ − 1) / x.
let builder = GraphBuilder("growth")
let x = builder.input("x", TensorType([2, 2]))
builder.output("y", ((exp(x) - 1) / x).mean([1]))
let graph = try builder.finish()

// Beside the built-in rules; `by: [viaExpm1]` would apply it alone.
let simplified = simplify(graph, by: rules + [viaExpm1])
print("Before:\n\n\(graph)\n\nAfter:\n\n\(simplified.graph)\n")
for (name, count) in simplified.report.fired.sorted(by: { $0.key < $1.key }) { print("fired \(count) ×: \(name)") }

// In float32, x = 10⁻⁸ vanishes beside 1. The true values are 1 and 1.718….
let inputs = ["x": [1e-8, 1e-8, 1, 1]]
func y(_ graph: Graph) throws -> [Double] {
    (try Interpreter.run(graph, inputs: inputs).outputs["y"] ?? []).map { ($0 * 1000).rounded() / 1000 }
}
print("\nwithout the rule \(try y(graph)), with it \(try y(simplified.graph))")
