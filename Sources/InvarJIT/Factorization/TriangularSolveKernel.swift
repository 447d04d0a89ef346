import InvarGraph

/// L⁻¹·B or L⁻ᵀ·B. A tile is a strip of columns of one matrix, which are solved for by themselves: a few rows at a time, downwards, or upwards for Lᵀ.
struct TriangularSolveKernel: TileKernel {
    let transposed: Bool
    let matrices, width, columns: Int
    let element: ElementType

    var name: String {
        "triangularsolve.\(element.rawValue).\(matrices)x\(width)x\(columns)\(transposed ? ".transposed" : "")"
    }
    var arguments: [ArgumentName] { [.weights, .input, .result] }
    /// The same whatever the vectors are: two vectors of floats where these have 256 bits.
    private var stripColumns: Int { 16 }
    private var strips: Int { columns.parts(of: stripColumns) }
    var tiles: Int { matrices * strips }

    func emit(_ emitter: KernelEmitter) {
        let builder = emitter.builder
        let (l, b, x) = (emitter[.weights], emitter[.input], emitter[.result])
        let (matrix, strip) = (emitter.tile / strips, emitter.tile % strips)
        let factor = l + matrix * (width * width)
        let start = matrix * (width * columns) + strip * stripColumns
        builder.part(strip, of: columns, by: stripColumns) { count in
            let wide = builder.lanes(element, columns: count)
            // what a strip has more than a few vectors go over it one after another
            let each = wide.count * TriangularRows.vectors
            for first in stride(from: 0, to: count, by: each) {
                let lanes = stride(from: first, to: min(first + each, count), by: wide.count).map { place in
                    (place: place, lanes: wide.first(count - place))
                }
                solve(builder, factor, b + start, x + start, lanes)
            }
        }
    }

    private func solve(
        _ builder: IRBuilder, _ factor: Address, _ b: Address, _ x: Address, _ lanes: [(place: Int, lanes: Lanes)]
    ) {
        builder.eachPiece(RowPieces(width, most: TriangularRows.most)) { count, piece, _ in
            let rows = TriangularRows(count: count, builder: builder)
            // pieces come from above; for Lᵀ the same number of rows from below
            let first = transposed ? width - count - piece : piece
            func vectors(_ address: Address, _ row: Index) -> [Vector] {
                lanes.map { $0.lanes.load(address + (row * columns + $0.place)) }
            }
            func element(_ row: Index, _ column: Index) -> Vector {
                (transposed ? factor + (column * width + row) : factor + (row * width + column)).load()
            }
            let known = transposed ? (from: first + count, to: Index(width)) : (from: .zero, to: first)
            let rest = rows.reduced(
                (0..<count).map { vectors(b, first + $0) }, by: known, coefficient: { element(first + $0, $1) },
                row: { vectors(x, $0) })
            let solved = rows.solved(
                rest, order: transposed ? (0..<count).reversed() : Array(0..<count),
                coefficient: { element(first + $0, first + $1) },
                dividing: { $0 / element(first + $1, first + $1).broadcast($0.type) })
            for (row, values) in solved.enumerated() {
                for (value, lane) in zip(values, lanes) {
                    lane.lanes.store(value, x + ((first + row) * columns + lane.place))
                }
            }
        }
    }
}
