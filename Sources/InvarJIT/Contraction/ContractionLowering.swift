import InvarCompiler
import InvarGraph

/// A contraction with its prologue and its epilogue, as phases: pack the right side, compute the tiles, fold the partial sums.
///
/// A prologue or an epilogue that does not fit the tiles runs as a loop of its own, before or after.
struct ContractionLowering {
    let code: StepCode

    init(
        _ parts: ContractionParts, _ target: CodeTarget, _ schedules: ScheduleTable
    ) throws(ScheduleError) {
        let choice = try schedules.choice(parts.site, by: CostModel(target))
        code = parts.lowered(choice.schedule, for: target)
    }
}

/// What a step that contracts consists of.
struct ContractionParts {
    /// Something that the contraction reads: an operand of the step, or what the prologue computes.
    struct Source: Equatable {
        var shape: [Int]
        var operand: Int?
        var prologue: LoopForm?
    }

    let kind: Contraction.Kind
    let element: ElementType
    var sources: [Source]
    let result: [Int]
    /// Which of the step's results the contraction itself is written to.
    let place: Int
    /// What follows, and which of the step's results its roots are.
    let epilogue: LoopForm?
    let epilogueResults: [Int]
    /// How many operands the step has; in the epilogue, one more is the contraction's own result.
    let operandCount: Int
    let isSquare: Bool
    let title: String
    /// Operands of the step that only the caller changes, between runs.
    let constants: Set<Int>

    init(_ contraction: Contraction, _ step: Step, constants: Set<Int>, _ element: ElementType) {
        kind = contraction.kind
        (self.element, self.constants) = (element, constants)
        sources = contraction.operands.map { operand in
            switch operand.origin {
            case .operand(let number): Source(shape: operand.shape, operand: number)
            case .prologue(let nest):
                Source(shape: operand.shape, prologue: LoopForm(nest, element: element, keepsColumns: true))
            }
        }
        result = contraction.shape
        place = contraction.result
        operandCount = step.operands.count
        isSquare = contraction.left == contraction.right
        title = Self.title(kind, sources.map(\.shape), result, element)
        epilogueResults = contraction.epilogue?.results ?? []
        epilogue = contraction.epilogue.map {
            LoopForm($0.nest, element: element, contraction: step.operands.count, keepsColumns: true)
        }
    }

    /// Of a step that contracts; nothing where it does not.
    init?(of step: Step, constants: Set<Int>, _ element: ElementType) {
        guard let contraction = step.kernel.contraction else { return nil }
        self.init(contraction, step, constants: constants, element)
    }

    private static func title(_ kind: Contraction.Kind, _ shapes: [[Int]], _ result: [Int], _ element: ElementType)
        -> String
    {
        let sizes = (shapes + [result]).map { $0.map(String.init).joined(separator: "x") }
        return "\(kind.mnemonic).\(element.rawValue).\(sizes.joined(separator: "_"))"
    }

    /// Carries out a schedule that is possible here.
    func lowered(_ schedule: ContractionSchedule, for target: CodeTarget) -> StepCode {
        let (isWinograd, isDepthwise) = (schedule.method == .winograd, schedule.method == .depthwise)
        switch kind {
        case .product(let transposeA, let transposeB):
            if schedule.method == .symmetric { return symmetric(transposeA, schedule, target) }
            return assembled(matrix(transposeA, transposeB, schedule, target), target)
        case .convolution(let window):
            if isWinograd { return winograd(window, isTurned: false, schedule, target) }
            if isDepthwise { return depthwise(window, schedule) }
            return assembled(forward(window, schedule, target), target)
        case .inputGradient(let window):
            if isWinograd { return winograd(window, isTurned: true, schedule, target) }
            if isDepthwise { return depthwiseInputGradient(window, schedule) }
            return assembled(inputGradient(window, schedule, target), target)
        case .weightGradient(let window):
            if isWinograd { return winogradWeightGradient(window, schedule, target) }
            if isDepthwise { return depthwiseWeightGradient(window, schedule) }
            return weightGradient(window, schedule, target)
        }
    }

    // MARK: Phases

