import InvarGraph

/// A reduced root.
struct LoopReducer {
    let kind: Reduction
    let register: Int
    let slot: Int
}

/// Σ(x − x̄)² and x̄ of some points.
struct CentredSums {
    let squares, mean: Vector

    /// With those of some more points, by Chan, Golub and LeVeque's formula.
    ///
    /// - Parameter weight: the part's share of all points; `ofSquare`: this times the number of points before.
    func joined(_ part: CentredSums, weight: Vector, ofSquare: Vector) -> CentredSums {
        let difference = part.mean - mean
        return CentredSums(
            squares: fma(difference * difference, ofSquare, squares + part.squares),
            mean: fma(difference, weight, mean))
    }
}

/// The vectors that reductions are carried in from row to row: for each slot, one for each vector of a chunk. Of centred
/// squares these are Σ(x − pivot)² and Σ(x − pivot) inside a block; Σ(x − x̄)² and x̄ afterwards.
struct LoopSums {
    let nest: LoopForm
    let lanes: Lanes

    /// Rows of a block of centred squares.
    static let blockRows = 64

    var all: [LoopReducer] {
        nest.roots.compactMap { root in
            guard case .reduce(let kind, let slot) = root.fate else { return nil }
            return LoopReducer(kind: kind, register: root.register, slot: slot)
        }
    }
    var centred: [LoopReducer] { all.filter { $0.kind == .centredSquares } }
    /// Sums of what centred squares are taken of as well: these know them, and no row adds to them.
    var derived: [(sum: LoopReducer, from: LoopReducer)] {
        all.filter { $0.kind == .sum }.compactMap { sum in
            centred.first { $0.register == sum.register }.map { (sum, $0) }
        }
    }

    func identity(_ kind: Reduction) -> Vector { lanes.number(kind == .max ? -.infinity : 0) }

    func identities(vectors: Int) -> [Vector] {
        all.flatMap { reducer in
            [Vector](repeating: identity(reducer.kind), count: reducer.kind.slots * vectors)
        }
    }

    /// The sums with those of centred squares begun anew.
    func restarted(_ sums: [Vector], vectors: Int) -> [Vector] {
        var sums = sums
        for reducer in centred {
            for index in reducer.slot * vectors..<(reducer.slot + 2) * vectors { sums[index] = lanes.zero }
        }
        return sums
    }

    /// The sums after a row of a chunk.
    ///
    /// - Parameters:
    ///   - pivots: of centred squares, by slot: one for each vector, or one for all.
    ///   - isMasked: lanes beyond the columns must not count.
    func added(
        _ sums: [Vector], _ values: LoopValues, _ chunk: LoopChunk, pivots: [Int: [Vector]], isMasked: Bool
    ) -> [Vector] {
        var sums = sums
        guard nest.partialSlots > 0 else { return sums }
        let vectors = sums.count / nest.partialSlots
        let known = Set(derived.map(\.sum.slot))
        for reducer in all where !known.contains(reducer.slot) {
            for vector in 0..<chunk.vectors {
                let index = reducer.slot * vectors + vector
                let pivot = pivots[reducer.slot].map { $0.count == 1 ? $0[0] : $0[vector] }
                var value = values(reducer.register, vector)
                if isMasked {
                    value = chunk.lanes(vector, of: lanes).masked(value, else: pivot ?? identity(reducer.kind))
                }
                switch reducer.kind {
                case .sum: sums[index] = sums[index] + value
                case .max: sums[index] = maximum(sums[index], value)
                case .centredSquares:
                    let difference = pivot.map { value - $0 } ?? value
                    sums[index] = fma(difference, difference, sums[index])
                    sums[index + vectors] = sums[index + vectors] + difference
                }
            }
        }
        return sums
    }

    /// Joins the sums of a block of `count` rows to the totals of the `before` rows before it.
    func joined(
        _ totals: [Vector], _ block: [Vector], _ pivots: [Int: [Vector]], before: Index, count: Index
    ) -> [Vector] {
        let vectors = totals.count / nest.partialSlots
        let each = reciprocal(count).broadcast(lanes.type)
        let weight = (number(count) * reciprocal(before + count)).broadcast(lanes.type)
        let ofSquare = number(before).broadcast(lanes.type) * weight
        func pivot(_ slot: Int, _ vector: Int) -> Vector {
            guard let pivot = pivots[slot]?[vector] else {
                preconditionFailure("internal: centred squares without a pivot")
            }
            return pivot
        }
        var result = block
        for (sum, from) in derived {
            let points = number(count).broadcast(lanes.type)
            for vector in 0..<vectors {
                let part = fma(pivot(from.slot, vector), points, block[(from.slot + 1) * vectors + vector])
                let index = sum.slot * vectors + vector
                result[index] = totals[index] + part
            }
        }
        for reducer in centred {
            for vector in 0..<vectors {
                let (index, mean) = (reducer.slot * vectors + vector, (reducer.slot + 1) * vectors + vector)
                let part = centre(block[index], block[mean], pivot(reducer.slot, vector), each)
                let total = CentredSums(squares: totals[index], mean: totals[mean])
                let joined = total.joined(part, weight: weight, ofSquare: ofSquare)
                (result[index], result[mean]) = (joined.squares, joined.mean)
            }
        }
        return result
    }

    /// Σ(x − x̄)² and x̄ from Σ(x − pivot)² and Σ(x − pivot), `each` being one over their number.
    func centre(_ squares: Vector, _ sum: Vector, _ pivot: Vector, _ each: Vector) -> CentredSums {
        let offset = sum * each
        let rest = squares - sum * offset
        // Rounding may leave a little less than nothing; a NaN stays.
        return CentredSums(squares: select(rest .< 0, 0, rest), mean: pivot + offset)
    }

    /// A count as a number, and one over it: single, not in lanes.
    func number(_ count: Index) -> Vector {
        lanes.builder.number(count, .float64).converted(to: nest.element)
    }
    func reciprocal(_ count: Index) -> Vector { 1 / number(count) }
}
