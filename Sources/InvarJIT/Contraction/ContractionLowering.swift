import InvarCompiler
import InvarGraph

/// A contraction with its prologue and its epilogue, as phases: pack the right side, compute the tiles, fold the partial sums.
///
/// A prologue or an epilogue that does not fit the tiles runs as a loop of its own, before or after.
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
            return assembled(matrix(transposeA, transposeB, schedule, target))
        case .convolution(let window):
            if isWinograd { return winograd(window, isTurned: false, schedule, target) }
            if isDepthwise { return depthwise(window, schedule) }
            return assembled(forward(window, schedule, target))
        case .inputGradient(let window):
            if isWinograd { return winograd(window, isTurned: true, schedule, target) }
            if isDepthwise { return depthwiseInputGradient(window, schedule) }
            return assembled(inputGradient(window, schedule, target))
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
    }

    /// The phases: what does not fit the tiles comes before or after.
    func assembled(_ core: Core) -> StepCode {
        var code = StepCode()
        var kernel = core.kernel
        if kernel.areTilesInLine(with: epilogue) {
            kernel.epilogue = fitting(
                columns: kernel.columns * kernel.columnGroups, rowsPerTile: kernel.rowsPerTile,
                columnTiles: kernel.columnTiles * kernel.columnGroups)
        }
        let packed = packed(1, by: core.pack, elements: core.pack.elements, &code)
        append(kernel, 0, by: packed, rowsPerTile: kernel.rowsPerTile, to: &code)
        return code
    }

    /// The phase that computes the tiles, out of a source and what it is multiplied by, and what has to come after it.
    func append(
        _ kernel: some ContractionKernel, _ source: Int, by weights: Phase.Argument, rowsPerTile: Int,
        to code: inout StepCode
    ) {
        let input = kernel.prologue == nil ? given(source, &code) : .result(place)
        var places = places([.input: input, .weights: weights, .result: .result(place)], kernel.prologue)
        guard let epilogue = kernel.epilogue else {
            code.phases.append(Phase(kernel, places))
            return appendEpilogue(to: &code)
        }
        for (name, place) in zip(epilogue.operandNames, epilogueOperands) { places[name] = place }
        for (name, result) in zip(epilogue.rootNames, epilogueResults) { places[name] = .result(result) }
        guard epilogue.leavesPartials else { return code.phases.append(Phase(kernel, places)) }
        let tilesPerOuter = max(1, epilogue.nest.rows / rowsPerTile)
        let partials = code.reserve(epilogue.nest.outer * tilesPerOuter * epilogue.tileStride, of: element)
        places[.partials] = partials
        code.phases.append(Phase(kernel, places))
        let combine = CombineKernel(
            epilogue.nest, tilesPerOuter: tilesPerOuter, rowsPerTile: min(rowsPerTile, epilogue.nest.rows),
            tileStride: epilogue.tileStride, slotStride: epilogue.slotStride)
        code.append(
            combine, partials: partials, results: epilogue.nest.reduced.map { .result(epilogueResults[$0]) })
    }

    /// A kernel's own places with those of its prologue's operands.
    func places(_ own: [ArgumentName: Phase.Argument], _ prologue: LoopForm?) -> [ArgumentName: Phase.Argument] {
        guard let prologue else { return own }
        return own.merging(prologue.operandPlaces(prologue.operands.map { .operand($0) })) { own, _ in own }
    }

    /// Where a source lies; if it is to be computed, in scratch memory, by a phase of its own.
    func given(_ index: Int, _ code: inout StepCode) -> Phase.Argument {
        let source = sources[index]
        if let operand = source.operand { return .operand(operand) }
        guard let nest = source.prologue else { preconditionFailure("internal: a source of nothing") }
        let place = code.reserve(source.shape.reduce(1, *), of: element)
        code.append(nest, operands: nest.operands.map { .operand($0) }, results: [place])
        return place
    }

    /// A source as its kernel reads it: packed in every run, or once where only the caller changes what it is made of.
    func packed(
        _ index: Int, by kernel: some TileKernel, elements: Int, _ code: inout StepCode
    ) -> Phase.Argument {
        let begin = code.phases.count
        let source = given(index, &code)
        let isOnce = isConstant(index)
        let packed = isOnce ? code.keep(elements, of: element) : code.reserve(elements, of: element)
        code.phases.append(Phase(kernel, [.input: source, .result: packed]))
        if isOnce {
            code.once += code.phases[begin...]
            code.phases.removeSubrange(begin...)
        }
        return packed
    }

    /// Whether a source stays the same from run to run until the caller changes it.
    func isConstant(_ index: Int) -> Bool {
        let read = sources[index].operand.map { [$0] } ?? sources[index].prologue?.operands ?? []
        return read.allSatisfy(constants.contains)
    }

    /// The epilogue as a loop of its own.
    func appendEpilogue(to code: inout StepCode) {
        guard let epilogue else { return }
        code.append(epilogue, operands: epilogueOperands, results: epilogueResults.map { .result($0) })
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
