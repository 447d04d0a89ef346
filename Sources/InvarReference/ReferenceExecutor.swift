import InvarCompiler
import InvarGraph
import InvarRuntime

/// Runs programs by the definition of each kernel, one number after the other, in double precision: the slowest executor, and simple enough
/// to be believed. The others are checked by it.
package struct ReferenceExecutor: Executor {
    package init() {}

    package var name: String { "reference" }
    package var notes: [String] { ["each number by its definition: this is very slow"] }

    /// It computes in arrays that it takes and gives back as it goes: several times the operands of the largest step.
    package func bytesBeside(_ program: Program, threads: Int) throws -> Int { Exchanges.byteCount(program) }

    /// - Parameter threads: is not used: one thread computes.
    /// - Throws: `ArenaError` when the machine does not have the memory, a `Diagnostic` for a program of another number of ranks.
    package func prepare(_ program: Program, threads: Int, communicator: any Communicator) throws -> any Session {
        let memory = try ProgramMemory(program, besides: bytesBeside(program, threads: threads))
        return ReferenceSession(memory, try Exchanges(memory, communicator))
    }
}

final class ReferenceSession: Session {
    let memory: ProgramMemory
    private let exchanges: Exchanges

    init(_ memory: ProgramMemory, _ exchanges: Exchanges) { (self.memory, self.exchanges) = (memory, exchanges) }

    func run() {
        for step in program.steps.indices { run(step: step) {} }
    }

    func run(step: Int, lap: () -> Void) {
        if program.steps[step].kernel.collective != nil {
            exchanges.run(step: step)
        } else {
            program.steps[step].carryOut { [memory] view, distance in
                memory[view, distance]
            } write: { view, distance, value in
                memory[view, distance] = value
            }
        }
        lap()
    }

    func spoilScratch(_ byte: UInt8) {}

    func kernels(of step: Int) -> [String] { [program.steps[step].kind] }
}
