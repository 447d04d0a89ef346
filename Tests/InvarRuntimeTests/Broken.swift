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

    func bytesBeside(_ program: Program, threads: Int) throws -> Int {
        try BLASExecutor().bytesBeside(program, threads: threads)
    }

    func prepare(_ program: Program, threads: Int, communicator: any Communicator) throws -> any Session {
        BrokenSession(try BLASExecutor().prepare(program, threads: threads, communicator: communicator), self)
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

    func spoilScratch(_ byte: UInt8) { inner.spoilScratch(byte) }

    func kernels(of step: Int) -> [String] { ["right", "wrong"] }
}

/// The interpreter, in which one step leaves out the first element of its result.
struct Forgetful: Executor {
    let step: Int

    var name: String { "forgetful" }
    var notes: [String] { [] }

    func bytesBeside(_ program: Program, threads: Int) throws -> Int {
        try BLASExecutor().bytesBeside(program, threads: threads)
    }

    func prepare(_ program: Program, threads: Int, communicator: any Communicator) throws -> any Session {
        ForgetfulSession(try BLASExecutor().prepare(program, threads: threads, communicator: communicator), step)
    }
}

private final class ForgetfulSession: Session {
    private let inner: any Session
    private let forgetful: Int

    init(_ inner: any Session, _ forgetful: Int) { (self.inner, self.forgetful) = (inner, forgetful) }

    var memory: ProgramMemory { inner.memory }

    func run() { for step in program.steps.indices { run(step: step) } }

    func run(step: Int, lap: () -> Void) {
        let result = memory.pointer(program.steps[step].results[0], as: Float.self)
        let before = result.pointee
        inner.run(step: step, lap: lap)
        if step == forgetful { result.pointee = before }
    }

    func spoilScratch(_ byte: UInt8) { inner.spoilScratch(byte) }
    func kernels(of step: Int) -> [String] { inner.kernels(of: step) }
}
