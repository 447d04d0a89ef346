import InvarGraph

/// A 3×3 convolution of stride 1, or its input's gradient, by Winograd's F(4×4, 3×3): stages maps, transforms them, multiplies
/// them point by point, transforms the products to the result's pixels, and lets the epilogue follow.
///
/// Arguments: maps, transformed weights, result, workers' memory; then as `TileSurroundings` takes them.
struct WinogradContraction: TileKernel {
    var title: String
    var element: ElementType
    var schedule: ContractionSchedule
    /// Of the maps, and of the result.
    var inputs, outputs: Int
    /// The result's units (images, or bands of them), and their size in pixels.
    var units, unitsPerTile: Int
    var height, width: Int
    /// Of the weights: output channels of a tile.
    var panelsPerTile: Int
    var staging: Staging
    var lane: LaneType
    var prologue: LoopForm?
    var epilogue: TileEpilogue?

    var name: String { title + ".winograd" }
    var rowTiles: Int { (units + unitsPerTile - 1) / unitsPerTile }
    var columnTiles: Int { (panels + panelsPerTile - 1) / panelsPerTile }
    var tiles: Int { rowTiles * columnTiles }
    var rowsPerTile: Int { unitsPerTile * height * width }

    /// Columns of a panel of the weights.
    var panelWidth: Int { schedule.vectors * lane.lanes }
    var panels: Int { (outputs + panelWidth - 1) / panelWidth }
    /// Elements of a transformed pixel, rounded up to whole vectors.
    var inputPitch: Int { (inputs + 15) / 16 * 16 }
    /// Output channels of a tile, rounded up to whole panels: elements of a product.
    var columnsPerTile: Int { panelsPerTile * panelWidth }

    /// Of a unit.
    var squares: WinogradSquares { WinogradSquares(height: height, width: width) }

    var stagedElements: Int { (unitsPerTile * staging.unitElements + 31) / 16 * 16 }
    var transformedElements: Int { WinogradTransform.points * unitsPerTile * squares.count * inputPitch }
    var productElements: Int { WinogradTransform.points * unitsPerTile * squares.count * columnsPerTile }
    var scratchBytes: Int {
        ((stagedElements + transformedElements + productElements) * element.byteCount + 63) / 64 * 64
    }

    func emit(_ emitter: KernelEmitter) {
        let (lastUnits, lastColumns) = (
            units - (rowTiles - 1) * unitsPerTile, outputs - (columnTiles - 1) * columnsPerTile
        )
        let column = emitter.builder.remainder(emitter.tile, columnTiles)
        let row = emitter.builder.divide(emitter.tile, columnTiles)
        let writer = WinogradWriter(self, emitter)
        emitter.choose(row, of: rowTiles, differs: lastUnits != unitsPerTile) { isLast in
            let units = isLast ? lastUnits : unitsPerTile
            emitter.choose(column, of: columnTiles, differs: lastColumns != columnsPerTile) { isLast in
                writer.write(row, units: units, column, columns: isLast ? lastColumns : columnsPerTile)
            }
        }
    }
}
