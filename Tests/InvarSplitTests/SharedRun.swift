import InvarCompiler
import InvarGraph
import InvarRuntime
import InvarTraining
import TestSupport

/// What a step is given, for the whole batch.
struct WholeValues {
    var inputs: [String: [Double]] = [:]
    var states: [String: [Double]] = [:]
    /// Of states and outputs.
    var shapes: [String: [Int]] = [:]

    func shape(_ name: String) -> [Int] { shapes[name] ?? [] }

    /// Numbers of every kind: each image's own, weights of about the size that layers have at first, moments that are not 0.
    init(_ step: TrainingStep, seed: Int) {
        var random = SplitMix(seed: seed)
        for output in step.graph.outputs { shapes[output.name] = step.graph[output.node].type.shape }
        for (name, type) in step.program.inputTypes.sorted(by: { $0.key < $1.key }) {
            let isUniform = step.randomInputs.inputs.contains { $0.name == name }
            inputs[name] = (0..<type.count).map { _ in
                if type.rank == 0 { return name == "targetMomentum" ? 0.97 : 0.05 }
                return isUniform ? Double.random(in: 0..<1, using: &random) : random.normal()
            }
        }
        for spec in step.states {
            shapes[spec.name] = spec.type.shape
            let inputs = Double(max(1, spec.type.count / (spec.type.shape.last ?? 1)))
            states[spec.name] = (0..<spec.type.count).map { _ in
                let value = random.normal()
                return switch spec.role {
                case .moment: 0.01 * value.magnitude
                case .statistic: 1 + 0.1 * value
                case .parameter, .target: spec.type.rank < 2 ? 1 + 0.2 * value : value * (2 / inputs).squareRoot()
                }
            }
        }
    }

    init(_ graph: Graph, seed: Int) {
        var random = SplitMix(seed: seed)
        for output in graph.outputs { shapes[output.name] = graph[output.node].type.shape }
        for node in graph.nodes {
            if case .input(let name) = node.op { inputs[name] = random.tensor(node.type.shape).values }
            if case .state(let name) = node.op { states[name] = random.tensor(node.type.shape).values }
        }
    }
}

/// Runs a program on as many ranks as it is for, each on a thread of its own and with its own images. What was not written shows.
/// - Parameters:
///   - parts: the states that each rank has a part of.
///   - steps: how often, with the same inputs.
/// - Returns: what each rank has afterwards: of what ranks have parts of, the whole.
func run(
    _ program: Program, on executor: any Executor, ranks: Int, _ values: WholeValues, parts: [String: BatchAxis] = [:],
    steps: Int = 1, among communicators: [any Communicator]? = nil
) throws -> [RunResult] {
    let communicators = communicators ?? LocalRanks(ranks).communicators
    let sessions = try communicators.map {
        try Poisoned(executor).prepare(program, threads: 1, communicator: $0)
    }
    for (rank, session) in sessions.enumerated() {
        for (name, type) in program.inputTypes {
            let whole = values.inputs[name] ?? []
            // What is split is shorter, and the images lie along the first axis.
            let first = whole.count == type.count ? 0 : rank * type.count
            session.memory.setInput(name, Array(whole[first..<(first + type.count)]))
        }
        for (name, value) in values.states {
            let own = parts[name].map { $0.part(of: value, shape: values.shape(name), rank: rank, ranks: ranks) }
            session.memory.setState(name, own ?? value)
        }
    }
    inParallel(ranks) { rank in for _ in 0..<steps { sessions[rank].run() } }
    return sessions.map { session in
        var result = RunResult(outputs: [:], states: [:])
        for output in program.outputs {
            var (shape, value) = (output.view.shape, session.memory.output(output.name))
            if let whole = values.shapes[output.name], whole != shape {
                (shape, value) = (whole, sessions.flatMap { $0.memory.output(output.name) ?? [] })
            }
            result.outputs[output.name] = value.map { HostTensor(shape: shape, $0) }
        }
        for (name, type) in program.stateTypes {
            guard let axis = parts[name] else {
                result.states[name] = session.memory.stateValues(name).map { HostTensor(shape: type.shape, $0) }
                continue
            }
            var whole = values.states[name] ?? []
            for (rank, other) in sessions.enumerated() {
                let part = other.memory.stateValues(name) ?? []
                axis.put(part, of: rank, ranks: ranks, into: &whole, shape: values.shape(name))
            }
            result.states[name] = HostTensor(shape: values.shape(name), whole)
        }
        return result
    }
}
