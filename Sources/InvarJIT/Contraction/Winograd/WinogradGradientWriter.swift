import InvarGraph

/// Writes the code of a `WinogradWeightGradient`.
struct WinogradGradientWriter {
    private let kernel: WinogradWeightGradient
    private let emitter: KernelEmitter
    private let maps, gradient, copies: Address
    private let staged, transformed, transformedGradient: Address
    private let surroundings: TileSurroundings

    private var builder: IRBuilder { emitter.builder }

    init(_ kernel: WinogradWeightGradient, _ emitter: KernelEmitter) {
        (self.kernel, self.emitter) = (kernel, emitter)
        (maps, gradient, copies) = (emitter[.input], emitter[.gradient], emitter[.copies])
        staged = emitter[.scratch]
        transformed = staged + kernel.stagedElements
        transformedGradient = transformed + kernel.inputElements
        surroundings = TileSurroundings(emitter, kernel)
    }

    func write() {
        emitter.gradientTile(kernel.cut) { tile in
            let target = copies + tile.split * kernel.copyElements + tile.channel * kernel.outputPitch
            let staging = kernel.staging.of(channels: tile.inputs)
            let input = WinogradInput(staging: staging, squares: kernel.unitSquares, pitch: kernel.inputPitch)
            emitter.eachChunk(of: tile, kernel.cut) { chunk in
                let (unit, units) = (chunk.unit, chunk.units)
                surroundings.stage(staging, maps, channel: tile.channel, unit: unit, units: units, to: staged)
                input.transform(staged, to: transformed, units: units)
                let pixel = unit * (kernel.height * kernel.width)
                transformGradient(gradient + pixel * kernel.outputs, units: units)
                multiply(
                    inputs: tile.inputs, squares: units * kernel.unitSquares.count, adds: chunk.adds, target: target)
            }
        }
    }

    // MARK: The output's gradient: A dY Aᵀ, as [point][panel][square][column]

    private func transformGradient(_ source: Address, units: Int) {
        let panelStride = units * kernel.unitSquares.count * kernel.panelWidth
        kernel.unitSquares.each(builder, units: units) { square in
            // All channels: the first pixel, the first point's place; elements between panels.
            builder.call(
                "transform.gradient.\(square.rows)x\(square.columns)", source + square.pixel * kernel.outputs,
                transformedGradient + square.number * kernel.panelWidth, Index(panelStride)
            ) { from, to, panelStride in
                let points = WinogradPoints(stride: panelStride * kernel.panels, kernel.element)
                let lanes = builder.lanes(kernel.lane)
                builder.eachPanel(kernel.outputs, kernel.panelWidth) { panel, columns in
                    let from = from + panel * kernel.panelWidth
                    let to = to + panel * panelStride
                    for first in stride(from: 0, to: kernel.panelWidth, by: lanes.count) {
                        write(from + first, to + first, points, square, lanes.first(columns - first))
                    }
                }
            }
        }
    }

    private func write(
        _ from: Address, _ to: Address, _ points: WinogradPoints, _ square: WinogradSquares.Square, _ lanes: Lanes
    ) {
        let side = WinogradTransform.outputs
        let pixels = (0..<side * side).map { index in
            let (y, x) = (index / side, index % side)
            if y >= square.rows || x >= square.columns { return lanes.zero }
            return lanes.load(from + (y * kernel.width + x) * kernel.outputs)
        }
        let values = WinogradTransform.both(pixels, side: side, WinogradTransform.outputGradient)
        for (point, value) in values.enumerated() { lanes.all.store(value, points.place(to, point)) }
    }

    // MARK: The products

    private func multiply(inputs: Int, squares: Int, adds: Index, target: Address) {
        let pieces = RowPieces(inputs, most: kernel.schedule.rows)
        let width = kernel.panelWidth
        builder.loop(WinogradTransform.points) { point in
            let left = transformed + point * (squares * kernel.inputPitch)
            let right = transformedGradient + point * (squares * kernel.outputPitch)
            let place = target + point * (kernel.cut.inputs * kernel.outputPitch)
            builder.loop(kernel.panels) { panel in
                let b = right + panel * (squares * width)
                let c = place + panel * width
                builder.eachPiece(pieces) { rows, first, _ in
                    let micro = MicroKernel(
                        type: kernel.lane, rows: rows, columns: width, a: .linear(1), c: .linear(kernel.outputPitch),
                        step: kernel.inputPitch, width: width)
                    micro.call(
                        left + first, b, c + first * kernel.outputPitch, inner: Index(squares), adds: adds)
                }
            }
        }
    }
}
