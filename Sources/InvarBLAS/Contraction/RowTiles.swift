import InvarCompiler

/// The rows of a contraction's result cut into tiles: `runs` runs of equal length, none of which a tile crosses.
struct RowTiles: Sendable, Equatable {
    /// Rows of a run.
    var rows: Int
    var perTile: Int
    var runs = 1

    var perRun: Int { (rows + perTile - 1) / perTile }
    var count: Int { runs * perRun }

    @inline(__always)
    func range(_ tile: Int) -> Range<Int> {
        let (run, place) = (tile / perRun, tile % perRun * perTile)
        return (run * rows + place)..<(run * rows + min(rows, place + perTile))
    }
}

/// How the rows of a contraction's result may be cut.
struct RowLimits: Equatable {
    /// Rows in all, what the first row of each tile must be a multiple of, and the most that a tile may have.
    var count, unit, most: Int

    /// As large as may be.
    var tiles: RowTiles { RowTiles(rows: count, perTile: most) }

    /// Tiles of rows that are also boxes of a nest over the result, whose last axis is the columns: single indices along outer axes, a
    /// range of one, and the whole of those within. Nil where there are none, or where their partial sums would be too many.
    ///
    /// - Returns: the rows, and how many points of each of the nest's axes a tile has.
    func boxes(of nest: LoopNest) -> (rows: RowTiles, tile: [Int])? {
        var tile = nest.axes.map(\.size)
        guard let columns = tile.last, nest.points == count * columns else { return nil }
        var (inner, rows) = (1, RowTiles(rows: count, perTile: count))
        for d in tile.indices.dropLast().reversed() {
            let room = most / inner
            if tile[d] <= room {
                inner *= tile[d]
                continue
            }
            // Ranges begin where the contraction can begin a tile, and are about equally long.
            let step = unit / Self.commonDivisor(unit, inner)
            guard room >= step, tile[d] * inner % unit == 0 else { return nil }
            let few = (tile[d] + room / step * step - 1) / (room / step * step)
            let extent = ((tile[d] + few - 1) / few + step - 1) / step * step
            rows = RowTiles(rows: tile[d] * inner, perTile: extent * inner, runs: tile[..<d].reduce(1, *))
            tile[d] = extent
            for outer in 0..<d { tile[outer] = 1 }
            break
        }
        let space = NestSpace(nest, tile: tile)
        return space.parts > 1 && space.parts * space.keptPoints > Self.mostPartials ? nil : (rows, tile)
    }

    private static let mostPartials = 1 << 20

    private static func commonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : commonDivisor(b, a % b) }
}
