/// How the rows of a contraction's result may be cut into tiles, for a loop that follows tile by tile.
package struct ContractionRows: Sendable, Equatable {
    /// Rows in all, and what the first row of every tile must be a multiple of.
    var count, unit: Int
    /// The most rows of a tile.
    var most: Int
}

/// Rows cut into tiles: `runs` runs of equal length, none of which a tile crosses.
package struct RowTiles: Sendable, Equatable {
    /// Rows of a run.
    var rows: Int
    var perTile: Int
    var runs: Int

    init(rows: Int, perTile: Int, runs: Int = 1) { (self.rows, self.perTile, self.runs) = (rows, perTile, runs) }

    var perRun: Int { perTile == 0 ? 0 : (rows + perTile - 1) / perTile }
    var count: Int { runs * perRun }

    /// The first row of a tile, and how many it has.
    @inline(__always)
    func range(_ tile: Int) -> (first: Int, count: Int) {
        let (run, place) = (tile / perRun, tile % perRun)
        return (run * rows + place * perTile, min(perTile, rows - place * perTile))
    }
}
