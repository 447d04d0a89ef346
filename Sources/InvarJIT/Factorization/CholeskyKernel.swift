import InvarGraph

/// Cholesky's factor of A = L·Lᵀ. A tile is one matrix.
///
/// What is computed is U = Lᵀ, in the worker's memory, whose rows lie in vectors: a few rows at a time, of which first the rows above are taken off, then the
/// small triangle on the diagonal is factored, and then the rows are solved for, as in `TriangularSolveKernel`. In the end U is written transposed.
struct CholeskyKernel: TileKernel {
    let matrices, width: Int
    let element: ElementType

    var name: String { "cholesky.\(element.rawValue).\(matrices)x\(width)" }
    var arguments: [ArgumentName] { [.input, .result, .scratch] }
    var tiles: Int { matrices }
    /// Elements of a row of U, for strips of the widest vectors: 2 × 512 bits.
    private var pitch: Int { width.rounded(upTo: 2 * 64 / element.byteCount) }
    var scratchBytes: Int { width * pitch * element.byteCount }

    func emit(_ emitter: KernelEmitter) {
        let builder = emitter.builder
        let u = emitter[.scratch]
        let source = emitter[.input] + emitter.tile * (width * width)
        let result = emitter[.result] + emitter.tile * (width * width)
        read(builder, source, into: u)
        builder.eachPiece(RowPieces(width, most: TriangularRows.most)) { count, first, _ in
            factor(builder, u, TriangularRows(count: count, builder: builder), first)
        }
        write(builder, u, to: result)
    }

    /// The lower triangle, transposed, with zeros beside it.
    private func read(_ builder: IRBuilder, _ source: Address, into u: Address) {
        let lanes = builder.lanes(element)
        builder.loop(width * pitch / lanes.count) { lanes.store(lanes.zero, u + $0 * lanes.count) }
        let one = builder.lanes(LaneType(element: element, lanes: 1))
        builder.loop(width) { row in
            builder.loop(to: row + 1) { column in
                one.store((source + (row * width + column)).load(), u + (column * pitch + row))
            }
        }
    }

    private func factor(_ builder: IRBuilder, _ u: Address, _ rows: TriangularRows, _ first: Index) {
        let lanes = builder.lanes(element)
        let strip = lanes.count * TriangularRows.vectors
        func vectors(_ row: Index, _ column: Index) -> [Vector] {
            (0..<TriangularRows.vectors).map { lanes.load(u + (row * pitch + column + $0 * lanes.count)) }
        }
        func store(_ found: [[Vector]], at column: Index) {
            for (row, values) in found.enumerated() {
                for (place, value) in values.enumerated() {
                    lanes.store(value, u + ((first + row) * pitch + column + place * lanes.count))
                }
            }
        }
        func own(_ column: Index) -> [[Vector]] { (0..<rows.count).map { vectors(first + $0, column) } }
        func strips(_ body: (_ column: Index) -> Void) {
            builder.loop(from: first / strip, to: Index(width.parts(of: strip))) { body($0 * strip) }
        }
        strips { column in
            let rest = rows.reduced(
                own(column), by: (from: .zero, to: first),
                coefficient: { (u + ($1 * pitch + first + $0)).load() }, row: { vectors($0, column) })
            store(rest, at: column)
        }
        // on the diagonal: what the rows are divided by, and what of each is in those after it
        var triangle = (0..<rows.count).map { row in
            (0..<rows.count).map { column in (u + ((first + row) * pitch + first + column)).load() }
        }
        var reciprocals: [Vector] = []
        for row in 0..<rows.count {
            let pivot = triangle[row][row]
            // of one that is not positive there is no root
            let inverse = 1 / select(pivot .> 0, pivot, pivot.like(.nan)).squareRoot
            reciprocals.append(inverse)
            for column in row..<rows.count { triangle[row][column] = triangle[row][column] * inverse }
            for below in (row + 1)..<max(rows.count, row + 1) {
                for column in below..<rows.count {
                    triangle[below][column] = fma(
                        -triangle[row][below], triangle[row][column], triangle[below][column])
                }
            }
        }
        strips { column in
            let found = rows.solved(
                own(column), order: Array(0..<rows.count), coefficient: { triangle[$1][$0] },
                dividing: { $0 * reciprocals[$1].broadcast($0.type) })
            store(found, at: column)
        }
    }

    /// U's transpose, with zeros above. Where a pivot was not positive, all of it is not a number.
    private func write(_ builder: IRBuilder, _ u: Address, to result: Address) {
        let one = builder.lanes(LaneType(element: element, lanes: 1))
        let poison = builder.loop(width, carrying: one.zero) { row, sum in
            fma((u + row * (pitch + 1)).load(), one.zero, sum)
        }
        builder.loop(width) { row in
            builder.loop(to: row + 1) { column in
                one.store((u + (column * pitch + row)).load() + poison, result + (row * width + column))
            }
            builder.loop(from: row + 1, to: Index(width)) { column in
                one.store(one.zero, result + (row * width + column))
            }
        }
    }
}
