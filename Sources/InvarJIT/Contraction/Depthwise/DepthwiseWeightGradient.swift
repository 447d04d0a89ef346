import InvarGraph

/// The gradient of the weights of a convolution in which each channel sees only itself: for each tap, Σ over pixels of what it
/// saw times the output's gradient, a vector of channels at a time, the sums of some rows of taps in registers.
struct DepthwiseWeightGradient: GradientKernel {
    var title: String
    var element: ElementType
    var schedule: ContractionSchedule
    /// Its inputs are the channels; one unit is staged at a time.
    var cut: GradientCut
    var kernelHeight: Int
    var strides: [Int]
    /// Of a unit, in pixels of the output's gradient.
    var height, width: Int
    var staging: Staging
    /// Along a row of pixels.
    var across: DepthwiseAxis
    var prologue: LoopForm?

    var name: String { title + ".depthwise" }
    var channels: Int { cut.inputs }
    var copyElements: Int { kernelHeight * across.taps.count * channels }
    var sum: (any TileKernel)? {
        cut.splits == 1 ? nil : SumKernel(element: element, count: copyElements, copies: cut.splits)
    }
    var scratchElements: Int { staging.unitElements + 16 }

    func emit(_ emitter: KernelEmitter) {
        let (maps, gradient, copies) = (emitter[.input], emitter[.gradient], emitter[.copies])
        let staged = emitter[.scratch]
        let surroundings = TileSurroundings(emitter, self)
        emitter.gradientTile(cut) { tile in
            let copy = tile.split * copyElements + tile.channel
            let staging = staging.of(channels: tile.inputs)
            emitter.eachChunk(of: tile, cut) { chunk in
                surroundings.stage(staging, maps, channel: tile.channel, unit: chunk.unit, units: 1, to: staged)
                let place = chunk.unit * (height * width) * channels + tile.channel
                addUnit(staging, staged, gradient + place, copies + copy, adds: chunk.adds, emitter.builder)
            }
        }
    }

    /// One unit: what is staged, its gradient, the block's copy.
    private func addUnit(
        _ staging: Staging, _ staged: Address, _ gradient: Address, _ copy: Address, adds: Index, _ builder: IRBuilder
    ) {
        let channels = staging.groupChannels
        builder.call("unit.\(channels)", staged, gradient, copy, adds) { staged, gradient, copy, adds in
            builder.lanes(element, columns: channels).sweep(channels) { channel, lanes in
                let sums = DepthwiseSums(kernel: self, staging: staging, lanes: lanes)
                sums.write(staged + channel, gradient + channel, copy + channel, adds: adds)
            }
        }
    }
}
