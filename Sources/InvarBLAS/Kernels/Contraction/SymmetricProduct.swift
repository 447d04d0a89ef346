/// How a symmetric product is cut: squares on and above the diagonal, which are then mirrored. By shape alone.
struct SymmetricTiles: Sendable, Equatable {
    var size, side, perSide: Int

    init(_ product: MatrixProduct) {
        size = product.m
        var parts = 1
        let flops = size * size * max(product.k, 1)
        while product.batch < 16, size / (parts + 1) >= 128,
            flops / ((parts + 1) * (parts + 2) / 2) >= 20_000_000, parts < 8
        { parts += 1 }
        side = parts == 1 ? max(size, 1) : ((size + parts - 1) / parts + 15) / 16 * 16
        perSide = (size + side - 1) / side
    }

    var count: Int { perSide * (perSide + 1) / 2 }

    /// The tile's place among the squares: those off the diagonal first, which are twice the work.
    func place(_ tile: Int) -> (row: Int, column: Int) {
        let off = perSide * (perSide - 1) / 2
        if tile >= off { return (tile - off, tile - off) }
        var (row, rest) = (0, tile)
        while rest >= perSide - 1 - row {
            rest -= perSide - 1 - row
            row += 1
        }
        return (row, row + 1 + rest)
    }
}

/// `c = alpha · op(a) · op(a)ᵀ`.
struct SymmetricProductTiles<Scalar: BLASScalar>: TileWork {
    let product: MatrixProduct
    let tiles: SymmetricTiles
    let a: UnsafePointer<Scalar>
    let c: UnsafeMutablePointer<Scalar>
    let alpha: Scalar

    func run(tile: Int, worker: Int) {
        let p = product
        let matrix = tile / tiles.count
        let place = tiles.place(tile % tiles.count)
        let (row, column) = (place.row * tiles.side, place.column * tiles.side)
        let (height, width) = (min(tiles.side, p.m - row), min(tiles.side, p.m - column))
        let source = a + matrix * p.batchStrideA
        let target = c + matrix * p.batchStrideC
        let upper = target + (row * p.ldc + column)
        let rows = source + (p.transposeA ? row : row * p.lda)
        if row == column {
            Scalar.syrk(p.transposeA, height, p.k, alpha, rows, p.lda, upper, p.ldc)
        } else {
            let columns = source + (p.transposeA ? column : column * p.lda)
            Scalar.gemm(
                p.transposeA, p.transposeB, height, width, p.k, alpha, rows, p.lda, columns, p.ldb, 0, upper, p.ldc)
        }
        mirror(upper, height, width, target + (column * p.ldc + row), onDiagonal: row == column)
    }

    /// Writes a tile's transpose; of one on the diagonal, what lies above it.
    private func mirror(
        _ upper: UnsafeMutablePointer<Scalar>, _ height: Int, _ width: Int, _ lower: UnsafeMutablePointer<Scalar>,
        onDiagonal: Bool
    ) {
        let (distance, block) = (product.ldc, 16)
        for top in stride(from: 0, to: height, by: block) {
            for left in stride(from: onDiagonal ? top : 0, to: width, by: block) {
                for j in left..<min(left + block, width) {
                    let line = lower + j &* distance
                    let end = min(top + block, onDiagonal ? j : height)
                    for i in top..<end {
                        line[i] = upper[i &* distance &+ j]
                    }
                }
            }
        }
    }
}
