import InvarGraph

/// The innermost product: a few rows of the result by a few vectors of columns, kept in registers while the reduction runs.
///
///     c[m, n] (+)= Σ a(m, k) · b(k, n)
///
/// A row's number is broadcast and multiplied with the vectors of b, which lie packed, one k after the other.
struct MicroKernel: Hashable {
    /// Where the rows of an operand begin.
    enum Rows: Hashable {
        /// Each this many elements after the one before.
        case linear(Int)
        /// As a table of offsets says, in elements.
        case table
    }

    var type: LaneType
    var rows: Int
    var vectors: Int
    /// Columns of the result that are there: all lanes of the vectors, or fewer in the last.
    var columns: Int
    var a: Rows
    var c: Rows
    /// Elements of `a` from one k to the next, and from one segment of k to the next.
    var step, segment: Int
    /// Elements of `b` from one k to the next.
    var width: Int

    /// How many k are written out in one turn of the loop.
    static let unrolled = 4

    /// Arguments: a, b, c, table of a's rows, table of c's rows; segments, k in a segment, 1 to add to c.
    func define(_ builder: IRBuilder, name: String) -> IRFunction {
        builder.privateFunction(name, addresses: 5, integers: 3) { arguments in
            body(
                builder, a: arguments[0], b: arguments[1], c: arguments[2], tableA: arguments[3],
                tableC: arguments[4], segments: arguments[5], inner: arguments[6], adds: arguments[7])
        }
    }

    private func body(
        _ builder: IRBuilder, a: IRValue, b: IRValue, c: IRValue, tableA: IRValue, tableC: IRValue,
        segments: IRValue, inner: IRValue, adds: IRValue
    ) {
        let aRows = addresses(builder, a, self.a, tableA)
        let cRows = addresses(builder, c, self.c, tableC)
        let first = builder.branch(builder.compare(.notEqual, adds, builder.int(0))) {
            places.map { row, vector in
                builder.load(type, place(builder, cRows[row], vector), mask: mask(builder, vector))
            }
        } else: {
            places.map { _ in builder.number(0, type) }
        }
        let whole = builder.multiply(builder.divide(inner, Self.unrolled), Self.unrolled)
        let sums = builder.loop(from: builder.int(0), to: segments, carrying: first + [b]) { index, carried in
            let offset = builder.multiply(index, segment)
            let main = builder.loop(from: builder.int(0), to: whole, step: Self.unrolled, carrying: carried) {
                turn($1, builder, aRows, builder.add(offset, builder.multiply($0, step)), count: Self.unrolled)
            }
            return builder.loop(from: whole, to: inner, carrying: main) {
                turn($1, builder, aRows, builder.add(offset, builder.multiply($0, step)), count: 1)
            }
        }
        for (index, (row, vector)) in places.enumerated() {
            builder.store(sums[index], type, place(builder, cRows[row], vector), mask: mask(builder, vector))
        }
    }

    /// A few k: the sums, and where b goes on.
    private func turn(
        _ carried: [IRValue], _ builder: IRBuilder, _ aRows: [IRValue], _ offset: IRValue, count: Int
    ) -> [IRValue] {
        var sums = Array(carried.dropLast())
        let b = carried[carried.count - 1]
        for k in 0..<count {
            let vectors = (0..<vectors).map {
                builder.load(type, builder.advance(b, builder.int(k * width + $0 * type.lanes), of: type))
            }
            for row in 0..<rows {
                let place = builder.advance(
                    builder.advance(aRows[row], offset, of: type), builder.int(k * step), of: type)
                let number = builder.broadcast(builder.load(type.with(lanes: 1), place), type)
                for vector in 0..<self.vectors {
                    let index = row * self.vectors + vector
                    sums[index] = builder.fma(number, vectors[vector], sums[index], type)
                }
            }
        }
        return sums + [builder.advance(b, builder.int(count * width), of: type)]
    }

    private var places: [(row: Int, vector: Int)] {
        (0..<rows).flatMap { row in (0..<vectors).map { (row, $0) } }
    }

    private func addresses(_ builder: IRBuilder, _ base: IRValue, _ rows: Rows, _ table: IRValue) -> [IRValue] {
        (0..<self.rows).map { row in
            switch rows {
            case .linear(let stride): builder.advance(base, builder.int(row * stride), of: type)
            case .table: builder.advance(base, builder.entry(builder.int(row), of: table), of: type)
            }
        }
    }

    private func place(_ builder: IRBuilder, _ row: IRValue, _ vector: Int) -> IRValue {
        builder.advance(row, builder.int(vector * type.lanes), of: type)
    }

    private func mask(_ builder: IRBuilder, _ vector: Int) -> IRValue? {
        let left = columns - vector * type.lanes
        return left >= type.lanes ? nil : builder.mask(type.lanes, first: left)
    }
}

/// Rows cut into pieces that a micro-kernel takes: so many of the full size, then so many of one row less, so that no piece is
/// too small to keep the processor busy; where that does not come out even, one piece of what is left.
struct RowPieces: Hashable {
    struct Run: Hashable {
        var rows, count: Int
    }
    var runs: [Run]

    init(_ rows: Int, most: Int) {
        let pieces = (rows + most - 1) / most
        let less = pieces * most - rows
        if rows == 0 {
            runs = []
        } else if less <= pieces, most > 1 {
            runs = [Run(rows: most, count: pieces - less), Run(rows: most - 1, count: less)].filter { $0.count > 0 }
        } else {
            runs = [Run(rows: most, count: rows / most), Run(rows: rows % most, count: 1)].filter { $0.count > 0 }
        }
    }
}
