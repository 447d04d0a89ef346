import Invar
import InvarGraph
import InvarJIT
import InvarMPI
import InvarRuntime
import InvarTraining

/// The steps of `invar bench` that ranks share out here: the batch is that of all ranks.
private let workloads: [String: (model: JointEmbedding, batch: Int)] = [
    "mlp-fmnist": (Zoo.vicregMLP, 256), "convnet-fmnist": (Zoo.vicregConvNet, 256),
    "resnet18-cifar": (Zoo.vicregResNet18, 128),
]

/// How long a step takes with a thread on each rank, and how long in one process with as many threads: in turns of three steps, so that
/// a noise of the machine meets both. It prints JSON, for scripts/ranks-bench. `time mlp-fmnist 10 LOCK`: for ten seconds; the file LOCK is seen by all ranks.
///
/// After FILE may stand `overlapping`, for ranks that compute while they exchange, and `sharing`, for ranks that share out the optimizer's moments.
///
/// While the one process computes, the other ranks wait for the file, since a rank that waits in MPI keeps its processor busy.
func stepTimes(_ ranks: any Communicator, _ arguments: ArraySlice<String>) throws {
    let words = Array(arguments)
    guard words.count >= 3, let workload = workloads[words[0]], let seconds = Double(words[1]) else {
        throw Wrong(message: "time WORKLOAD SECONDS FILE [overlapping] [sharing]")
    }
    let timed = Timed(ranks)
    let own: any Communicator = words.contains("overlapping") ? Overlapping(timed) : timed
    let shared = try ready(
        workload.model, workload.batch, threads: 1, own, shardsOptimizer: words.contains("sharing"))
    let alone = ranks.rank == 0 ? try ready(workload.model, workload.batch, threads: ranks.ranks, Alone()) : nil
    let lock = Lock(words[2])
    let begin = ContinuousClock.now
    var (shares, wholes, exchanges): ([Double], [Double], [Double]) = ([], [], [])
    while true {
        if let alone {
            lock.take()
            _ = try ranks.any(false)
            wholes += (0..<3).map { _ in time(alone) }
            lock.leave()
        } else {
            _ = try ranks.any(false)
            lock.take()
            lock.leave()
        }
        _ = try ranks.any(false)
        shares += (0..<3).map { _ in
            timed.restart()
            let seconds = time(shared)
            exchanges.append(timed.seconds)
            return seconds
        }
        let isOver = shares.count > 3 && begin.duration(to: .now) > .seconds(seconds)
        if try ranks.any(ranks.rank == 0 && isOver) { break }
    }
    // The first turn warms up.
    (shares, wholes) = (Array(shares.dropFirst(3)), Array(wholes.dropFirst(3)))
    // A rank that is ahead waits in the exchange: what it takes itself is what the last one to come sees.
    let waited = try ranks.gathered(unsafe withUnsafeBytes(of: median(exchanges)) { unsafe Array($0) }).map {
        unsafe $0.withUnsafeBytes { unsafe $0.loadUnaligned(as: Double.self) }
    }
    guard ranks.rank == 0 else { return }
    func told(_ name: String, _ times: [Double]) -> String {
        "\"\(name)_ms\": \(rounded(median(times))), \"\(name)_min_ms\": \(rounded(times.min() ?? 0))"
    }
    print(
        "{\"workload\": \"\(words[0])\", \"ranks\": \(ranks.ranks), \(told("ranks", shares)), \(told("alone", wholes)), "
            + "\"exchanging_ms\": \(waited.map(rounded)), \"steps\": \(shares.count), \"ratio\": \(rounded(median(wholes) / median(shares) / 1000))}"
    )
}

/// In milliseconds.
private func rounded(_ seconds: Double) -> Double { (seconds * 100_000).rounded() / 100 }

private func time(_ session: any Session) -> Double {
    let begin = ContinuousClock.now
    session.run()
    return begin.duration(to: .now) / .seconds(1)
}

