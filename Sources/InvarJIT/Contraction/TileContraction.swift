import InvarGraph

/// A contraction, tile by tile: brings the left side near, multiplies it with the packed right side, and lets the epilogue follow
/// while the result is in the cache.
///
/// Rows of the result come in units, of which a tile has some: single rows of a matrix, images, or bands of an image.
struct TileContraction: ContractionKernel {
    var title: String
    var element: ElementType
    var schedule: ContractionSchedule
    /// Independent products: a batch of matrices, or a convolution's groups.
    var groups: Int
    /// Elements from one to the next, of the left side and of the result.
    var groupA, groupC: Int
    var units, unitsPerTile: Int
    var rowsPerUnit: Int
    /// Of one group.
    var columns: Int
    var panelsPerTile: Int
    /// Elements from one row of the result to the next.
    var rowStride: Int
    var input: TileInput
    var right = TileRight.packed
    var products: [TileProduct]
    /// Whether rows are left that no product reaches: zeros.
    var leavesRows: Bool
    var depth: Int
    var prologue: LoopForm?
    var epilogue: TileEpilogue?

    var name: String { title }

    var width: Int { schedule.vectors * lane.lanes }
    var lane: LaneType
    var panels: Int { columns.parts(of: width) }
    var rowTiles: Int { units.parts(of: unitsPerTile) }
    var columnTiles: Int { panels.parts(of: panelsPerTile) }
    var tiles: Int { groups * rowTiles * columnTiles }

    var scratchElements: Int {
        right == .packed ? leftElements : leftElements + panelsPerTile * deepest * width
    }

    /// What the left side takes of it.
    var leftElements: Int {
        switch input {
        case .direct: 0
        case .copied: (rowsPerTile * copyPitch).rounded(upTo: 16)
        case .staged(let staging): unitsPerTile * staging.unitElements + 16
        case .transposed: RowPieces(rowsPerTile, most: schedule.rows).count * schedule.rows * deepest + 16
        }
    }

    /// Elements from one copied row to the next: not a power of two.
    var copyPitch: Int { deepest.rounded(upTo: 16) + 16 }

    /// The longest block of the reduction.
    var deepest: Int {
        products.flatMap { $0.blocks(schedule.depth) }.reduce(0) { max($0, $1.segments * $1.inner) }
    }

    /// Rows of the result in a tile that is not the last.
    var rowsPerTile: Int { unitsPerTile * rowsPerUnit }

    /// Groups that lie side by side in a row of the result.
    var columnGroups: Int { groupRows == 0 ? groups : 1 }

    /// Where a group's part of the result begins: a batch's matrices lie under one another, a convolution's groups side by side.
    var groupRows: Int { groupC >= rowStride ? units * rowsPerUnit : 0 }
    var groupColumns: Int { groupC >= rowStride ? 0 : groupC }

    /// Whether the tiles of a later matrix of a batch lie in the epilogue's runs of rows as those of the first do.
    func areTilesInLine(with nest: LoopForm?) -> Bool {
        guard let nest, groups > 1, groupRows > 0 else { return true }
        return groupRows % rowsPerTile == 0 || groupRows % nest.rows == 0 && rowsPerTile % nest.rows == 0
    }

    func emit(_ emitter: KernelEmitter) { TileWriter(self, emitter).write() }
}
