import InvarGraph

/// Writes the code of a `WinogradContraction`.
final class WinogradWriter {
    private let kernel: WinogradContraction
    private let emitter: KernelEmitter
    private let one: LaneType
    private let maps, weights, result: IRValue
    private let staged, transformed, products: IRValue
    private let surroundings: TileSurroundings
    private var micro: [MicroKernel: IRFunction] = [:]
    private var outputFunctions: [[Int]: IRFunction] = [:]
    private var inputFunction: IRFunction?

    private var builder: IRBuilder { emitter.builder }
    private let side = WinogradTransform.outputs

    init(_ kernel: WinogradContraction, _ emitter: KernelEmitter) {
        (self.kernel, self.emitter) = (kernel, emitter)
        one = LaneType(element: kernel.element, lanes: 1)
        let builder = emitter.builder
        (maps, weights, result) = (emitter.argument(0), emitter.argument(1), emitter.argument(2))
        staged = emitter.workerScratch(3, bytes: kernel.scratchBytes)
        transformed = builder.advance(staged, builder.int(kernel.stagedElements), of: one)
        products = builder.advance(transformed, builder.int(kernel.transformedElements), of: one)
        surroundings = TileSurroundings(
            emitter, kernel.element, prologue: kernel.prologue, epilogue: kernel.epilogue, from: 4)
    }

    func write(units: Int) {
        let unit = builder.multiply(emitter.tile, kernel.unitsPerTile)
        surroundings.stage(kernel.staging, maps, channel: builder.int(0), unit: unit, units: units, to: staged)
        let squares = units * kernel.squaresPerUnit
        transformInput(units: units, squares: squares)
        multiply(squares: squares)
        let row = builder.multiply(unit, kernel.height * kernel.width)
        transformOutput(builder.advance(result, builder.multiply(row, kernel.outputs), of: one), units: units, squares)
        surroundings.follow(
            row: row, rows: units * kernel.height * kernel.width, tile: emitter.tile, firstColumn: builder.int(0),
            columns: kernel.outputs)
    }

    // MARK: Into the points

    private func transformInput(units: Int, squares: Int) {
        let staging = kernel.staging
        let function = inputFunction ?? inputTransform()
        inputFunction = function
        let pointStride = builder.int(squares * kernel.inputPitch)
        builder.loop(units) { unit in
            builder.loop(kernel.squaresDown) { y in
                builder.loop(kernel.squaresAcross) { x in
                    let from = builder.add(
                        builder.multiply(unit, staging.unitElements),
                        builder.add(
                            builder.multiply(y, side * staging.rowElements),
                            builder.multiply(x, side * kernel.inputs)))
                    let square = builder.add(
                        builder.multiply(unit, kernel.squaresPerUnit),
                        builder.add(builder.multiply(y, kernel.squaresAcross), x))
                    builder.call(
                        function,
                        [
                            builder.advance(staged, from, of: one),
                            builder.advance(transformed, builder.multiply(square, kernel.inputPitch), of: one),
                            pointStride,
                        ])
                }
            }
        }
    }

    /// Bᵀ d B of one square, all channels. Arguments: the staged pixels, the first point's place; elements between points.
    private func inputTransform() -> IRFunction {
        let type = LaneType.fitting(kernel.element, columns: kernel.inputs, in: builder.target)
        let transform = WinogradTransform(builder: builder, type: type)
        let row = kernel.staging.rowElements
        return builder.privateFunction("transform.input", addresses: 2, integers: 1) { arguments in
            let pointBytes = BytesTable(builder, arguments[2], type)
            eachVector(of: kernel.inputs, type) { channel, mask in
                let from = builder.advance(arguments[0], channel, of: one)
                let to = builder.advance(arguments[1], channel, of: one)
                let pixels = (0..<36).map { index in
                    let offset = builder.int(index / 6 * row + index % 6 * kernel.inputs)
                    return builder.load(type, builder.advance(from, offset, of: one), mask: mask)
                }
                for (point, value) in transform.both(pixels, side: 6, transform.input).enumerated() {
                    builder.store(value, type, pointBytes.place(to, point))
                }
            }
        }
    }

    private func eachVector(of count: Int, _ type: LaneType, _ body: (_ index: IRValue, _ mask: IRValue?) -> Void) {
        let whole = count / type.lanes
        builder.loop(whole) { body(builder.multiply($0, type.lanes), nil) }
        let left = count - whole * type.lanes
        if left > 0 { body(builder.int(whole * type.lanes), builder.mask(type.lanes, first: left)) }
    }

    // MARK: The products

