import InvarGraph

extension KernelEmitter {
    /// Computes a tile: stores at its points; leaves what it reduces in `partials`.
    ///
    /// - Parameters:
    ///   - operands: addresses in the order of `nest.operands`, of the first element of each operand.
    ///   - results: one address for each root, of its first element; anything for reduced ones.
    ///   - overriding: for a stored root, a place of its own instead.
    ///   - partials: where slot 0 of column 0 of the nest is for this tile. Column c of slot s is s · `slotStride` + c elements
    ///     further. Only the tile's columns are written. Where columns are reduced, a slot is one element.
    func emit(
        _ nest: LoopForm, _ tile: LoopTile, operands: [IRValue], results: [IRValue],
        overriding: [Int: TilePlace] = [:], partials: IRValue?, slotStride: Int
    ) {
        let slots = (0..<nest.partialSlots).map { slot in
            partials.map { builder.advance($0, bytes: builder.int(slot * slotStride * nest.element.byteCount)) }
        }
        let box = LoopBox(
            outer: tile.outer, firstRow: tile.firstRow, rows: builder.int(tile.rows), firstColumn: tile.firstColumn,
            columns: tile.columns)
        emit(nest, box, operands: operands, results: results, overriding: overriding, slots: slots)
    }

    /// The same with an address for each slot; nothing where a slot is not wanted.
    func emit(
        _ nest: LoopForm, _ box: LoopBox, operands: [IRValue], results: [IRValue],
        overriding: [Int: TilePlace] = [:], slots: [IRValue?]
    ) {
        if box.columns == 0 || builder.known(box.rows) == 0 && nest.partialSlots == 0 { return }
        let type = lanes(nest.element, columns: box.columns)
        let writer = LoopWriter(
            nest: nest, box: box, builder: builder, type: type,
            evaluation: LoopEvaluation(nest, builder, type, outer: box.outer, operands: operands),
            places: places(nest, box, results, overriding, type), slots: slots,
            width: nest.unrolling(type, builder.target))
        if nest.reducesColumns, nest.partialSlots > 0 {
            writer.writeReducingColumns()
        } else {
            writer.write()
        }
    }

    private func places(
        _ nest: LoopForm, _ box: LoopBox, _ results: [IRValue], _ overriding: [Int: TilePlace], _ type: LaneType
    ) -> [Int: StorePlace] {
        let position = builder.unflatten(box.outer, nest.outerAxes)
        var places: [Int: StorePlace] = [:]
        for root in nest.stored {
            if let own = overriding[root] {
                places[root] = .own(own)
            } else if let stream = nest.roots[root].place {
                let offset = builder.offset(position, stream.outer)
                places[root] = .result(builder.advance(results[root], offset, of: type), stream)
            }
        }
        return places
    }
}

/// A tile whose rows may be counted only when the kernel runs.
struct LoopBox {
    let outer, firstRow, rows, firstColumn: IRValue
    let columns: Int
}

/// Where a stored root of a tile goes.
enum StorePlace {
    /// Where the outer index begins.
    case result(IRValue, LoopStream)
    case own(TilePlace)
}

extension LoopForm {
    /// Vectors that are computed side by side: as many as registers last for, four at most.
    func unrolling(_ type: LaneType, _ target: CodeTarget) -> Int {
        var used = partialSlots
        // A pivot for centred squares, nothing for a sum that follows from them.
        var centred: Set<Int> = []
        for root in roots {
            if case .reduce(.centredSquares, _) = root.fate {
                used += 1
                centred.insert(root.register)
            }
        }
        for root in roots where centred.contains(root.register) {
            if case .reduce(.sum, _) = root.fate { used -= 1 }
        }
        if rows > 1 {
            // Values that stay the same from row to row, and are used in each.
            let dependences = dependences
            var kept = Set(roots.map(\.register)).filter { dependences[$0] == .columns }
            for (index, instruction) in instructions.enumerated() where dependences[index].contains(.rows) {
                kept.formUnion(instruction.inputs.filter { dependences[$0] == .columns })
            }
            used += kept.count
        }
        let isLong = instructions.contains(where: \.isLong)
        if isLong, element == .float64 { return 1 }
        var width = isLong ? 2 : 4
        while width > 1, width * used > target.registers - 4 { width /= 2 }
        return width
    }
}
