/// `op(a) · op(a)ᵀ`, cut into squares on and above the diagonal, which are then mirrored: half of a product.
struct SymmetricProduct<Scalar: BLASScalar>: TileWork {
    private let product: Product
    private let side, perSide: Int
    private let a: UnsafePointer<Scalar>
    private let c: UnsafeMutablePointer<Scalar>

    init(_ product: Product, _ a: UnsafePointer<Scalar>, _ c: UnsafeMutablePointer<Scalar>) {
        (self.product, self.a, self.c) = (product, a, c)
        var parts = 1
        while product.batch < 16, product.m / (parts + 1) >= 128, parts < 8,
            product.m * product.m * product.k / ((parts + 1) * (parts + 2) / 2) >= 20_000_000
        { parts += 1 }
        side = ProductTiles.part(product.m, parts)
        perSide = (product.m + side - 1) / side
    }

    private var perMatrix: Int { perSide * (perSide + 1) / 2 }
    var tileCount: Int { product.batch * perMatrix }

    func run(tile: Int, worker: Int) {
        let p = product
        let (place, matrix) = (square(tile % perMatrix), tile / perMatrix)
        let (row, column) = (place.row * side, place.column * side)
        let (height, width) = (min(side, p.m - row), min(side, p.m - column))
        let (source, target) = (a + matrix * p.m * p.k, c + matrix * p.m * p.m)
        let upper = target + (row * p.m + column)
        let rows = source + (p.transposeA ? row : row * p.lda)
        if row == column {
            Scalar.syrk(p.transposeA, height, p.k, rows, p.lda, upper, p.m)
        } else {
            let columns = source + (p.transposeA ? column : column * p.lda)
            Scalar.gemm(
                p.transposeA, p.transposeB, height, width, p.k, rows, p.lda, columns, p.ldb, upper, p.m, adds: false)
        }
        mirror(upper, height, width, target + (column * p.m + row), onDiagonal: row == column)
    }

    /// The squares off the diagonal come first, which are twice the work.
    private func square(_ tile: Int) -> (row: Int, column: Int) {
        let off = perSide * (perSide - 1) / 2
        if tile >= off { return (tile - off, tile - off) }
        var (row, rest) = (0, tile)
        while rest >= perSide - 1 - row {
            rest -= perSide - 1 - row
            row += 1
        }
        return (row, row + 1 + rest)
    }

    /// Writes a square's transpose, of one on the diagonal what lies above it; by small squares, so that each cache line that is
    /// touched is used whole.
    private func mirror(
        _ upper: UnsafeMutablePointer<Scalar>, _ height: Int, _ width: Int, _ lower: UnsafeMutablePointer<Scalar>,
        onDiagonal: Bool
    ) {
        let (distance, block) = (product.m, 16)
        for top in stride(from: 0, to: height, by: block) {
            for left in stride(from: onDiagonal ? top : 0, to: width, by: block) {
                for j in left..<min(left + block, width) {
                    let end = min(top + block, onDiagonal ? j : height)
                    for i in top..<max(top, end) { lower[j &* distance &+ i] = upper[i &* distance &+ j] }
                }
            }
        }
    }
}
