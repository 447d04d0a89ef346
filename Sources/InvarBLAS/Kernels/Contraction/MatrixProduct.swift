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

    /// Dense operands, unless distances are given.
    package init(
        m: Int, n: Int, k: Int, transposeA: Bool = false, transposeB: Bool = false,
        lda: Int? = nil, ldb: Int? = nil, ldc: Int? = nil,
        batch: Int = 1, batchStrideA: Int? = nil, batchStrideB: Int? = nil, batchStrideC: Int? = nil
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
    }

    package var flops: Int { 2 * batch * m * n * k }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    package func run<Scalar: BLASScalar>(
        _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>, _ c: UnsafeMutablePointer<Scalar>,
        alpha: Scalar = 1, beta: Scalar = 0, pool: WorkerPool
    ) {
        guard m > 0, n > 0, batch > 0 else { return }
        OpenBLAS.prepare()
        let tiles = MatrixTiles(m: m, n: n, k: k, batch: batch)
        let work = MatrixProductTiles(product: self, tiles: tiles, a: a, b: b, c: c, alpha: alpha, beta: beta)
        pool.run(tiles: tiles.count * batch, work)
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
