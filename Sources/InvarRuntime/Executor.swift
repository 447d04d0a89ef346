import InvarCompiler
import InvarGraph

/// Runs programs in one way: by interpretation, or by code compiled for the machine.
package protocol Executor: Sendable {
    /// `blas`, `jit`
    var name: String { get }

    /// What a person should know about how it will run: which kernels are in use, and warnings about the environment.
    var notes: [String] { get }

    /// What decides the last bits of results beside the program: executors of two machines that have the same compute the same.
    var fingerprint: String { get }

    /// Bytes that a session of this program takes beside what the program plans itself: packed weights, partial sums, each
    /// thread's scratch memory.
    func bytesBeside(_ program: Program, threads: Int) throws -> Int

    /// Gets a program ready to run: memory is allocated here, and nowhere later.
    /// - Parameter communicator: how this rank exchanges with those that run the same program.
    /// - Throws: `ArenaError` when the machine does not have the memory, `ThreadError` when it refuses a thread, a `Diagnostic` for a
    ///   program that another number of ranks is to run.
    func prepare(_ program: Program, threads: Int, communicator: any Communicator) throws -> any Session
}

/// A prepared program with its memory: inputs are written, `run` carries out one step of training, outputs are read.
package protocol Session: AnyObject {
    var memory: ProgramMemory { get }

    /// Carries out every step of the program once. Allocates nothing.
    func run()

    /// Carries out one step of the program alone: `run` is this for each of them, in order. `lap` is called after each of
    /// the step's kernels.
    func run(step: Int, lap: () -> Void)

    /// Writes this byte all over the memory that it has beside the program's: what it needs of it, it makes again. For
    /// tests and for the shadow: what a kernel reads without having written it shows (0xFF makes numbers that are none).
    func spoilScratch(_ byte: UInt8)

    /// The kernels that a step runs one after another, by name.
    func kernels(of step: Int) -> [String]

    /// Times each tile of the steps that follow, until it is called with nothing. A session that has no pool of threads records none.
    func record(tiles: TileTimes?)
}

extension Executor {
    package var fingerprint: String { ([name] + notes.prefix(1)).joined(separator: ": ") }

    /// Gets a program ready that is run by one rank.
    package func prepare(_ program: Program, threads: Int) throws -> any Session {
        try prepare(program, threads: threads, communicator: Alone())
    }

    /// Bytes that a session of this program takes in all.
    package func bytes(_ program: Program, threads: Int) throws -> Int {
        try Arena.pages(ProgramMemory.byteCount(of: program)) + bytesBeside(program, threads: threads)
    }
}

extension Session {
    package var program: Program { memory.program }

    package func run(step: Int) { run(step: step) {} }

    package func record(tiles: TileTimes?) {}
}
