import InvarCompiler
import InvarGraph
import InvarRuntime

/// Steps with their machine code, scratch memory, and the addresses in a program's memory that they work on.
final class PreparedSteps {
    /// What the addresses lie in.
    private let memory: ProgramMemory
    private let code: LoadedCode
    /// What steps keep from run to run, then what they share, then what each worker has.
    private let scratch: Arena
    private let room: Room
    private let work: UnsafeMutableBufferPointer<PhaseWork>
    /// Which of them are each step's, and what their kernels are called.
    private let phases: [(once: Range<Int>, work: Range<Int>, kernels: [String])]
    private let tables: UnsafeMutableBufferPointer<UnsafeMutableRawPointer>
    /// For each step, which states it made of what it keeps.
    private let generations: UnsafeMutableBufferPointer<Int>

    init(
        _ steps: [(step: Step, code: StepCode)], _ memory: ProgramMemory, threads: Int, target: CodeTarget,
        cache: KernelCache?
    ) throws {
        self.memory = memory
        let phases = steps.enumerated().flatMap { index, step in
            (step.code.once + step.code.phases).map { (step: index, phase: $0) }
        }
        let functions: [KernelFunction]
        (code, functions) = try compileAll(
            phases.map { KernelUse(kernel: $0.phase.kernel, origin: steps[$0.step].step.origin) }, target: target,
            cache: cache)
        room = Room(steps.map(\.code), threads: threads)
        scratch = try Arena(byteCount: room.byteCount)

        var count = 0
        self.phases = steps.map { _, code in
            let first = count + code.once.count
            defer { count = first + code.phases.count }
            return (count..<first, first..<(first + code.phases.count), code.phases.map(\.kernel.name))
        }
        work = .allocate(capacity: phases.count)
        tables = .allocate(capacity: phases.reduce(0) { $0 + $1.phase.arguments.count })
        generations = .allocate(capacity: steps.count)
        generations.initialize(repeating: -1)
        var place = 0
        for (index, (step, phase)) in phases.enumerated() {
            let table = tables.baseAddress.map { $0 + place }
            for argument in phase.arguments {
                tables.initializeElement(at: place, to: address(argument, steps[step].step, step))
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
        generations.deallocate()
    }

    private func address(_ argument: Phase.Argument, _ step: Step, _ index: Int) -> UnsafeMutableRawPointer {
        func pointer(_ view: View) -> UnsafeMutableRawPointer {
            switch memory.program.element {
            case .float32: UnsafeMutableRawPointer(memory.pointer(view, as: Float.self))
            case .float64: UnsafeMutableRawPointer(memory.pointer(view, as: Double.self))
            }
        }
        return switch argument {
        case .operand(let index): pointer(step.operands[index])
        case .result(let index): pointer(step.results[index])
        case .kept(let offset): scratch.base + room.kept[index] + offset
        case .shared(let offset): scratch.base + room.shared + offset
        case .workers: scratch.base + room.workers
        }
    }

    /// All steps, in order.
    func run(on pool: WorkerPool) {
        for step in phases.indices {
            refresh(step: step, pool)
            for index in phases[step].work { run(phase: index, pool) }
        }
    }

    func run(step: Int, on pool: WorkerPool, lap: () -> Void) {
        refresh(step: step, pool)
        for index in phases[step].work {
            run(phase: index, pool)
            lap()
        }
    }

    func spoilScratch(_ byte: UInt8) {
        scratch.fill(byte)
        generations.update(repeating: -1)
    }

    func kernels(of step: Int) -> [String] { phases[step].kernels }

    /// Makes again what the step keeps, where states may have changed since.
    private func refresh(step: Int, _ pool: WorkerPool) {
        guard generations[step] != memory.stateGeneration else { return }
        for index in phases[step].once { run(phase: index, pool) }
        generations[step] = memory.stateGeneration
    }

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
