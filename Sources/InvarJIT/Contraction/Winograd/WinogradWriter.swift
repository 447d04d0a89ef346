import InvarGraph

/// Writes the code of a `WinogradContraction`.
struct WinogradWriter {
    private let kernel: WinogradContraction
    private let builder: IRBuilder
    private let maps, weights, result: Address
    private let staged, transformed, products: Address
    private let surroundings: TileSurroundings

    init(_ kernel: WinogradContraction, _ emitter: KernelEmitter) {
        (self.kernel, builder) = (kernel, emitter.builder)
        (maps, weights, result) = (emitter[.input], emitter[.weights], emitter[.result])
        staged = emitter[.scratch]
        transformed = staged + kernel.stagedElements
        products = transformed + kernel.transformedElements
        surroundings = TileSurroundings(emitter, kernel)
    }

    /// A tile: some units, and some of the output channels.
    func write(_ tile: Index, units: Int, _ columnTile: Index, columns: Int) {
        let unit = tile * kernel.unitsPerTile
        surroundings.stage(kernel.staging, maps, channel: .zero, unit: unit, units: units, to: staged)
        let squares = units * kernel.squares.count
        let input = WinogradInput(staging: kernel.staging, squares: kernel.squares, pitch: kernel.inputPitch)
        input.transform(staged, to: transformed, units: units)
        multiply(squares: squares, columnTile, panels: columns.parts(of: kernel.panelWidth))
        let row = unit * (kernel.height * kernel.width)
        let column = columnTile * kernel.columnsPerTile
        let target = result + (row * kernel.outputs + column)
        transformOutput(target, units: units, squares, channels: columns)
        surroundings.follow(
            row: row, rows: units * kernel.height * kernel.width, tile: tile, firstColumn: column, columns: columns)
    }

    // MARK: The products

    private func multiply(squares: Int, _ columnTile: Index, panels: Int) {
        let pieces = RowPieces(squares, most: kernel.schedule.rows)
        let width = kernel.panelWidth
        builder.loop(WinogradTransform.points) { point in
            let left = transformed + point * (squares * kernel.inputPitch)
            let panel = point * kernel.panels + columnTile * kernel.panelsPerTile
            let right = weights + panel * (kernel.inputs * width)
            let target = products + point * (squares * kernel.columnsPerTile)
            for first in stride(from: 0, to: kernel.inputs, by: kernel.schedule.depth) {
                let depth = min(kernel.schedule.depth, kernel.inputs - first)
                builder.loop(panels) { panel in
                    let offset = panel * (kernel.inputs * width) + first * width
                    rows(
                        pieces, left: left + first, right: right + offset, target: target + panel * width,
                        depth: depth, adds: first > 0)
                }
            }
        }
    }

    private func rows(
        _ pieces: RowPieces, left: Address, right: Address, target: Address, depth: Int, adds: Bool
    ) {
        builder.eachPiece(pieces) { rows, first, piece in
            let next = right + kernel.inputs * kernel.panelWidth
            next.prefetch(
                bytes: depth * kernel.panelWidth * kernel.element.byteCount, part: piece, of: pieces.count)
            let micro = MicroKernel(
                type: kernel.lane, rows: rows, columns: kernel.panelWidth, a: .linear(kernel.inputPitch),
                c: .linear(kernel.columnsPerTile), step: 1, width: kernel.panelWidth)
            micro.call(
                left + first * kernel.inputPitch, right, target + first * kernel.columnsPerTile,
                inner: Index(depth), adds: Index(adds ? 1 : 0))
        }
    }

    // MARK: Out of the points

    /// Aᵀ m A of all squares, a tile's channels.
    private func transformOutput(_ target: Address, units: Int, _ squares: Int, channels: Int) {
        let pointStride = Index(squares * kernel.columnsPerTile)
        kernel.squares.each(builder, units: units) { square in
            // Of which so many pixels are there. The first point's products; the first pixel; elements between points.
            builder.call(
                "transform.output.\(square.rows)x\(square.columns)x\(channels)",
                products + square.number * kernel.columnsPerTile, target + square.pixel * kernel.outputs, pointStride
            ) { from, to, stride in
                let points = WinogradPoints(stride: stride, kernel.element)
                builder.lanes(kernel.element, columns: channels).sweep(channels) { channel, lanes in
                    let (from, to) = (from + channel, to + channel)
                    let values = (0..<WinogradTransform.points).map { lanes.load(points.place(from, $0)) }
                    let pixels = WinogradTransform.both(values, side: 6, WinogradTransform.output)
                    for y in 0..<square.rows {
                        for x in 0..<square.columns {
                            let place = to + (y * kernel.width + x) * kernel.outputs
                            lanes.store(pixels[y * WinogradTransform.outputs + x], place)
                        }
                    }
                }
            }
        }
    }
}
