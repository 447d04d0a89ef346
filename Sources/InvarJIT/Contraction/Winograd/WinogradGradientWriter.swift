import InvarGraph

/// Writes the code of a `WinogradWeightGradient`.
final class WinogradGradientWriter {
    private let kernel: WinogradWeightGradient
    private let emitter: KernelEmitter
    private let one: LaneType
    private let maps, gradient, copies: IRValue
    private let staged, transformed, transformedGradient: IRValue
    private let surroundings: TileSurroundings
    private let micro: MicroKernels
    private var gradientFunctions: [[Int]: IRFunction] = [:]
    private var inputs: [Int: WinogradInput] = [:]

    private var builder: IRBuilder { emitter.builder }
    private let side = WinogradTransform.outputs

    init(_ kernel: WinogradWeightGradient, _ emitter: KernelEmitter) {
        (self.kernel, self.emitter) = (kernel, emitter)
        one = LaneType(element: kernel.element, lanes: 1)
        let builder = emitter.builder
        micro = MicroKernels(builder)
        (maps, gradient, copies) = (emitter.argument(0), emitter.argument(1), emitter.argument(2))
        staged = emitter.workerScratch(3, bytes: kernel.scratchBytes)
        transformed = builder.advance(staged, builder.int(kernel.stagedElements), of: one)
        transformedGradient = builder.advance(transformed, builder.int(kernel.inputElements), of: one)
        surroundings = TileSurroundings(emitter, kernel.element, prologue: kernel.prologue, epilogue: nil, from: 4)
    }

    func write() {
        let block = builder.remainder(emitter.tile, kernel.blocks)
        let split = builder.divide(emitter.tile, kernel.blocks)
        let last = kernel.inputs - (kernel.blocks - 1) * kernel.blockInputs
        emitter.choose(block, of: kernel.blocks, differs: last != kernel.blockInputs) { isLast in
            tile(split, block, inputs: isLast ? last : kernel.blockInputs)
        }
    }

    private func tile(_ split: IRValue, _ block: IRValue, inputs: Int) {
        let first = builder.divide(builder.multiply(split, kernel.chunks), kernel.splits)
        let end = builder.divide(
            builder.multiply(builder.add(split, builder.int(1)), kernel.chunks), kernel.splits)
        let channel = builder.multiply(block, kernel.blockInputs)
        var target = builder.advance(copies, builder.multiply(split, kernel.copyElements), of: one)
        target = builder.advance(target, builder.multiply(channel, kernel.outputPitch), of: one)
        let last = kernel.units - (kernel.chunks - 1) * kernel.unitsPerChunk
        _ = builder.loop(from: first, to: end) { chunk, _ in
            let adds = builder.subtract(chunk, first)
            emitter.choose(chunk, of: kernel.chunks, differs: last != kernel.unitsPerChunk) { isLast in
                self.chunk(
                    chunk, channel, inputs: inputs, units: isLast ? last : kernel.unitsPerChunk, adds: adds,
                    target: target)
            }
            return []
        }
    }

    private func chunk(
        _ chunk: IRValue, _ channel: IRValue, inputs: Int, units: Int, adds: IRValue, target: IRValue
    ) {
        let unit = builder.multiply(chunk, kernel.unitsPerChunk)
        var staging = kernel.staging
        staging.groupChannels = inputs
        surroundings.stage(staging, maps, channel: channel, unit: unit, units: units, to: staged)
        let input =
            self.inputs[inputs]
            ?? WinogradInput(
                emitter, kernel.element, staging, squares: kernel.unitSquares, pitch: kernel.inputPitch)
        self.inputs[inputs] = input
        input.transform(staged, to: transformed, units: units)
        let pixel = builder.multiply(unit, kernel.height * kernel.width)
        transformGradient(
            builder.advance(gradient, builder.multiply(pixel, kernel.outputs), of: one), units: units)
        multiply(inputs: inputs, squares: units * kernel.unitSquares.count, adds: adds, target: target)
    }

    // MARK: The output's gradient: A dY Aᵀ, as [point][panel][square][column]

