import InvarCompiler
import InvarGraph

/// A value that is reduced.
struct Reducer<Scalar: BLASScalar> {
    let kind: Reduction
    let value: Int
    let result: Elements<Scalar>
    /// Where a thread's sums are among those of all reducers.
    let sums: Int
    /// What tiles leave.
    let parts: ScratchPiece<Double>
}

extension Reduction {
    /// How many numbers a thread keeps for an element of the result while it reduces. Σ(x − x̄)² takes a *pivot* p, Σ(x − p) and
    /// Σ(x − p)². The pivot is the first x, and so the sums lose no more to cancellation than the number of x, whatever these are.
    var sums: Int { self == .centredSquares ? 3 : 1 }
    /// How many numbers a tile leaves: of centred squares, those about its own mean, and the mean.
    var totals: Int { self == .centredSquares ? 2 : 1 }
    var identity: Double { self == .max ? -.infinity : 0 }

    /// The sum, or the larger; what is not a number stays.
    @inline(__always)
    func joined(_ a: Double, _ b: Double) -> Double { self == .max ? (a > b || a != a ? a : b) : a + b }
    @inline(__always)
    fileprivate func joined(_ a: SIMD16<Double>, _ b: SIMD16<Double>) -> SIMD16<Double> {
        self == .max ? Double.maximum(a, b) : a + b
    }
}

/// Sums are Double whatever is summed.
extension Nest {
    private typealias Vector = SIMD16<Double>
    /// What is summed: x, x − p or (x − p)².
    private enum Term { case value, difference, square }

    @inline(__always)
    func reduce(_ w: NestWorker<Scalar>, _ block: NestBlock, isFirst: Bool) {
        for reducer in reducers {
            let (values, sums) = (w.registers[reducer.value].values, w.sums + reducer.sums)
            if isFirst { begin(reducer.kind, block, values, sums) }
            switch reducer.kind {
            case .sum: fold(block, values, sums, about: sums, .value, .sum)
            case .max: fold(block, values, sums, about: sums, .value, .max)
            case .centredSquares:
                fold(block, values, sums + block.kept, about: sums, .difference, .sum)
                fold(block, values, sums + 2 * block.kept, about: sums, .square, .sum)
            }
        }
    }

    /// Starts the sums of a block's elements of the result.
    private func begin(
        _ kind: Reduction, _ block: NestBlock, _ values: Elements<Scalar>, _ sums: Elements<Double>
    ) {
        sums.fill(kind.identity, kind.sums * block.kept)
        guard kind == .centredSquares else { return }
        // From the last row to the first, so that the first stays.
        let length = min(block.points, space.rowLength)
        for row in (0..<(block.points / length)).reversed() {
            let (first, place) = (values + row * length, sums + keptRows[row])
            for i in 0..<(lastIsReduced ? 1 : length) { place[i] = Scalar.widen(first[i]) }
        }
    }

    private var lastIsReduced: Bool { space.axes[space.axes.count - 1].isReduced }

    /// Joins a block's terms to the sums.
    @inline(__always)
    private func fold(
        _ block: NestBlock, _ values: Elements<Scalar>, _ sums: Elements<Double>,
        about pivots: Elements<Double>, _ term: Term, _ kind: Reduction
    ) {
        let length = min(block.points, space.rowLength)
        let (rows, kept) = (block.points / length, keptRows)
        var row = 0
        while row < rows {
            let (first, place) = (values + row &* length, kept[row])
            if lastIsReduced {
                sums[place] = kind.joined(sums[place], across(first, length, pivots[place], term, kind))
                row &+= 1
            } else {
                // Rows that go into the same sums are below each other: down each column, so that its sum stays in a register.
                var end = row &+ 1
                while end < rows && kept[end] == place { end &+= 1 }
                down(first, end &- row, length, sums + place, pivots + place, term, kind)
                row = end
            }
        }
    }

    @inline(__always)
    private func across(
        _ values: Elements<Scalar>, _ length: Int, _ pivot: Double, _ term: Term, _ kind: Reduction
    ) -> Double {
        let nothing = Vector(repeating: kind.identity)
        let lanes = Vector(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
        var sum = nothing
        Lanes.each(length) { i, count in
            let x = of(term, values.vector(i, first: count), Vector(repeating: pivot))
            let isThere = lanes .< Vector(repeating: Double(count))
            sum = kind.joined(sum, count == 16 ? x : nothing.replacing(with: x, where: isThere))
        }
        var total = sum[0]
        for lane in 1..<16 { total = kind.joined(total, sum[lane]) }
        return total
    }

    @inline(__always)
    private func down(
        _ values: Elements<Scalar>, _ rows: Int, _ columns: Int, _ sums: Elements<Double>,
        _ pivots: Elements<Double>, _ term: Term, _ kind: Reduction
    ) {
        Lanes.each(columns) { j, count in
            let pivot = pivots.vector(j, first: count)
            var (sum, p) = (sums.vector(j, first: count), values + j)
            for _ in 0..<rows {
                sum = kind.joined(sum, of(term, p.vector(0, first: count), pivot))
                p += columns
            }
            sums.setVector(j, sum, first: count)
        }
    }

    @inline(__always)
    private func of(_ term: Term, _ x: SIMD16<Scalar>, _ pivot: Vector) -> Vector {
        let x = Scalar.widen(x)
        return switch term {
        case .value: x
        case .difference: x - pivot
        case .square: (x - pivot) * (x - pivot)
        }
    }
}
