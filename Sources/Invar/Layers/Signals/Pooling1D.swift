/// The largest of each window of time, for each channel. Padding never wins.
public struct MaxPool1D: ComputingLayer {
    /// N×1×S×C.
    public typealias Input = Signals

    let window: Window

    /// - Parameters:
    ///   - kernel: length of the window in samples.
    ///   - stride: samples from window to window; the kernel's length without it.
    ///   - padding: samples at each end, at most half of the kernel.
    public init(_ kernel: Int, stride: Int? = nil, padding: Int = 0) {
        window = Window(samples: kernel, stride: stride ?? kernel, padding: padding)
    }

    /// It has no parameters to name.
    public var label: LayerLabel { .transparent }
    /// `MaxPool1D(2)`
    public var title: String { "MaxPool1D(\(window.kernel[1]))" }

    /// - Throws: a `Diagnostic` where the window does not fit the signals.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try scope.expectTimePooling(window, over: x, for: title)
        return maxPool(x, window)
    }
}

/// The mean of each window of time, for each channel. Padding counts as zeros, as in torch.
public struct AveragePool1D: ComputingLayer {
    /// N×1×S×C.
    public typealias Input = Signals

    let window: Window

    /// - Parameters:
    ///   - kernel: length of the window in samples.
    ///   - stride: samples from window to window; the kernel's length without it.
    ///   - padding: zeros at each end in samples, at most half of the kernel.
    public init(_ kernel: Int, stride: Int? = nil, padding: Int = 0) {
        window = Window(samples: kernel, stride: stride ?? kernel, padding: padding)
    }

    /// It has no parameters to name.
    public var label: LayerLabel { .transparent }
    /// `AveragePool1D(2)`
    public var title: String { "AveragePool1D(\(window.kernel[1]))" }

    /// - Throws: a `Diagnostic` where the window does not fit the signals.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try scope.expectTimePooling(window, over: x, for: title)
        return averagePool(x, window)
    }
}

/// The mean of each channel over time: N×1×S×C to N×C.
public struct GlobalAveragePool1D: ComputingLayer {
    /// N×1×S×C.
    public typealias Input = Signals
    /// N×C.
    public typealias Output = Rows

    /// The layer has no settings.
    public init() {}

    /// It has no parameters to name.
    public var label: LayerLabel { .transparent }

    /// The mean over time.
    public func apply(to x: Tensor, in scope: Scope) -> Tensor { x.mean([1, 2]) }
}

extension Scope {
    fileprivate func expectTimePooling(_ window: Window, over x: Tensor, for layer: String) throws {
        try expectTimeWindow(window, over: x, for: layer)
        try expect(
            window.padding[2] * 2 <= window.kernel[1],
            "\(layer) has padding \(window.padding[2]); it may be at most half of the kernel")
    }
}
