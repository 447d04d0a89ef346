import InvarCompiler
import InvarGraph
import InvarLinearAlgebra
import InvarRuntime

/// The interpreter: walks a program step by step, with OpenBLAS for contractions and loops over blocks for the rest.
package struct BLASExecutor: Executor {
    package init() {}

    package var name: String { "blas" }

    package var notes: [String] {
        ["OpenBLAS \(OpenBLAS.coreName) kernels"] + (OpenBLAS.environmentWarning().map { ["warning: \($0)"] } ?? [])
    }

    package func bytesBeside(_ program: Program, threads: Int) throws -> Int {
        switch program.element {
        case .float32: BLASSession<Float>.bytesBeside(program, threads: threads)
        case .float64: BLASSession<Double>.bytesBeside(program, threads: threads)
        }
    }

    /// - Parameter threads: how many threads compute, 1 or more. Results do not depend on it.
    package func prepare(_ program: Program, threads: Int, communicator: any Communicator) throws -> any Session {
        switch program.element {
        case .float32: try BLASSession<Float>(program, threads: threads, communicator)
        case .float64: try BLASSession<Double>(program, threads: threads, communicator)
        }
    }
}

/// A program with its memory, its threads, and each step made ready: places known, tiles cut, scratch sized.
final class BLASSession<Scalar: BLASScalar>: Session {
    let memory: ProgramMemory
    private let pool: WorkerPool
    private let scratch: Arena
    private let steps: [PreparedStep<Scalar>]
    private let exchanges: Exchanges

    /// - Throws: `ArenaError` when the machine does not have the memory, `OpenBLASError` when it does not for OpenBLAS,
    ///   `ThreadError` when it refuses a thread, a `Diagnostic` for a program of another number of ranks.
    init(_ program: Program, threads: Int, _ communicator: any Communicator) throws {
        try OpenBLAS.reserve(threads: threads)
        let memory = try ProgramMemory(program, besides: Self.bytesBeside(program, threads: threads))
        self.memory = memory
        pool = try WorkerPool(exactly: threads)
        steps = program.steps.map { PreparedStep($0, memory, threads: threads) }
        scratch = try Arena(byteCount: Self.scratchBytes(steps))
        exchanges = try Exchanges(memory, communicator)
    }

    static func bytesBeside(_ program: Program, threads: Int) -> Int {
        let memory = ProgramMemory(imagining: program)
        return Exchanges.byteCount(program)
            + Arena.pages(scratchBytes(program.steps.map { PreparedStep($0, memory, threads: threads) }))
    }

    /// Steps run one after another, so that they may share one piece of scratch memory.
    private static func scratchBytes(_ steps: [PreparedStep<Scalar>]) -> Int {
        steps.reduce(0) { max($0, $1.scratchByteCount) }
    }

    func run() {
        for index in steps.indices { carryOut(index) }
    }

    func run(step: Int, lap: () -> Void) {
        carryOut(step)
        lap()
    }

    private func carryOut(_ index: Int) {
        if steps[index].isExchange {
            exchanges.run(step: index)
        } else {
            steps[index].run(Scratch(scratch), pool)
        }
    }

    func record(tiles: TileTimes?) { pool.recorder = tiles }

    func spoilScratch(_ byte: UInt8) { scratch.fill(byte) }

    /// The interpreter has one for each step.
    func kernels(of step: Int) -> [String] { [program.steps[step].kind] }
}
