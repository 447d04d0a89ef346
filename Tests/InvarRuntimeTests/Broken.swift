import InvarBLAS
import InvarCompiler
import InvarGraph
import InvarRuntime

/// The interpreter, with one element of one step's first result put wrong.
struct Broken: Executor {
    let step: Int
    let change: @Sendable (Float) -> Float

    var name: String { "broken" }
    var notes: [String] { ["wrong on purpose"] }

    func prepare(_ program: Program, threads: Int) throws -> any Session {
        BrokenSession(try BLASExecutor().prepare(program, threads: threads), self)
    }
}

private final class BrokenSession: Session {
    private let inner: any Session
    private let broken: Broken

    init(_ inner: any Session, _ broken: Broken) { (self.inner, self.broken) = (inner, broken) }

    var memory: ProgramMemory { inner.memory }

    func run() { for step in program.steps.indices { run(step: step) } }

    func run(step: Int, lap: () -> Void) {
        inner.run(step: step)
        if step == broken.step {
            let result = memory.pointer(program.steps[step].results[0], as: Float.self)
            result.pointee = broken.change(result.pointee)
        }
        lap()
        lap()
    }

    func kernels(of step: Int) -> [String] { ["right", "wrong"] }
}
