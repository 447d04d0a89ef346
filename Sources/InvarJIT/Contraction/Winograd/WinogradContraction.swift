import InvarGraph

/// A 3×3 convolution of stride 1, or its input's gradient, by Winograd's F(4×4, 3×3): stages maps, transforms them, multiplies
/// them with transformed weights point by point, transforms the products to the result's pixels, and lets the epilogue follow.
struct WinogradContraction: ContractionKernel {
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
    var rowTiles: Int { units.parts(of: unitsPerTile) }
    var columnTiles: Int { panels.parts(of: panelsPerTile) }
    var tiles: Int { rowTiles * columnTiles }
    var rowsPerTile: Int { unitsPerTile * height * width }

    /// Columns of a panel of the weights.
    var panelWidth: Int { schedule.vectors * lane.lanes }
    var panels: Int { outputs.parts(of: panelWidth) }
    /// Elements of a transformed pixel, rounded up to whole vectors.
    var inputPitch: Int { inputs.rounded(upTo: 16) }
    /// Output channels of a tile, rounded up to whole panels: elements of a product.
    var columnsPerTile: Int { panelsPerTile * panelWidth }

    /// Of a unit.
    var squares: WinogradSquares { WinogradSquares(height: height, width: width) }

    var stagedElements: Int { (unitsPerTile * staging.unitElements + 16).rounded(upTo: 16) }
    var transformedElements: Int { WinogradTransform.points * unitsPerTile * squares.count * inputPitch }
    var productElements: Int { WinogradTransform.points * unitsPerTile * squares.count * columnsPerTile }
    var scratchElements: Int { stagedElements + transformedElements + productElements }

    func emit(_ emitter: KernelEmitter) {
        let column = emitter.tile % columnTiles
        let row = emitter.tile / columnTiles
        let writer = WinogradWriter(self, emitter)
        emitter.builder.part(row, of: units, by: unitsPerTile) { units in
            emitter.builder.part(column, of: outputs, by: columnsPerTile) { columns in
                writer.write(row, units: units, column, columns: columns)
            }
        }
    }
}
