import InvarCompiler
import InvarGraph

/// How a step is carried out: phases one after another, each a kernel over its tiles.
struct StepCode: Sendable {
    var phases: [Phase] = []
    /// What is carried out, before them, only when states that no step writes may have changed: weights are packed here.
    var once: [Phase] = []
    /// Scratch memory that the phases of the step share, in bytes. Nothing in it outlives the step.
    var sharedBytes = 0
    /// Memory for what is made once, in bytes: the step's own from run to run.
    var keptBytes = 0

    /// Scratch memory for so many elements.
    mutating func reserve(_ elements: Int, of element: ElementType) -> Phase.Argument {
        defer { sharedBytes += (elements * element.byteCount).rounded(upTo: 64) }
        return .shared(sharedBytes)
    }

    /// Memory for so many elements that are made once.
    mutating func keep(_ elements: Int, of element: ElementType) -> Phase.Argument {
        defer { keptBytes += (elements * element.byteCount).rounded(upTo: 64) }
        return .kept(keptBytes)
    }
}

/// One kernel over its tiles, which may run in any order and at the same time.
struct Phase: Sendable {
    /// Where an address in the kernel's table comes from.
    enum Argument: Hashable, Sendable {
        /// The first element of the step's operand or result.
        case operand(Int)
        case result(Int)
        /// So many bytes into the step's shared scratch memory: a multiple of 64.
        case shared(Int)
        /// So many bytes into what the step keeps from run to run: a multiple of 64.
        case kept(Int)
        /// The workers' scratch memory: worker w's piece begins `w · workerBytes` further.
        case workers
    }

    let kernel: any TileKernel
    let tiles: Int
    /// In the order of the kernel's table.
    let arguments: [Argument]
    /// Scratch memory of one worker, in bytes: a multiple of 64.
    let workerBytes: Int

    /// - Parameter places: where what the kernel asks for lies, but the workers' memory.
    init(_ kernel: some TileKernel, _ places: [ArgumentName: Argument]) {
        (self.kernel, tiles, workerBytes) = (kernel, kernel.tiles, kernel.scratchBytes)
        arguments = kernel.arguments.map { name in
            guard let place = name == .scratch ? .workers : places[name] else {
                preconditionFailure("internal: \(kernel.name) is not given its \(name)")
            }
            return place
        }
    }
}

extension StepCode {
    /// What the step becomes on this target.
    /// - Parameter constants: operands that only the caller changes, between runs.
    /// - Throws: where one of the schedules is for it and not possible.
    init(
        _ step: Step, constants: Set<Int>, element: ElementType, target: CodeTarget,
        schedules: ScheduleTable = .empty
    ) throws(ScheduleError) {
        switch step.kernel {
        case .loop(let nest): self.init(nest, element)
        case .contraction(let contraction):
            let parts = ContractionParts(contraction, step, constants: constants, element)
            self = try parts.lowered(schedules.choice(parts.site, by: CostModel(target)).schedule, for: target)
        case .maxPool(let window): self.init(maxPool: window, step, element)
        case .maxPoolGradient(let window): self.init(maxPoolGradient: window, step, element)
        case .cholesky: self.init(choleskyOf: step, element)
        case .triangularSolve(let transposed): self.init(triangularSolve: transposed, step, element)
        // No code: `Exchanges` carries it out.
        case .collective: self.init()
        }
    }
}
