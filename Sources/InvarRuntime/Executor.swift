import InvarCompiler
import InvarGraph

/// Runs programs in one way: by interpretation, or by code compiled for the machine.
package protocol Executor: Sendable {
    /// `blas`, `jit`
    var name: String { get }

    /// What a person should know about how it will run: which kernels are in use, and warnings about the environment.
    var notes: [String] { get }

    /// Gets a program ready to run: memory is allocated here, and nowhere later.
    /// - Throws: `ArenaError` when the machine does not have the memory.
    func prepare(_ program: Program, threads: Int) throws -> any Session
}

/// A prepared program with its memory: inputs are written, `run` carries out one step, outputs are read.
package protocol Session: AnyObject {
    var memory: ProgramMemory { get }

    /// Carries out every step of the program once. Allocates nothing.
    func run()
}

extension Session {
    package var program: Program { memory.program }
}
