import InvarGraph

/// The gradient of a 3×3 convolution's weights by Winograd's F(4×4, 3×3), in the points: Σ over squares of (A dY Aᵀ) ⊙ (Bᵀ d B).
///
/// A tile sums one run of images (a *split*) for one block of input channels into its own copy. Arguments: maps, gradient of the
/// output, copies ([split][point][input][output]), workers' memory; the prologue's operands.
struct WinogradWeightGradient: TileKernel {
    var title: String
    var element: ElementType
    var schedule: ContractionSchedule
    var inputs, blockInputs, outputs: Int
    /// Units of the output's gradient (images, or bands of them), and their size in pixels.
    var units, unitsPerChunk, splits: Int
    var height, width: Int
    var staging: Staging
    var lane: LaneType
    var prologue: LoopForm?

    var name: String { title + ".winograd" }
    var blocks: Int { (inputs + blockInputs - 1) / blockInputs }
    var tiles: Int { splits * blocks }
    var chunks: Int { (units + unitsPerChunk - 1) / unitsPerChunk }

    var panelWidth: Int { schedule.vectors * lane.lanes }
    var panels: Int { (outputs + panelWidth - 1) / panelWidth }
    var inputPitch: Int { (blockInputs + 15) / 16 * 16 }
    var outputPitch: Int { panels * panelWidth }
    /// Of one copy.
    var copyElements: Int { WinogradTransform.points * inputs * outputPitch }

    var unitSquares: WinogradSquares { WinogradSquares(height: height, width: width) }
    /// Of a chunk.
    var squares: Int { unitsPerChunk * unitSquares.count }

    var stagedElements: Int { (unitsPerChunk * staging.unitElements + 31) / 16 * 16 }
    var inputElements: Int { WinogradTransform.points * squares * inputPitch }
    var scratchBytes: Int {
        let elements = stagedElements + inputElements + WinogradTransform.points * squares * outputPitch
        return (elements * element.byteCount + 63) / 64 * 64
    }

    func emit(_ emitter: KernelEmitter) { WinogradGradientWriter(self, emitter).write() }
}

/// Adds up the copies of a `WinogradWeightGradient` and transforms them to the nine taps: Gᵀ u G. Arguments: copies, gradient.
struct WinogradGradientResult: TileKernel {
    var element: ElementType
    var inputs, outputs, outputPitch: Int
    var copies: Int

    var name: String { "winograd.gradient.\(element.rawValue).\(copies)x\(inputs)x\(outputs)" }
    var tiles: Int { inputs }

    func emit(_ emitter: KernelEmitter) {
        let builder = emitter.builder
        let type = LaneType.fitting(element, columns: outputs, in: builder.target)
        let transform = WinogradTransform(builder: builder, type: type)
        let from = builder.advance(emitter.argument(0), builder.multiply(emitter.tile, outputPitch), of: type)
        let to = builder.advance(emitter.argument(1), builder.multiply(emitter.tile, outputs), of: type)
        let pointElements = inputs * outputPitch
        emitter.sweep(type, count: outputs) { column, mask in
            let first = builder.advance(from, column, of: type)
            let place = builder.advance(to, column, of: type)
            let points = (0..<WinogradTransform.points).map { point in
                let start = builder.advance(first, builder.int(point * pointElements), of: type)
                return builder.loop(copies, carrying: [builder.number(0, type)]) { copy, sum in
                    let offset = builder.multiply(copy, WinogradTransform.points * pointElements)
                    return [builder.fadd(sum[0], builder.load(type, builder.advance(start, offset, of: type)))]
                }[0]
            }
            for (tap, value) in transform.both(points, side: 6, transform.weightGradient).enumerated() {
                let offset = builder.int(tap * inputs * outputs)
                builder.store(value, type, builder.advance(place, offset, of: type), mask: mask)
            }
        }
    }
}
