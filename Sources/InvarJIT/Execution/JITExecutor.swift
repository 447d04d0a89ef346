import InvarCompiler
import InvarGraph
import InvarRuntime

/// Runs programs by kernels that LLVM compiles for their shapes and this machine.
package struct JITExecutor: Executor {
    let target: CodeTarget
    let cache: KernelCache?

    /// - Parameters:
    ///   - vectorBits: 512, 256 or 128; the machine's widest where nothing is given.
    ///   - cache: what keeps compiled kernels from process to process.
    package init(vectorBits: Int? = nil, cache: KernelCache? = .standard) {
        target = CodeTarget(vectorBits: vectorBits)
        self.cache = cache
    }

    package var name: String { "jit" }

    package var notes: [String] {
        ["LLVM \(target.version) for \(target.processor), \(target.vectorBits)-bit vectors"]
            + (cache?.problem.map { [$0] } ?? [])
    }

    /// - Throws: `ArenaError` when the machine does not have the memory, `JITError` when LLVM refuses a kernel.
    package func prepare(_ program: Program, threads: Int) throws -> any Session {
        try JITSession(program, threads: threads, target: target, cache: cache)
    }
}

/// A program with its memory, its threads and its machine code.
final class JITSession: Session {
    let memory: ProgramMemory
    private let pool: WorkerPool
    private let code: LoadedCode
    private let scratch: Arena
    private let work: UnsafeMutableBufferPointer<PhaseWork>
    /// Which of them are each step's, and what their kernels are called.
    private let phases: [(work: Range<Int>, kernels: [String])]
    private let tables: UnsafeMutableBufferPointer<UnsafeMutableRawPointer>

    init(_ program: Program, threads: Int, target: CodeTarget, cache: KernelCache?) throws {
        let steps = program.steps.map { StepCode($0, element: program.element, target: target) }
        memory = try ProgramMemory(program)
        pool = WorkerPool(threads: threads)
        let phases = zip(program.steps, steps).flatMap { step, code in code.phases.map { (step, $0) } }
        let functions: [KernelFunction]
        (code, functions) = try compileAll(
            phases.map { KernelUse(kernel: $1.kernel, origin: $0.origin) }, target: target, cache: cache)

        let shared = steps.reduce(0) { max($0, Arena.aligned($1.sharedBytes)) }
        let workers = steps.flatMap(\.phases).reduce(0) { max($0, $1.workerBytes) }
        scratch = try Arena(byteCount: shared + workers * pool.threads)

        var count = 0
        self.phases = steps.map { code in
            defer { count += code.phases.count }
            return (count..<(count + code.phases.count), code.phases.map(\.kernel.name))
        }
        work = .allocate(capacity: phases.count)
        tables = .allocate(capacity: phases.reduce(0) { $0 + $1.1.arguments.count })
        var place = 0
        for (index, (step, phase)) in phases.enumerated() {
            let table = tables.baseAddress.map { $0 + place }
            for argument in phase.arguments {
                tables.initializeElement(at: place, to: address(argument, step, shared))
                place += 1
            }
            guard let table else { preconditionFailure("internal: phases without memory") }
            work.initializeElement(
                at: index, to: PhaseWork(function: functions[index], table: table, tiles: phase.tiles))
        }
    }

    deinit {
        work.deallocate()
        tables.deallocate()
    }

    private func address(_ argument: Phase.Argument, _ step: Step, _ shared: Int) -> UnsafeMutableRawPointer {
        func pointer(_ view: View) -> UnsafeMutableRawPointer {
            switch memory.program.element {
            case .float32: UnsafeMutableRawPointer(memory.pointer(view, as: Float.self))
            case .float64: UnsafeMutableRawPointer(memory.pointer(view, as: Double.self))
            }
        }
        return switch argument {
        case .operand(let index): pointer(step.operands[index])
        case .result(let index): pointer(step.results[index])
        case .shared(let offset): scratch.base + offset
        case .workers: scratch.base + shared
        }
    }

    func run() {
        for index in work.indices { run(phase: index) }
    }

    func run(step: Int, lap: () -> Void) {
        for index in phases[step].work {
            run(phase: index)
            lap()
        }
    }

    func kernels(of step: Int) -> [String] { phases[step].kernels }

    private func run(phase index: Int) {
        guard let phase = work.baseAddress.map({ $0 + index }) else { return }
        pool.run(tiles: phase.pointee.tiles, context: phase) { context, tile, worker in
            let work = context.assumingMemoryBound(to: PhaseWork.self).pointee
            work.function(work.table, tile, worker)
        }
    }
}

extension Step {
    /// `encoder.conv1, backward, at Models/MLP.swift:9`
    fileprivate var origin: String {
        let parts = [name.isEmpty ? nil : name, isBackward ? "backward" : nil, site.map { "at \($0)" }]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}

/// What running a phase takes.
struct PhaseWork {
    let function: KernelFunction
    let table: UnsafeMutablePointer<UnsafeMutableRawPointer>
    let tiles: Int
}
