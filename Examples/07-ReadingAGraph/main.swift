// Graphs are text that parses back, and each node remembers the line of your program that made it. So a dump can be
// kept, compared, and asked what became of a line.
//
//     swift run -c release ReadingAGraph
import Invar
import InvarCompiler
import InvarTraining

let line = #line + 3  // the convolution's
let model = JointEmbedding("reading", image: Image(channels: 1, height: 8, width: 8)) {
    Encoder {
        Conv(4, kernel: 3, bias: true)
        BatchNorm(); ReLU()
        GlobalAveragePool()
    }
    Loss {
        25 * Invariance()
        25 * Variance()
        Covariance()
    }
}

// The forward half: what `dump --stage captured` prints.
let graph = try model.graph(batch: 4)
let text = graph.description
let readBack = try Graph(parsing: text)
print("\(graph.nodes.count) nodes, \(text.split(separator: "\n").count) lines of text")
print("read back it is \(readBack == graph ? "the same graph" : "another graph")")

func nodes(of line: Int, in graph: Graph) -> [NodeID] { graph.ids.filter { graph[$0].site == Site(#fileID, line) } }

print("\nWhat line \(line) wrote, once for each view:")
for id in nodes(of: line, in: readBack) {
    let node = readBack[id]
    print("  \(id) = \(node.op.mnemonic) \(node.inputs) : \(node.type) in \(node.name)")
}

// Who uses what the line computes?
let made = Set(nodes(of: line, in: readBack))
let users = readBack.ids.filter { !made.contains($0) && readBack[$0].inputs.contains(where: made.contains) }
print("\nLines that use it: \(Set(users.compactMap { readBack[$0].site?.line }).sorted())")

// A text that is no graph is an error that names its line.
do {
    _ = try Graph(parsing: text.replacing("convolution(", with: "convolutoin("))
} catch {
    print("\nA slip in the text: \(error)")
}

let kernels = optimize(graph).nodes.filter { if case .fused = $0.op { true } else { false } }
print("\nAfter the passes \(kernels.count) fused kernels do the elementwise work of \(graph.nodes.count) nodes.")
