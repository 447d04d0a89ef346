import InvarGraph
import InvarRuntime

/// What becomes of the sums of a tile: they are results, or a *part* of these that is combined with the parts of other tiles when all
/// are there, in their order. Centred squares are joined by M₂ = M₂ᵃ + M₂ᵇ + δ²·nᵃ·nᵇ/n (Chan, Golub, LeVeque: Algorithms for
/// computing the sample variance, 1983).
extension Nest {
    func leaveTotals(_ w: NestWorker<Scalar>, _ block: NestBlock, part: Int, _ scratch: UnsafeMutableRawPointer) {
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
                target.update(from: sums + total * block.kept, count: block.kept)
            }
        }
    }

    /// From pivot, Σ(x − p) and Σ(x − p)² of so many x: their Σ(x − x̄)² and x̄.
    private func centre(_ sums: UnsafeMutablePointer<Double>, _ count: Int, _ points: Double) {
        for i in 0..<count {
            let (pivot, first, second) = (sums[i], sums[count + i], sums[2 * count + i])
            let squares = second - first * first / points
            // Rounding may leave a little less than nothing; what is not a number stays.
            sums[i] = squares < 0 ? 0 : squares
            sums[count + i] = pivot + first / points
        }
    }

    /// One total of every element of the result, as one part left it.
    fileprivate func part(
        _ reducer: Reducer, _ total: Int, _ part: Int, _ scratch: UnsafeMutableRawPointer
    ) -> UnsafeMutablePointer<Double> {
        (scratch + reducer.parts).assumingMemoryBound(to: Double.self)
            + (total * space.parts + part) * space.keptPoints
    }

    /// Combines the parts, when all tiles are done.
    func combine(_ scratch: UnsafeMutableRawPointer, _ pool: WorkerPool) {
        guard space.parts > 1 else { return }
        let work = NestCombination(nest: self, scratch: scratch)
        pool.run(tiles: reducers.count * work.tilesPerResult, work)
    }
}

/// A tile is some elements of a result.
private struct NestCombination<Scalar: BLASScalar>: TileWork {
    let nest: Nest<Scalar>
    let scratch: UnsafeMutableRawPointer

    private static var elements: Int { 256 }
    var tilesPerResult: Int { (nest.space.keptPoints + Self.elements - 1) / Self.elements }

    func run(tile: Int, worker: Int) {
        let reducer = nest.reducers[tile / tilesPerResult]
        let first = tile % tilesPerResult * Self.elements
        let count = min(Self.elements, nest.space.keptPoints - first)
        let total = nest.part(reducer, 0, 0, scratch) + first
        let means = nest.part(reducer, reducer.kind.totals - 1, 0, scratch) + first
        var before = Double(nest.space.points(ofPart: 0))
        for part in 1..<nest.space.parts {
            let other = nest.part(reducer, 0, part, scratch) + first
            let otherMeans = nest.part(reducer, reducer.kind.totals - 1, part, scratch) + first
            let points = Double(nest.space.points(ofPart: part))
            switch reducer.kind {
            case .sum: for i in 0..<count { total[i] += other[i] }
            case .max: for i in 0..<count { total[i] = larger(total[i], other[i]) }
            case .centredSquares:
                let weight = points / (before + points)
                for i in 0..<count {
                    let difference = otherMeans[i] - means[i]
                    means[i] += difference * weight
                    total[i] += other[i] + difference * difference * before * weight
                }
            }
            before += points
        }
        let target = reducer.result + first
        for i in 0..<count { target[i] = Scalar.narrow(total[i]) }
    }
}
