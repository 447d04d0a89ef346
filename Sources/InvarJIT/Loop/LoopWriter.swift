import InvarGraph

/// Writes the loops of one tile: chunks of columns outside, rows inside, so that sums stay in registers.
struct LoopWriter {
    let nest: LoopForm
    let box: LoopBox
    let builder: IRBuilder
    let type: LaneType
    let evaluation: LoopEvaluation
    /// Of each stored root.
    let places: [Int: StorePlace]
    /// Where the partial results go: of a slot, the nest's column 0.
    let slots: [IRValue?]
    /// Vectors side by side.
    let width: Int

    var sums: LoopSums { LoopSums(nest: nest, builder: builder, type: type) }
    var everything: [Bool] { nest.needed(for: nest.roots.map(\.register)) }

    /// Where columns are kept.
    func write() {
        let outside = begun(needed: everything)
        if nest.isWalkedByRows, box.columns > width * type.lanes { return writeByRows(outside) }
        _ = chunks(carrying: []) { chunk, _ in
            var values = outside
            evaluation.write(&values, .columns, needed: everything, chunk: chunk)
            let totals = sums.centred.isEmpty ? plainTotals(chunk, values) : blockTotals(chunk, values)
            storeTotals(totals, chunk)
            return []
        }
    }

    /// Rows outside: memory is walked from its beginning to its end.
    private func writeByRows(_ outside: LoopValues) {
        _ = builder.loop(from: builder.int(0), to: box.rows) { row, _ in
            let position = builder.add(box.firstRow, row)
            var ofRow = outside
            evaluation.write(&ofRow, .rows, needed: everything, row: position)
            return chunks(carrying: []) { chunk, _ in
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

    private func plainTotals(_ chunk: LoopChunk, _ values: LoopValues) -> [IRValue] {
        let first = sums.identities(vectors: chunk.vectors)
        return eachRow(chunk, values, from: builder.int(0), to: box.rows, needed: everything, carrying: first) {
            values, row, carried in
            store(values, row, chunk)
            return sums.added(carried, values, chunk, pivots: [:], isMasked: false)
        }
    }

    /// Centred squares are taken about the first value of a block of rows: what cancels is bounded by the block's length.
    private func blockTotals(_ chunk: LoopChunk, _ values: LoopValues) -> [IRValue] {
        let first = sums.identities(vectors: chunk.vectors)
        return builder.loop(from: builder.int(0), to: box.rows, step: LoopSums.blockRows, carrying: first) {
            start, totals in
            let end = builder.minimum(builder.add(start, builder.int(LoopSums.blockRows)), box.rows)
            let pivots = pivots(chunk, values, row: start)
            let begin = sums.restarted(totals, vectors: chunk.vectors)
            let block = eachRow(chunk, values, from: start, to: end, needed: everything, carrying: begin) {
                values, row, carried in
                store(values, row, chunk)
                return sums.added(carried, values, chunk, pivots: pivots, isMasked: false)
            }
            return sums.joined(totals, block, pivots, before: start, count: builder.subtract(end, start))
        }
    }

    private func pivots(_ chunk: LoopChunk, _ values: LoopValues, row: IRValue) -> [Int: [IRValue]] {
        let needed = nest.needed(for: sums.centred.map(\.register))
        var values = values
        let position = builder.add(box.firstRow, row)
        evaluation.write(&values, .rows, needed: needed, row: position)
        evaluation.write(&values, [.rows, .columns], needed: needed, row: position, chunk: chunk)
        return sums.centred.reduce(into: [:]) { pivots, reducer in
            pivots[reducer.slot] = (0..<chunk.vectors).map { values(reducer.register, $0) }
        }
    }

    private func storeTotals(_ totals: [IRValue], _ chunk: LoopChunk) {
        for (index, total) in totals.enumerated() {
            let (slot, vector) = (index / chunk.vectors, index % chunk.vectors)
            guard let base = slots[slot] else { continue }
            let column = builder.add(chunk.column, builder.int(vector * type.lanes))
            builder.store(
                total, type, builder.advance(base, column, of: type),
                mask: builder.maskUnlessFull(type, chunk.count(vector, type)))
        }
    }

    // MARK: Loops

    /// The columns, a chunk at a time; the last chunk may be narrower.
    func chunks(carrying first: [IRValue], _ body: (LoopChunk, [IRValue]) -> [IRValue]) -> [IRValue] {
        let step = width * type.lanes
        let whole = box.columns / step * step
        func chunk(_ column: Int) -> LoopChunk {
            LoopChunk(column: builder.add(box.firstColumn, builder.int(column)), vectors: width)
        }
        let carried =
            nest.isGrouped
            ? stride(from: 0, to: whole, by: step).reduce(first) { body(chunk($1), $0) }
            : builder.loop(from: builder.int(0), to: builder.int(whole), step: step, carrying: first) {
                column, carried in
                body(LoopChunk(column: builder.add(box.firstColumn, column), vectors: width), carried)
            }
        let rest = box.columns - whole
        if rest == 0 { return carried }
        let tail = rest % type.lanes
        return body(
            LoopChunk(
                column: builder.add(box.firstColumn, builder.int(whole)),
                vectors: (rest + type.lanes - 1) / type.lanes, lastCount: tail == 0 ? nil : tail), carried)
    }

    /// Rows of the tile, with the values of each.
    func eachRow(
        _ chunk: LoopChunk, _ values: LoopValues, from start: IRValue, to end: IRValue, needed: [Bool],
        carrying first: [IRValue], _ body: (LoopValues, IRValue, [IRValue]) -> [IRValue]
    ) -> [IRValue] {
        builder.loop(from: start, to: end, carrying: first) { row, carried in
            var values = values
            let position = builder.add(box.firstRow, row)
            evaluation.write(&values, .rows, needed: needed, row: position)
            evaluation.write(&values, [.rows, .columns], needed: needed, row: position, chunk: chunk)
            return body(values, row, carried)
        }
    }

    /// Stores a row's values.
    func store(_ values: LoopValues, _ row: IRValue, _ chunk: LoopChunk) {
        for root in nest.stored {
            for vector in 0..<chunk.vectors {
                let value = values(nest.roots[root].register, vector)
                switch places[root] {
                case .result(let base, let stream):
                    let position = builder.add(box.firstRow, row)
                    evaluation.store(value, to: stream, base, row: position, chunk, vector)
                case .own(let place):
                    let column = builder.subtract(chunk.column, box.firstColumn)
                    let offset = builder.add(column, builder.int(vector * type.lanes))
                    let element = builder.add(builder.multiply(row, place.rowStride), offset)
                    builder.store(
                        value, type, builder.advance(place.address, element, of: type),
                        mask: builder.maskUnlessFull(type, chunk.count(vector, type)))
                case nil: preconditionFailure("internal: a stored result without a place")
                }
            }
        }
    }
}
