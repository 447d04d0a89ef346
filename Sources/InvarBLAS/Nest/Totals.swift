import InvarGraph

/// What becomes of the sums of a tile: they are results, or a *part* of these that is combined with the parts of other tiles when all
/// are there, in their order. Centred squares are joined by M₂ = M₂ᵃ + M₂ᵇ + δ²·nᵃ·nᵇ/n (Chan, Golub, LeVeque: Algorithms for
/// computing the sample variance, 1983).
extension Nest {
    func leaveTotals(_ w: NestWorker<Scalar>, _ block: NestBlock, part: Int, _ scratch: Scratch) {
        for reducer in reducers {
            let sums = w.sums + reducer.sums
            if reducer.kind == .centredSquares { centre(sums, block.kept, Double(space.points(ofPart: part))) }
            if space.parts == 1 {
                let target = reducer.result + block.firstKept
                for i in 0..<block.kept { target[i] = Scalar.narrow(sums[i]) }
                continue
            }
            for total in 0..<reducer.kind.totals {
                let target = self.part(reducer, total, part, scratch) + block.firstKept
                target.copy(sums + total * block.kept, block.kept)
            }
        }
    }

    /// From pivot, Σ(x − p) and Σ(x − p)² of so many x: their Σ(x − x̄)² and x̄.
    private func centre(_ sums: Elements<Double>, _ count: Int, _ points: Double) {
        for i in 0..<count {
            let (pivot, first, second) = (sums[i], sums[count + i], sums[2 * count + i])
            let squares = second - first * first / points
            // Rounding may leave a little less than nothing; what is not a number stays.
            sums[i] = squares < 0 ? 0 : squares
            sums[count + i] = pivot + first / points
        }
    }

    /// One total of every element of the result, as one part left it.
    private func part(
        _ reducer: Reducer<Scalar>, _ total: Int, _ part: Int, _ scratch: Scratch
    ) -> Elements<Double> {
        reducer.parts.elements(scratch) + (total * space.parts + part) * space.keptPoints
    }

    /// Combines the parts, when all tiles are done.
    func combine(_ scratch: Scratch) {
        guard space.parts > 1 else { return }
        for reducer in reducers {
            let (count, last) = (space.keptPoints, reducer.kind.totals - 1)
            let (totals, means) = (part(reducer, 0, 0, scratch), part(reducer, last, 0, scratch))
            var before = Double(space.points(ofPart: 0))
            for number in 1..<space.parts {
                let (others, otherMeans) = (part(reducer, 0, number, scratch), part(reducer, last, number, scratch))
                let points = Double(space.points(ofPart: number))
                let weight = points / (before + points)
                switch reducer.kind {
                case .sum, .max: for i in 0..<count { totals[i] = reducer.kind.joined(totals[i], others[i]) }
                case .centredSquares:
                    for i in 0..<count {
                        let difference = otherMeans[i] - means[i]
                        means[i] += difference * weight
                        totals[i] += others[i] + difference * difference * before * weight
                    }
                }
                before += points
            }
            for i in 0..<count { reducer.result[i] = Scalar.narrow(totals[i]) }
        }
    }
}
