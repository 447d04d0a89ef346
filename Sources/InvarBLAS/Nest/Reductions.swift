import InvarCompiler
import InvarGraph

/// A value that is reduced.
struct Reducer<Scalar: BLASScalar>: @unchecked Sendable {
    let kind: Reduction
    let value: Int
    let result: UnsafeMutablePointer<Scalar>
    /// Where a thread's sums are among those of all reducers, and where in the scratch memory the parts are that tiles leave.
    let sums, parts: Int
}

extension Nest { typealias Reducer = InvarBLAS.Reducer<Scalar> }

extension Reduction {
    /// How many numbers a thread keeps for an element of the result while it reduces. Σ(x − x̄)² takes a *pivot* p, Σ(x − p) and
    /// Σ(x − p)². The pivot is the first x, and so the sums lose no more to cancellation than the number of x, whatever these are.
    var sums: Int {
        switch self {
        case .sum, .max: 1
        case .centredSquares: 3
        }
    }
    /// How many numbers a tile leaves: of centred squares, those about its own mean, and the mean.
    var totals: Int {
        switch self {
        case .sum, .max: 1
        case .centredSquares: 2
        }
    }
}

/// Sums are Double whatever is summed.
extension Nest {
    private typealias Vector = SIMD16<Double>

    @inline(__always)
    func reduce(_ w: NestWorker<Scalar>, _ block: NestBlock, isFirst: Bool) {
        for reducer in reducers {
            let (values, sums) = (UnsafePointer(w.registers[reducer.value].pointer), w.sums + reducer.sums)
            let (first, second) = (sums + block.kept, sums + 2 * block.kept)
            if isFirst { begin(reducer.kind, block, values, sums) }
            switch reducer.kind {
            case .sum: fold(block, values, sums, about: sums, 0) { x, _ in x } join: { $0 + $1 } one: { $0 + $1 }
            case .max:
                fold(block, values, sums, about: sums, -.infinity) { x, _ in
                    x
                } join: {
                    Double.maximum($0, $1)
                } one: {
                    larger($0, $1)
                }
            case .centredSquares:
                fold(block, values, first, about: sums, 0) { x, p in x - p } join: { $0 + $1 } one: { $0 + $1 }
                fold(block, values, second, about: sums, 0) { x, p in
                    (x - p) * (x - p)
                } join: {
                    $0 + $1
                } one: {
                    $0 + $1
                }
            }
        }
    }

    /// Starts the sums of a block's elements of the result.
    private func begin(
        _ kind: Reduction, _ block: NestBlock, _ values: UnsafePointer<Scalar>, _ sums: UnsafeMutablePointer<Double>
    ) {
        switch kind {
        case .sum: sums.update(repeating: 0, count: block.kept)
        case .max: sums.update(repeating: -.infinity, count: block.kept)
        case .centredSquares:
            (sums + block.kept).update(repeating: 0, count: 2 * block.kept)
            // From the last row to the first, so that the first stays.
            let length = min(block.points, space.rowLength)
            for row in (0..<(block.points / length)).reversed() {
                for i in 0..<(lastIsReduced ? 1 : length) {
                    sums[keptRows[row] + i] = Scalar.widen(values[row * length + i])
                }
            }
        }
    }

    private var lastIsReduced: Bool { space.axes[space.axes.count - 1].isReduced }

    /// Joins what `map` makes of a block's values, and of their pivot, to the sums.
    @inline(__always)
    private func fold(
        _ block: NestBlock, _ values: UnsafePointer<Scalar>, _ sums: UnsafeMutablePointer<Double>,
        about pivot: UnsafeMutablePointer<Double>, _ identity: Double, _ map: (Vector, Vector) -> Vector,
        join: (Vector, Vector) -> Vector, one: (Double, Double) -> Double
    ) {
        let length = min(block.points, space.rowLength)
        let (rows, kept) = (block.points / length, keptRows)
        var row = 0
        while row < rows {
            let (first, place) = (values + row &* length, kept[row])
            if lastIsReduced {
                let sum = across(first, length, pivot[place], identity, map, join, one)
                sums[place] = one(sums[place], sum)
                row &+= 1
            } else {
                // Rows that go into the same sums are below each other: down each column, so that its sum stays in a register.
                var end = row &+ 1
                while end < rows && kept[end] == place { end &+= 1 }
                down(first, end &- row, length, sums + place, pivot + place, map, join)
                row = end
            }
        }
    }

    @inline(__always)
    private func across(
        _ values: UnsafePointer<Scalar>, _ length: Int, _ pivot: Double, _ identity: Double,
        _ map: (Vector, Vector) -> Vector, _ join: (Vector, Vector) -> Vector, _ one: (Double, Double) -> Double
    ) -> Double {
        let (pivots, nothing) = (Vector(repeating: pivot), Vector(repeating: identity))
        var (a, b, i) = (nothing, nothing, 0)
        while i &+ 32 <= length {
            a = join(a, map(Scalar.widen(Lanes.load(values + i)), pivots))
            b = join(b, map(Scalar.widen(Lanes.load(values + (i &+ 16))), pivots))
            i &+= 32
        }
        while i < length {
            let x = map(Scalar.widen(Lanes.load(values + i, first: length &- i)), pivots)
            let lane = Vector(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
            b = join(b, nothing.replacing(with: x, where: lane .< Vector(repeating: Double(length &- i))))
            i &+= 16
        }
        a = join(a, b)
        let q0 = one(one(a[0], a[8]), one(a[4], a[12]))
        let q1 = one(one(a[1], a[9]), one(a[5], a[13]))
        let q2 = one(one(a[2], a[10]), one(a[6], a[14]))
        let q3 = one(one(a[3], a[11]), one(a[7], a[15]))
        return one(one(q0, q2), one(q1, q3))
    }

    @inline(__always)
    private func down(
        _ values: UnsafePointer<Scalar>, _ rows: Int, _ columns: Int, _ sums: UnsafeMutablePointer<Double>,
        _ pivot: UnsafeMutablePointer<Double>, _ map: (Vector, Vector) -> Vector, _ join: (Vector, Vector) -> Vector
    ) {
        Lanes.each(columns) { j, count in
            let pivots = Lanes.load(pivot + j, first: count)
            var (sum, p) = (Lanes.load(sums + j, first: count), values + j)
            for _ in 0..<rows {
                sum = join(sum, map(Scalar.widen(Lanes.load(p, first: count)), pivots))
                p += columns
            }
            Lanes.store(sum, sums + j, first: count)
        }
    }
}

/// The larger, or what is not a number.
@inline(__always)
func larger(_ a: Double, _ b: Double) -> Double { a > b || a != a ? a : b }
