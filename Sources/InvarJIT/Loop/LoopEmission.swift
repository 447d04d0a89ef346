import InvarGraph

extension IRBuilder {
    /// Computes a tile: stores at its points; leaves what it reduces in `slots`.
    ///
    /// - Parameters:
    ///   - operands: addresses in the order of `nest.operands`, of the first element of each operand.
    ///   - results: one address for each root, of its first element; anything for reduced ones.
    ///   - overriding: for a stored root, a place of its own instead.
    ///   - slots: where the sums of column 0 of the nest are for this tile, slot by slot; nothing where a slot is not wanted. Only
    ///     the tile's columns are written. Where columns are reduced, a slot is one element.
    func emit(
        _ nest: LoopForm, _ tile: LoopTile, operands: [Address], results: [Address],
        overriding: [Int: TilePlace] = [:], slots: [Address?]
    ) {
        if tile.columns == 0 || tile.rows.known == 0 && nest.partialSlots == 0 { return }
        let lanes = lanes(nest.element, columns: tile.columns)
        let writer = LoopWriter(
            nest: nest, tile: tile, lanes: lanes,
            evaluation: LoopEvaluation(nest, lanes, outer: tile.outer, operands: operands),
            places: places(nest, tile, results, overriding), slots: slots, width: nest.unrolling(lanes.type, target))
        if nest.reducesColumns, nest.partialSlots > 0 {
            writer.writeReducingColumns()
        } else {
            writer.write()
        }
    }

    private func places(
        _ nest: LoopForm, _ tile: LoopTile, _ results: [Address], _ overriding: [Int: TilePlace]
    ) -> [Int: StorePlace] {
        let position = tile.outer.unflattened(nest.outerAxes)
        var places: [Int: StorePlace] = [:]
        for root in nest.stored {
            if let own = overriding[root] {
                places[root] = .own(own)
            } else if let stream = nest.roots[root].place {
                places[root] = .result(results[root] + Index.offset(position, stream.outer), stream)
            }
        }
        return places
    }
}

/// Where a stored root of a tile goes.
enum StorePlace {
    /// Where the outer index begins.
    case result(Address, LoopStream)
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
