// What a sanitizer should watch: the threads of the worker pool and of the batch loader, and sessions of both executors from their
// preparation to their end. Built and run by scripts/sanitize; it prints what it does and ends with 0.
import Foundation
import Invar
import InvarBLAS
import InvarCompiler
import InvarData
import InvarGraph
import InvarJIT
import InvarRuntime
import InvarTraining
import Synchronization

/// Pools of all sizes, with much and little to do, that end while their workers spin and while they sleep.
func pools() {
    for round in 0..<60 {
        let pool = WorkerPool(threads: 1 + round % 4)
        var sums = [Int](repeating: 0, count: 1000)
        for tiles in [0, 1, 2, 7, 1000] {
            sums.withUnsafeMutableBytes { bytes in
                guard let base = bytes.baseAddress else { return }
                pool.run(tiles: tiles, context: UnsafeRawPointer(base)) { context, tile, _ in
                    UnsafeMutableRawPointer(mutating: context).storeBytes(
                        of: tile, toByteOffset: 8 * tile, as: Int.self)
                }
            }
            precondition((0..<tiles).allSatisfy { sums[$0] == $0 })
        }
        if round % 3 == 0 { usleep(5000) }
    }
}

/// Loaders with one worker to four, read to the end and left in the middle: the same views for every number of workers.
func loaders() throws {
    let (images, side) = (37, 8)
    var random = CounterRandom(seed: 1)
    let pixels = (0..<images * side * side).map { _ in UInt8(random.integer(below: 256)) }
    let dataset = try Dataset(
        name: "noise", split: .train, height: side, width: side, channels: 1, pixels: pixels,
        labels: [Int32](repeating: 0, count: images), classNames: ["noise"])
    let views = Views {
        RandomResizedCrop(scale: 0.2...1)
        HorizontalFlip()
        ColorJitter(brightness: 0.4, contrast: 0.4, probability: 0.8)
        GaussianBlur(probability: 0.5)
    }
    let plan = try ViewPlan(views, image: Image(channels: 1, height: side, width: side))
    var whole: [[Float]] = []
    for workers in 1...4 {
        for taken in [0, 1, 3, 40] {
            let loader = try BatchLoader(dataset, plan: plan, batch: 9, seed: 2, steps: 20, workers: workers)
            var seen: [[Float]] = []
            while seen.count < taken, let next = try loader.withNext({ $0.views.flatMap(Array.init) }) {
                seen.append(next)
                if taken == 3 { usleep(2000) }
            }
            if whole.isEmpty, taken == 40 { whole = seen }
            precondition(whole.isEmpty || seen == Array(whole.prefix(seen.count)), "workers change the views")
            precondition(seen.count == min(taken, 20))
        }
    }
}

/// A graph with each sort of kernel: loops with sums, products, convolutions in each way, pooling.
func smallGraph() throws -> Graph {
    let builder = GraphBuilder("small")
    let x = builder.input("x", TensorType([3, 9, 9, 16]))
    let weights = [[3, 3, 16, 16], [5, 5, 16, 7]].enumerated().map { builder.state("w\($0)", TensorType($1)) }
    let normal = relu(x * builder.input("scale", TensorType([16])))
    let first = convolution(normal, weights[0], Window(3, padding: 1))
    let second = convolution(
        maxPool(relu(first - first.mean([0, 1, 2])), Window(3, stride: 2)), weights[1], Window(5, padding: 2))
    let rows = second.mean([1, 2])
    let loss = (matmul(rows, rows, transposeB: true) - 1).squared().sum() + first.variance([0, 1, 2]).sum()
    for (index, gradient) in builder.gradients(of: loss, withRespectTo: weights).enumerated() {
        builder.assign("w\(index)", weights[index] - gradient * 1e-6)
    }
    builder.output("loss", loss)
    return try builder.finish()
}

/// The session that runs this program on some threads, several times: the same loss for every number of threads.
func sessions(_ executor: any Executor, _ graph: Graph) throws {
    var losses: Set<Double> = []
    for threads in 1...4 {
        let session = try executor.prepare(compile(graph), threads: threads)
        for (index, given) in (session.program.inputs + session.program.states).enumerated() {
            var random = CounterRandom(seed: 1, stream: index)
            let values = (0..<given.view.shape.reduce(1, *)).map { _ in Double(random.normal()) / 8 }
            session.memory.setInput(given.name, values)
            session.memory.setState(given.name, values)
        }
        for _ in 0..<5 { session.run() }
        losses.insert(session.memory.output("loss")?[0] ?? .nan)
    }
    precondition(losses.count == 1 && losses.allSatisfy(\.isFinite), "threads change the loss: \(losses)")
}

/// Four threads that prepare the same program at once with one cache of kernels, and then run it: the same loss on each.
func sharedCache(_ cache: KernelCache, _ graph: Graph) throws {
    let program = compile(graph)
    let losses = Mutex<[Double]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
        guard let session = try? JITExecutor(vectorBits: 128, cache: cache).prepare(program, threads: 2) else { return }
        for given in program.inputs + program.states {
            let values = [Double](repeating: 0.125, count: given.view.shape.reduce(1, *))
            session.memory.setInput(given.name, values)
            session.memory.setState(given.name, values)
        }
        session.run()
        losses.withLock { $0.append(session.memory.output("loss")?[0] ?? .nan) }
    }
    cache.finishWriting()
    let all = losses.withLock { $0 }
    precondition(all.count == 4 && Set(all).count == 1 && all[0].isFinite, "a shared cache changes the loss: \(all)")
}

func say(_ what: String) { print("sanitized: \(what)") }

say("worker pools")
pools()
say("batch loaders")
try loaders()
let cache = FileManager.default.temporaryDirectory.appending(path: "invar-sanitized-\(getpid())").path
defer { for path in [cache, cache + "-shared"] { try? FileManager.default.removeItem(atPath: path) } }
let kept = KernelCache(.folder(cache))
let executors: [any Executor] = [
    BLASExecutor(), JITExecutor(cache: nil), JITExecutor(vectorBits: 128, cache: kept),
]
for executor in executors {
    say("sessions of \(executor.name)")
    try sessions(executor, smallGraph())
}
kept.finishWriting()
for round in ["empty", "full"] {
    say("a shared cache of kernels, \(round)")
    try sharedCache(KernelCache(.folder(cache + "-shared")), smallGraph())
}
say("done")
