/// Sums of squares about the mean, of blocks.
///
/// A worker's sums are three vectors: a pivot, Σ(x − pivot) and Σ(x − pivot)². The pivot is the mean of the first block
/// after a flush, so that no more than the number of blocks between flushes is lost to cancellation, whatever the data.
enum LoopCentre {
    @inline(__always)
    static func accumulate<Scalar: BLASScalar>(
        _ t: LoopTables<Scalar>, _ w: LoopWorker<Scalar>, _ value: UnsafeMutablePointer<Scalar>,
        _ sums: UnsafeMutablePointer<Scalar>, _ counts: LoopCounts
    ) {
        if counts.carried == 0 {
            LoopReduce.add(t, w, value, sums)
            let scale = Scalar.narrow(Double(counts.block))
            for i in 0..<t.keptStride { sums[i] /= scale }
        }
        let last = t.rank &- 1
        let (first, second) = (sums + t.keptStride, sums + 2 &* t.keptStride)
        if t.reduced[last] {
            LoopRuns.each(t.rank, w.extents, w.sumStrides, w.odometer) { dense, run, length in
                row(value + dense, length, sums[run], &first[run], &second[run])
            }
        } else if last > 0 && t.reduced[last &- 1] {
            let (rows, columns) = (w.extents[last &- 1], w.extents[last])
            w.extents[last] = rows &* columns
            w.extents[last &- 1] = 1
            LoopRuns.each(t.rank, w.extents, w.sumStrides, w.odometer) { dense, run, _ in
                down(value + dense, rows, columns, sums + run, first + run, second + run)
            }
            w.extents[last] = columns
            w.extents[last &- 1] = rows
        } else {
            LoopRuns.each(t.rank, w.extents, w.sumStrides, w.odometer) { dense, run, length in
                down(value + dense, 1, length, sums + run, first + run, second + run)
            }
        }
    }

    /// A run about one pivot.
    @inline(__always)
    private static func row<Scalar: BLASScalar>(
        _ value: UnsafeMutablePointer<Scalar>, _ length: Int, _ pivot: Scalar, _ first: inout Scalar,
        _ second: inout Scalar
    ) {
        var i = 0
        if length >= 16 {
            let centre = SIMD16(repeating: pivot)
            var (a, b, c, d) = (SIMD16<Scalar>.zero, SIMD16<Scalar>.zero, SIMD16<Scalar>.zero, SIMD16<Scalar>.zero)
            while i &+ 32 <= length {
                let (x, y) = (Lanes.load(value + i) - centre, Lanes.load(value + (i &+ 16)) - centre)
                a += x
                b += x * x
                c += y
                d += y * y
                i &+= 32
            }
            if i &+ 16 <= length {
                let x = Lanes.load(value + i) - centre
                a += x
                b += x * x
                i &+= 16
            }
            first += LoopReduce.lanes(a + c) { $0 + $1 }
            second += LoopReduce.lanes(b + d) { $0 + $1 }
        }
        while i < length {
            let x = value[i] - pivot
            first += x
            second += x * x
            i &+= 1
        }
    }

    /// Each column about its own pivot.
    @inline(__always)
    private static func down<Scalar: BLASScalar>(
        _ value: UnsafeMutablePointer<Scalar>, _ rows: Int, _ columns: Int, _ pivot: UnsafeMutablePointer<Scalar>,
        _ first: UnsafeMutablePointer<Scalar>, _ second: UnsafeMutablePointer<Scalar>
    ) {
        var j = 0
        while j &+ 16 <= columns {
            let centre = Lanes.load(pivot + j)
            var (a, b) = (Lanes.load(first + j), Lanes.load(second + j))
            var (c, d) = (SIMD16<Scalar>.zero, SIMD16<Scalar>.zero)
            var (p, row) = (value + j, 0)
            while row &+ 2 <= rows {
                let (x, y) = (Lanes.load(p) - centre, Lanes.load(p + columns) - centre)
                a += x
                b += x * x
                c += y
                d += y * y
                p += 2 &* columns
                row &+= 2
            }
            if row < rows {
                let x = Lanes.load(p) - centre
                a += x
                b += x * x
            }
            Lanes.store(a + c, first + j)
            Lanes.store(b + d, second + j)
            j &+= 16
        }
        if j == columns { return }
        for row in 0..<rows {
            for i in j..<columns {
                let x = value[row &* columns &+ i] - pivot[i]
                first[i] += x
                second[i] += x * x
            }
        }
    }

    /// Joins the sums of some blocks to the totals, which are Σ(x − mean)² and the mean.
    @inline(__always)
    static func flush<Scalar: BLASScalar>(
        _ count: Int, _ sums: UnsafeMutablePointer<Scalar>, _ totals: UnsafeMutablePointer<Double>, _ counts: LoopCounts
    ) {
        let weights = CentredWeights(Double(counts.total), Double(counts.carried))
        let each = 1 / Double(counts.carried)
        for i in 0..<count {
            let first = Scalar.widen(sums[count &+ i])
            let mean = Scalar.widen(sums[i]) + first * each
            let squares = Scalar.widen(sums[2 &* count &+ i]) - first * first * each
            // Rounding may leave a little less than nothing; a NaN stays.
            weights.join(&totals[i], &totals[count &+ i], squares < 0 ? 0 : squares, mean)
        }
    }
}

/// How two sets of `a` and `b` elements join: mean += δ·b/n, M₂ += M₂ᵇ + δ²·a·b/n.
struct CentredWeights {
    let ofMean, ofSquare: Double

    @inline(__always)
    init(_ a: Double, _ b: Double) {
        ofMean = b / (a + b)
        ofSquare = a * ofMean
    }

    @inline(__always)
    func join(_ squares: inout Double, _ mean: inout Double, _ otherSquares: Double, _ otherMean: Double) {
        let difference = otherMean - mean
        mean += difference * ofMean
        squares += otherSquares + difference * difference * ofSquare
    }
}
