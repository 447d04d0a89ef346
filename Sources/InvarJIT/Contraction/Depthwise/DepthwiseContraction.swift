import InvarGraph

/// A convolution in which each channel sees only itself, or the gradient of its input: stages some channels of the maps, and
/// goes along rows of pixels with a vector of channels, so that a pixel's number meets all its taps while it is in a register. The
/// weights are as they lie.
struct DepthwiseContraction: ContractionKernel {
    /// Pixels of the result that see the same taps: a convolution is one part; the gradient of the input of one of stride s
    /// is s², one for each remainder of a pixel's place.
    struct Part: Hashable {
        var vertical, horizontal: DepthwiseAxis
    }

    var title: String
    var element: ElementType
    var schedule: ContractionSchedule
    var channels, blockChannels: Int
    /// The result's units (images, or bands of them), and their size in pixels.
    var units, unitsPerTile: Int
    var height, width: Int
    var kernelWidth: Int
    var staging: Staging
    var parts: [Part]
    var prologue: LoopForm?
    var epilogue: TileEpilogue?

    var name: String { title + ".depthwise" }
    var rowTiles: Int { units.parts(of: unitsPerTile) }
    var blocks: Int { channels.parts(of: blockChannels) }
    var tiles: Int { rowTiles * blocks }
    var rowsPerTile: Int { unitsPerTile * height * width }

    /// One unit is staged at a time. The last vector of the last pixel may reach beyond it.
    var scratchElements: Int { staging.unitElements + 16 }

    func emit(_ emitter: KernelEmitter) { DepthwiseWriter(self, emitter).write() }
}

/// Along one axis: pixel `first + i·step` of the result sees these taps of the kernel, the first of them at element
/// `start + i·stride` of what is staged, the others right after it.
struct DepthwiseAxis: Hashable {
    var count, first, step: Int
    var start, stride: Int
    var taps: [Int]

    /// Of a convolution.
    static func forward(_ count: Int, taps: Int, stride: Int) -> DepthwiseAxis {
        DepthwiseAxis(count: count, first: 0, step: 1, start: 0, stride: stride, taps: Array(0..<taps))
    }

    /// Of a gradient's pixels with one remainder by the stride, where element `lowest` of the output's gradient is staged first.
    static func turned(_ phase: StridePhase, in size: Int, _ stride: Int, from lowest: Int) -> DepthwiseAxis {
        DepthwiseAxis(
            count: phase.count(in: size, stride), first: phase.remainder, step: stride, start: phase.first - lowest,
            stride: 1, taps: (0..<phase.taps).map { phase.highestTap - $0 * stride })
    }

    /// Elements that so many neighbouring pixels see.
    func seen(by pixels: Int) -> Int { taps.isEmpty ? 0 : (pixels - 1) * stride + taps.count }

    /// Which of so many pixels see an element, and by which tap.
    func users(of element: Int, pixels: Int) -> [(pixel: Int, tap: Int)] {
        taps.indices.compactMap { tap in
            let distance = element - tap
            guard distance >= 0, distance % stride == 0, distance / stride < pixels else { return nil }
            return (distance / stride, tap)
        }
    }
}
