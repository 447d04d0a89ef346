import InvarGraph

extension LoopWriter {
    /// Where columns are reduced too: vectors of sums are carried through the whole tile, and folded at its end. Centred squares
    /// are taken about the tile's mean, which a first pass finds.
    func writeReducingColumns() {
        let centres = sums.centred.isEmpty ? [:] : means()
        let outside = begun(needed: everything)
        let pivots = centres.mapValues { [$0.broadcast(lanes.type)] }
        let totals = everywhere(outside, needed: everything, carrying: sums.identities(vectors: width)) {
            values, row, chunk, carried in
            store(values, row, chunk)
            return sums.added(carried, values, chunk, pivots: pivots, isMasked: true)
        }
        let each = single.reciprocal(points)
        let derived = Dictionary(uniqueKeysWithValues: sums.derived.map { ($0.sum.slot, $0.from.slot) })
        for reducer in sums.all {
            if let from = derived[reducer.slot], let pivot = centres[from] {
                let rest = folded(.sum, totals, at: from + 1)
                storeTotal(fma(pivot, single.number(points), rest), reducer.slot)
                continue
            }
            let total = folded(reducer.kind, totals, at: reducer.slot)
            guard let pivot = centres[reducer.slot] else {
                storeTotal(total, reducer.slot)
                continue
            }
            let sum = folded(.sum, totals, at: reducer.slot + 1)
            let part = single.centre(total, sum, pivot, each)
            storeTotal(part.squares, reducer.slot)
            storeTotal(part.mean, reducer.slot + 1)
        }
    }

    private var points: Index { tile.rows * tile.columns }

    /// Sums of single numbers.
    private var single: LoopSums { LoopSums(nest: nest, lanes: builder.lanes(lanes.type.with(lanes: 1))) }

    /// The tile's means of what centred squares are taken of, by slot: single numbers.
    private func means() -> [Int: Vector] {
        let centred = sums.centred
        let needed = nest.needed(for: centred.map(\.register))
        let outside = begun(needed: needed)
        let zeros = [Vector](repeating: lanes.zero, count: centred.count * width)
        let totals = everywhere(outside, needed: needed, carrying: zeros) { values, _, chunk, carried in
            added(carried, centred, values, chunk)
        }
        let each = single.reciprocal(points)
        return centred.enumerated().reduce(into: [:]) { means, item in
            means[item.element.slot] = folded(.sum, totals, at: item.offset) * each
        }
    }

    /// All rows of all chunks, with values handed from one to the next.
    private func everywhere(
        _ outside: LoopValues, needed: [Bool], carrying first: [Vector],
        _ body: (LoopValues, Index, LoopChunk, [Vector]) -> [Vector]
    ) -> [Vector] {
        chunks(carrying: first) { chunk, carried in
            var values = outside
            evaluation.write(&values, .columns, needed: needed, chunk: chunk)
            return eachRow(chunk, values, to: tile.rows, needed: needed, carrying: carried) { values, row, carried in
                body(values, row, chunk, carried)
            }
        }
    }

    private func added(
        _ totals: [Vector], _ reducers: [LoopReducer], _ values: LoopValues, _ chunk: LoopChunk
    ) -> [Vector] {
        var totals = totals
        for (number, reducer) in reducers.enumerated() {
            for vector in 0..<chunk.vectors {
                let value = chunk.lanes(vector, of: lanes).masked(values(reducer.register, vector), else: lanes.zero)
                totals[number * width + vector] = totals[number * width + vector] + value
            }
        }
        return totals
    }

    /// All lanes of the `place`th `width` vectors, combined in a fixed order into one number.
    private func folded(_ kind: Reduction, _ totals: [Vector], at place: Int) -> Vector {
        func join(_ a: Vector, _ b: Vector) -> Vector { kind == .max ? maximum(a, b) : a + b }
        let vectors = totals[place * width..<(place + 1) * width]
        guard var total = vectors.first else { preconditionFailure("internal: no vectors") }
        for vector in vectors.dropFirst() { total = join(total, vector) }
        var lanes = lanes.count
        while lanes > 2 {
            lanes /= 2
            let low = total.shuffled(with: total, Array(0..<lanes))
            total = join(low, total.shuffled(with: total, Array(lanes..<2 * lanes)))
        }
        return lanes == 1 ? total : join(total[0], total[1])
    }

    private func storeTotal(_ total: Vector, _ slot: Int) {
        if let place = slots[slot] { builder.lanes(total.type).store(total, place) }
    }
}
