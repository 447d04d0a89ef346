/// How many elements go into each sum: of the current block, since the last flush, and in all.
struct LoopCounts {
    var block = 0, carried = 0, total = 0
}

/// Combines the elements of blocks.
enum LoopReduce {
    /// The larger, or a NaN.
    @inline(__always)
    static func larger(_ a: Double, _ b: Double) -> Double { a > b || a != a ? a : b }

    /// The strides of a block's kept elements among its sums; returns how many there are.
    @inline(__always)
    static func prepare<Scalar: BLASScalar>(_ t: LoopTables<Scalar>, _ w: LoopWorker<Scalar>) -> Int {
        var next = 1
        for d in stride(from: t.rank &- 1, through: 0, by: -1) {
            if t.reduced[d] {
                w.sumStrides[d] = 0
            } else {
                w.sumStrides[d] = next
                next &*= w.extents[d]
            }
        }
        return next
    }

    /// Starts the sums and totals of a worker.
    @inline(__always)
    static func begin<Scalar: BLASScalar>(_ t: LoopTables<Scalar>, _ w: LoopWorker<Scalar>) {
        for reducer in t.reducers {
            restart(t, w, reducer)
            w.totals(t, reducer).update(
                repeating: reducer.kind.identity, count: reducer.kind.totalPlanes &* t.keptStride)
        }
    }

    @inline(__always)
    private static func restart<Scalar: BLASScalar>(
        _ t: LoopTables<Scalar>, _ w: LoopWorker<Scalar>, _ reducer: LoopReducer
    ) {
        w.sums(t, reducer).update(
            repeating: Scalar.narrow(reducer.kind.identity), count: reducer.kind.sumPlanes &* t.keptStride)
    }

    /// Adds a block's elements to the sums: those of operands that are read in place, or the others.
    static func accumulate<Scalar: BLASScalar>(
        _ t: LoopTables<Scalar>, _ w: LoopWorker<Scalar>, early: Bool, _ counts: LoopCounts
    ) {
        for index in 0..<t.reducers.count where t.reducers[index].isEarly == early {
            let reducer = t.reducers[index]
            let (value, sums) = (w.registers[reducer.register].pointer, w.sums(t, reducer))
            switch reducer.kind {
            case .store: break
            case .sum: add(t, w, value, sums)
            case .maximum:
                accumulate(t, w, value, sums) {
                    Scalar.maximum($0, $1)
                } one: {
                    $0 > $1 || $0 != $0 ? $0 : $1
                }
            case .centredSquares: LoopCentre.accumulate(t, w, value, sums, counts)
            }
        }
    }

    static func add<Scalar: BLASScalar>(
        _ t: LoopTables<Scalar>, _ w: LoopWorker<Scalar>, _ value: UnsafeMutablePointer<Scalar>,
        _ sums: UnsafeMutablePointer<Scalar>
    ) {
        accumulate(t, w, value, sums) {
            $0 + $1
        } one: {
            $0 + $1
        }
    }

    @inline(__always)
    private static func accumulate<Scalar: BLASScalar>(
        _ t: LoopTables<Scalar>, _ w: LoopWorker<Scalar>, _ value: UnsafeMutablePointer<Scalar>,
        _ sums: UnsafeMutablePointer<Scalar>,
        _ many: (SIMD16<Scalar>, SIMD16<Scalar>) -> SIMD16<Scalar>, one: (Scalar, Scalar) -> Scalar
    ) {
        let last = t.rank &- 1
        if t.reduced[last] {
            LoopRuns.each(t.rank, w.extents, w.sumStrides, w.odometer) { dense, run, length in
                sums[run] = one(sums[run], row(value + dense, length, many, one))
            }
        } else if last > 0 && t.reduced[last &- 1] {
            // Rows below each other: walk down columns, so that sums stay in registers.
            let (rows, columns) = (w.extents[last &- 1], w.extents[last])
            w.extents[last] = rows &* columns
            w.extents[last &- 1] = 1
            LoopRuns.each(t.rank, w.extents, w.sumStrides, w.odometer) { dense, run, _ in
                down(value + dense, rows, columns, sums + run, many, one)
            }
            w.extents[last] = columns
            w.extents[last &- 1] = rows
        } else {
            LoopRuns.each(t.rank, w.extents, w.sumStrides, w.odometer) { dense, run, length in
                down(value + dense, 1, length, sums + run, many, one)
            }
        }
    }

