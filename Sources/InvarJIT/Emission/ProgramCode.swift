import InvarCompiler
import InvarGraph

/// A program as calls of kernels: phases one after another, and where each address that a phase needs lies.
package struct ProgramCode: Sendable {
    /// A piece of memory that whoever runs the program has.
    package enum Region: Hashable, Sendable {
        /// Intermediate results, `arenaBytes` of them.
        case arena
        /// A buffer of states, by its number in the program.
        case state(Int)
        /// An input's buffer, by its number in the program.
        case input(Int)
        /// What is made of states that no step writes.
        case kept
        /// Scratch memory of a step.
        case shared
        /// Scratch memory of the workers, `workerBytes` for each.
        case workers
    }

    package struct Place: Hashable, Sendable {
        package let region: Region
        /// In bytes.
        package let offset: Int
    }

    /// A kernel over its tiles.
    package struct Phase: Sendable {
        /// In the module's list.
        package let kernel: Int
        package let tiles: Int
        package let places: [Place]
        /// Of the program.
        package let step: Int
    }

    package let program: Program
    /// What makes the `kept` region, once after states were written.
    package fileprivate(set) var once: [Phase] = []
    /// What a run consists of.
    package fileprivate(set) var phases: [Phase] = []
    package let arenaBytes: Int
    package let sharedBytes: Int
    package let workerBytes: Int
}

/// The kernels of some programs for one target: each different one once, all in one module. What is kept of the same states
/// in the same way is kept once for all of them.
package struct EmittedKernels: Sendable {
    package let target: EmissionTarget
    package private(set) var programs: [ProgramCode] = []
    /// Bytes that the programs keep together.
    package private(set) var keptBytes = 0
    private var kernels: [any TileKernel] = []

    /// - Parameter schedules: those that the cost model does not choose.
    /// - Throws: `ScheduleError` for a schedule that is not possible, a `Diagnostic` for a program that ranks share.
    package init(
        _ programs: [Program], target: EmissionTarget, schedules: ScheduleTable = .empty
    ) throws {
        self.target = target
        for program in programs {
            guard let step = program.steps.first(where: { $0.kernel.collective != nil }) else { continue }
            throw Diagnostic(
                "\(program.name) is one rank's part of a step; emitted code runs alone, so emit the step of one rank",
                at: step.site)
        }
        var numbers: [String: Int] = [:]
        var kept: [KeptPiece: Int] = [:]
        for program in programs {
            self.programs.append(try code(program, schedules, &numbers, &kept))
        }
    }

    /// What the kernels are called, for people.
    package var kernelNames: [String] { kernels.map(\.name) }

    /// What a step makes of states, told apart by how.
    private struct KeptPiece: Hashable {
        /// Kernels with their places. Those in the piece itself count from its beginning, and a state is called by its name.
        var phases: [[String]]
    }

    private mutating func code(
        _ program: Program, _ schedules: ScheduleTable, _ numbers: inout [String: Int], _ kept: inout [KeptPiece: Int]
    ) throws(ScheduleError) -> ProgramCode {
        let constants = program.constantOperands
        var steps: [StepCode] = []
        for (step, constants) in zip(program.steps, constants) {
            steps.append(
                try StepCode(
                    step, constants: constants, element: program.element, target: target.codeTarget,
                    schedules: schedules))
        }
        let room = Room(steps, threads: 1)
        var result = ProgramCode(
            program: program, arenaBytes: program.arenaByteCount.rounded(upTo: 64),
            sharedBytes: room.workers - room.shared, workerBytes: room.byteCount - room.workers)
        for (number, code) in steps.enumerated() {
            let first = place(of: code, program.steps[number], program, &kept)
            func phase(_ phase: Phase) -> ProgramCode.Phase {
                let kernel = numbers[phase.kernel.key] ?? kernels.count
                if kernel == kernels.count {
                    numbers[phase.kernel.key] = kernel
                    kernels.append(phase.kernel)
                }
                let places = phase.arguments.map {
                    Self.place($0, program.steps[number], program, kept: first.offset)
                }
                return ProgramCode.Phase(kernel: kernel, tiles: phase.tiles, places: places, step: number)
            }
            // made already for a step of another program: the same memory holds it
            if first.isNew { result.once += code.once.map(phase) }
            result.phases += code.phases.map(phase)
        }
        return result
    }

    /// Where a step's kept memory begins.
    private mutating func place(
        of code: StepCode, _ step: Step, _ program: Program, _ kept: inout [KeptPiece: Int]
    ) -> (offset: Int, isNew: Bool) {
        guard code.keptBytes > 0 else { return (0, true) }
        let piece = KeptPiece(
            phases: code.once.map { phase in
                [phase.kernel.key]
                    + phase.arguments.map { argument in
                        if case .operand(let index) = argument { return program.name(of: step.operands[index]) }
                        return "\(argument)"
                    }
            })
        if let found = kept[piece] { return (found, false) }
        defer { keptBytes += code.keptBytes.rounded(upTo: 64) }
        kept[piece] = keptBytes
        return (keptBytes, true)
    }

    private static func place(
        _ argument: Phase.Argument, _ step: Step, _ program: Program, kept: Int
    ) -> ProgramCode.Place {
        return switch argument {
        case .operand(let index): program.place(of: step.operands[index])
        case .result(let index): program.place(of: step.results[index])
        case .kept(let offset): ProgramCode.Place(region: .kept, offset: kept + offset)
        case .shared(let offset): ProgramCode.Place(region: .shared, offset: offset)
        case .workers: ProgramCode.Place(region: .workers, offset: 0)
        }
    }
}

extension Program {
    /// Where a view's first element lies.
    package func place(of view: View) -> ProgramCode.Place {
        let offset = view.offset * element.byteCount
        return switch buffers[view.buffer].storage {
        case .arena(let start): ProgramCode.Place(region: .arena, offset: start + offset)
        case .state: ProgramCode.Place(region: .state(view.buffer), offset: offset)
        case .input: ProgramCode.Place(region: .input(view.buffer), offset: offset)
        }
    }

    /// Names a part of the states, whatever number its buffer has.
    fileprivate func name(of view: View) -> String {
        let first = states.filter { $0.view.buffer == view.buffer }.min { $0.view.offset < $1.view.offset }
        return "\(first?.name ?? "") \(view.offset) \(view.shape) \(view.strides)"
    }
}

extension EmittedKernels {
    /// The kernels as the text of an assembler file, which any system's compiler takes.
    /// - Parameter symbol: the function's name for a kernel's number.
    /// - Throws: `JITError` when LLVM refuses a kernel.
    package func assembly(symbol: (Int) -> String) throws(JITError) -> String {
        let target = target.codeTarget
        let machine = try TargetMachine(target, isForFiles: true)
        let module = LLVMModule("kernels", for: target)
        module.write(for: target) { builder in
            for (number, kernel) in kernels.enumerated() {
                builder.kernel(symbol(number)) { table, tile, worker in
                    kernel.emit(KernelEmitter(builder, for: kernel, table: table, tile: tile, worker: worker))
                }
            }
        }
        module.hideFunctions()
        try module.optimize(machine)
        return String(decoding: try module.emit(machine, assembly: true), as: UTF8.self)
    }
}

extension EmittedKernels {
    /// The version of LLVM that compiles: `14.0.6`
    package static var llvm: String { CodeTarget.release }
}
