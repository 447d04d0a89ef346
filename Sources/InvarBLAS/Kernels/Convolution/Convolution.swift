import InvarRuntime

/// A convolution of one shape, and its two gradients.
///
/// Everything is decided by the shape: which schedule, which tiles, how much scratch. Nothing is allocated in a call; the caller
/// passes `scratchBytes` of memory, aligned to 64 bytes. Results are overwritten, not added to.
package struct Convolution: Sendable {
    package let shape: ConvolutionShape

    package init(_ shape: ConvolutionShape) {
        precondition(
            shape.groups > 0 && shape.c % shape.groups == 0 && shape.oc % shape.groups == 0,
            "internal: convolution groups must divide its channels")
        precondition(shape.strideH > 0 && shape.strideW > 0, "internal: convolution strides must be positive")
        self.shape = shape
    }

    /// Bytes of scratch that `pass` needs on `threads` threads.
    package func scratchBytes<Scalar: BLASScalar>(_ pass: ConvolutionPass, threads: Int, of type: Scalar.Type) -> Int {
        let size = MemoryLayout<Scalar>.stride
        switch pass {
        case .forward: return GatherPlan(shape, pass).bytes(threads, size)
        case .inputGradient:
            if shape.isPointwise || shape.isDepthwise { return 0 }
            if turns {
                return Arena.aligned(shape.weightCount * size) + GatherPlan(shape.turned, .forward).bytes(threads, size)
            }
            return GatherPlan(shape, pass).bytes(threads, size)
        case .weightGradient:
            let plan = GatherPlan(shape, pass)
            return plan.bytes(threads, size) + plan.partials * Arena.aligned(shape.weightCount * size)
        }
    }

    /// How a loop over the result of `pass` may follow it tile by tile, rows being pixels; nil where sums are complete only at the end.
    /// With a prologue, tiles are whole images.
    package func rows(_ pass: ConvolutionPass, hasPrologue: Bool = false) -> ContractionRows? {
        let (s, image) = (shape, shape.h * shape.w)
        switch pass {
        case .forward:
            if hasPrologue {
                let pixels = s.oh * s.ow
                return ContractionRows(count: s.outputPixels, unit: pixels, most: inputImages(pass) * pixels)
            }
            return ContractionRows(
                count: s.outputPixels, unit: s.isPointwise ? 1 : s.ow, most: GatherPlan(s, pass).rows * s.ow)
        case .inputGradient:
            if s.isDepthwise { return ContractionRows(count: s.n * image, unit: image, most: image) }
            if s.isPointwise {
                return ContractionRows(count: s.n * image, unit: 1, most: GatherPlan(s, .forward).rows * s.w)
            }
            if turns { return Convolution(s.turned).rows(.forward) }
            return ContractionRows(count: s.n * image, unit: image, most: GatherPlan(s, pass).images * image)
        case .weightGradient: return nil
        }
    }

    /// At stride 1 the input's gradient is a convolution with turned weights; else patches are scattered.
    var turns: Bool { shape.strideH == 1 && shape.strideW == 1 }
}

/// How many output rows one tile takes, and what it needs to gather their patches.
struct GatherPlan: Sendable, Equatable {
    /// Output rows gathered at once.
    var rows: Int
    /// Elements of a worker's patch matrix; 0 where patches are the map itself.
    var patchElements: Int
    /// Tiles; for the gradients a tile is a run of whole images.
    var tiles: Int
    /// Images per tile of the gradients.
    var images: Int
    /// Separate sums of the weights' gradient, one per tile.
    var partials: Int

    init(_ s: ConvolutionShape, _ pass: ConvolutionPass) {
        images = 0
        partials = 0
        let pixels: Int
        switch pass {
        case .forward:
            pixels = s.isPointwise ? s.pointwisePixels : s.pixels(elements: 128 << 10, atLeast: 112, atMost: 2048)
        case .inputGradient: pixels = s.pixels(elements: 128 << 10, atLeast: 112, atMost: 2048)
        case .weightGradient: pixels = s.pixels(elements: 192 << 10, atLeast: 192, atMost: 2048)
        }
        rows = s.rows(pixels: pixels)
        switch pass {
        case .forward:
            tiles = s.outputRows == 0 ? 0 : (s.outputRows + rows - 1) / rows
            if tiles > 0 { rows = (s.outputRows + tiles - 1) / tiles }
        case .inputGradient:
            images = max(1, min(s.n, rows / max(s.oh, 1)))
            tiles = (s.n + images - 1) / images
        case .weightGradient:
            // Each tile sums into its own copy of the gradient: eight keep eight threads busy; four or two, so that two threads still
            // have equal shares, where copies are large.
            let room = (12 << 20) / max(1, s.weightCount)
            let most = room >= 8 ? 8 : room >= 4 ? 4 : 2
            images = max(1, (s.n + most - 1) / most)
            tiles = (s.n + images - 1) / images
            partials = tiles > 1 ? tiles : 0
        }
        patchElements = s.isPointwise || s.isDepthwise ? 0 : rows * s.ow * s.patch
    }

    func bytes(_ threads: Int, _ size: Int) -> Int { threads * Arena.aligned(patchElements * size) }
}
