/// The shape of a convolution of NHWC maps with HWIO weights (`[kh, kw, c / groups, oc]`).
///
/// Padding below and to the right is what `oh` and `ow` leave to be read; reads outside of the map are zeros.
package struct ConvolutionShape: Sendable, Equatable {
    package var n, h, w, c: Int
    package var oh, ow, oc: Int
    package var kh, kw: Int
    package var strideH, strideW: Int
    package var padTop, padLeft: Int
    package var groups: Int

    package init(
        n: Int, h: Int, w: Int, c: Int, oh: Int, ow: Int, oc: Int, kh: Int, kw: Int,
        strideH: Int = 1, strideW: Int = 1, padTop: Int = 0, padLeft: Int = 0, groups: Int = 1
    ) {
        (self.n, self.h, self.w, self.c) = (n, h, w, c)
        (self.oh, self.ow, self.oc) = (oh, ow, oc)
        (self.kh, self.kw) = (kh, kw)
        (self.strideH, self.strideW) = (strideH, strideW)
        (self.padTop, self.padLeft) = (padTop, padLeft)
        self.groups = groups
    }

    /// Channels that one output channel sees, and output channels of one group.
    var groupChannels: Int { c / groups }
    var groupOutputs: Int { oc / groups }
    /// The length of the sum behind one output element.
    var patch: Int { kh * kw * groupChannels }
    var outputRows: Int { n * oh }
    var outputPixels: Int { n * oh * ow }
    var weightCount: Int { patch * oc }

    /// Multiply-adds count as two.
    package var flops: Int { 2 * outputPixels * oc * patch }

    /// Pixels are rows of a plain matrix product. Never what is depthwise, whose tiles are whole rows of pixels.
    var isPointwise: Bool {
        !isDepthwise && kh == 1 && kw == 1 && strideH == 1 && strideW == 1 && padTop == 0 && padLeft == 0 && oh == h
            && ow == w
    }

    /// Every channel has its own window, and there is nothing to sum but it.
    var isDepthwise: Bool { groups == c && oc == c && groups > 1 }

    /// Few input channels: patches are gathered as columns, whose elements run along a row of pixels, since a patch's own
    /// contiguous pieces would be a few elements long.
    var gathersColumns: Bool { groupChannels * kw < 16 && !isPointwise }

    /// Output rows whose patches one tile gathers: as many as make about `pixels`, fixed by shape.
    func rows(pixels: Int) -> Int { max(1, min(outputRows, pixels / max(ow, 1))) }

    /// Pixels whose patches make about `elements` elements, within bounds.
    func pixels(elements: Int, atLeast: Int, atMost: Int) -> Int {
        max(atLeast, min(atMost, elements / max(patch, 1)))
    }

    /// Pixels of a plain product's tile: about 60 MFLOP, and enough to make up for packing the weights once more.
    var pointwisePixels: Int { max(256, min(2048, 60_000_000 / max(1, 2 * groupChannels * oc))) }

    /// The convolution of the output's gradient with turned weights that is the input's gradient, at stride 1.
    var turned: ConvolutionShape {
        ConvolutionShape(
            n: n, h: oh, w: ow, c: oc, oh: h, ow: w, oc: c, kh: kh, kw: kw,
            padTop: kh - 1 - padTop, padLeft: kw - 1 - padLeft, groups: groups)
    }
}

/// What a kernel computes of a convolution.
package enum ConvolutionPass: Sendable, CaseIterable {
    case forward, inputGradient, weightGradient
}
