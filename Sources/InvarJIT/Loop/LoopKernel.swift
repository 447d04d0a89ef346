import InvarGraph

/// A nest by itself, over its tiles. Arguments: operands, results, and partial results where these are to be combined.
struct LoopKernel: TileKernel {
    let nest: LoopForm
    let cut: LoopCut

    var name: String { "loop.\(nest.element.rawValue).\(nest.outer)x\(nest.rows)x\(nest.columns)" }

    /// Parts that the sums of an outer index fall into. One is the result itself.
    var parts: Int { nest.partialSlots == 0 ? 1 : cut.parts(reducesColumns: nest.reducesColumns) }
    /// Elements of one part's partial results.
    var partStride: Int { nest.partialSlots * nest.keptColumns }

    func emit(_ emitter: KernelEmitter) {
        let builder = emitter.builder
        let operands = nest.operands.indices.map { emitter.argument($0) }
        let results = nest.roots.indices.map { emitter.argument(operands.count + $0) }
        let partials = parts > 1 ? emitter.argument(operands.count + results.count) : nil
        emitter.eachBox(cut) { box, part in
            let slots: [IRValue?]
            if let partials {
                let inner =
                    nest.reducesColumns
                    ? builder.add(builder.multiply(part.rows, cut.columnTiles), part.columns) : part.rows
                let number = builder.add(builder.multiply(box.outer, parts), inner)
                let place = address(partials, builder.multiply(number, partStride), builder)
                slots = (0..<nest.partialSlots).map { address(place, builder.int($0 * nest.keptColumns), builder) }
            } else {
                slots = direct(results, builder.multiply(box.outer, nest.keptColumns), builder)
            }
            emitter.emit(nest, box, operands: operands, results: results, slots: slots)
        }
    }

    /// The results themselves as slots; none for the means that go with centred squares.
    private func direct(_ results: [IRValue], _ offset: IRValue, _ builder: IRBuilder) -> [IRValue?] {
        var slots = [IRValue?](repeating: nil, count: nest.partialSlots)
        for (root, result) in zip(nest.roots, results) {
            if case .reduce(_, let slot) = root.fate { slots[slot] = address(result, offset, builder) }
        }
        return slots
    }

    private func address(_ base: IRValue, _ elements: IRValue, _ builder: IRBuilder) -> IRValue {
        builder.advance(base, elements, of: LaneType(element: nest.element, lanes: 1))
    }
}
