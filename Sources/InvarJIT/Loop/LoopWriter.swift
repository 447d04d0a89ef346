import InvarGraph

/// Writes the loops of one tile: chunks of columns outside, rows inside, so that sums stay in registers.
struct LoopWriter {
    let nest: LoopForm
    let tile: LoopTile
    let lanes: Lanes
    let evaluation: LoopEvaluation
    /// Of each stored root.
    let places: [Int: StorePlace]
    /// Where the partial results go: of a slot, the nest's column 0.
    let slots: [Address?]
    /// Vectors side by side.
    let width: Int

    var builder: IRBuilder { lanes.builder }
    var sums: LoopSums { LoopSums(nest: nest, lanes: lanes) }
    var everything: [Bool] { nest.needed(for: nest.roots.map(\.register)) }

    /// Where columns are kept.
    func write() {
        let outside = begun(needed: everything)
        if nest.isWalkedByRows, tile.columns > width * lanes.count { return writeByRows(outside) }
        _ = chunks(carrying: []) { chunk, _ in
            var values = outside
            evaluation.write(&values, .columns, needed: everything, chunk: chunk)
            storeTotals(sums.centred.isEmpty ? plainTotals(chunk, values) : blockTotals(chunk, values), chunk)
            return []
        }
    }

    /// Rows outside: memory is walked from its beginning to its end.
    private func writeByRows(_ outside: LoopValues) {
        builder.loop(to: tile.rows) { row in
            let position = tile.firstRow + row
            var ofRow = outside
            evaluation.write(&ofRow, .rows, needed: everything, row: position)
            _ = chunks(carrying: []) { chunk, _ in
                var values = ofRow
                evaluation.write(&values, [.rows, .columns], needed: everything, row: position, chunk: chunk)
                store(values, row, chunk)
                return []
            }
        }
    }

    /// What does not vary in the tile.
    func begun(needed: [Bool]) -> LoopValues {
        var values = evaluation.none
        evaluation.write(&values, [], needed: needed)
        return values
    }

    private func plainTotals(_ chunk: LoopChunk, _ values: LoopValues) -> [Vector] {
        let first = sums.identities(vectors: chunk.vectors)
        return eachRow(chunk, values, to: tile.rows, needed: everything, carrying: first) { values, row, carried in
            store(values, row, chunk)
            return sums.added(carried, values, chunk, pivots: [:], isMasked: false)
        }
    }

    /// Centred squares are taken about the first value of a block of rows: what cancels is bounded by the block's length.
    private func blockTotals(_ chunk: LoopChunk, _ values: LoopValues) -> [Vector] {
        let first = sums.identities(vectors: chunk.vectors)
        return builder.loop(to: tile.rows, step: LoopSums.blockRows, carrying: first) { start, totals in
            let end = min(start + LoopSums.blockRows, tile.rows)
            let pivots = pivots(chunk, values, row: start)
            let begin = sums.restarted(totals, vectors: chunk.vectors)
            let block = eachRow(chunk, values, from: start, to: end, needed: everything, carrying: begin) {
                values, row, carried in
                store(values, row, chunk)
                return sums.added(carried, values, chunk, pivots: pivots, isMasked: false)
            }
            return sums.joined(totals, block, pivots, before: start, count: end - start)
        }
    }

    private func pivots(_ chunk: LoopChunk, _ values: LoopValues, row: Index) -> [Int: [Vector]] {
        var values = values
        evaluate(&values, chunk, row: tile.firstRow + row, needed: nest.needed(for: sums.centred.map(\.register)))
        return sums.centred.reduce(into: [:]) { pivots, reducer in
            pivots[reducer.slot] = (0..<chunk.vectors).map { values(reducer.register, $0) }
        }
    }

    private func storeTotals(_ totals: [Vector], _ chunk: LoopChunk) {
        for (index, total) in totals.enumerated() {
            let (slot, vector) = (index / chunk.vectors, index % chunk.vectors)
            guard let base = slots[slot] else { continue }
            chunk.lanes(vector, of: lanes).store(total, base + (chunk.column + vector * lanes.count))
        }
    }

    // MARK: Loops

    /// The columns, a chunk at a time; the last chunk may be narrower.
    func chunks(carrying first: [Vector], _ body: (LoopChunk, [Vector]) -> [Vector]) -> [Vector] {
        let step = width * lanes.count
        let whole = tile.columns / step * step
        func chunk(_ column: Index, _ carried: [Vector]) -> [Vector] {
            body(LoopChunk(column: tile.firstColumn + column, vectors: width), carried)
        }
        let carried =
            nest.isGrouped
            ? stride(from: 0, to: whole, by: step).reduce(first) { chunk(Index($1), $0) }
            : builder.loop(to: Index(whole), step: step, carrying: first) { chunk($0, $1) }
        let rest = tile.columns - whole
        if rest == 0 { return carried }
        let tail = rest % lanes.count
        return body(
            LoopChunk(
                column: tile.firstColumn + whole, vectors: rest.parts(of: lanes.count),
                lastCount: tail == 0 ? nil : tail), carried)
    }

    /// Rows of the tile, with the values of each.
    func eachRow(
        _ chunk: LoopChunk, _ values: LoopValues, from start: Index = .zero, to end: Index, needed: [Bool],
        carrying first: [Vector], _ body: (LoopValues, Index, [Vector]) -> [Vector]
    ) -> [Vector] {
        builder.loop(from: start, to: end, carrying: first) { row, carried in
            var values = values
            evaluate(&values, chunk, row: tile.firstRow + row, needed: needed)
            return body(values, row, carried)
        }
    }

    /// What varies with rows.
    private func evaluate(_ values: inout LoopValues, _ chunk: LoopChunk, row: Index, needed: [Bool]) {
        evaluation.write(&values, .rows, needed: needed, row: row)
        evaluation.write(&values, [.rows, .columns], needed: needed, row: row, chunk: chunk)
    }

    /// Stores a row's values.
    func store(_ values: LoopValues, _ row: Index, _ chunk: LoopChunk) {
        for root in nest.stored {
            for vector in 0..<chunk.vectors {
                let value = values(nest.roots[root].register, vector)
                switch places[root] {
                case .result(let base, let stream):
                    evaluation.store(value, to: stream, base, row: tile.firstRow + row, chunk, vector)
                case .own(let place):
                    let column = chunk.column - tile.firstColumn + vector * lanes.count
                    chunk.lanes(vector, of: lanes).store(value, place.address + (row * place.rowStride + column))
                case nil: preconditionFailure("internal: a stored result without a place")
                }
            }
        }
    }
}