    private func multiply(squares: Int) {
        let pieces = RowPieces(squares, most: kernel.schedule.rows)
        let width = kernel.panelWidth
        let blocks = stride(from: 0, to: kernel.inputs, by: kernel.schedule.depth).map {
            ($0, min(kernel.schedule.depth, kernel.inputs - $0))
        }
        builder.loop(WinogradTransform.points) { point in
            let left = builder.advance(transformed, builder.multiply(point, squares * kernel.inputPitch), of: one)
            let right = builder.advance(
                weights, builder.multiply(point, kernel.panels * kernel.inputs * width), of: one)
            let target = builder.advance(products, builder.multiply(point, squares * kernel.outputPitch), of: one)
            for (first, depth) in blocks {
                builder.loop(kernel.panels) { panel in
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
        var row = 0
        for run in pieces.runs {
            let function = function(rows: run.rows)
            builder.loop(run.count) { index in
                let number = builder.add(builder.int(row), builder.multiply(index, run.rows))
                builder.call(
                    function,
                    [
                        builder.advance(left, builder.multiply(number, kernel.inputPitch), of: one), right,
                        builder.advance(target, builder.multiply(number, kernel.outputPitch), of: one), left, left,
                        builder.int(1), builder.int(depth), builder.int(adds ? 1 : 0),
                    ])
            }
            row += run.rows * run.count
        }
    }

    private func function(rows: Int) -> IRFunction {
        let wanted = MicroKernel(
            type: kernel.lane, rows: rows, vectors: kernel.schedule.vectors, columns: kernel.panelWidth,
            a: .linear(kernel.inputPitch), c: .linear(kernel.outputPitch), step: 1, segment: 0,
            width: kernel.panelWidth)
        if let known = micro[wanted] { return known }
        let made = wanted.define(builder, name: "micro\(micro.count).\(rows)x\(kernel.panelWidth)")
        micro[wanted] = made
        return made
    }

    // MARK: Out of the points

    private func transformOutput(_ target: IRValue, units: Int, _ squares: Int) {
        let pointStride = builder.int(squares * kernel.outputPitch)
        let (height, width) = (kernel.height, kernel.width)
        builder.loop(units) { unit in
            func square(_ y: IRValue, _ x: IRValue, rows: Int, columns: Int) {
                let number = builder.add(
                    builder.multiply(unit, kernel.squaresPerUnit),
                    builder.add(builder.multiply(y, kernel.squaresAcross), x))
                let pixel = builder.add(
                    builder.multiply(unit, height * width),
                    builder.add(builder.multiply(y, side * width), builder.multiply(x, side)))
                builder.call(
                    outputTransform(rows: rows, columns: columns),
                    [
                        builder.advance(products, builder.multiply(number, kernel.outputPitch), of: one),
                        builder.advance(target, builder.multiply(pixel, kernel.outputs), of: one), pointStride,
                    ])
            }
            func across(_ y: IRValue, rows: Int) {
                builder.loop(width / side) { square(y, $0, rows: rows, columns: side) }
                if width % side > 0 { square(y, builder.int(width / side), rows: rows, columns: width % side) }
            }
            builder.loop(height / side) { across($0, rows: side) }
            if height % side > 0 { across(builder.int(height / side), rows: height % side) }
        }
    }

    /// Aᵀ m A of one square, all channels, of which so many pixels are there. Arguments: the first point's products, the first
    /// pixel; elements between points.
    private func outputTransform(rows: Int, columns: Int) -> IRFunction {
        if let known = outputFunctions[[rows, columns]] { return known }
        let type = LaneType.fitting(kernel.element, columns: kernel.outputs, in: builder.target)
        let transform = WinogradTransform(builder: builder, type: type)
        let made = builder.privateFunction(
            "transform.output.\(rows)x\(columns)", addresses: 2, integers: 1
        ) { arguments in
            let pointBytes = BytesTable(builder, arguments[2], type)
            eachVector(of: kernel.outputs, type) { channel, mask in
                let from = builder.advance(arguments[0], channel, of: one)
                let to = builder.advance(arguments[1], channel, of: one)
                let points = (0..<36).map { builder.load(type, pointBytes.place(from, $0), mask: mask) }
                let pixels = transform.both(points, side: 6, transform.output)
                for y in 0..<rows {
                    for x in 0..<columns {
                        let offset = builder.int((y * kernel.width + x) * kernel.outputs)
                        builder.store(pixels[y * side + x], type, builder.advance(to, offset, of: one), mask: mask)
                    }
                }
            }
        }
        outputFunctions[[rows, columns]] = made
        return made
    }
}

/// Places a known number of times some distance apart.
private struct BytesTable {
    let builder: IRBuilder
    let stride: IRValue

    /// - Parameter stride: in elements.
    init(_ builder: IRBuilder, _ stride: IRValue, _ type: LaneType) {
        self.builder = builder
        self.stride = builder.multiply(stride, type.element.byteCount)
    }

    func place(_ base: IRValue, _ index: Int) -> IRValue {
        builder.advance(base, bytes: builder.multiply(stride, index))
    }
}
