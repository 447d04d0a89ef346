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
    /// Columns of the result that are there: all lanes of the vectors, or fewer in the last.
    var columns: Int
    var a: Rows
    var c: Rows
    /// Elements of `a` from one k to the next, and from one segment of k to the next.
    var step: Int
    var segment = 0
    /// Elements of `b` from one k to the next.
    var width: Int

    /// How many k are written out in one turn of the loop.
    private static let unrolled = 4

    private var vectors: Int { columns.parts(of: type.lanes) }

    /// Says all that the code depends on.
    private var name: String {
        func text(_ rows: Rows) -> String { if case .linear(let stride) = rows { "\(stride)" } else { "t" } }
        return "micro.\(rows)x\(columns).a\(text(a)).c\(text(c)).k\(step).s\(segment).w\(width)"
    }

    /// - Parameters:
    ///   - tableA: of a's rows; `tableC`: of c's rows; for each where there is one.
    ///   - segments: of k, `inner` of them in each; `adds`: not 0 to add to c.
    func call(
        _ a: Address, _ b: Address, _ c: Address, tableA: Table? = nil, tableC: Table? = nil,
        segments: Index = Index(1), inner: Index, adds: Index
    ) {
        a.builder.call(name, a, b, c, tableA, tableC, segments, inner, adds) {
            a, b, c, tableA, tableC, segments, inner, adds in
            write(
                a: places(a, self.a, tableA), b, c: places(c, self.c, tableC), segments: segments, inner: inner,
                adds: adds)
        }
    }

    private func write(a: [Address], _ b: Address, c: [Address], segments: Index, inner: Index, adds: Index) {
        let builder = b.builder
        let results = c.flatMap { row in
            (0..<vectors).map { (row: row, lanes: lanes($0, builder), at: $0 * type.lanes) }
        }
        let first = builder.branch(adds .!= 0) {
            results.map { $0.lanes.load($0.row + $0.at) }
        } else: {
            // Lines that are not near are fetched while the sums are computed, not when these are stored.
            for row in c {
                for line in stride(from: 0, to: columns * type.element.byteCount, by: 64) {
                    row.prefetch(bytes: line, forWriting: true)
                }
            }
            return results.map { $0.lanes.zero }
        }
        let whole = inner / Self.unrolled * Self.unrolled
        let (sums, _) = builder.loop(to: segments, carrying: first, b) { index, sums, b in
            let offset = index * segment
            let main = builder.loop(to: whole, step: Self.unrolled, carrying: sums, b) {
                turn($1, a, offset + $0 * step, $2, count: Self.unrolled)
            }
            return builder.loop(from: whole, to: inner, carrying: main.0, main.1) {
                turn($1, a, offset + $0 * step, $2, count: 1)
            }
        }
        for (sum, result) in zip(sums, results) { result.lanes.store(sum, result.row + result.at) }
    }

    /// A few k: the sums, and where b goes on.
    private func turn(
        _ sums: [Vector], _ a: [Address], _ offset: Index, _ b: Address, count: Int
    ) -> ([Vector], Address) {
        let lanes = b.builder.lanes(type)
        var sums = sums
        for k in 0..<count {
            let vectors = (0..<vectors).map { lanes.load(b + (k * width + $0 * type.lanes)) }
            for row in 0..<rows {
                let number = lanes.broadcast(a[row] + offset + k * step)
                for (vector, factor) in vectors.enumerated() {
                    let index = row * vectors.count + vector
                    sums[index] = fma(number, factor, sums[index])
                }
            }
        }
        return (sums, b + count * width)
    }

    private func places(_ base: Address, _ rows: Rows, _ table: Table?) -> [Address] {
        (0..<self.rows).map { row in
            if case .linear(let stride) = rows { return base + row * stride }
            guard let table else { preconditionFailure("internal: rows of a table, and no table") }
            return base + table[row]
        }
    }

    private func lanes(_ vector: Int, _ builder: IRBuilder) -> Lanes {
        builder.lanes(type).first(columns - vector * type.lanes)
    }
}
