import InvarCompiler
import InvarGraph
import InvarRuntime

/// What a program computed: its outputs, and its states after the step.
package struct RunResult: Hashable, Sendable {
    package var outputs: [String: HostTensor]
    package var states: [String: HostTensor]

    package init(outputs: [String: HostTensor], states: [String: HostTensor]) {
        self.outputs = outputs
        self.states = states
    }
}

/// Compiles a graph and runs it once, or several times in a row.
package func run(
    _ graph: Graph, on executor: any Executor, threads: Int = 1, inputs: [String: HostTensor],
    states: [String: HostTensor] = [:], times: Int = 1
) throws -> RunResult {
    try run(
        compile(graph), graph, on: executor, threads: threads, inputs: inputs, states: states, times: times)
}

/// Runs a program that was made of this graph. On one thread its memory is poisoned: where nothing was written, it has another
/// result than on several.
package func run(
    _ program: Program, _ graph: Graph, on executor: any Executor, threads: Int = 1, inputs: [String: HostTensor],
    states: [String: HostTensor] = [:], times: Int = 1
) throws -> RunResult {
    let session = try (threads == 1 ? Poisoned(executor) : executor).prepare(program, threads: threads)
    for (name, value) in inputs { session.memory.setInput(name, value.values) }
    for (name, value) in states { session.memory.setState(name, value.values) }
    for _ in 0..<times { session.run() }
    var result = RunResult(outputs: [:], states: states)
    for output in graph.outputs {
        result.outputs[output.name] = session.memory.output(output.name).map {
            HostTensor(shape: graph[output.node].type.shape, $0)
        }
    }
    for (name, type) in program.stateTypes {
        result.states[name] = session.memory.stateValues(name).map { HostTensor(shape: type.shape, $0) }
    }
    return result
}

/// What the naive evaluator computes from the same.
package func runNaively(
    _ graph: Graph, inputs: [String: HostTensor], states: [String: HostTensor] = [:], times: Int = 1
) -> RunResult {
    var result = RunResult(outputs: [:], states: states)
    for _ in 0..<times {
        let step = NaiveEvaluator(graph, inputs: inputs, states: result.states)
        result = RunResult(outputs: step.outputs, states: step.states)
    }
    return result
}

extension RunResult {
    /// What is wrong with this result where `want` is right, by name.
    package func complaints(against want: RunResult, relative: Double, absolute: Double = 0) -> [String] {
        func compare(_ kind: String, _ got: [String: HostTensor], _ want: [String: HostTensor]) -> [String] {
            want.keys.sorted().compactMap { name in
                guard let value = got[name], let right = want[name] else { return "\(kind) \(name) is missing" }
                return value.complaint(against: right, relative: relative, absolute: absolute)
                    .map { "\(kind) \(name) \($0)" }
            }
        }
        return compare("output", outputs, want.outputs) + compare("state", states, want.states)
    }
}
