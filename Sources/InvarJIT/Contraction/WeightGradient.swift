import InvarGraph

/// dw[ky, kx, i, o] = Σ x[n, oy·s + ky − p, ox·s + kx − p, i] · dy[n, oy, ox, o]
///
/// A tile sums one run of images (a *split*) for one block of input channels: it stages a few hundred pixels at a time, packs
/// both sides so that the micro-kernel reads straight on, and adds to its own copy of the gradient. The copies of the splits are
/// added up in their order afterwards.
///
/// Arguments: x, dy, the copies, workers' memory; the prologue's operands.
struct WeightGradientKernel: TileKernel {
    var title: String
    var element: ElementType
    var schedule: ContractionSchedule
    var lane: LaneType
    var groups: Int
    /// Of dy and of the gradient: all output channels, and those of a group.
    var outputs, groupOutputs: Int
    /// Of the gradient: input channels of a group, and of a block.
    var inputs, blockInputs: Int
    var kernelHeight, kernelWidth: Int
    var strides: [Int]
    /// Units (images or bands of them), how many are staged at a time, and how many runs of such chunks there are.
    var units, unitsPerChunk, splits: Int
    /// Pixels of dy in a unit.
    var bandRows, rowPixels: Int
    /// How x is brought near. Where it is read in place, only the sizes are used.
    var staging: Staging
    var isStaged: Bool
    var prologue: LoopForm?

    var name: String { title }

    var blocks: Int { (inputs + blockInputs - 1) / blockInputs }
    var tiles: Int { groups * splits * blocks }
    var pixels: Int { unitsPerChunk * bandRows * rowPixels }
    var width: Int { schedule.vectors * lane.lanes }
    var panels: Int { (groupOutputs + width - 1) / width }
    var chunks: Int { (units + unitsPerChunk - 1) / unitsPerChunk }
    /// Of one copy.
    var gradientElements: Int { kernelHeight * kernelWidth * inputs * outputs }

    /// Rows of the gradient that lie one after the other, both in it and in what is staged.
    func segmentRows(_ inputs: Int) -> Int { isOneBlock ? kernelWidth * inputs : inputs }
    /// Whether a pixel's channels are all that lies between its first and the next pixel's: not in a group's maps as they lie.
    var isOneBlock: Bool { blocks == 1 && (isStaged || groups == 1) }

    private var stagedElements: Int {
        isStaged ? padded(unitsPerChunk * staging.rows * staging.pixels * blockInputs + 16) : 0
    }
    private var packedElements: Int { padded(panels * width * pixels) }
    private func packedRows(_ inputs: Int) -> Int {
        RowPieces(segmentRows(inputs), most: schedule.rows).runs.reduce(0) { $0 + $1.count } * schedule.rows
    }
    private func padded(_ elements: Int) -> Int { (elements + 15) / 16 * 16 }

    var scratchBytes: Int {
        (stagedElements + packedElements + padded(packedRows(blockInputs) * pixels + 16)) * element.byteCount
    }

    func emit(_ emitter: KernelEmitter) {
        let writer = WeightGradientWriter(
            self, emitter, packedAt: stagedElements, rowsAt: stagedElements + packedElements)
        writer.write()
    }
}

/// Writes the code of a `WeightGradientKernel`.
private final class WeightGradientWriter {
    let kernel: WeightGradientKernel
    let emitter: KernelEmitter
    private let one: LaneType
    private let x, dy, copies: IRValue
    private let staged, packed, rows: IRValue
    private let surroundings: TileSurroundings
    private let micro: MicroKernels

    private var builder: IRBuilder { emitter.builder }

    init(_ kernel: WeightGradientKernel, _ emitter: KernelEmitter, packedAt: Int, rowsAt: Int) {
        (self.kernel, self.emitter) = (kernel, emitter)
        let builder = emitter.builder
        one = LaneType(element: kernel.element, lanes: 1)
        micro = MicroKernels(builder)
        (x, dy, copies) = (emitter.argument(0), emitter.argument(1), emitter.argument(2))
        staged = emitter.workerScratch(3, bytes: kernel.scratchBytes)
        packed = builder.advance(staged, builder.int(packedAt), of: one)
        rows = builder.advance(staged, builder.int(rowsAt), of: one)
        surroundings = TileSurroundings(emitter, kernel.element, prologue: kernel.prologue, epilogue: nil, from: 4)
    }

