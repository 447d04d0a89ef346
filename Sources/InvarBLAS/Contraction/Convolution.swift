import InvarGraph

/// A convolution of N×H×W×C maps with weights H×W×(C/groups)×O, and how it is cut.
///
/// Patches of the maps, gathered into a matrix of pixels × patch, make it a product; its gradients are products too. What is read
/// outside of the maps is zero.
struct Convolution: Equatable, Sendable {
    enum Pass: Sendable { case forward, inputGradient, weightGradient }

    let n, h, w, c: Int
    let oh, ow, oc: Int
    let kh, kw, strideH, strideW, padTop, padLeft, groups: Int

    /// x: N×H×W×C, y: N×H'×W'×O.
    init(_ window: Window, x: [Int], y: [Int]) {
        (n, h, w, c) = (x[0], x[1], x[2], x[3])
        (oh, ow, oc) = (y[1], y[2], y[3])
        (kh, kw) = (window.kernel[0], window.kernel[1])
        (strideH, strideW) = (window.strides[0], window.strides[1])
        (padTop, padLeft, groups) = (window.padding[0], window.padding[2], window.groups)
    }

    /// Channels that one output channel sees, and output channels of one group.
    var groupChannels: Int { c / groups }
    var groupOutputs: Int { oc / groups }
    /// The length of the sum behind one element of the output.
    var patch: Int { kh * kw * groupChannels }
    var weightCount: Int { patch * oc }
    var imageElements: Int { h * w * c }
    /// Rows of pixels of the output, over all images.
    var outputRows: Int { n * oh }

    /// Every channel has its own window, and there is nothing to sum but it: no product.
    var isDepthwise: Bool { groups == c && oc == c && groups > 1 }

    /// Each pixel sees only itself: patches are the maps.
    var isPointwise: Bool {
        !isDepthwise && kh == 1 && kw == 1 && strideH == 1 && strideW == 1 && padTop == 0 && padLeft == 0 && oh == h
            && ow == w
    }

    /// Output rows whose patches are gathered at once: they fit the second-level cache, and the weights are packed for them once.
    var rowsAtOnce: Int {
        let pixels =
            isPointwise
            ? max(256, min(2048, 60_000_000 / (2 * groupChannels * oc)))
            : max(128, min(2048, (128 << 10) / patch))
        let rows = max(1, min(outputRows, pixels / ow))
        let pieces = (outputRows + rows - 1) / rows
        return (outputRows + pieces - 1) / pieces
    }

    /// Images that are computed or read at once, where these must be whole.
    var imagesAtOnce: Int { max(1, min(n, rowsAtOnce / oh)) }

    /// Elements of a thread's matrix of patches.
    var patchElements: Int { isPointwise || isDepthwise ? 0 : rowsAtOnce * ow * patch }

    /// How the output may be cut for a nest that follows, whose rows are pixels: whole rows of these, or images where the maps are
    /// computed image by image.
    func outputLimits(readsImages: Bool) -> RowLimits {
        readsImages
            ? RowLimits(count: n * oh * ow, unit: oh * ow, most: imagesAtOnce * oh * ow)
            : RowLimits(count: n * oh * ow, unit: ow, most: rowsAtOnce * ow)
    }

    /// The same for the gradient of the maps: images, since patches overlap.
    var inputLimits: RowLimits { RowLimits(count: n * h * w, unit: h * w, most: imagesAtOnce * h * w) }

    /// The gradient of the weights sums runs of images apart: eight keep eight threads busy; four or two, so that two threads still
    /// have equal shares, where weights are many.
    var weightTiles: RowTiles {
        let room = (12 << 20) / weightCount
        let most = room >= 8 ? 8 : room >= 4 ? 4 : 2
        return RowTiles(rows: n, perTile: max(1, (n + most - 1) / most))
    }
}
