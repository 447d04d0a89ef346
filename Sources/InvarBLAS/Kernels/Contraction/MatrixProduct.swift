import InvarRuntime

/// `c = alpha · op(a) · op(b) + beta · c` for row-major matrices, over a batch of equal shapes.
///
/// `op(a)` is `m × k`, `op(b)` is `k × n`, `c` is `m × n`; `lda`, `ldb` and `ldc` are the distances between stored rows, and the
/// batch strides those between matrices, all in elements. A batch stride of 0 shares one matrix.
package struct MatrixProduct: Sendable, Equatable {
    package var m, n, k: Int
    package var transposeA, transposeB: Bool
    package var lda, ldb, ldc: Int
    package var batch: Int
    package var batchStrideA, batchStrideB, batchStrideC: Int
    /// The operands are the same memory, one of them transposed, so that the product is symmetric and half of it suffices.
    package var isSymmetric: Bool

    /// Dense operands, unless distances are given.
    package init(
        m: Int, n: Int, k: Int, transposeA: Bool = false, transposeB: Bool = false,
        lda: Int? = nil, ldb: Int? = nil, ldc: Int? = nil,
        batch: Int = 1, batchStrideA: Int? = nil, batchStrideB: Int? = nil, batchStrideC: Int? = nil,
        isSymmetric: Bool = false
    ) {
        (self.m, self.n, self.k) = (m, n, k)
        (self.transposeA, self.transposeB) = (transposeA, transposeB)
        self.lda = max(1, lda ?? (transposeA ? m : k))
        self.ldb = max(1, ldb ?? (transposeB ? k : n))
        self.ldc = max(1, ldc ?? n)
        self.batch = batch
        self.batchStrideA = batchStrideA ?? m * k
        self.batchStrideB = batchStrideB ?? k * n
        self.batchStrideC = batchStrideC ?? m * n
        self.isSymmetric = isSymmetric
        precondition(
            !isSymmetric
                || (m == n && transposeA != transposeB && self.lda == self.ldb
                    && self.batchStrideA == self.batchStrideB),
            "internal: a product of two matrices called symmetric")
    }

    package var flops: Int { 2 * batch * m * n * k }

    /// How a loop may follow tile by tile; nil where tiles are not whole rows.
    package var rows: ContractionRows? {
        let tiles = MatrixTiles(m: m, n: n, k: k, batch: batch)
        if isSymmetric || tiles.columns > 1 { return nil }
        return ContractionRows(count: batch * m, unit: 1, most: tiles.tileRows)
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    package func run<Scalar: BLASScalar>(
        _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>, _ c: UnsafeMutablePointer<Scalar>,
        alpha: Scalar = 1, beta: Scalar = 0, epilogue: LoopEpilogue<Scalar>? = nil, pool: WorkerPool
    ) {
        if m > 0, n > 0, batch > 0 {
            OpenBLAS.prepare()
            if isSymmetric {
                precondition(
                    a == b && beta == 0, "internal: a symmetric product of two operands, or added to something")
                precondition(epilogue?.rows == nil, "internal: an epilogue of other tiles")
                let tiles = SymmetricTiles(self)
                let work = SymmetricProductTiles(product: self, tiles: tiles, a: a, c: c, alpha: alpha)
                pool.run(tiles: tiles.count * batch, work)
            } else {
                runTiles(a, b, c, alpha, beta, epilogue, pool)
            }
        }
        epilogue?.finish(pool)
    }

    @inline(__always)
    private func runTiles<Scalar: BLASScalar>(
        _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>, _ c: UnsafeMutablePointer<Scalar>,
        _ alpha: Scalar, _ beta: Scalar, _ epilogue: LoopEpilogue<Scalar>?, _ pool: WorkerPool
    ) {
        if let rows = epilogue?.rows {
            let work = MatrixProductRows(
                product: self, rows: rows, a: a, b: b, c: c, alpha: alpha, beta: beta,
                epilogue: epilogue?.tiles(threads: pool.threads))
            pool.run(tiles: rows.count, work)
        } else {
            let tiles = MatrixTiles(m: m, n: n, k: k, batch: batch)
            let work = MatrixProductTiles(product: self, tiles: tiles, a: a, b: b, c: c, alpha: alpha, beta: beta)
            pool.run(tiles: tiles.count * batch, work)
        }
    }
}

/// How one matrix product is cut: by shape alone.
///
/// A tile packs its own rows of `a` and columns of `b`, so small tiles pay for packing twice over; large ones leave threads idle.
/// Tiles of about 40 MFLOP (half a millisecond) and sides of at least 128 keep both small.
struct MatrixTiles: Sendable, Equatable {
    var rows, columns: Int
    var tileRows, tileColumns: Int

    init(m: Int, n: Int, k: Int, batch: Int) {
        let flops = 2 * m * n * max(k, 1)
        let most = batch >= 16 ? 1 : 16
        var count = 1
        while count < most && flops / (count * 2) >= 20_000_000 { count *= 2 }
        var (rows, columns) = (1, 1)
        while rows * columns < count {
            let (height, width) = (m / rows, n / columns)
            if height >= width {
                guard height >= 256 else { break }
                rows *= 2
            } else {
                guard width >= 256 else { break }
                columns *= 2
            }
        }
        tileRows = MatrixTiles.part(m, rows)
        tileColumns = MatrixTiles.part(n, columns)
        self.rows = max(1, (m + tileRows - 1) / tileRows)
        self.columns = max(1, (n + tileColumns - 1) / tileColumns)
    }

    var count: Int { rows * columns }

    /// An equal part of `size`, rounded up to whole vectors where it is cut at all.
    private static func part(_ size: Int, _ parts: Int) -> Int {
        if parts <= 1 { return max(size, 1) }
        return ((size + parts - 1) / parts + 15) / 16 * 16
    }
}

struct MatrixProductTiles<Scalar: BLASScalar>: TileWork {
    let product: MatrixProduct
    let tiles: MatrixTiles
    let a: UnsafePointer<Scalar>
    let b: UnsafePointer<Scalar>
    let c: UnsafeMutablePointer<Scalar>
    let alpha, beta: Scalar

    func run(tile: Int, worker: Int) {
        let (matrix, inner) = (tile / tiles.count, tile % tiles.count)
        let row = inner / tiles.columns * tiles.tileRows
        let column = inner % tiles.columns * tiles.tileColumns
        let p = product
        Scalar.gemm(
            p.transposeA, p.transposeB, min(tiles.tileRows, p.m - row), min(tiles.tileColumns, p.n - column), p.k,
            alpha, a + matrix * p.batchStrideA + (p.transposeA ? row : row * p.lda), p.lda,
            b + matrix * p.batchStrideB + (p.transposeB ? column * p.ldb : column), p.ldb,
            beta, c + matrix * p.batchStrideC + row * p.ldc + column, p.ldc)
    }
}

/// Tiles of whole rows, each of which something follows.
struct MatrixProductRows<Scalar: BLASScalar>: TileWork {
    let product: MatrixProduct
    let rows: RowTiles
    let a: UnsafePointer<Scalar>
    let b: UnsafePointer<Scalar>
    let c: UnsafeMutablePointer<Scalar>
    let alpha, beta: Scalar
    let epilogue: LoopTiles<Scalar>?

    func run(tile: Int, worker: Int) {
        let p = product
        let (first, count) = rows.range(tile)
        // A tile may have rows of two matrices.
        var done = 0
        while done < count {
            let (matrix, row) = ((first + done) / p.m, (first + done) % p.m)
            let height = min(count - done, p.m - row)
            Scalar.gemm(
                p.transposeA, p.transposeB, height, p.n, p.k, alpha,
                a + matrix * p.batchStrideA + (p.transposeA ? row : row * p.lda), p.lda, b + matrix * p.batchStrideB,
                p.ldb, beta, c + matrix * p.batchStrideC + row * p.ldc, p.ldc)
            done += height
        }
        epilogue?.run(tile: tile, worker: worker)
    }
}
