import CLLVM
import InvarGraph

/// A reduced root.
struct LoopReducer {
    let kind: Reduction
    let register: Int
    let slot: Int
}

/// The vectors that reductions are carried in from row to row: for each slot, one for each vector of a chunk. Of centred
/// squares these are Σ(x − pivot)² and Σ(x − pivot) inside a block; Σ(x − x̄)² and x̄ afterwards.
struct LoopSums {
    let nest: LoopForm
    let builder: IRBuilder
    let type: LaneType

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

    private var math: VectorMath { VectorMath(builder: builder, type: type) }
    private var zero: IRValue { builder.number(0, type) }

    func identity(_ kind: Reduction) -> IRValue { builder.number(kind == .max ? -.infinity : 0, type) }

    func identities(vectors: Int) -> [IRValue] {
        all.flatMap { reducer in
            [IRValue](repeating: identity(reducer.kind), count: reducer.kind.slots * vectors)
        }
    }

    /// The sums with those of centred squares begun anew.
    func restarted(_ sums: [IRValue], vectors: Int) -> [IRValue] {
        var sums = sums
        for reducer in centred {
            for index in reducer.slot * vectors..<(reducer.slot + 2) * vectors { sums[index] = zero }
        }
        return sums
    }

    /// The sums after a row of a chunk.
    ///
    /// - Parameters:
    ///   - pivots: of centred squares, by slot: one for each vector, or one for all.
    ///   - isMasked: lanes beyond the columns must not count.
    func added(
        _ sums: [IRValue], _ values: LoopValues, _ chunk: LoopChunk, pivots: [Int: [IRValue]], isMasked: Bool
    ) -> [IRValue] {
        var sums = sums
        guard nest.partialSlots > 0 else { return sums }
        let vectors = sums.count / nest.partialSlots
        let known = Set(derived.map(\.sum.slot))
        for reducer in all where !known.contains(reducer.slot) {
            for vector in 0..<chunk.vectors {
                let count = chunk.count(vector, type)
                let index = reducer.slot * vectors + vector
                let pivot = pivots[reducer.slot].map { $0.count == 1 ? $0[0] : $0[vector] }
                var value = values(reducer.register, vector)
                if isMasked, count < type.lanes {
                    let mask = builder.mask(type.lanes, first: count)
                    value = builder.choose(mask, value, pivot ?? identity(reducer.kind))
                }
                switch reducer.kind {
                case .sum: sums[index] = builder.fadd(sums[index], value)
                case .max: sums[index] = math.binary(.maximum, sums[index], value)
                case .centredSquares:
                    let difference = pivot.map { builder.fsub(value, $0) } ?? value
                    sums[index] = builder.fma(difference, difference, sums[index], type)
                    sums[index + vectors] = builder.fadd(sums[index + vectors], difference)
                }
            }
        }
        return sums
    }

    /// Joins the sums of a block of `count` rows to the totals of the `before` rows before it, by Chan, Golub and LeVeque's
    /// formula.
    func joined(
        _ totals: [IRValue], _ block: [IRValue], _ pivots: [Int: [IRValue]], before: IRValue, count: IRValue
    ) -> [IRValue] {
        let vectors = totals.count / nest.partialSlots
        let each = builder.broadcast(reciprocal(count), type)
        let weight = builder.broadcast(
            builder.fmul(number(count), reciprocal(builder.add(before, count))), type)
        let ofSquare = builder.fmul(builder.broadcast(number(before), type), weight)
        var result = block
        for (sum, from) in derived {
            let points = builder.broadcast(number(count), type)
            for vector in 0..<vectors {
                guard let pivot = pivots[from.slot]?[vector] else {
                    preconditionFailure("internal: centred squares without a pivot")
                }
                let part = builder.fma(pivot, points, block[(from.slot + 1) * vectors + vector], type)
                let index = sum.slot * vectors + vector
                result[index] = builder.fadd(totals[index], part)
            }
        }
        for reducer in centred {
            for vector in 0..<vectors {
                guard let pivot = pivots[reducer.slot]?[vector] else {
                    preconditionFailure("internal: centred squares without a pivot")
                }
                let (index, mean) = (reducer.slot * vectors + vector, (reducer.slot + 1) * vectors + vector)
                let part = centre(block[index], block[mean], pivot, each)
                let difference = builder.fsub(part.mean, totals[mean])
                result[mean] = builder.fma(difference, weight, totals[mean], type)
                let squares = builder.fadd(totals[index], part.squares)
                result[index] = builder.fma(builder.fmul(difference, difference), ofSquare, squares, type)
            }
        }
        return result
    }

    /// Σ(x − x̄)² and x̄ from Σ(x − pivot)² and Σ(x − pivot), `each` being one over their number.
    func centre(
        _ squares: IRValue, _ sum: IRValue, _ pivot: IRValue, _ each: IRValue
    ) -> (squares: IRValue, mean: IRValue) {
        let offset = builder.fmul(sum, each)
        let rest = builder.fsub(squares, builder.fmul(sum, offset))
        // Rounding may leave a little less than nothing; a NaN stays.
        let isNegative = builder.compare(LLVMRealOLT, rest, zero)
        return (builder.choose(isNegative, zero, rest), builder.fadd(pivot, offset))
    }

    /// A count as a number, and one over it: single, not in lanes.
    func number(_ count: IRValue) -> IRValue {
        builder.convert(
            builder.toFloat(count, LaneType(element: .float64, lanes: 1)), to: type.with(lanes: 1))
    }
    func reciprocal(_ count: IRValue) -> IRValue {
        builder.fdiv(builder.number(1, type.with(lanes: 1)), number(count))
    }
}
