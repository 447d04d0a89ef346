import InvarGraph

/// A nest by itself, over its tiles. It leaves partial results where these are to be combined.
struct LoopKernel: TileKernel {
    let nest: LoopForm
    let cut: LoopCut

    var name: String { "loop.\(element.rawValue).\(nest.outer)x\(nest.rows)x\(nest.columns)" }
    var element: ElementType { nest.element }
    var tiles: Int { cut.tiles }
    private var rootNames: [ArgumentName] { nest.roots.indices.map { .root($0) } }
    var arguments: [ArgumentName] { nest.operandNames + rootNames + (parts > 1 ? [.partials] : []) }

    /// Parts that the sums of an outer index fall into. One is the result itself.
    var parts: Int { nest.partialSlots == 0 ? 1 : cut.parts(reducesColumns: nest.reducesColumns) }
    /// Elements of one part's partial results.
    var partStride: Int { nest.partialSlots * nest.keptColumns }

    func emit(_ emitter: KernelEmitter) {
        let operands = nest.operandNames.map { emitter[$0] }
        let results = rootNames.map { emitter[$0] }
        let partials = parts > 1 ? emitter[.partials] : nil
        emitter.eachTile(cut) { tile, part in
            let slots: [Address?]
            if let partials {
                let inner = nest.reducesColumns ? part.rows * cut.columnTiles + part.columns : part.rows
                slots = nest.slots(partials + (tile.outer * parts + inner) * partStride, stride: nest.keptColumns)
            } else {
                slots = direct(results, tile.outer * nest.keptColumns)
            }
            emitter.builder.emit(nest, tile, operands: operands, results: results, slots: slots)
        }
    }

    /// The results themselves as slots; none for the means that go with centred squares.
    private func direct(_ results: [Address], _ offset: Index) -> [Address?] {
        var slots = [Address?](repeating: nil, count: nest.partialSlots)
        for (root, result) in zip(nest.roots, results) {
            if case .reduce(_, let slot) = root.fate { slots[slot] = result + offset }
        }
        return slots
    }
}
