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

/// A prepared program with its memory: inputs are written, `run` carries out one step of training, outputs are read.
package protocol Session: AnyObject {
    var memory: ProgramMemory { get }

    /// Carries out every step of the program once. Allocates nothing.
    func run()

    /// Carries out one step of the program alone: `run` is this for each of them, in order. `lap` is called after each of
    /// the step's kernels.
    func run(step: Int, lap: () -> Void)

    /// The kernels that a step runs one after another, by name.
    func kernels(of step: Int) -> [String]
}

extension Session {
    package var program: Program { memory.program }

    package func run(step: Int) { run(step: step) {} }
}