    func write() {
        let block = builder.remainder(emitter.tile, kernel.blocks)
        let rest = builder.divide(emitter.tile, kernel.blocks)
        let split = builder.remainder(rest, kernel.splits)
        let group = builder.divide(rest, kernel.splits)
        let last = kernel.inputs - (kernel.blocks - 1) * kernel.blockInputs
        emitter.choose(block, of: kernel.blocks, differs: last != kernel.blockInputs) { isLast in
            tile(group, split, block, inputs: isLast ? last : kernel.blockInputs)
        }
    }

    /// Chunks are dealt to the splits in runs, as evenly as they go.
    private func tile(_ group: IRValue, _ split: IRValue, _ block: IRValue, inputs: Int) {
        let first = builder.divide(builder.multiply(split, kernel.chunks), kernel.splits)
        let end = builder.divide(
            builder.multiply(builder.add(split, builder.int(1)), kernel.chunks), kernel.splits)
        let channel = builder.multiply(block, kernel.blockInputs)
        var target = builder.advance(copies, builder.multiply(split, kernel.gradientElements), of: one)
        target = builder.advance(target, builder.multiply(channel, kernel.outputs), of: one)
        target = builder.advance(target, builder.multiply(group, kernel.groupOutputs), of: one)
        let last = kernel.units - (kernel.chunks - 1) * kernel.unitsPerChunk
        _ = builder.loop(from: first, to: end) { chunk, _ in
            let adds = builder.subtract(chunk, first)
            emitter.choose(chunk, of: kernel.chunks, differs: last != kernel.unitsPerChunk) { isLast in
                self.chunk(
                    chunk, group, channel, inputs: inputs, units: isLast ? last : kernel.unitsPerChunk, adds: adds,
                    target: target)
            }
            return []
        }
    }

    private func chunk(
        _ chunk: IRValue, _ group: IRValue, _ channel: IRValue, inputs: Int, units: Int, adds: IRValue,
        target: IRValue
    ) {
        let unit = builder.multiply(chunk, kernel.unitsPerChunk)
        let firstChannel = builder.add(builder.multiply(group, kernel.inputs), channel)
        let source = bringNear(unit, firstChannel, inputs: inputs, units: units)
        packGradient(unit, group, units: units)
        let perTap = !kernel.isOneBlock
        builder.loop(kernel.kernelHeight) { ky in
            builder.loop(perTap ? kernel.kernelWidth : 1) { kx in
                let builder = builder
                let begin = builder.add(
                    builder.multiply(ky, source.row), builder.multiply(kx, source.pixel))
                let tap = builder.add(builder.multiply(ky, kernel.kernelWidth), kx)
                segment(
                    source, builder.advance(source.address, begin, of: one), inputs: inputs, units: units,
                    adds: adds,
                    target: builder.advance(
                        target, builder.multiply(tap, kernel.inputs * kernel.outputs), of: one))
            }
        }
    }

    /// x near at hand: the address of its first pixel, and the elements from one to the next.
    private struct Near {
        var address: IRValue
        var unit, row, pixel: Int
    }

    private func bringNear(_ unit: IRValue, _ channel: IRValue, inputs: Int, units: Int) -> Near {
        var staging = kernel.staging
        guard kernel.isStaged else {
            let unitStride = staging.height * staging.width * staging.channels
            let start = builder.add(builder.multiply(unit, unitStride), channel)
            return Near(
                address: builder.advance(x, start, of: one), unit: unitStride, row: staging.width * staging.channels,
                pixel: staging.channels)
        }
        staging.groupChannels = inputs
        surroundings.stage(staging, x, channel: channel, unit: unit, units: units, to: staged)
        return Near(
            address: staged, unit: staging.unitElements, row: staging.rowElements, pixel: inputs)
    }

