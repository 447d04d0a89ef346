/// What becomes of a tile's totals.
extension LoopTiles {
    /// How many elements each part of a sum has.
    var partCounts: UnsafeMutablePointer<Double> { shared.assumingMemoryBound(to: Double.self) }

    /// Stores a part's totals: as results where they are complete, else to be combined later.
    func storeTotals(_ w: LoopWorker<Scalar>, _ reducer: LoopReducer, part: Int) {
        let strides = t.strides + (t.firstResultStream &+ reducer.result) &* t.rank
        let totals = w.totals(t, reducer)
        var offset = 0
        for i in 0..<t.keptDimCount {
            let d = t.keptDims[i]
            offset &+= (w.origins[d] &+ w.coordinates[d] &* t.extents[d]) &* strides[d]
        }
        // Walk the kept dimensions only: the reduced ones count as size 1.
        for d in 0..<t.rank where t.reduced[d] { w.extents[d] = 1 }
        let inner = strides[t.rank &- 1]
        if t.parts == 1 {
            let target = results[reducer.result] + offset
            LoopRuns.each(t.rank, w.extents, strides, w.odometer) { dense, run, length in
                for i in 0..<length { target[run &+ i &* inner] = Scalar.narrow(totals[dense &+ i]) }
            }
            return
        }
        for plane in 0..<reducer.kind.totalPlanes {
            let target = LoopCombine.partial(t, shared, reducer, plane, part) + offset
            let source = totals + plane &* t.keptStride
            LoopRuns.each(t.rank, w.extents, strides, w.odometer) { dense, run, length in
                for i in 0..<length { target[run &+ i &* inner] = source[dense &+ i] }
            }
        }
    }

    /// What a reduction over nothing gives.
    func fillIdentity() {
        for reducer in t.reducers {
            results[reducer.result].update(
                repeating: Scalar.narrow(reducer.kind.identity), count: t.reducedCount)
        }
    }
}

/// Joins the parts of every sum, in order: later ones into the first.
struct LoopCombine<Scalar: BLASScalar>: TileWork {
    let t: LoopTables<Scalar>
    let results: UnsafePointer<UnsafeMutablePointer<Scalar>>
    let shared: UnsafeMutableRawPointer

    private static var block: Int { 256 }
    private var perResult: Int { (t.reducedCount + Self.block - 1) / Self.block }
    var tiles: Int { t.reducers.count * perResult }

    /// The elements that one part left.
    @inline(__always)
    static func partial(
        _ t: LoopTables<Scalar>, _ shared: UnsafeMutableRawPointer, _ reducer: LoopReducer, _ plane: Int, _ part: Int
    ) -> UnsafeMutablePointer<Double> {
        shared.assumingMemoryBound(to: Double.self)
            + (t.parts &+ ((reducer.totals &+ plane) &* t.parts &+ part) &* t.reducedCount)
    }

    func run(tile: Int, worker: Int) {
        let reducer = t.reducers[tile / perResult]
        let first = tile % perResult * Self.block
        let count = min(Self.block, t.reducedCount - first)
        let total = Self.partial(t, shared, reducer, 0, 0) + first
        let means = Self.partial(t, shared, reducer, reducer.kind.totalPlanes - 1, 0) + first
        let counts = shared.assumingMemoryBound(to: Double.self)
        var before = counts[0]
        for part in 1..<t.parts {
            let other = Self.partial(t, shared, reducer, 0, part) + first
            switch reducer.kind {
            case .store: break
            case .sum: for i in 0..<count { total[i] += other[i] }
            case .maximum: for i in 0..<count { total[i] = LoopReduce.larger(total[i], other[i]) }
            case .centredSquares:
                let weights = CentredWeights(before, counts[part])
                let otherMeans = Self.partial(t, shared, reducer, 1, part) + first
                for i in 0..<count { weights.join(&total[i], &means[i], other[i], otherMeans[i]) }
            }
            before += counts[part]
        }
        let target = results[reducer.result] + first
        for i in 0..<count { target[i] = Scalar.narrow(total[i]) }
    }
}
