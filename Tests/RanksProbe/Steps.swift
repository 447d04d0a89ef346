import Invar
import InvarBLAS
import InvarCompiler
import InvarGraph
import InvarJIT
import InvarMPI
import InvarRuntime
import InvarTraining

/// A model by Gram matrices, whose embeddings are gathered, and one by covariances, which are summed.
private func model(_ name: String, width: Int) -> JointEmbedding {
    JointEmbedding(name, image: Image(channels: 3, height: 8, width: 8)) {
        Encoder {
            Conv(6, kernel: 3); BatchNorm(); ReLU()
            MaxPool(2)
            Conv(8, kernel: 3); BatchNorm(); ReLU()
            GlobalAveragePool()
        }
        Expander {
            Linear(16); BatchNorm(); ReLU()
            Linear(width, bias: false)
        }
        Loss.vicreg()
    }
}

private let batch = 24

/// Three steps of training, shared out over the ranks, beside the same in one process.
func steps(_ ranks: any Communicator, _ arguments: ArraySlice<String>) throws {
    let executors: [any Executor] = [BLASExecutor(), JITExecutor(cache: nil)]
    for (element, tolerance) in [(ElementType.float64, 1e-10), (.float32, 1e-3)] {
        for model in [model("gram", width: 64), model("covariance", width: 5)] {
            for executor in executors {
                let wrong = try difference(model, element, executor, ranks)
                try check(wrong.0 < tolerance, "\(model.name), \(element), \(executor.name): off by \(wrong)")
            }
        }
    }
    say(ranks, "\(ranks.ranks) ranks train as one process does")
}

/// The largest difference of a state from the one of a single process, in parts of the largest number of that state, or of 1.
private func difference(
    _ model: JointEmbedding, _ element: ElementType, _ executor: any Executor, _ ranks: any Communicator
) throws -> (Double, state: String) {
    func states(_ communicator: any Communicator) throws -> [String: [Double]] {
        let step = try TrainingStep.build(
            model, optimizer: .sgd(SGD(momentum: 0.9)), batch: batch, ranks: communicator.ranks, element: element)
        let session = try executor.prepare(step.program, threads: 1, communicator: communicator)
        for spec in step.states { session.memory.setState(spec.name, initial(spec)) }
        for number in 0..<3 {
            for (name, type) in step.program.inputTypes {
                session.memory.setInput(name, input(name, type, number, of: communicator))
            }
            session.run()
        }
        // The gradient of a bias before a norm is 0 but for the roundings of large sums, and so is its moment.
        return step.states.filter { $0.role != .moment }
            .reduce(into: [:]) { $0[$1.name] = session.memory.stateValues($1.name) }
    }
    let got = try states(ranks), want = try states(Alone())
    try sameBits(ranks, got)
    return want.reduce((0, "")) { most, state in
        let largest = state.value.map(\.magnitude).max() ?? 0
        let off =
            (zip(got[state.key] ?? [], state.value).map { ($0 - $1).magnitude }.max() ?? .infinity) / max(largest, 1)
        return off.isNaN || off > most.0 ? (off, state.key) : most
    }
}

/// Weights of about the size that layers have at first.
private func initial(_ spec: StateSpec) -> [Double] {
    var random = CounterRandom(seed: UInt64(spec.name.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFFFF }))
    return (0..<spec.type.count).map { _ in
        let value = Double(random.integer(below: 2001) - 1000) / 1000
        return switch spec.role {
        case .moment: 0
        case .statistic: 1
        case .parameter, .target: spec.type.rank < 2 ? 1 + 0.2 * value : 0.5 * value
        }
    }
}

/// A rank's own images of a step's; what is no image is the same for all.
private func input(_ name: String, _ type: TensorType, _ number: Int, of ranks: any Communicator) -> [Double] {
    guard type.rank > 0 else { return [0.05] }
    let each = type.count
    var random = CounterRandom(seed: UInt64(1000 * number + (name == "view1" ? 1 : 2)))
    let whole = (0..<each * ranks.ranks).map { _ in Double(random.integer(below: 4001) - 2000) / 1000 }
    return Array(whole[(ranks.rank * each)..<((ranks.rank + 1) * each)])
}

private func sameBits(_ ranks: any Communicator, _ states: [String: [Double]]) throws {
    let bytes = states.sorted { $0.key < $1.key }.flatMap { $0.value }
        .flatMap { value in (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) } }
    let all = try ranks.gathered(bytes)
    try check(all.allSatisfy { $0 == all[0] }, "ranks have other bits after three steps")
}
