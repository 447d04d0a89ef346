import InvarGraph

extension ContractionParts {
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
        let weights =
            kernel.right == .packed ? packed(1, by: core.pack, elements: core.pack.elements, &code) : given(1, &code)
        append(kernel, 0, by: weights, rowsPerTile: kernel.rowsPerTile, to: &code)
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
            nest: nest, roots: epilogueResults.count,
            beside: nest.operands.indices.filter { nest.operands[$0] < operandCount && nest.isDense(nest.sources[$0]) },
            slotStride: slot, tileStride: slot * nest.partialSlots)
    }
}