/// A session with initial values, and each rank's own images.
private func ready(
    _ model: JointEmbedding, _ batch: Int, threads: Int, _ ranks: any Communicator, shardsOptimizer: Bool = false
) throws -> any Session {
    let step = try TrainingStep.build(
        model, optimizer: .sgd(SGD(momentum: 0.9, weightDecay: 0)), batch: batch, ranks: ranks.ranks,
        shardsOptimizer: shardsOptimizer, exposing: [])
    let session = try JITExecutor(cache: nil).prepare(step.program, threads: threads, communicator: ranks)
    StateStore(session, step.states, seed: 0, parts: step.parts, communicator: ranks).initialize()
    session.memory.setInput("learningRate", [0.01])
    for (index, name) in ["view1", "view2"].enumerated() {
        var random = CounterRandom(seed: 0, stream: index + 2 * ranks.rank)
        guard let input = unsafe session.memory.input(name) else { continue }
        for place in input.indices { unsafe input[place] = random.normal() }
    }
    return session
}

/// A file that one process at a time holds; the others sleep.
private final class Lock {
    private let file: Int32

    init(_ path: String) {
        file = unsafe open(path, O_RDWR | O_CREAT, 0o600)
    }

    func take() { while lockf(file, F_LOCK, 0) != 0 {} }
    func leave() { _ = lockf(file, F_ULOCK, 0) }
}

/// How long the sum of so many MB takes, scattered and not, and to gather them: the least of twenty times.
func sumTimes(_ ranks: any Communicator, _ arguments: ArraySlice<String>) throws {
    guard let megabytes = arguments.first.flatMap({ Int($0) }) else { throw Wrong(message: "sum MB") }
    var numbers = [Float](repeating: 1, count: megabytes << 18)
    var part = [Float](repeating: 0, count: numbers.count / ranks.ranks)
    func least(_ body: () -> Void) -> String {
        let times = (0..<20).map { _ in
            let begin = ContinuousClock.now
            body()
            return begin.duration(to: .now) / .milliseconds(1)
        }
        return "\(((times.min() ?? 0) * 100).rounded() / 100) ms"
    }
    let sum = least { unsafe numbers.withUnsafeMutableBytes { unsafe ranks.allReduce($0, of: .float32) } }
    let scattered = least {
        unsafe numbers.withUnsafeBytes { whole in
            unsafe part.withUnsafeMutableBytes { unsafe ranks.reduceScatter(whole, into: $0, of: .float32) }
        }
    }
    let gathered = least {
        unsafe part.withUnsafeBytes { part in
            unsafe numbers.withUnsafeMutableBytes { unsafe ranks.allGather(part, into: $0) }
        }
    }
    say(
        ranks,
        "\(megabytes) MB among \(ranks.ranks): allReduce \(sum), reduceScatter \(scattered), allGather \(gathered)")
}

/// Counts how long exchanges take.
private final class Timed: Communicator, @unchecked Sendable {
    private let base: any Communicator
    private(set) var seconds = 0.0

    init(_ base: any Communicator) { self.base = base }

    func restart() { seconds = 0 }

    var rank: Int { base.rank }
    var ranks: Int { base.ranks }
    var watch: ExchangeWatch? { base.watch }

    func allReduce(_ numbers: UnsafeMutableRawBufferPointer, of element: ElementType) {
        count { unsafe base.allReduce(numbers, of: element) }
    }

    func allGather(_ part: UnsafeRawBufferPointer, into whole: UnsafeMutableRawBufferPointer) {
        count { unsafe base.allGather(part, into: whole) }
    }

    func reduceScatter(
        _ whole: UnsafeRawBufferPointer, into part: UnsafeMutableRawBufferPointer, of element: ElementType
    ) {
        count { unsafe base.reduceScatter(whole, into: part, of: element) }
    }

    func broadcast(_ bytes: UnsafeMutableRawBufferPointer, from root: Int) {
        count { unsafe base.broadcast(bytes, from: root) }
    }

    private func count(_ exchange: () -> Void) {
        let begin = ContinuousClock.now
        exchange()
        seconds += begin.duration(to: .now) / .seconds(1)
    }
}
