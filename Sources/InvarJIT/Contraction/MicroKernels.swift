/// The micro-kernels that one module needs, each written once.
final class MicroKernels {
    private let builder: IRBuilder
    private var functions: [MicroKernel: IRFunction] = [:]

    init(_ builder: IRBuilder) { self.builder = builder }

    subscript(wanted: MicroKernel) -> IRFunction {
        if let known = functions[wanted] { return known }
        let made = wanted.define(builder, name: "micro\(functions.count).\(wanted.rows)x\(wanted.columns)")
        functions[wanted] = made
        return made
    }
}

extension IRBuilder {
    /// Loops over pieces of rows: how many rows a piece has, the first of them, and the piece's number.
    func eachPiece(_ pieces: RowPieces, _ body: (_ rows: Int, _ first: IRValue, _ piece: IRValue) -> Void) {
        var (row, piece) = (0, 0)
        for run in pieces.runs {
            loop(run.count) { index in
                body(run.rows, add(int(row), multiply(index, run.rows)), add(int(piece), index))
            }
            row += run.rows * run.count
            piece += run.count
        }
    }
}

extension RowPieces {
    /// How many pieces there are.
    var count: Int { runs.reduce(0) { $0 + $1.count } }
}
