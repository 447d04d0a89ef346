/// Rows cut into pieces that a micro-kernel takes: so many of the full size, then so many of one row less, so that no piece is
/// too small to keep the processor busy; where that does not come out even, one piece of what is left.
struct RowPieces: Hashable {
    struct Run: Hashable {
        var rows, count: Int
    }
    var runs: [Run]

    init(_ rows: Int, most: Int) {
        let pieces = rows.parts(of: most)
        let less = pieces * most - rows
        if rows == 0 {
            runs = []
        } else if less <= pieces, most > 1 {
            runs = [Run(rows: most, count: pieces - less), Run(rows: most - 1, count: less)].filter { $0.count > 0 }
        } else {
            runs = [Run(rows: most, count: rows / most), Run(rows: rows % most, count: 1)].filter { $0.count > 0 }
        }
    }

    /// How many pieces there are.
    var count: Int { runs.reduce(0) { $0 + $1.count } }
}

extension IRBuilder {
    /// Loops over pieces of rows: how many rows a piece has, the first of them, and the piece's number.
    func eachPiece(_ pieces: RowPieces, _ body: (_ rows: Int, _ first: Index, _ piece: Index) -> Void) {
        var (row, piece) = (0, 0)
        for run in pieces.runs {
            loop(run.count) { index in body(run.rows, row + index * run.rows, piece + index) }
            row += run.rows * run.count
            piece += run.count
        }
    }

    /// Panels of columns: a panel's number, and how many columns it has.
    func eachPanel(_ columns: Int, _ width: Int, _ body: (_ panel: Index, _ columns: Int) -> Void) {
        let whole = columns / width
        loop(whole) { body($0, width) }
        if columns > whole * width { body(Index(whole), columns - whole * width) }
    }
}
