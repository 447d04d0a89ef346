import InvarGraph

/// Writes the code of a `WinogradContraction`.
final class WinogradWriter {
    private let kernel: WinogradContraction
    private let emitter: KernelEmitter
    private let one: LaneType
    private let maps, weights, result: IRValue
    private let staged, transformed, products: IRValue
    private let surroundings: TileSurroundings
    private let micro: MicroKernels
    private var outputFunctions: [[Int]: IRFunction] = [:]
    private let input: WinogradInput

    private var builder: IRBuilder { emitter.builder }
    private let side = WinogradTransform.outputs

    init(_ kernel: WinogradContraction, _ emitter: KernelEmitter) {
        (self.kernel, self.emitter) = (kernel, emitter)
        one = LaneType(element: kernel.element, lanes: 1)
        let builder = emitter.builder
        micro = MicroKernels(builder)
        (maps, weights, result) = (emitter.argument(0), emitter.argument(1), emitter.argument(2))
        staged = emitter.workerScratch(3, bytes: kernel.scratchBytes)
        transformed = builder.advance(staged, builder.int(kernel.stagedElements), of: one)
        products = builder.advance(transformed, builder.int(kernel.transformedElements), of: one)
        input = WinogradInput(
            emitter, kernel.element, kernel.staging, squares: kernel.squares, pitch: kernel.inputPitch)
        surroundings = TileSurroundings(
            emitter, kernel.element, prologue: kernel.prologue, epilogue: kernel.epilogue, from: 4)
    }

    /// A tile: some units, and some of the output channels.
    func write(_ tile: IRValue, units: Int, _ columnTile: IRValue, columns: Int) {
        let unit = builder.multiply(tile, kernel.unitsPerTile)
        surroundings.stage(kernel.staging, maps, channel: builder.int(0), unit: unit, units: units, to: staged)
        let squares = units * kernel.squares.count
        input.transform(staged, to: transformed, units: units)
        multiply(squares: squares, columnTile, panels: (columns + kernel.panelWidth - 1) / kernel.panelWidth)
        let row = builder.multiply(unit, kernel.height * kernel.width)
        let column = builder.multiply(columnTile, kernel.columnsPerTile)
        let place = builder.add(builder.multiply(row, kernel.outputs), column)
        transformOutput(builder.advance(result, place, of: one), units: units, squares, channels: columns)
        surroundings.follow(
            row: row, rows: units * kernel.height * kernel.width, tile: tile, firstColumn: column, columns: columns)
    }

    // MARK: The products

    private func multiply(squares: Int, _ columnTile: IRValue, panels: Int) {
        let pieces = RowPieces(squares, most: kernel.schedule.rows)
        let width = kernel.panelWidth
        let blocks = stride(from: 0, to: kernel.inputs, by: kernel.schedule.depth).map {
            ($0, min(kernel.schedule.depth, kernel.inputs - $0))
        }
        builder.loop(WinogradTransform.points) { point in
            let left = builder.advance(transformed, builder.multiply(point, squares * kernel.inputPitch), of: one)
            let panel = builder.add(
                builder.multiply(point, kernel.panels), builder.multiply(columnTile, kernel.panelsPerTile))
            let right = builder.advance(weights, builder.multiply(panel, kernel.inputs * width), of: one)
            let target = builder.advance(
                products, builder.multiply(point, squares * kernel.columnsPerTile), of: one)
            for (first, depth) in blocks {
                builder.loop(panels) { panel in
                    let offset = builder.add(builder.multiply(panel, kernel.inputs * width), builder.int(first * width))
                    rows(
                        pieces, left: builder.advance(left, builder.int(first), of: one),
                        right: builder.advance(right, offset, of: one),
                        target: builder.advance(target, builder.multiply(panel, width), of: one), depth: depth,
                        adds: first > 0)
                }
            }
        }
    }

    private func rows(
        _ pieces: RowPieces, left: IRValue, right: IRValue, target: IRValue, depth: Int, adds: Bool
    ) {
        builder.eachPiece(pieces) { rows, first, piece in
            emitter.prefetch(
                builder.advance(right, builder.int(kernel.inputs * kernel.panelWidth), of: one),
                bytes: depth * kernel.panelWidth * kernel.element.byteCount, part: piece, of: pieces.count)
            builder.call(
                function(rows: rows),
                [
                    builder.advance(left, builder.multiply(first, kernel.inputPitch), of: one), right,
                    builder.advance(target, builder.multiply(first, kernel.columnsPerTile), of: one), left, left,
                    builder.int(1), builder.int(depth), builder.int(adds ? 1 : 0),
                ])
        }
    }

    private func function(rows: Int) -> IRFunction {
        let wanted = MicroKernel(
            type: kernel.lane, rows: rows, vectors: kernel.schedule.vectors, columns: kernel.panelWidth,
            a: .linear(kernel.inputPitch), c: .linear(kernel.columnsPerTile), step: 1, segment: 0,
            width: kernel.panelWidth)
        return micro[wanted]
    }

    // MARK: Out of the points

    private func transformOutput(_ target: IRValue, units: Int, _ squares: Int, channels: Int) {
        let pointStride = builder.int(squares * kernel.columnsPerTile)
        kernel.squares.each(builder, units: units) { square in
            builder.call(
                outputTransform(rows: square.rows, columns: square.columns, channels: channels),
                [
                    builder.advance(products, builder.multiply(square.number, kernel.columnsPerTile), of: one),
                    builder.advance(target, builder.multiply(square.pixel, kernel.outputs), of: one), pointStride,
                ])
        }
    }

    /// Aᵀ m A of one square, a tile's channels, of which so many pixels are there. Arguments: the first point's products, the first
    /// pixel; elements between points.
    private func outputTransform(rows: Int, columns: Int, channels: Int) -> IRFunction {
        if let known = outputFunctions[[rows, columns, channels]] { return known }
        let type = LaneType.fitting(kernel.element, columns: channels, in: builder.target)
        let transform = WinogradTransform(builder: builder, type: type)
        let made = builder.privateFunction(
            "transform.output.\(rows)x\(columns)x\(channels)", addresses: 2, integers: 1
        ) { arguments in
            let points = WinogradPoints(builder, stride: arguments[2], type)
            emitter.sweep(type, count: channels) { channel, mask in
                let from = builder.advance(arguments[0], channel, of: one)
                let to = builder.advance(arguments[1], channel, of: one)
                let values = (0..<36).map { builder.load(type, points.place(from, $0), mask: mask) }
                let pixels = transform.both(values, side: 6, transform.output)
                for y in 0..<rows {
                    for x in 0..<columns {
                        let offset = builder.int((y * kernel.width + x) * kernel.outputs)
                        builder.store(pixels[y * side + x], type, builder.advance(to, offset, of: one), mask: mask)
                    }
                }
            }
        }
        outputFunctions[[rows, columns, channels]] = made
        return made
    }
}
