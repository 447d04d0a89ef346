import InvarCompiler
import InvarGraph
import InvarRuntime

/// A program with its memory, its threads and its machine code.
final class JITSession: Session {
    let memory: ProgramMemory
    private let pool: WorkerPool
    private let code: PreparedSteps

    init(_ program: Program, threads: Int, _ executor: JITExecutor, _ communicator: any Communicator) throws {
        let steps = try executor.stepCodes(program)
        memory = try ProgramMemory(
            program,
            besides: Arena.pages(Room(steps, threads: threads).byteCount) + Exchanges.byteCount(program))
        pool = try WorkerPool(exactly: threads)
        code = try PreparedSteps(
            Array(zip(program.steps, steps)), memory, try Exchanges(memory, communicator), threads: pool.threads,
            target: executor.target, cache: executor.cache)
    }

    func run() { code.run(on: pool) }

    func run(step: Int, lap: () -> Void) { code.run(step: step, on: pool, lap: lap) }

    func record(tiles: TileTimes?) { pool.recorder = tiles }

    func spoilScratch(_ byte: UInt8) { code.spoilScratch(byte) }

    func kernels(of step: Int) -> [String] { code.kernels(of: step) }
}
