import InvarCompiler
import InvarGraph
import InvarRuntime

/// The interpreter: walks a program step by step, with OpenBLAS for contractions and vector loops for the rest.
/// The readable reference, and what compiled code is checked against.
package struct BLASExecutor: Executor {
    package init() {}

    package var name: String { "blas" }

    package var notes: [String] {
        ["OpenBLAS \(OpenBLAS.coreName) kernels"] + (OpenBLAS.environmentWarning().map { ["warning: \($0)"] } ?? [])
    }

    /// - Parameter threads: how many threads compute, 1 or more. Results do not depend on it.
    package func prepare(_ program: Program, threads: Int) throws -> any Session {
        switch program.element {
        case .float32: try BLASSession<Float>(program, threads: threads)
        case .float64: try BLASSession<Double>(program, threads: threads)
        }
    }
}

/// A program with its memory, its threads, and each step made ready: pointers resolved, tiles cut, scratch sized.
final class BLASSession<Scalar: BLASScalar>: Session {
    let memory: ProgramMemory
    private let pool: WorkerPool
    private let scratch: Arena
    private let steps: [PreparedStep<Scalar>]

    /// - Throws: `ArenaError` when the machine does not have the memory.
    init(_ program: Program, threads: Int) throws {
        OpenBLAS.prepare()
        memory = try ProgramMemory(program)
        pool = WorkerPool(threads: threads)
        steps = program.steps.map { [memory, pool] in PreparedStep($0, memory, threads: pool.threads) }
        // Steps run one after another, so that they may share one piece of scratch memory.
        scratch = try Arena(byteCount: steps.reduce(0) { max($0, $1.scratchByteCount) })
    }

    func run() {
        for index in steps.indices { steps[index].run(scratch.base, pool) }
    }

    func run(step: Int, lap: () -> Void) {
        steps[step].run(scratch.base, pool)
        lap()
    }

    /// The interpreter has one for each step.
    func kernels(of step: Int) -> [String] { [program.steps[step].kind] }
}
