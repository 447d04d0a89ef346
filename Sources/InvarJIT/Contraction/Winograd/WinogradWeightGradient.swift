import InvarGraph

/// The gradient of a 3×3 convolution's weights by Winograd's F(4×4, 3×3), in the points: Σ over squares of (A dY Aᵀ) ⊙ (Bᵀ d B).
/// Its copies are [point][input][output].
struct WinogradWeightGradient: GradientKernel {
    var title: String
    var element: ElementType
    var schedule: ContractionSchedule
    var lane: LaneType
    var cut: GradientCut
    var outputs: Int
    /// Of a unit, in pixels of the output's gradient.
    var height, width: Int
    var staging: Staging
    var prologue: LoopForm?

    var name: String { title + ".winograd" }

    var panelWidth: Int { schedule.vectors * lane.lanes }
    var panels: Int { outputs.parts(of: panelWidth) }
    var inputPitch: Int { cut.blockInputs.rounded(upTo: 16) }
    var outputPitch: Int { panels * panelWidth }
    var copyElements: Int { WinogradTransform.points * cut.inputs * outputPitch }
    var sum: (any TileKernel)? {
        WinogradGradientResult(
            element: element, inputs: cut.inputs, outputs: outputs, outputPitch: outputPitch, copies: cut.splits)
    }

    var unitSquares: WinogradSquares { WinogradSquares(height: height, width: width) }
    /// Of a chunk.
    private var squares: Int { cut.unitsPerChunk * unitSquares.count }

    var stagedElements: Int { (cut.unitsPerChunk * staging.unitElements + 16).rounded(upTo: 16) }
    var inputElements: Int { WinogradTransform.points * squares * inputPitch }
    var scratchElements: Int { stagedElements + inputElements + WinogradTransform.points * squares * outputPitch }

    func emit(_ emitter: KernelEmitter) { WinogradGradientWriter(self, emitter).write() }
}

/// Adds up the copies of a `WinogradWeightGradient` and transforms them to the nine taps: Gᵀ u G.
struct WinogradGradientResult: TileKernel {
    var element: ElementType
    var inputs, outputs, outputPitch: Int
    var copies: Int

    var name: String { "winograd.gradient.\(element.rawValue).\(copies)x\(inputs)x\(outputs)" }
    var tiles: Int { inputs }
    var arguments: [ArgumentName] { [.copies, .result] }

    func emit(_ emitter: KernelEmitter) {
        let builder = emitter.builder
        let from = emitter[.copies] + emitter.tile * outputPitch
        let to = emitter[.result] + emitter.tile * outputs
        let pointElements = inputs * outputPitch
        builder.lanes(element, columns: outputs).sweep(outputs) { column, lanes in
            let first = from + column
            let place = to + column
            let points = (0..<WinogradTransform.points).map { point in
                let start = first + point * pointElements
                return builder.loop(copies, carrying: lanes.zero) { copy, sum in
                    sum + lanes.all.load(start + copy * (WinogradTransform.points * pointElements))
                }
            }
            let taps = WinogradTransform.both(points, side: 6, WinogradTransform.weightGradient)
            for (tap, value) in taps.enumerated() { lanes.store(value, place + tap * inputs * outputs) }
        }
    }
}
