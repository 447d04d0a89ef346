import InvarGraph

extension LoopWriter {
    /// Where columns are reduced too: vectors of sums are carried through the whole tile, and folded at its end. Centred squares
    /// are taken about the tile's mean, which a first pass finds.
    func writeReducingColumns() {
        let centres = sums.centred.isEmpty ? [:] : means()
        let outside = begun(needed: everything)
        let pivots = centres.mapValues { [builder.broadcast($0, type)] }
        let totals = chunks(carrying: sums.identities(vectors: width)) { chunk, carried in
            var values = outside
            evaluation.write(&values, .columns, needed: everything, chunk: chunk)
            return eachRow(
                chunk, values, from: builder.int(0), to: box.rows, needed: everything, carrying: carried
            ) { values, row, carried in
                store(values, row, chunk)
                return sums.added(carried, values, chunk, pivots: pivots, isMasked: true)
            }
        }
        let single = LoopSums(nest: nest, builder: builder, type: type.with(lanes: 1))
        let each = single.reciprocal(points)
        let derived = Dictionary(uniqueKeysWithValues: sums.derived.map { ($0.sum.slot, $0.from.slot) })
        for reducer in sums.all {
            if let from = derived[reducer.slot], let pivot = centres[from] {
                let rest = folded(.sum, totals, at: from + 1)
                storeTotal(builder.fma(pivot, single.number(points), rest, single.type), reducer.slot)
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

    private var points: IRValue { builder.multiply(box.rows, box.columns) }

    /// The tile's means of what centred squares are taken of, by slot: single numbers.
    private func means() -> [Int: IRValue] {
        let centred = sums.centred
        let needed = nest.needed(for: centred.map(\.register))
        let outside = begun(needed: needed)
        let zeros = [IRValue](repeating: builder.number(0, type), count: centred.count * width)
        let totals = chunks(carrying: zeros) { chunk, carried in
            var values = outside
            evaluation.write(&values, .columns, needed: needed, chunk: chunk)
            return eachRow(chunk, values, from: builder.int(0), to: box.rows, needed: needed, carrying: carried) {
                values, _, carried in
                added(carried, centred, values, chunk)
            }
        }
        let single = LoopSums(nest: nest, builder: builder, type: type.with(lanes: 1))
        let each = single.reciprocal(points)
        return centred.enumerated().reduce(into: [:]) { means, item in
            means[item.element.slot] = builder.fmul(folded(.sum, totals, at: item.offset), each)
        }
    }

    private func added(
        _ totals: [IRValue], _ reducers: [LoopReducer], _ values: LoopValues, _ chunk: LoopChunk
    ) -> [IRValue] {
        var totals = totals
        for (number, reducer) in reducers.enumerated() {
            for vector in 0..<chunk.vectors {
                var value = values(reducer.register, vector)
                let count = chunk.count(vector, type)
                if count < type.lanes {
                    value = builder.choose(builder.mask(type.lanes, first: count), value, builder.number(0, type))
                }
                totals[number * width + vector] = builder.fadd(totals[number * width + vector], value)
            }
        }
        return totals
    }

    /// All lanes of the `place`th `width` vectors, combined in a fixed order into one number.
    private func folded(_ kind: Reduction, _ totals: [IRValue], at place: Int) -> IRValue {
        func join(_ a: IRValue, _ b: IRValue, _ type: LaneType) -> IRValue {
            kind == .max
                ? VectorMath(builder: builder, type: type).binary(.maximum, a, b) : builder.fadd(a, b)
        }
        let vectors = totals[place * width..<(place + 1) * width]
        guard var total = vectors.first else { preconditionFailure("internal: no vectors") }
        for vector in vectors.dropFirst() { total = join(total, vector, type) }
        var lanes = type.lanes
        while lanes > 2 {
            lanes /= 2
            let low = builder.shuffle(total, total, Array(0..<lanes))
            total = join(low, builder.shuffle(total, total, Array(lanes..<2 * lanes)), type.with(lanes: lanes))
        }
        if lanes == 1 { return total }
        return join(builder.extract(total, lane: 0), builder.extract(total, lane: 1), type.with(lanes: 1))
    }

    private func storeTotal(_ total: IRValue, _ slot: Int) {
        if let place = slots[slot] { builder.store(total, type.with(lanes: 1), place) }
    }
}
