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
    ///   - cache: what keeps compiled kernels from process to process, if anything does.
    ///   - schedules: those that the cost model does not choose.
    package init(vectorBits: Int? = nil, cache: KernelCache? = nil, schedules: ScheduleTable = .empty) {
        target = CodeTarget(vectorBits: vectorBits)
        (self.cache, self.schedules) = (cache, schedules)
    }

    /// Code for a kind of processor that has a name, as it is written out for it. This machine must be of that kind.
    package init(for target: EmissionTarget, cache: KernelCache? = nil, schedules: ScheduleTable = .empty) {
        self.target = target.codeTarget
        (self.cache, self.schedules) = (cache, schedules)
    }

    package var name: String { "jit" }

    package var notes: [String] {
        ["LLVM \(target.version) for \(target.processor), \(target.vectorBits)-bit vectors"]
            + (cache?.problem.map { [$0] } ?? []) + (schedules.note.map { [$0] } ?? [])
    }

    package var fingerprint: String {
        "LLVM \(target.version), \(target.vectorBits)-bit vectors, caches of \(target.l1) and \(target.l2) bytes"
            + (schedules.text.isEmpty ? "" : ", schedules \(schedules.text)")
    }

    package func bytesBeside(_ program: Program, threads: Int) throws -> Int {
        Arena.pages(Room(try stepCodes(program), threads: threads).byteCount) + Exchanges.byteCount(program)
    }

    /// How each step will be computed; nothing is compiled yet.
    func stepCodes(_ program: Program) throws -> [StepCode] {
        let constants = program.constantOperands
        return try program.steps.indices.map { try stepCode(program, $0, constants) }
    }

    /// - Parameter constants: the program's constant operands, of each step.
    func stepCode(_ program: Program, _ step: Int, _ constants: [Set<Int>]) throws -> StepCode {
        try StepCode(
            program.steps[step], constants: constants[step], element: program.element, target: target,
            schedules: schedules)
    }

    /// - Throws: `ArenaError` when the machine does not have the memory, `ThreadError` when it refuses a thread, `JITError` when LLVM refuses a kernel,
    ///   `ScheduleError` for a schedule that is not possible, a `Diagnostic` for a program of another number of ranks.
    package func prepare(_ program: Program, threads: Int, communicator: any Communicator) throws -> any Session {
        try JITSession(program, threads: threads, self, communicator)
    }
}
