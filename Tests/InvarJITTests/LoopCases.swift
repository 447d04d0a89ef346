import InvarCompiler
import InvarGraph
import InvarJIT
import InvarRuntime
import TestSupport

/// A graph of loops with values for its inputs.
struct LoopCase {
    var graph: Graph
    var inputs: [String: HostTensor]

    /// - Parameter outputs: what is computed from the inputs x0, x1, …
    init(
        _ shapes: [[Int]], _ element: ElementType, seed: Int = 1, shift: Double = 0,
        _ outputs: ([Tensor]) -> [Tensor]
    ) throws {
        let builder = GraphBuilder("loops")
        let operands = shapes.enumerated().map { builder.input("x\($0)", TensorType($1, element)) }
        for (index, output) in outputs(operands).enumerated() { builder.output("y\(index)", output) }
        graph = try builder.finish()
        var random = SplitMix(seed: seed)
        inputs = [:]
        for (index, shape) in shapes.enumerated() {
            var tensor = random.tensor(shape)
            // What the executors are given is what the naive evaluator is given.
            tensor.values = tensor.values.map { Double(Float($0 + shift)) }
            inputs["x\(index)"] = tensor
        }
    }

    /// What is wrong, with vectors of every width, on 1, 2 and 3 threads.
    func complaints(relative: Double, absolute: Double = 0, widths: [Int] = [128, 256, 512]) throws -> [String] {
        let want = runNaively(graph, inputs: inputs)
        var complaints: [String] = []
        for bits in widths {
            let cache = TestKernels.cache()
            let executor = JITExecutor(vectorBits: bits, cache: cache)
            let alone = try run(graph, on: executor, threads: 1, inputs: inputs)
            cache.finishWriting()
            complaints += alone.complaints(against: want, relative: relative, absolute: absolute).map {
                "\(bits) bits: \($0)"
            }
            for threads in [2, 3] {
                let result = try run(graph, on: executor, threads: threads, inputs: inputs)
                if !result.isIdentical(to: alone) { complaints.append("\(bits) bits: \(threads) threads differ") }
            }
        }
        return complaints
    }
}

extension RunResult {
    /// Bit for bit.
    func isIdentical(to other: RunResult) -> Bool {
        outputs.keys == other.outputs.keys
            && outputs.allSatisfy { name, value in
                value.values.map(\.bitPattern) == other.outputs[name]?.values.map(\.bitPattern)
            }
    }
}
