import InvarCompiler
import InvarGraph
import InvarRuntime

/// Runs programs by kernels that LLVM compiles for their shapes and this machine.
package struct JITExecutor: Executor {
    package let target: CodeTarget
    let cache: KernelCache?
    package let schedules: ScheduleTable

    /// - Parameters:
    ///   - vectorBits: 512, 256 or 128; the machine's widest where nothing is given.
    ///   - cache: what keeps compiled kernels from process to process.
    ///   - schedules: those that the cost model does not choose.
    package init(vectorBits: Int? = nil, cache: KernelCache? = .standard, schedules: ScheduleTable = .empty) {
        target = CodeTarget(vectorBits: vectorBits)
        (self.cache, self.schedules) = (cache, schedules)
    }

    package var name: String { "jit" }

    package var notes: [String] {
        ["LLVM \(target.version) for \(target.processor), \(target.vectorBits)-bit vectors"]
            + (cache?.problem.map { [$0] } ?? []) + (schedules.note.map { [$0] } ?? [])
    }

    /// - Throws: `ArenaError` when the machine does not have the memory, `JITError` when LLVM refuses a kernel,
    ///   `ScheduleError` for a schedule that is not possible.
    package func prepare(_ program: Program, threads: Int) throws -> any Session {
        try JITSession(program, threads: threads, self)
    }
}