    /// All elements of a run, combined.
    @inline(__always)
    private static func row<Scalar: BLASScalar>(
        _ value: UnsafeMutablePointer<Scalar>, _ length: Int,
        _ many: (SIMD16<Scalar>, SIMD16<Scalar>) -> SIMD16<Scalar>, _ one: (Scalar, Scalar) -> Scalar
    ) -> Scalar {
        if length < 16 {
            var total = value[0]
            for i in stride(from: 1, to: length, by: 1) { total = one(total, value[i]) }
            return total
        }
        var a = Lanes.load(value)
        var i = 16
        if length >= 64 {
            // Four sums side by side: each addition need not wait for the one before.
            var (b, c, d) = (Lanes.load(value + 16), Lanes.load(value + 32), Lanes.load(value + 48))
            i = 64
            while i &+ 64 <= length {
                a = many(a, Lanes.load(value + i))
                b = many(b, Lanes.load(value + (i &+ 16)))
                c = many(c, Lanes.load(value + (i &+ 32)))
                d = many(d, Lanes.load(value + (i &+ 48)))
                i &+= 64
            }
            a = many(many(a, b), many(c, d))
        }
        while i &+ 16 <= length {
            a = many(a, Lanes.load(value + i))
            i &+= 16
        }
        var total = lanes(a, one)
        while i < length {
            total = one(total, value[i])
            i &+= 1
        }
        return total
    }

    @inline(__always)
    static func lanes<Scalar: BLASScalar>(_ a: SIMD16<Scalar>, _ one: (Scalar, Scalar) -> Scalar) -> Scalar {
        let q0 = one(one(a[0], a[8]), one(a[4], a[12]))
        let q1 = one(one(a[1], a[9]), one(a[5], a[13]))
        let q2 = one(one(a[2], a[10]), one(a[6], a[14]))
        let q3 = one(one(a[3], a[11]), one(a[7], a[15]))
        return one(one(q0, q2), one(q1, q3))
    }

    /// Each column's elements, combined into its sum.
    @inline(__always)
    private static func down<Scalar: BLASScalar>(
        _ value: UnsafeMutablePointer<Scalar>, _ rows: Int, _ columns: Int, _ sums: UnsafeMutablePointer<Scalar>,
        _ many: (SIMD16<Scalar>, SIMD16<Scalar>) -> SIMD16<Scalar>, _ one: (Scalar, Scalar) -> Scalar
    ) {
        var j = 0
        while j &+ 16 <= columns {
            var a = Lanes.load(sums + j)
            var p = value + j
            var row = 0
            if rows >= 4 {
                var (b, c, d) = (Lanes.load(p), Lanes.load(p + columns), Lanes.load(p + 2 &* columns))
                a = many(a, Lanes.load(p + 3 &* columns))
                p += 4 &* columns
                row = 4
                while row &+ 4 <= rows {
                    b = many(b, Lanes.load(p))
                    c = many(c, Lanes.load(p + columns))
                    d = many(d, Lanes.load(p + 2 &* columns))
                    a = many(a, Lanes.load(p + 3 &* columns))
                    p += 4 &* columns
                    row &+= 4
                }
                a = many(many(a, b), many(c, d))
            }
            while row < rows {
                a = many(a, Lanes.load(p))
                p += columns
                row &+= 1
            }
            Lanes.store(a, sums + j)
            j &+= 16
        }
        if j == columns { return }
        for row in 0..<rows {
            for i in j..<columns { sums[i] = one(sums[i], value[row &* columns &+ i]) }
        }
    }

    /// Adds the sums of blocks to the totals, and starts the sums anew.
    @inline(__always)
    static func flush<Scalar: BLASScalar>(
        _ t: LoopTables<Scalar>, _ w: LoopWorker<Scalar>, _ counts: inout LoopCounts
    ) {
        for reducer in t.reducers {
            let (sums, totals) = (w.sums(t, reducer), w.totals(t, reducer))
            switch reducer.kind {
            case .store: break
            case .sum: for i in 0..<t.keptStride { totals[i] += Scalar.widen(sums[i]) }
            case .maximum: for i in 0..<t.keptStride { totals[i] = larger(totals[i], Scalar.widen(sums[i])) }
            case .centredSquares: LoopCentre.flush(t.keptStride, sums, totals, counts)
            }
            restart(t, w, reducer)
        }
        counts.total &+= counts.carried
        counts.carried = 0
    }
}
