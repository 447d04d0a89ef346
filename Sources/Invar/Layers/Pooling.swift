/// The largest of each window, for each channel. Padding never wins.
public struct MaxPool: ComputingLayer {
    /// N×H×W×C.
    public typealias Input = Maps

    package let window: Window

    /// - Parameters:
    ///   - kernel: height and width of the window in pixels.
    ///   - stride: pixels from window to window; the kernel's size without it.
    ///   - padding: pixels on each side, at most half of the kernel.
    public init(_ kernel: Int, stride: Int? = nil, padding: Int = 0) {
        window = Window(kernel, stride: stride ?? kernel, padding: padding)
    }

    /// It has no parameters to name.
    public var label: LayerLabel { .transparent }
    /// `MaxPool(2)`
    public var title: String { "MaxPool(\(window.kernel[0]))" }

    /// - Throws: a `Diagnostic` where the window does not fit the maps.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try scope.expectPooling(window, over: x, for: title)
        return maxPool(x, window)
    }
}

/// The mean of each window, for each channel. Padding counts as zeros, as in torch.
public struct AveragePool: ComputingLayer {
    /// N×H×W×C.
    public typealias Input = Maps

    package let window: Window

    /// - Parameters:
    ///   - kernel: height and width of the window in pixels.
    ///   - stride: pixels from window to window; the kernel's size without it.
    ///   - padding: zeros on each side in pixels, at most half of the kernel.
    public init(_ kernel: Int, stride: Int? = nil, padding: Int = 0) {
        window = Window(kernel, stride: stride ?? kernel, padding: padding)
    }

    /// It has no parameters to name.
    public var label: LayerLabel { .transparent }
    /// `AveragePool(2)`
    public var title: String { "AveragePool(\(window.kernel[0]))" }

    /// - Throws: a `Diagnostic` where the window does not fit the maps.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try scope.expectPooling(window, over: x, for: title)
        return averagePool(x, window)
    }
}

/// The mean of each channel over the image: N×H×W×C to N×C.
public struct GlobalAveragePool: ComputingLayer {
    /// N×H×W×C.
    public typealias Input = Maps
    /// N×C.
    public typealias Output = Rows

    /// The layer has no settings.
    public init() {}

    /// It has no parameters to name.
    public var label: LayerLabel { .transparent }

    /// The mean over height and width.
    public func apply(to x: Tensor, in scope: Scope) -> Tensor {
        x.mean([1, 2])
    }
}

/// All values of an image in one row: N×H×W×C to N×(H·W·C), in the order of memory, channels last. (torch, which keeps
/// channels first, has the same values in the order C, H, W; for one channel the two agree.)
public struct Flatten: ComputingLayer {
    /// N×H×W×C.
    public typealias Input = Maps
    /// N×C.
    public typealias Output = Rows

    /// The layer has no settings.
    public init() {}

    /// It has no parameters to name.
    public var label: LayerLabel { .transparent }

    /// The same values in another shape.
    public func apply(to x: Tensor, in scope: Scope) -> Tensor {
        x.reshape([x.shape[0], x.type.count / x.shape[0]])
    }
}

extension Scope {
    fileprivate func expectPooling(_ window: Window, over x: Tensor, for layer: String) throws {
        try expectWindow(window, over: x, for: layer)
        try expect(
            window.padding[0] * 2 <= window.kernel[0],
            "\(layer) has padding \(window.padding[0]); it may be at most half of the kernel")
    }
}
