// A graph by hand, without any layer: a least-squares loss, its gradient and a step of gradient descent are written
// with tensors, printed as a graph, optimized, and run. Everything that Invar trains is such a graph.
//
//     swift run -c release FirstGraph
import Invar
import InvarBLAS
import InvarCompiler

let builder = GraphBuilder("least-squares")
let x = builder.input("x", TensorType([4, 2]))
let y = builder.input("y", TensorType([4, 1]))
// State is kept from step to step; the graph says what becomes of it.
let w = builder.state("w", TensorType([1, 2]))

// Tensors are symbolic: this computes nothing, it writes nodes.
let loss = (matmul(x, w, transposeB: true) - y).squared().mean()
let gradient = builder.gradients(of: loss, withRespectTo: [w])[0]
builder.assign("w", w - 0.25 * gradient)
builder.output("loss", loss)
builder.output("gradient", gradient)

// A mistake, such as shapes that do not fit, is thrown here, with what was found.
let graph = try builder.finish()

print("As written, the backward half with `adjoint`:\n\n\(graph)\n")
print("After the passes: chains of elementwise ops are one kernel each.\n\n\(optimize(graph))\n")
print("The program: steps over buffers, with what they cost.\n\n\(compile(graph))\n")

// y = 2a − b, which the steps below find
let rows = [[1.0, 0], [0, 1], [1, 1], [2, -1]]
let inputs = ["x": rows.flatMap { $0 }, "y": rows.map { 2 * $0[0] - $0[1] }]
var states = ["w": [0.0, 0]]
for step in 1...20 {
    let result = try Interpreter.run(graph, inputs: inputs, states: states)
    states = result.states
    if step == 1 || step % 5 == 0 {
        // thousandths, so that every machine prints the same
        func rounded(_ values: [Double]?) -> [Double] { (values ?? []).map { ($0 * 1000).rounded() / 1000 } }
        print("step \(step): loss \(rounded(result.outputs["loss"])[0]), w \(rounded(states["w"]))")
    }
}
