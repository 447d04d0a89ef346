import InvarCompiler
import InvarGraph
import InvarRuntime
import TestSupport
import Testing

/// Random graphs have every op along every axis: whatever cannot be computed from parts is computed of wholes.
@Suite struct RandomSharedTests {
    @Test(arguments: [false, true]) func areTheWholeGraph(isDifferentiated: Bool) throws {
        var tried = 0
        for seed in 1...250 {
            let graph = try RandomGraph.make(seed: seed, options(isDifferentiated))
            guard let batch = Self.batch(of: graph), let count = (2...max(2, batch)).first(where: { batch % $0 == 0 })
            else { continue }
            let ranks = try Ranks(count, sharing: batch)
            var kept: [Graph] = []
            let split = pipeline(over: ranks).run(graph) { kept.append($1) }.graph
            for graph in kept { #expect(graph.problems() == [], "seed \(seed)") }
            let values = WholeValues(graph, seed: seed)
            let want = runNaively(
                graph, inputs: tensors(graph, values.inputs), states: tensors(graph, values.states))
            let results = try run(Program(planning: split), on: reference, ranks: count, values)
            for (rank, result) in results.enumerated() {
                let wrong = result.complaints(
                    against: RunResult(
                        outputs: want.outputs, states: want.states.filter { result.states[$0.key] != nil }),
                    relative: 1e-9, absolute: 1e-9)
                #expect(wrong == [], "seed \(seed), rank \(rank) of \(count)")
            }
            let overlapped = try run(
                Program(planning: split), on: reference, ranks: count, values,
                among: LocalRanks(count, overlaps: true).communicators)
            #expect(overlapped == results, "seed \(seed): the same bits")
            tried += 1
        }
        #expect(tried > 100)
    }

    private func options(_ isDifferentiated: Bool) -> RandomGraphOptions {
        var options = RandomGraphOptions()
        (options.isSmooth, options.isDifferentiated) = (true, isDifferentiated)
        return options
    }

    /// The first input's first axis, if there is anything to share out.
    private static func batch(of graph: Graph) -> Int? {
        let first = graph.nodes.first { $0.op.is(.input) }?.type.shape.first ?? 1
        return first > 1 ? first : nil
    }

    private func tensors(_ graph: Graph, _ values: [String: [Double]]) -> [String: HostTensor] {
        var found: [String: HostTensor] = [:]
        for node in graph.nodes where node.op.is([.input, .state]) {
            guard let name = node.op.valueName, let value = values[name] else { continue }
            found[name] = HostTensor(shape: node.type.shape, value)
        }
        return found
    }
}
