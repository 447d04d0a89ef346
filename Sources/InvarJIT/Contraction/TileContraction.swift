import InvarGraph

/// A contraction, tile by tile: brings the left side near, multiplies it with the packed right side, and lets the epilogue follow
/// while the result is in the cache.
///
/// Rows of the result come in units, of which a tile has some: single rows of a matrix, images, or bands of an image.
///
/// Arguments: left side, packed right side, result, workers' memory; the prologue's operands; the epilogue's operands (the result
/// where it is one of them), the addresses of its roots, its partial sums.
struct TileContraction: TileKernel {
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
    var products: [TileProduct]
    /// Whether rows are left that no product reaches: zeros.
    var leavesRows: Bool
    var depth: Int
    var prologue: LoopForm?
    var epilogue: TileEpilogue?

    var name: String { title }

    var width: Int { schedule.vectors * lane.lanes }
    var lane: LaneType
    var panels: Int { (columns + width - 1) / width }
    var rowTiles: Int { (units + unitsPerTile - 1) / unitsPerTile }
    var columnTiles: Int { (panels + panelsPerTile - 1) / panelsPerTile }
    var tiles: Int { groups * rowTiles * columnTiles }

    /// Elements of the workers' memory.
    var scratchElements: Int {
        switch input {
        case .direct: 0
        case .copied: unitsPerTile * rowsPerUnit * copyPitch
        case .staged(let staging): unitsPerTile * staging.unitElements + 16
        case .transposed:
            RowPieces(unitsPerTile * rowsPerUnit, most: schedule.rows).runs.reduce(0) { $0 + $1.count }
                * schedule.rows * deepest + 16
        }
    }

    /// Elements from one copied row to the next: not a power of two.
    var copyPitch: Int { (deepest + 15) / 16 * 16 + 16 }

    /// The longest block of the reduction.
    var deepest: Int {
        products.flatMap { $0.blocks(schedule.depth) }.reduce(0) { max($0, $1.segments * $1.inner) }
    }

    /// Rows of the result in a tile that is not the last.
    var rowsPerTile: Int { unitsPerTile * rowsPerUnit }

    /// Groups that lie side by side in a row of the result.
    var columnGroups: Int { groupRows == 0 ? groups : 1 }

    /// Whether the tiles of a later matrix of a batch lie in the epilogue's runs of rows as those of the first do.
    func areTilesInLine(with nest: LoopForm?) -> Bool {
        guard let nest, groups > 1, groupRows > 0 else { return true }
        return groupRows % rowsPerTile == 0 || groupRows % nest.rows == 0 && rowsPerTile % nest.rows == 0
    }

    var scratchBytes: Int { (scratchElements * element.byteCount + 63) / 64 * 64 }

    func emit(_ emitter: KernelEmitter) {
        let writer = TileWriter(self, emitter)
        writer.write()
    }
}

/// The loop that follows a tile.
struct TileEpilogue: Hashable {
    var nest: LoopForm
    /// How many addresses its operands and its roots take.
    var roots: Int
    /// Elements from one column of partial sums of a slot to the next slot's, and from a tile's to the next's.
    var slotStride, tileStride: Int
}
