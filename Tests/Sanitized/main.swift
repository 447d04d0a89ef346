// What a sanitizer should watch: the threads of the worker pool, and sessions of both executors from their preparation to their
// end. Built and run by scripts/sanitize; it prints what it does and ends with 0.
import Foundation
import Invar
import InvarBLAS
import InvarCompiler
import InvarData
import InvarGraph
import InvarJIT
import InvarRuntime
import InvarTraining

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

func say(_ what: String) { print("sanitized: \(what)") }

say("worker pools")
pools()
let cache = FileManager.default.temporaryDirectory.appending(path: "invar-sanitized-\(getpid())").path
defer { try? FileManager.default.removeItem(atPath: cache) }
let executors: [any Executor] = [
    BLASExecutor(), JITExecutor(cache: nil), JITExecutor(vectorBits: 128, cache: KernelCache(.folder(cache))),
]
for executor in executors {
    say("sessions of \(executor.name)")
    try sessions(executor, smallGraph())
}
say("done")