    /// A kernel over tiles with what it multiplies by, before the epilogue is in it.
    struct Core {
        var kernel: TileContraction
        var pack: PackKernel
        /// Which sources are its left side and its right side.
        var left, right: Int
    }

    /// The phases: what does not fit the tiles comes before or after.
    func assembled(_ core: Core, _ target: CodeTarget) -> StepCode {
        var code = StepCode(phases: [])
        var kernel = core.kernel
        let packed = packed(
            core.right, by: core.pack, tiles: core.pack.tiles, elements: core.pack.elements, &code)
        let left = kernel.prologue == nil ? given(core.left, &code) : .result(place)
        if kernel.areTilesInLine(with: epilogue) {
            kernel.epilogue = fitting(
                columns: kernel.columns * kernel.columnGroups, rowsPerTile: kernel.rowsPerTile,
                columnTiles: kernel.columnTiles * kernel.columnGroups)
        }
        var main = Phase(kernel: kernel, tiles: kernel.tiles, arguments: [left, packed, .result(place), .workers])
        main.workerBytes = kernel.scratchBytes
        main.arguments += (kernel.prologue?.operands ?? []).map { .operand($0) }
        append(main, kernel.epilogue, rowsPerTile: kernel.rowsPerTile, to: &code)
        return code
    }

    /// The phase that computes the tiles, and what has to come after it.
    func append(
        _ main: Phase, _ epilogue: TileEpilogue?, rowsPerTile: Int, to code: inout StepCode
    ) {
        var main = main
        guard let epilogue else {
            code.phases.append(main)
            return appendEpilogue(to: &code)
        }
        main.arguments += epilogueOperands + epilogueResults.map { .result($0) }
        guard epilogue.nest.partialSlots > 0 else { return code.phases.append(main) }
        let tilesPerOuter = max(1, epilogue.nest.rows / rowsPerTile)
        let partials = code.reserve(epilogue.nest.outer * tilesPerOuter * epilogue.tileStride, of: element)
        main.arguments.append(partials)
        let combine = CombineKernel.phase(
            epilogue.nest, tilesPerOuter: tilesPerOuter, rowsPerTile: min(rowsPerTile, epilogue.nest.rows),
            tileStride: epilogue.tileStride, slotStride: epilogue.slotStride, partials: partials,
            results: epilogue.nest.reduced.map { .result(epilogueResults[$0]) })
        code.phases += [main, combine]
    }

    /// Where a source lies; if it is to be computed, in scratch memory, by a phase of its own.
    func given(
        _ index: Int, _ code: inout StepCode
    ) -> Phase.Argument {
        let source = sources[index]
        if let operand = source.operand { return .operand(operand) }
        guard let nest = source.prologue else { preconditionFailure("internal: a source of nothing") }
        let place = code.reserve(source.shape.reduce(1, *), of: element)
        let phases = LoopLowering.phases(
            nest, operands: nest.operands.map { .operand($0) }, results: [place]
        ) { code.reserve($0, of: element) }
        code.phases += phases
        return place
    }

    /// The epilogue as a loop of its own.
    func appendEpilogue(to code: inout StepCode) {
        guard let epilogue else { return }
        let phases = LoopLowering.phases(
            epilogue, operands: epilogueOperands, results: epilogueResults.map { .result($0) }
        ) { code.reserve($0, of: element) }
        code.phases += phases
    }

    private var epilogueOperands: [Phase.Argument] {
        guard let epilogue else { return [] }
        return epilogue.operands.map { $0 < operandCount ? .operand($0) : .result(place) }
    }

    /// The epilogue, if it can follow tile by tile.
    func fitting(columns: Int, rowsPerTile: Int, columnTiles: Int) -> TileEpilogue? {
        guard let nest = epilogue, nest.isRowMajor, nest.columns == columns else { return nil }
        guard nest.rows % rowsPerTile == 0 || rowsPerTile % nest.rows == 0, !nest.reducesColumns || columnTiles == 1
        else { return nil }
        let slot = nest.reducesColumns ? 1 : nest.columns
        return TileEpilogue(
            nest: nest, roots: epilogueResults.count, slotStride: slot, tileStride: slot * nest.partialSlots)
    }
}
