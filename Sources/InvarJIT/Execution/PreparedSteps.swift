import InvarCompiler
import InvarGraph
import InvarRuntime

/// Steps with their machine code, scratch memory, and the addresses in a program's memory that they work on.
@safe
final class PreparedSteps {
    /// What the addresses lie in.
    private let memory: ProgramMemory
    private let exchanges: Exchanges
    private let code: LoadedCode
    /// What steps keep from run to run, then what they share, then what each worker has.
    private let scratch: Arena
    private let room: Room
    private let work: UnsafeMutableBufferPointer<PhaseWork>
    /// Which of them are each step's, and what their kernels are called. A step that ranks exchange in has no phases.
    private let phases: [(isExchange: Bool, once: Range<Int>, work: Range<Int>, kernels: [String])]
    private let tables: UnsafeMutableBufferPointer<UnsafeMutableRawPointer>
    /// For each step, which states it made of what it keeps.
    private let generations: UnsafeMutableBufferPointer<Int>

    init(
        _ steps: [(step: Step, code: StepCode)], _ memory: ProgramMemory, _ exchanges: Exchanges, threads: Int,
        target: CodeTarget, cache: KernelCache?
    ) throws {
        (self.memory, self.exchanges) = (memory, exchanges)
        let phases = steps.enumerated().flatMap { index, step in
            (step.code.once + step.code.phases).map { (step: index, phase: $0) }
        }
        let functions: [KernelFunction]
        unsafe (code, functions) = try compileAll(
            phases.map { KernelUse(kernel: $0.phase.kernel, origin: steps[$0.step].step.origin) }, target: target,
            cache: cache)
        room = Room(steps.map(\.code), threads: threads)
        scratch = try Arena(byteCount: room.byteCount)

        var count = 0
        self.phases = steps.map { step, code in
            let first = count + code.once.count
            defer { count = first + code.phases.count }
            let work = first..<(first + code.phases.count)
            guard let collective = step.kernel.collective else {
                return (false, count..<first, work, code.phases.map(\.kernel.name))
            }
            return (true, count..<first, work, [collective.mnemonic])
        }
        unsafe work = .allocate(capacity: phases.count)
        unsafe tables = .allocate(capacity: phases.reduce(0) { $0 + $1.phase.arguments.count })
        unsafe generations = .allocate(capacity: steps.count)
        unsafe generations.initialize(repeating: -1)
        var place = 0
        for (index, (step, phase)) in phases.enumerated() {
            let table = unsafe tables.baseAddress.map { unsafe $0 + place }
            for argument in phase.arguments {
                unsafe tables.initializeElement(at: place, to: address(argument, steps[step].step, step))
                place += 1
            }
            guard let table = unsafe table else { preconditionFailure("internal: phases without memory") }
            unsafe work.initializeElement(
                at: index, to: PhaseWork(function: functions[index], table: table, tiles: phase.tiles))
        }
    }

    deinit {
        unsafe work.deallocate()
        unsafe tables.deallocate()
        unsafe generations.deallocate()
    }

    private func address(_ argument: Phase.Argument, _ step: Step, _ index: Int) -> UnsafeMutableRawPointer {
        func pointer(_ view: View) -> UnsafeMutableRawPointer {
            switch memory.program.element {
            case .float32: unsafe UnsafeMutableRawPointer(memory.pointer(view, as: Float.self))
            case .float64: unsafe UnsafeMutableRawPointer(memory.pointer(view, as: Double.self))
            }
        }
        return switch argument {
        case .operand(let index): unsafe pointer(step.operands[index])
        case .result(let index): unsafe pointer(step.results[index])
        case .kept(let offset): unsafe scratch.base + room.kept[index] + offset
        case .shared(let offset): unsafe scratch.base + room.shared + offset
        case .workers: unsafe scratch.base + room.workers
        }
    }

    /// All steps, in order.
    func run(on pool: WorkerPool) {
        for step in phases.indices {
            refresh(step: step, pool)
            for index in phases[step].work { run(phase: index, pool) }
            if phases[step].isExchange { exchanges.run(step: step) }
        }
    }

    func run(step: Int, on pool: WorkerPool, lap: () -> Void) {
        refresh(step: step, pool)
        for index in phases[step].work {
            run(phase: index, pool)
            lap()
        }
        if phases[step].isExchange {
            exchanges.run(step: step)
            lap()
        }
    }

    func spoilScratch(_ byte: UInt8) {
        scratch.fill(byte)
        unsafe generations.update(repeating: -1)
    }

    func kernels(of step: Int) -> [String] { phases[step].kernels }

    /// Makes again what the step keeps, where states may have changed since.
    private func refresh(step: Int, _ pool: WorkerPool) {
        guard unsafe generations[step] != memory.stateGeneration else { return }
        for index in phases[step].once { run(phase: index, pool) }
        unsafe generations[step] = memory.stateGeneration
    }

    private func run(phase index: Int, _ pool: WorkerPool) {
        guard let phase = unsafe work.baseAddress.map({ unsafe $0 + index }) else { return }
        unsafe pool.run(phase)
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
@safe
struct PhaseWork {
    let function: KernelFunction
    let table: UnsafePointer<UnsafeMutableRawPointer>
    let tiles: Int
}

extension WorkerPool {
    /// Computes all tiles of a phase.
    func run(_ phase: UnsafePointer<PhaseWork>) {
        unsafe run(tiles: phase.pointee.tiles, context: phase) { context, tile, worker in
            let work = unsafe context.assumingMemoryBound(to: PhaseWork.self).pointee
            unsafe work.function(work.table, tile, worker)
        }
    }
}
