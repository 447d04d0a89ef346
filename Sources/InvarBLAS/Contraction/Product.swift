import InvarCompiler

/// `op(a) · op(b)` for row-major matrices, over a batch of equal shapes: op(a) is m × k, op(b) is k × n.
struct Product: Equatable, Sendable {
    let m, n, k, batch: Int
    let transposeA, transposeB: Bool
    /// A matrix times its own transpose: what is on and above the diagonal is computed, and then mirrored.
    let isSymmetric: Bool

    /// [.., M, K] · [.., K, N], each stored transposed where asked for.
    init(_ contraction: Contraction, transposeA: Bool, transposeB: Bool) {
        let shape = contraction.shape
        (m, n, k) = (shape[shape.count - 2], shape[shape.count - 1], contraction.terms)
        batch = shape.dropLast(2).reduce(1, *)
        (self.transposeA, self.transposeB, isSymmetric) = (transposeA, transposeB, contraction.isSymmetric)
    }

    /// A tile packs its own rows of `a` and columns of `b`: small ones pay for packing twice over, large ones leave threads idle.
    var tileRows: Int { Self.part(m) }
    var tileColumns: Int { Self.part(n) }
    var tilesAcross: Int { (n + tileColumns - 1) / tileColumns }
    var tileCount: Int { batch * ((m + tileRows - 1) / tileRows) * tilesAcross }

    /// An equal part of some 256, whole vectors where it is cut at all.
    private static func part(_ size: Int) -> Int {
        let parts = (size + 128) / 256
        return parts <= 1 ? size : ((size + parts - 1) / parts + 15) / 16 * 16
    }

    /// How its rows may be cut for a nest that follows; nil where tiles are not whole rows.
    var limits: RowLimits? {
        tilesAcross > 1 || isSymmetric ? nil : RowLimits(count: batch * m, unit: 1, most: tileRows)
    }
}

struct ProductWork<Scalar: BLASScalar>: TileWork {
    let product: Product
    let a, b, c: Elements<Scalar>
    /// Tiles of whole rows, each of which a nest follows; else they are of rows and columns, each of one matrix.
    let rows: RowTiles?
    let epilogue: NestTiles<Scalar>?

    func run(tile: Int, worker: Int) {
        let p = product
        guard let rows, let epilogue else {
            let (row, column) = (tile / p.tilesAcross * p.tileRows, tile % p.tilesAcross * p.tileColumns)
            let perMatrix = (p.m + p.tileRows - 1) / p.tileRows * p.tileRows
            return multiply(row / perMatrix, row % perMatrix, p.tileRows, column)
        }
        let range = rows.range(tile)
        var row = range.lowerBound
        // A tile may have rows of two matrices.
        while row < range.upperBound {
            let height = min(range.upperBound - row, p.m - row % p.m)
            multiply(row / p.m, row % p.m, height, 0)
            row += height
        }
        epilogue.run(tile: tile, worker: worker)
    }

    @inline(__always)
    private func multiply(_ matrix: Int, _ row: Int, _ height: Int, _ column: Int) {
        let p = product
        if p.isSymmetric && column < row { return }
        let (height, width) = (min(height, p.m - row), min(p.tileColumns, p.n - column))
        let (lda, ldb) = (p.transposeA ? p.m : p.k, p.transposeB ? p.k : p.n)
        let target = c + matrix * p.m * p.n
        Matrix.multiply(
            ProductSize(m: height, n: width, k: p.k),
            Matrix(
                first: a + (matrix * p.m * p.k + (p.transposeA ? row : row * lda)), distance: lda,
                isTransposed: p.transposeA),
            Matrix(
                first: b + (matrix * p.k * p.n + (p.transposeB ? column * ldb : column)), distance: ldb,
                isTransposed: p.transposeB),
            into: Matrix(first: target + (row * p.n + column), distance: p.n))
        guard p.isSymmetric else { return }
        // By small squares, so that each cache line that is touched is used whole.
        for top in stride(from: row, to: row + height, by: 16) {
            for left in stride(from: max(column, top), to: column + width, by: 16) {
                for j in left..<min(left + 16, column + width) {
                    for i in top..<min(top + 16, row + height, j) { target[j &* p.n &+ i] = target[i &* p.n &+ j] }
                }
            }
        }
    }
}
