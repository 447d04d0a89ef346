import InvarGraph

/// dw[ky, kx, i, o] = Σ x[n, oy·s + ky − p, ox·s + kx − p, i] · dy[n, oy, ox, o]
///
/// A tile stages a few hundred pixels at a time, and packs both sides so that the micro-kernel reads straight on. Where a panel of dy serves one row of the window
/// alone, as with windows of 1×1, it is packed right before it is used, and lies in the first-level cache; else all of them are, once.
struct WeightGradientKernel: GradientKernel {
    var title: String
    var element: ElementType
    var schedule: ContractionSchedule
    var lane: LaneType
    var cut: GradientCut
    /// Of dy and of the gradient: all output channels, and those of a group.
    var outputs, groupOutputs: Int
    var kernelHeight, kernelWidth: Int
    var strides: [Int]
    /// Pixels of dy in a unit.
    var bandRows, rowPixels: Int
    /// How x is brought near. Where it is read in place, only the sizes are used.
    var staging: Staging
    var isStaged: Bool
    var prologue: LoopForm?

    var name: String { title }

    var unitPixels: Int { bandRows * rowPixels }
    var pixels: Int { cut.unitsPerChunk * unitPixels }
    var width: Int { schedule.vectors * lane.lanes }
    var copyElements: Int { kernelHeight * kernelWidth * cut.inputs * outputs }
    var sum: (any TileKernel)? {
        cut.splits == 1 ? nil : SumKernel(element: element, count: copyElements, copies: cut.splits)
    }

    /// Rows of the gradient that lie one after the other, both in it and in what is staged.
    func segmentRows(_ inputs: Int) -> Int { isOneBlock ? kernelWidth * inputs : inputs }
    /// Whether a pixel's channels are all that lies between its first and the next pixel's: not in a group's maps as they lie.
    var isOneBlock: Bool { cut.blocks == 1 && (isStaged || cut.groups == 1) }

    // The workers' memory, in elements.
    var stagedElements: Int {
        isStaged
            ? (cut.unitsPerChunk * staging.rows * staging.pixels * cut.blockInputs + 16).rounded(upTo: 16) : 0
    }
    var packedElements: Int {
        ((packsByPanel ? width : groupOutputs.rounded(upTo: width)) * pixels).rounded(upTo: 16)
    }
    /// Whether each panel of dy is used once.
    var packsByPanel: Bool { kernelHeight == 1 && (isOneBlock || kernelWidth == 1) }
    private var rowElements: Int {
        RowPieces(segmentRows(cut.blockInputs), most: schedule.rows).count * schedule.rows * pixels + 16
    }
    var scratchElements: Int { stagedElements + packedElements + rowElements }

    func emit(_ emitter: KernelEmitter) { WeightGradientWriter(self, emitter).write() }
}

/// Writes the code of a `WeightGradientKernel`.
private struct WeightGradientWriter {
    let kernel: WeightGradientKernel
    let emitter: KernelEmitter
    let lanes: Lanes
    let x, dy, copies: Address
    let staged, packed, rows: Address
    let surroundings: TileSurroundings

    var builder: IRBuilder { emitter.builder }

    init(_ kernel: WeightGradientKernel, _ emitter: KernelEmitter) {
        (self.kernel, self.emitter, lanes) = (kernel, emitter, emitter.builder.lanes(kernel.lane))
        (x, dy, copies) = (emitter[.input], emitter[.gradient], emitter[.copies])
        staged = emitter[.scratch]
        packed = staged + kernel.stagedElements
        rows = staged + (kernel.stagedElements + kernel.packedElements)
        surroundings = TileSurroundings(emitter, kernel)
    }

    func write() {
        emitter.gradientTile(kernel.cut) { tile in
            let copy = copies + tile.split * kernel.copyElements
            let target = copy + tile.channel * kernel.outputs + tile.group * kernel.groupOutputs
            emitter.eachChunk(of: tile, kernel.cut) { chunk(tile, $0, target) }
        }
    }

