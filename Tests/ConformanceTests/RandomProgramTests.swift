import InvarCompiler
import InvarGraph
import TestSupport
import Testing

/// Random graphs of every op, compiled: the naive evaluator's values, and the same bits on any number of threads.
@Suite struct RandomProgramTests {
    /// Without jumps: where a value is compared with another, a rounding may become anything.
    static func graph(_ seed: Int) throws -> Graph {
        var options = RandomGraphOptions()
        options.steps = 4 + seed % 24
        options.isSmooth = true
        options.isDifferentiated = seed % 3 == 0
        return try RandomGraph.make(seed: 20_000 + seed, options)
    }

    private static func complaints(_ graph: Graph, _ seed: Int, _ executor: TestedExecutor) throws -> [String] {
        let (inputs, states) = graph.randomValues(seed: seed)
        let want = runNaively(graph, inputs: inputs, states: states, times: 2)
        let program = compile(graph)
        let one = try run(program, graph, on: executor, threads: 1, inputs: inputs, states: states, times: 2)
        let two = try run(program, graph, on: executor, threads: 2, inputs: inputs, states: states, times: 2)
        let wrong = one.complaints(against: want, relative: 1e-8, absolute: 1e-8)
        return wrong + (haveSameBits(one, two) ? [] : ["two threads give other bits"])
    }

    /// Twenty at a time, so that they are spread over the cores.
    @Test(arguments: 0..<15) func computeWhatIsWritten(_ part: Int) throws {
        for seed in 20 * part..<20 * part + 20 {
            let graph = try Self.graph(seed)
            for executor in [interpreter, seed % 5 == 0 ? compiled[seed / 5 % 3] : jit] {
                let complaints = try Self.complaints(graph, seed, executor)
                guard !complaints.isEmpty else { continue }
                let smallest = graph.shrunk { ((try? Self.complaints($0, seed, executor)) ?? ["throws"]) != [] }
                Issue.record("seed \(seed) on \(executor.name): \(complaints)\n\(smallest)")
            }
        }
    }
}
