import Invar
import InvarCompiler
import InvarGraph
import TestSupport
import Testing

/// States that a step reads at other places than it writes: a memory of the last embeddings, as a loss term may keep one.
@Suite struct MemoryTests {
    /// The newest rows come in front, the oldest fall off at the end.
    private func queue(_ element: ElementType) throws -> Graph {
        let builder = GraphBuilder("queue")
        let x = builder.input("x", TensorType([2, 3], element))
        let memory = builder.state("memory", TensorType([6, 3], element))
        builder.output("similarity", matmul(x, memory, transposeB: true).sum())
        builder.assign("memory", concatenate([x * 2, memory.slice(axis: 0, 0..<4)], axis: 0))
        return try builder.finish()
    }

    /// The rows go round: each is where another was.
    private func ring(_ element: ElementType) throws -> Graph {
        let builder = GraphBuilder("ring")
        let memory = builder.state("memory", TensorType([6, 3], element))
        builder.output("first", memory.slice(axis: 0, 0..<1).sum())
        builder.assign(
            "memory", concatenate([memory.slice(axis: 0, 1..<6), memory.slice(axis: 0, 0..<1)], axis: 0))
        return try builder.finish()
    }

    @Test(arguments: executors, [1, 2]) func movesAlong(_ executor: TestedExecutor, _ threads: Int) throws {
        for graph in [try queue(.float32), try ring(.float32), try queue(.float64), try ring(.float64)] {
            let values = graph.randomValues(seed: 4)
            let want = runNaively(graph, inputs: values.inputs, states: values.states, times: 4)
            let got = try run(
                graph, on: executor, threads: threads, inputs: values.inputs, states: values.states, times: 4)
            #expect(got.complaints(against: want, relative: 1e-5, absolute: 1e-6) == [], "\(graph.name)")
        }
    }
}
