import InvarCompiler
import InvarRuntime

/// `op(a) · op(b)` for row-major matrices, over a batch of equal shapes: op(a) is m × k, op(b) is k × n.
struct Product: Equatable, Sendable {
    var m, n, k: Int
    var transposeA, transposeB: Bool
    var batch: Int

    /// [.., M, K] · [.., K, N], each stored transposed where asked for.
    init(_ contraction: Contraction, transposeA: Bool, transposeB: Bool) {
        let shape = contraction.shape
        (m, n, k) = (shape[shape.count - 2], shape[shape.count - 1], contraction.terms)
        (self.transposeA, self.transposeB) = (transposeA, transposeB)
        batch = shape.dropLast(2).reduce(1, *)
    }

    var lda: Int { transposeA ? m : k }
    var ldb: Int { transposeB ? k : n }

    /// How its rows may be cut for a nest that follows; nil where tiles are not whole rows.
    var limits: RowLimits? {
        let tiles = ProductTiles(self)
        return tiles.columns > 1 ? nil : RowLimits(count: batch * m, unit: 1, most: tiles.tileRows)
    }
}

/// How one product is cut into tiles.
///
/// A tile packs its own rows of `a` and columns of `b`, so small tiles pay for packing twice over; large ones leave threads idle.
/// Tiles of about 40 MFLOP (half a millisecond) and sides of at least 128 keep both small.
struct ProductTiles: Equatable, Sendable {
    let rows, columns: Int
    let tileRows, tileColumns: Int

    init(_ product: Product) {
        let (m, n) = (product.m, product.n)
        let most = product.batch >= 16 ? 1 : 16
        var count = 1
        while count < most && 2 * m * n * product.k / (count * 2) >= 20_000_000 { count *= 2 }
        var (rows, columns) = (1, 1)
        while rows * columns < count {
            if m / rows >= n / columns {
                guard m / rows >= 256 else { break }
                rows *= 2
            } else {
                guard n / columns >= 256 else { break }
                columns *= 2
            }
        }
        tileRows = ProductTiles.part(m, rows)
        tileColumns = ProductTiles.part(n, columns)
        self.rows = (m + tileRows - 1) / tileRows
        self.columns = (n + tileColumns - 1) / tileColumns
    }

    /// An equal part of `size`, rounded up to whole vectors where it is cut at all.
    static func part(_ size: Int, _ parts: Int) -> Int {
        parts <= 1 ? size : ((size + parts - 1) / parts + 15) / 16 * 16
    }
}

/// Tiles of rows and columns, each of one matrix.
struct ProductWork<Scalar: BLASScalar>: TileWork {
    let product: Product
    let tiles: ProductTiles
    let a, b: UnsafePointer<Scalar>
    let c: UnsafeMutablePointer<Scalar>

    func run(tile: Int, worker: Int) {
        let (matrix, inner) = (tile / (tiles.rows * tiles.columns), tile % (tiles.rows * tiles.columns))
        let (row, column) = (inner / tiles.columns * tiles.tileRows, inner % tiles.columns * tiles.tileColumns)
        multiply(
            matrix, row..<min(product.m, row + tiles.tileRows), column..<min(product.n, column + tiles.tileColumns))
    }

    @inline(__always)
    func multiply(_ matrix: Int, _ rows: Range<Int>, _ columns: Range<Int>) {
        let (p, row, column) = (product, rows.lowerBound, columns.lowerBound)
        Scalar.gemm(
            p.transposeA, p.transposeB, rows.count, columns.count, p.k,
            a + (matrix * p.m * p.k + (p.transposeA ? row : row * p.lda)), p.lda,
            b + (matrix * p.k * p.n + (p.transposeB ? column * p.ldb : column)), p.ldb,
            c + (matrix * p.m + row) * p.n + column, p.n, adds: false)
    }
}

/// Tiles of whole rows, each of which a nest follows. A tile may have rows of two matrices.
struct ProductRows<Scalar: BLASScalar>: TileWork {
    let work: ProductWork<Scalar>
    let rows: RowTiles
    let epilogue: NestTiles<Scalar>

    func run(tile: Int, worker: Int) {
        let (range, m) = (rows.range(tile), work.product.m)
        var row = range.lowerBound
        while row < range.upperBound {
            let matrix = row / m
            let end = min(range.upperBound, (matrix + 1) * m)
            work.multiply(matrix, (row - matrix * m)..<(end - matrix * m), 0..<work.product.n)
            row = end
        }
        epilogue.run(tile: tile, worker: worker)
    }
}