    private func chunk(_ tile: GradientTile, _ chunk: GradientTile.Chunk, _ target: Address) {
        let firstChannel = tile.group * kernel.cut.inputs + tile.channel
        let near = bringNear(chunk, firstChannel, inputs: tile.inputs)
        let first = chunk.unit * (kernel.unitPixels * kernel.outputs)
        let source = dy + (first + tile.group * kernel.groupOutputs)
        if !kernel.packsByPanel {
            builder.eachPanel(kernel.groupOutputs, kernel.width) { panel, columns in
                pack(panel, of: source, columns: columns, chunk, to: packedPanel(panel))
            }
        }
        builder.loop(kernel.kernelHeight) { ky in
            builder.loop(kernel.isOneBlock ? 1 : kernel.kernelWidth) { kx in
                let begin = ky * near.row + kx * near.pixel
                let tap = ky * kernel.kernelWidth + kx
                segment(
                    near, near.address + begin, inputs: tile.inputs, chunk, source,
                    target: target + tap * (kernel.cut.inputs * kernel.outputs))
            }
        }
    }

    /// x near at hand: the address of its first pixel, and the elements from one to the next.
    private struct Near {
        let address: Address
        let unit, row, pixel: Int
    }

    private func bringNear(_ chunk: GradientTile.Chunk, _ channel: Index, inputs: Int) -> Near {
        guard kernel.isStaged else {
            let staging = kernel.staging
            let unit = staging.height * staging.width * staging.channels
            return Near(
                address: x + (chunk.unit * unit + channel), unit: unit, row: staging.width * staging.channels,
                pixel: staging.channels)
        }
        let staging = kernel.staging.of(channels: inputs)
        surroundings.stage(staging, x, channel: channel, unit: chunk.unit, units: chunk.units, to: staged)
        return Near(address: staged, unit: staging.unitElements, row: staging.rowElements, pixel: inputs)
    }

    private func packedPanel(_ panel: Index) -> Address {
        kernel.packsByPanel ? packed : packed + panel * (kernel.width * kernel.pixels)
    }

    /// A panel of dy's rows: one pixel after the other. What the next panel will read lies beside it, and is asked for.
    private func pack(
        _ panel: Index, of source: Address, columns: Int, _ chunk: GradientTile.Chunk, to target: Address
    ) {
        let from = source + panel * kernel.width
        builder.loop(chunk.units * kernel.unitPixels) { pixel in
            let line = from + pixel * kernel.outputs
            let place = target + pixel * kernel.width
            (line + kernel.width).prefetch(bytes: 0)
            for begin in stride(from: 0, to: kernel.width, by: lanes.count) {
                lanes.store(lanes.first(columns - begin).load(line + begin), place + begin)
            }
        }
    }

    /// Neighbouring rows of the gradient: packs their side, and multiplies it with all panels.
    private func segment(
        _ near: Near, _ from: Address, inputs: Int, _ chunk: GradientTile.Chunk, _ source: Address, target: Address
    ) {
        let pieces = RowPieces(kernel.segmentRows(inputs), most: kernel.schedule.rows)
        builder.eachPiece(pieces) { count, first, piece in
            packRows(near, from + first, to: packedRows(piece), units: chunk.units, count: count)
        }
        builder.eachPanel(kernel.groupOutputs, kernel.width) { panel, columns in
            let right = packedPanel(panel)
            if kernel.packsByPanel { pack(panel, of: source, columns: columns, chunk, to: right) }
            let place = target + panel * kernel.width
            builder.eachPiece(pieces) { count, first, piece in
                let micro = MicroKernel(
                    type: kernel.lane, rows: count, columns: columns, a: .linear(1), c: .linear(kernel.outputs),
                    step: kernel.schedule.rows, width: kernel.width)
                micro.call(
                    packedRows(piece), right, place + first * kernel.outputs,
                    inner: Index(chunk.units * kernel.unitPixels), adds: chunk.adds)
            }
        }
    }

    private func packedRows(_ piece: Index) -> Address { rows + piece * (kernel.schedule.rows * kernel.pixels) }

    private func packRows(_ near: Near, _ begin: Address, to target: Address, units: Int, count: Int) {
        let (band, pixels, width) = (kernel.bandRows, kernel.rowPixels, kernel.schedule.rows)
        builder.loop(units) { unit in
            builder.loop(band) { y in
                let line = begin + (unit * near.unit + y * (kernel.strides[0] * near.row))
                let place = target + (unit * band + y) * (pixels * width)
                builder.loop(pixels) { x in
                    lanes.copyOver(
                        line + x * (kernel.strides[1] * near.pixel), to: place + x * width, count: count)
                }
            }
        }
    }
}
