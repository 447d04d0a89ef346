import InvarGraph

/// A 3×3 convolution of stride 1, or its input's gradient, by Winograd's F(4×4, 3×3): stages maps, transforms them, multiplies
/// them point by point, transforms the products to the result's pixels, and lets the epilogue follow.
///
/// Arguments: maps, transformed weights, result, workers' memory; then as `TileSurroundings` takes them.
struct WinogradContraction: Kernel {
    var title: String
    var element: ElementType
    var schedule: ContractionSchedule
    /// Of the maps, and of the result.
    var inputs, outputs: Int
    /// The result's units (images, or bands of them), and their size in pixels.
    var units, unitsPerTile: Int
    var height, width: Int
    var staging: Staging
    var lane: LaneType
    var prologue: LoopNest?
    var epilogue: TileEpilogue?

    var name: String { title + ".winograd" }
    var tiles: Int { (units + unitsPerTile - 1) / unitsPerTile }
    var rowsPerTile: Int { unitsPerTile * height * width }

    /// Columns of a panel of the weights.
    var panelWidth: Int { schedule.vectors * lane.lanes }
    var panels: Int { (outputs + panelWidth - 1) / panelWidth }
    /// Elements of a transformed pixel, rounded up to whole vectors.
    var inputPitch: Int { (inputs + 15) / 16 * 16 }
    var outputPitch: Int { panels * panelWidth }

    /// Of a unit.
    var squares: WinogradSquares { WinogradSquares(height: height, width: width) }

    var stagedElements: Int { (unitsPerTile * staging.unitElements + 31) / 16 * 16 }
    var transformedElements: Int { WinogradTransform.points * unitsPerTile * squares.count * inputPitch }
    var productElements: Int { WinogradTransform.points * unitsPerTile * squares.count * outputPitch }
    var scratchBytes: Int {
        ((stagedElements + transformedElements + productElements) * element.byteCount + 63) / 64 * 64
    }

    func emit(_ emitter: KernelEmitter) {
        let last = units - (tiles - 1) * unitsPerTile
        let writer = WinogradWriter(self, emitter)
        emitter.choose(emitter.tile, of: tiles, differs: last != unitsPerTile) { isLast in
            writer.write(units: isLast ? last : unitsPerTile)
        }
    }
}
