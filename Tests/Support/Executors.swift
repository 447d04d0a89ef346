import Foundation
import InvarBLAS
import InvarCompiler
import InvarJIT
import InvarReference
import InvarRuntime
import Testing

/// An executor that has to agree with the others, by a name of its own: `blas`, `jit128`.
package struct TestedExecutor: Executor, CustomTestStringConvertible {
    private enum Kind {
        case reference
        case interpreter
        case compiled(vectorBits: Int)
    }

    private let kind: Kind

    static let reference = TestedExecutor(kind: .reference)
    static let interpreter = TestedExecutor(kind: .interpreter)
    static func compiled(vectorBits: Int) -> TestedExecutor { TestedExecutor(kind: .compiled(vectorBits: vectorBits)) }

    /// Whether it is what a user gets on this machine: vectors of the width that the machine has.
    package var isUsual: Bool {
        switch kind {
        case .reference, .interpreter: true
        case .compiled(let bits): bits == TargetDescription.current.vectorBits
        }
    }

    package var isCompiled: Bool { if case .compiled = kind { true } else { false } }

    /// Whether it computes on as many threads as it is asked for.
    package var hasThreads: Bool { if case .reference = kind { false } else { true } }

    package var name: String {
        switch kind {
        case .reference: "reference"
        case .interpreter: "blas"
        case .compiled(let bits): "jit\(bits)"
        }
    }

    package var notes: [String] { [] }
    package var testDescription: String { name }

    package func bytesBeside(_ program: Program, threads: Int) throws -> Int {
        switch kind {
        case .reference: try ReferenceExecutor().bytesBeside(program, threads: threads)
        case .interpreter: try BLASExecutor().bytesBeside(program, threads: threads)
        case .compiled(let bits): try JITExecutor(vectorBits: bits, cache: nil).bytesBeside(program, threads: threads)
        }
    }

    package func prepare(_ program: Program, threads: Int, communicator: any Communicator) throws -> any Session {
        switch kind {
        case .reference: return try ReferenceExecutor().prepare(program, threads: threads, communicator: communicator)
        case .interpreter: return try BLASExecutor().prepare(program, threads: threads, communicator: communicator)
        case .compiled(let bits):
            let cache = TestKernels.cache()
            let session = try JITExecutor(vectorBits: bits, cache: cache).prepare(
                program, threads: threads, communicator: communicator)
            // The next session of the same program, on more threads, then finds its kernels.
            cache.finishWriting()
            return session
        }
    }
}

/// Each kernel by its definition.
package let reference = TestedExecutor.reference

/// The interpreter.
package let interpreter = TestedExecutor.interpreter

/// Compiled code with vectors of each width. What is wider than the machine's LLVM cuts up.
package let compiled = [128, 256, 512].map { TestedExecutor.compiled(vectorBits: $0) }

/// Compiled code as a user gets it.
package let jit = TestedExecutor.compiled(vectorBits: TargetDescription.current.vectorBits)

/// The executors that have to agree on every op. A further one is added here.
package let executors = [reference, interpreter] + compiled

/// Those that users have, and for some cases the others too: they take as long to compile for, and less is at stake.
package func executors(all: Bool) -> [TestedExecutor] { executors.filter { all || $0.isUsual } }
