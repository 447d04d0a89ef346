import InvarCompiler
import InvarGraph
import InvarRuntime

/// Steps with their machine code, scratch memory, and the addresses in a program's memory that they work on.
final class PreparedSteps {
    /// What the addresses lie in.
    private let memory: ProgramMemory
    private let code: LoadedCode
    private let scratch: Arena
    private let work: UnsafeMutableBufferPointer<PhaseWork>
    /// Which of them are each step's, and what their kernels are called.
    private let phases: [(work: Range<Int>, kernels: [String])]
    private let tables: UnsafeMutableBufferPointer<UnsafeMutableRawPointer>

    init(
        _ steps: [(step: Step, code: StepCode)], _ memory: ProgramMemory, threads: Int, target: CodeTarget,
        cache: KernelCache?
    ) throws {
        self.memory = memory
        let phases = steps.flatMap { step, code in code.phases.map { (step, $0) } }
        let functions: [KernelFunction]
        (code, functions) = try compileAll(
            phases.map { KernelUse(kernel: $1.kernel, origin: $0.origin) }, target: target, cache: cache)

        let shared = steps.reduce(0) { max($0, Arena.aligned($1.code.sharedBytes)) }
        let workers = steps.flatMap(\.code.phases).reduce(0) { max($0, $1.workerBytes) }
        scratch = try Arena(byteCount: shared + workers * threads)

        var count = 0
        self.phases = steps.map { _, code in
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

    /// All steps, in order.
    func run(on pool: WorkerPool) {
        for index in work.indices { run(phase: index, pool) }
    }

    func run(step: Int, on pool: WorkerPool, lap: () -> Void) {
        for index in phases[step].work {
            run(phase: index, pool)
            lap()
        }
    }

    func kernels(of step: Int) -> [String] { phases[step].kernels }

    private func run(phase index: Int, _ pool: WorkerPool) {
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
