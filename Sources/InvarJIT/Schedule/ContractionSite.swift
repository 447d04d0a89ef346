import InvarCompiler
import InvarGraph

/// What is scheduled: a contraction's shape, and by which name its schedule is kept.
package struct ContractionSite: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// A product of matrices.
        case matrix
        /// A convolution, or the gradient of its input: maps in, maps out.
        case maps
        /// The gradient of a convolution's weights.
        case weightGradient
    }

    /// Everything that tells this contraction from another: no spaces in it.
    ///
    /// `convolution.f32.8x16x16x64_3x3x64x64_8x16x16x64.s1x1.p1x1x1x1+epilogue`
    package var key: String
    package var kind: Kind
    var element: ElementType
    /// Of a matrix, of maps' pixels, or of the gradient: channels of one group.
    var rows, columns: Int
    /// Channels that are summed over, or, in a weight gradient, that have weights: of one group.
    var inputs: Int
    /// Of a convolution's kernel.
    var taps = 1
    var groups: Int
    /// Whether both sides are one matrix, once transposed.
    var isSymmetric: Bool
    /// How much of Winograd's squares are pixels that are there; nil where the method does not apply.
    var winogradUse: Double?
    /// Whether each channel of the maps has one of the result.
    var isDepthwise = false

    /// Ways to compute it.
    package var methods: [ContractionSchedule.Method] {
        [.direct] + (isSymmetric ? [.symmetric] : []) + (winogradUse == nil ? [] : [.winograd])
            + (isDepthwise ? [.depthwise] : [])
    }

    /// Which sizes a schedule of this method has here.
    package func sizes(_ method: ContractionSchedule.Method) -> [ContractionSchedule.Size] {
        switch (method, kind) {
        case (.symmetric, _): [.depth, .panels]
        case (.direct, .matrix): [.depth, .tileRows, .tileColumns]
        case (.direct, .maps): [.depth, .pixels, .room]
        case (.direct, .weightGradient): [.pixels, .inputs, .splits]
        case (.winograd, .weightGradient): [.squares, .inputs, .splits]
        case (.winograd, .maps), (.winograd, .matrix): [.depth, .squares]
        case (.depthwise, .weightGradient): [.pixels, .inputs, .splits]
        case (.depthwise, .maps), (.depthwise, .matrix): [.pixels, .room, .inputs]
        }
    }
}

extension ContractionParts {
    var site: ContractionSite {
        var site = ContractionSite(
            key: title, kind: .matrix, element: element, rows: 0, columns: 0, inputs: 0, groups: 1, isSymmetric: false)
        switch kind {
        case .product(let transposeA, let transposeB):
            site.key += (transposeA ? ".t" : ".n") + (transposeB ? "t" : "n")
            (site.rows, site.columns) = (result[result.count - 2], result[result.count - 1])
            site.inputs = sources[0].shape[result.count - (transposeA ? 2 : 1)]
            site.isSymmetric = isSquare && transposeA != transposeB && site.columns > 1
            if site.isSymmetric { site.key += ".symmetric" }
        case .convolution(let window), .inputGradient(let window):
            site.kind = isMatrix(window) ? .matrix : .maps
            site.describe(window)
            (site.rows, site.columns) = (result[0] * result[1] * result[2], result[3] / window.groups)
            site.inputs = sources[0].shape[3] / window.groups
            site.winogradUse = winogradUse(window, maps: sources[0].shape, pixels: result)
            site.isDepthwise = isDepthwise(window, maps: sources[0].shape, channels: result[3])
        case .weightGradient(let window):
            let (dy, x) = (sources[0].shape, sources[1].shape)
            site.kind = .weightGradient
            site.describe(window)
            (site.inputs, site.columns) = (x[3] / window.groups, dy[3] / window.groups)
            site.rows = window.kernel.reduce(site.inputs, *)
            site.winogradUse = winogradUse(window, maps: x, pixels: dy)
            site.isDepthwise = isDepthwise(window, maps: x, channels: dy[3])
        }
        // The same product may be worth another schedule where more is done on its tiles.
        if sources.contains(where: { $0.prologue != nil }) { site.key += "+prologue" }
        if epilogue != nil { site.key += "+epilogue" }
        return site
    }

    /// Whether a convolution of single pixels is computed as a product of matrices.
    func isMatrix(_ window: Window) -> Bool {
        window.isPointwise && window.groups == 1 && sources[0].prologue == nil
    }

    /// Whether each channel of the maps has one of the result, and sees nothing else.
    private func isDepthwise(_ window: Window, maps: [Int], channels: Int) -> Bool {
        window.groups > 1 && maps[3] == window.groups && channels == window.groups
    }

    /// Winograd's method is for 3×3 kernels that move pixel by pixel, and for float32 alone: its error is some ten times a plain
    /// sum's (for a result of size 1, about 1e-6 to 1e-5).
    private func winogradUse(_ window: Window, maps: [Int], pixels: [Int]) -> Double? {
        guard element == .float32, window.kernel == [3, 3], window.strides == [1, 1], window.groups == 1,
            window.padding.allSatisfy({ $0 <= 2 }), maps[0] > 0
        else { return nil }
        let (height, width) = (pixels[1], pixels[2])
        return Double(height * width) / Double((height + 3) / 4 * 4 * ((width + 3) / 4 * 4))
    }
}

extension ContractionSite {
    fileprivate mutating func describe(_ window: Window) {
        func joined(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: "x") }
        (groups, taps) = (window.groups, window.kernel.reduce(1, *))
        key += ".s\(joined(window.strides)).p\(joined(window.padding))" + (groups > 1 ? ".g\(groups)" : "")
    }
}
