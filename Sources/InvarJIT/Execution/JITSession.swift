import InvarCompiler
import InvarGraph
import InvarRuntime

/// A program with its memory, its threads and its machine code.
final class JITSession: Session {
    let memory: ProgramMemory
    private let pool: WorkerPool
    private let code: PreparedSteps

    init(_ program: Program, threads: Int, _ executor: JITExecutor) throws {
        let steps = try zip(program.steps, program.constantOperands).map { step, constants in
            try StepCode(
                step, constants: constants, element: program.element, target: executor.target,
                schedules: executor.schedules)
        }
        memory = try ProgramMemory(program, besides: Room(steps, threads: threads).byteCount)
        pool = WorkerPool(threads: threads)
        code = try PreparedSteps(
            Array(zip(program.steps, steps)), memory, threads: pool.threads, target: executor.target,
            cache: executor.cache)
    }

    func run() { code.run(on: pool) }

    func run(step: Int, lap: () -> Void) { code.run(step: step, on: pool, lap: lap) }

    func kernels(of step: Int) -> [String] { code.kernels(of: step) }
}