    private func transformGradient(_ source: IRValue, units: Int) {
        let squares = units * kernel.unitSquares.count
        kernel.unitSquares.each(builder, units: units) { square in
            builder.call(
                function(rows: square.rows, columns: square.columns),
                [
                    builder.advance(source, builder.multiply(square.pixel, kernel.outputs), of: one),
                    builder.advance(transformedGradient, builder.multiply(square.number, kernel.panelWidth), of: one),
                    builder.int(squares * kernel.panelWidth),
                ])
        }
    }

    /// One square, all channels, of which so many pixels are there. Arguments: the first pixel, the first point's place; elements
    /// between panels.
    private func function(rows: Int, columns: Int) -> IRFunction {
        if let known = gradientFunctions[[rows, columns]] { return known }
        let made = builder.privateFunction(
            "transform.gradient.\(rows)x\(columns)", addresses: 2, integers: 1
        ) { arguments in
            let points = WinogradPoints(
                builder, stride: builder.multiply(arguments[2], kernel.panels), kernel.lane)
            func panel(_ index: IRValue, count: Int) {
                let from = builder.advance(arguments[0], builder.multiply(index, kernel.panelWidth), of: one)
                let offset = builder.product(index, arguments[2])
                let to = builder.advance(arguments[1], offset, of: one)
                for vector in 0..<kernel.schedule.vectors {
                    let first = vector * kernel.lane.lanes
                    write(
                        builder.advance(from, builder.int(first), of: one),
                        builder.advance(to, builder.int(first), of: one), points, rows, columns, count: count - first)
                }
            }
            builder.loop(kernel.outputs / kernel.panelWidth) { panel($0, count: kernel.panelWidth) }
            let left = kernel.outputs % kernel.panelWidth
            if left > 0 { panel(builder.int(kernel.panels - 1), count: left) }
        }
        gradientFunctions[[rows, columns]] = made
        return made
    }

    private func write(
        _ from: IRValue, _ to: IRValue, _ points: WinogradPoints, _ rows: Int, _ columns: Int, count: Int
    ) {
        let type = kernel.lane
        let transform = WinogradTransform(builder: builder, type: type)
        let mask = count < type.lanes ? builder.mask(type.lanes, first: max(count, 0)) : nil
        let pixels = (0..<side * side).map { index in
            let (y, x) = (index / side, index % side)
            if y >= rows || x >= columns || count <= 0 { return builder.number(0, type) }
            let offset = builder.int((y * kernel.width + x) * kernel.outputs)
            return builder.load(type, builder.advance(from, offset, of: one), mask: mask)
        }
        for (point, value) in transform.both(pixels, side: side, transform.outputGradient).enumerated() {
            builder.store(value, type, points.place(to, point))
        }
    }

    // MARK: The products

    private func multiply(inputs: Int, squares: Int, adds: IRValue, target: IRValue) {
        let pieces = RowPieces(inputs, most: kernel.schedule.rows)
        let width = kernel.panelWidth
        builder.loop(WinogradTransform.points) { point in
            let left = builder.advance(transformed, builder.multiply(point, squares * kernel.inputPitch), of: one)
            let right = builder.advance(
                transformedGradient, builder.multiply(point, squares * kernel.outputPitch), of: one)
            let place = builder.advance(
                target, builder.multiply(point, kernel.inputs * kernel.outputPitch), of: one)
            builder.loop(kernel.panels) { panel in
                let b = builder.advance(right, builder.multiply(panel, squares * width), of: one)
                let c = builder.advance(place, builder.multiply(panel, width), of: one)
                builder.eachPiece(pieces) { rows, first, _ in
                    builder.call(
                        microKernel(rows: rows),
                        [
                            builder.advance(left, first, of: one), b,
                            builder.advance(c, builder.multiply(first, kernel.outputPitch), of: one), left, left,
                            builder.int(1), builder.int(squares), adds,
                        ])
                }
            }
        }
    }

    private func microKernel(rows: Int) -> IRFunction {
        let wanted = MicroKernel(
            type: kernel.lane, rows: rows, vectors: kernel.schedule.vectors, columns: kernel.panelWidth, a: .linear(1),
            c: .linear(kernel.outputPitch), step: kernel.inputPitch, segment: 0, width: kernel.panelWidth)
        return micro[wanted]
    }
}