    /// dy's rows as panels: one pixel after the other.
    private func packGradient(_ unit: IRValue, _ group: IRValue, units: Int) {
        let pixels = units * kernel.bandRows * kernel.rowPixels
        let first = builder.multiply(unit, kernel.bandRows * kernel.rowPixels * kernel.outputs)
        let source = builder.advance(
            dy, builder.add(first, builder.multiply(group, kernel.groupOutputs)), of: one)
        let tail = kernel.groupOutputs % kernel.width
        func panel(_ index: IRValue, columns: Int) {
            let from = builder.advance(source, builder.multiply(index, kernel.width), of: one)
            let to = builder.advance(packed, builder.multiply(index, kernel.width * kernel.pixels), of: one)
            builder.loop(pixels) { pixel in
                let line = builder.advance(from, builder.multiply(pixel, kernel.outputs), of: one)
                let place = builder.advance(to, builder.multiply(pixel, kernel.width), of: one)
                for vector in 0..<kernel.schedule.vectors {
                    let left = min(kernel.lane.lanes, columns - vector * kernel.lane.lanes)
                    let at = builder.int(vector * kernel.lane.lanes)
                    let lanes =
                        left <= 0
                        ? builder.number(0, kernel.lane)
                        : builder.load(
                            kernel.lane, builder.advance(line, at, of: one),
                            mask: left < kernel.lane.lanes ? builder.mask(kernel.lane.lanes, first: left) : nil)
                    builder.store(lanes, kernel.lane, builder.advance(place, at, of: one))
                }
            }
        }
        builder.loop(kernel.groupOutputs / kernel.width) { panel($0, columns: kernel.width) }
        if tail > 0 { panel(builder.int(kernel.panels - 1), columns: tail) }
    }

    /// Neighbouring rows of the gradient: packs their side, and multiplies it with all panels.
    private func segment(
        _ source: Near, _ from: IRValue, inputs: Int, units: Int, adds: IRValue, target: IRValue
    ) {
        let pieces = RowPieces(kernel.segmentRows(inputs), most: kernel.schedule.rows)
        packRows(source, from, pieces, units: units)
        let pixels = units * kernel.bandRows * kernel.rowPixels
        let whole = kernel.groupOutputs / kernel.width
        builder.loop(whole) { panel in
            multiply(pieces, pixels, panel, columns: kernel.width, adds: adds, target: target)
        }
        if kernel.groupOutputs > whole * kernel.width {
            multiply(
                pieces, pixels, builder.int(whole), columns: kernel.groupOutputs - whole * kernel.width, adds: adds,
                target: target)
        }
    }

    private func packRows(_ source: Near, _ from: IRValue, _ pieces: RowPieces, units: Int) {
        let width = kernel.schedule.rows
        builder.eachPiece(pieces) { count, first, piece in
            let begin = builder.advance(from, first, of: one)
            let target = builder.advance(rows, builder.multiply(piece, width * kernel.pixels), of: one)
            pixelLoops(source, begin, target, units: units, width: width, count: count)
        }
    }

    private func pixelLoops(
        _ source: Near, _ begin: IRValue, _ target: IRValue, units: Int, width: Int, count: Int
    ) {
        let (band, pixels) = (kernel.bandRows, kernel.rowPixels)
        builder.loop(units) { unit in
            builder.loop(band) { y in
                let start = builder.add(
                    builder.multiply(unit, source.unit), builder.multiply(y, kernel.strides[0] * source.row))
                let line = builder.advance(begin, start, of: one)
                let number = builder.multiply(builder.add(builder.multiply(unit, band), y), pixels * width)
                let place = builder.advance(target, number, of: one)
                builder.loop(pixels) { x in
                    emitter.copyOver(
                        kernel.lane,
                        from: builder.advance(line, builder.multiply(x, kernel.strides[1] * source.pixel), of: one),
                        to: builder.advance(place, builder.multiply(x, width), of: one), count: count)
                }
            }
        }
    }

    private func multiply(
        _ pieces: RowPieces, _ pixels: Int, _ panel: IRValue, columns: Int, adds: IRValue, target: IRValue
    ) {
        let right = builder.advance(packed, builder.multiply(panel, kernel.width * kernel.pixels), of: one)
        let place = builder.advance(target, builder.multiply(panel, kernel.width), of: one)
        builder.eachPiece(pieces) { count, first, piece in
            let left = builder.advance(
                rows, builder.multiply(piece, kernel.schedule.rows * kernel.pixels), of: one)
            let c = builder.advance(place, builder.multiply(first, kernel.outputs), of: one)
            builder.call(
                function(rows: count, columns: columns),
                [left, right, c, rows, rows, builder.int(1), builder.int(pixels), adds])
        }
    }

    private func function(rows: Int, columns: Int) -> IRFunction {
        let wanted = MicroKernel(
            type: kernel.lane, rows: rows, vectors: (columns + kernel.lane.lanes - 1) / kernel.lane.lanes,
            columns: columns, a: .linear(1), c: .linear(kernel.outputs), step: kernel.schedule.rows, segment: 0,
            width: kernel.width)
        return micro[wanted]
    }
}
