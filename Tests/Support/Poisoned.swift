import InvarCompiler
import InvarRuntime

/// An executor under which memory that nothing was written to shows: before each step its results and all scratch memory are filled
/// with what is no number. A kernel that leaves a place out, or reads one before it writes it, then gives NaN.
package struct Poisoned: Executor {
    let inner: any Executor

    package init(_ inner: any Executor) { self.inner = inner }

    package var name: String { inner.name }
    package var notes: [String] { inner.notes }

    package func bytesBeside(_ program: Program, threads: Int) throws -> Int {
        try inner.bytesBeside(program, threads: threads)
    }

    package func prepare(_ program: Program, threads: Int, communicator: any Communicator) throws -> any Session {
        PoisonedSession(try inner.prepare(program, threads: threads, communicator: communicator))
    }
}

private final class PoisonedSession: Session {
    private let inner: any Session

    init(_ inner: any Session) {
        self.inner = inner
        for (index, buffer) in program.buffers.enumerated() {
            guard case .arena = buffer.storage else { continue }
            poison(View(buffer: index, shape: [buffer.type.count]))
        }
    }

    var memory: ProgramMemory { inner.memory }

    func run() { for step in program.steps.indices { run(step: step) } }

    func run(step index: Int, lap: () -> Void) {
        let step = program.steps[index]
        let operands = Set(step.operands.map(\.buffer))
        // a kernel may write over its operands
        if step.kernel.phase != .finish {
            for view in step.results where !operands.contains(view.buffer) { poison(view) }
        }
        inner.spoilScratch(0xFF)
        inner.run(step: index, lap: lap)
    }

    func spoilScratch(_ byte: UInt8) { inner.spoilScratch(byte) }
    func kernels(of step: Int) -> [String] { inner.kernels(of: step) }

    private func poison(_ view: View) {
        switch program.element {
        case .float32: poison(view, Float.nan)
        case .float64: poison(view, Double.nan)
        }
    }

    private func poison<Scalar>(_ view: View, _ value: Scalar) {
        let first = memory.pointer(view, as: Scalar.self)
        if view.isContiguous { return first.update(repeating: value, count: view.count) }
        for position in positions(view.shape) {
            first[zip(position, view.strides).reduce(0) { $0 + $1.0 * $1.1 }] = value
        }
    }
}
