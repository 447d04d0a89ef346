// The main kernels, run a few times each where valgrind counts instructions: see scripts/instructions.
//
//     Instructions NAME STEPS    runs the workload NAME so often, on one thread
//     Instructions list          their names
import Foundation
import Invar
import InvarCompiler
import InvarGraph
import InvarJIT
import InvarRuntime

/// The step of one workload.
struct Workload {
    let name: String
    let build: (GraphBuilder) -> Void

    func graph() throws -> Graph {
        let builder = GraphBuilder(name)
        build(builder)
        return try builder.finish()
    }

    /// Vectors of 256 bits: valgrind knows no wider ones.
    func run(steps: Int, _ cache: KernelCache) throws {
        let session = try JITExecutor(vectorBits: 256, cache: cache).prepare(compile(graph()), threads: 1)
        for input in session.program.inputs {
            var random = CounterRandom(seed: 0, stream: 0)
            session.memory.setInput(
                input.name, (0..<input.view.shape.reduce(1, *)).map { _ in Double(random.normal()) })
        }
        for _ in 0..<steps { session.run() }
    }
}

func maps(_ builder: GraphBuilder, _ name: String, _ shape: Int...) -> Tensor { builder.input(name, TensorType(shape)) }

let workloads = [
    Workload(name: "product") { builder in
        builder.output("y", matmul(maps(builder, "a", 128, 256), maps(builder, "b", 256, 192)))
    },
    Workload(name: "gram") { builder in
        let x = maps(builder, "x", 128, 192)
        builder.output("y", matmul(x, x, transposeB: true))
    },
    Workload(name: "convolution-5x5") { builder in
        let (x, weight) = (maps(builder, "x", 4, 14, 14, 16), maps(builder, "w", 5, 5, 16, 32))
        builder.output("y", convolution(x, weight, Window(5, padding: 2)))
    },
    Workload(name: "winograd-3x3") { builder in
        let (x, weight) = (maps(builder, "x", 4, 16, 16, 32), maps(builder, "w", 3, 3, 32, 32))
        builder.output("y", convolution(x, weight, Window(3, padding: 1)))
    },
    Workload(name: "winograd-3x3-gradients") { builder in
        let (x, weight) = (maps(builder, "x", 4, 16, 16, 32), maps(builder, "w", 3, 3, 32, 32))
        let loss = (convolution(x, weight, Window(3, padding: 1)) * maps(builder, "dy", 4, 16, 16, 32)).sum()
        for (index, gradient) in builder.gradients(of: loss, withRespectTo: [x, weight]).enumerated() {
            builder.output("gradient\(index)", gradient)
        }
    },
    Workload(name: "convolution-with-norm") { builder in
        let (x, weight) = (maps(builder, "x", 4, 14, 14, 16), maps(builder, "w", 3, 3, 16, 32))
        let normal = relu(x * maps(builder, "scale", 16) + maps(builder, "shift", 16))
        let y = convolution(normal, weight, Window(3, stride: 2, padding: 1))
        builder.output("y", y)
        builder.output("mean", y.mean([0, 1, 2]))
        builder.output("variance", y.variance([0, 1, 2]))
    },
    Workload(name: "elementwise") { builder in
        builder.output("y", tanh(maps(builder, "a", 64, 1000)) * maps(builder, "b", 64, 1000))
    },
    Workload(name: "statistics") { builder in
        let x = maps(builder, "x", 512, 100)
        builder.output("mean", x.mean([0]))
        builder.output("variance", x.variance([0]))
    },
    Workload(name: "softmax") { builder in
        let x = maps(builder, "x", 128, 300)
        let shifted = exp(x - x.max([1], keepingAxes: true))
        builder.output("y", shifted / shifted.sum([1], keepingAxes: true))
    },
    Workload(name: "pooling") { builder in
        builder.output("y", maxPool(maps(builder, "x", 8, 28, 28, 32), Window(2, stride: 2)))
    },
]

let words = CommandLine.arguments.dropFirst()
if words.first == "list" {
    print(workloads.map(\.name).joined(separator: "\n"))
} else if let workload = workloads.first(where: { $0.name == words.first }), let steps = words.last.flatMap(Int.init) {
    let cache = KernelCache(CachePlace(environment: ProcessInfo.processInfo.environment))
    try workload.run(steps: steps, cache)
    cache.finishWriting()
} else {
    FileHandle.standardError.write(Data("usage: Instructions list | NAME STEPS\n".utf8))
    exit(2)
}
