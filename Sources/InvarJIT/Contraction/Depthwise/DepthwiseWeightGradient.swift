import InvarGraph

/// The gradient of the weights of a convolution in which each channel sees only itself: for each tap, Σ over pixels of what it
/// saw times the output's gradient, a vector of channels at a time, the sums of some rows of taps in registers.
///
/// A tile sums one run of units (a *split*) for one block of channels into its own copy; the copies are added up in their order
/// afterwards. Arguments: maps, gradient of the output, copies, workers' memory; the prologue's operands.
struct DepthwiseWeightGradient: TileKernel {
    var title: String
    var element: ElementType
    var schedule: ContractionSchedule
    var channels, blockChannels: Int
    var kernelHeight: Int
    var strides: [Int]
    /// Units of the output's gradient (images, or bands of them), runs of these, and their size in pixels.
    var units, splits: Int
    var height, width: Int
    var staging: Staging
    /// Along a row of pixels.
    var across: DepthwiseAxis
    var prologue: LoopForm?

    var name: String { title + ".depthwise" }
    var blocks: Int { (channels + blockChannels - 1) / blockChannels }
    var tiles: Int { splits * blocks }
    /// Of one copy.
    var copyElements: Int { kernelHeight * across.taps.count * channels }
    var scratchBytes: Int { ((staging.unitElements + 16) * element.byteCount + 63) / 64 * 64 }

    func emit(_ emitter: KernelEmitter) { DepthwiseGradientWriter(self, emitter).write() }
}
