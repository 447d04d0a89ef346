// A rewrite rule of one's own. Rules are values: what is found and what stands for it, written as mathematics. This one knows that
// eˣ − 1 loses all digits of a small x, and expm1(x) loses none.
//
//     swift run -c release OwnRule
import Invar
import InvarBLAS
import InvarCompiler

let x = Pattern.value("x")
// The built-in rules may have written eˣ + (−1) for eˣ − 1 by then.
let viaExpm1 = Rule(exp(x) - 1 → expm1(x), exp(x) + -1 → expm1(x))

// Somewhere in a larger graph: the mean of (eˣ − 1) / x.
let builder = GraphBuilder("growth")
let input = builder.input("x", TensorType([2, 2]))
builder.output("y", ((exp(input) - 1) / input).mean([1]))
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
