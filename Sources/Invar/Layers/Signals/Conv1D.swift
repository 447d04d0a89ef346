/// A convolution over time: N×1×S×C to N×1×S'×width, S' = ⌊(S + padding − kernel) / stride⌋ + 1.
///
/// It is a ``Conv`` whose kernel is one row high: computed by the same kernels, with the same initial values. A checkpoint has its weight
/// as O×I×1×K (torch's `Conv1d` has O×I×K, the same numbers in the same order).
public struct Conv1D: ComputingLayer {
    /// N×1×S×C.
    public typealias Input = Signals

    let width: Int
    let window: Window
    let bias: Bool
    let initial: Conv.Initial

    /// - Parameters:
    ///   - width: channels that come out.
    ///   - kernel: length of the window in samples.
    ///   - stride: samples from window to window.
    ///   - padding: zeros at each end in samples. Without it kernel / 2, which keeps the length for an odd kernel and stride 1.
    ///   - groups: the channels fall into so many groups that do not see each other.
    ///   - bias: whether a number is added to each channel.
    ///   - initial: what the weight starts from.
    public init(
        _ width: Int, kernel: Int, stride: Int = 1, padding: Int? = nil, groups: Int = 1, bias: Bool = false,
        initial: Conv.Initial = .kaimingFanOut
    ) {
        (self.width, self.bias, self.initial) = (width, bias, initial)
        window = Window(samples: kernel, stride: stride, padding: padding ?? kernel / 2, groups: groups)
    }

    /// `conv1`, `conv2`, … as those of images.
    public var label: LayerLabel { .counted("conv") }
    /// `Conv1D(64, kernel: 3)`
    public var title: String { "Conv1D(\(width), kernel: \(window.kernel[1]))" }

    /// - Throws: a `Diagnostic` where kernel, stride, padding or groups do not fit the signals.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try scope.expect(width > 0, "\(title) has no channels; give a width of at least 1")
        try scope.expectTimeWindow(window, over: x, for: title)
        let (kernel, groups, channels) = (window.kernel[1], window.groups, x.shape[3])
        try scope.expect(groups > 0, "\(title) has \(groups) groups; give at least 1")
        try scope.expect(
            channels % groups == 0 && width % groups == 0,
            "\(title): \(groups) groups do not divide \(channels) input and \(width) output channels evenly")
        let inputs = channels / groups
        let weight = try scope.parameter(
            "weight", [1, kernel, inputs, width],
            initial.initializer(area: kernel, inputs: inputs, outputs: width), layout: .convolution)
        let y = convolution(x, weight, window)
        guard bias else { return y }
        return y
            + (try scope.parameter(
                "bias", [width], Conv.Initial.uniformFanIn.initializer(area: kernel, inputs: inputs, outputs: width)))
    }
}

extension Window {
    /// Over time alone.
    init(samples: Int, stride: Int, padding: Int, groups: Int = 1) {
        self.init(kernel: [1, samples], strides: [1, stride], padding: [0, 0, padding, padding], groups: groups)
    }
}

extension Scope {
    /// Throws where the window cannot slide over the signals.
    func expectTimeWindow(_ window: Window, over x: Tensor, for layer: String) throws {
        let (kernel, stride, padding) = (window.kernel[1], window.strides[1], window.padding[2])
        try expect(
            kernel > 0 && stride > 0 && padding >= 0,
            "\(layer) has kernel \(kernel), stride \(stride) and padding \(padding); kernel and stride must be at least 1 and "
                + "padding at least 0")
        try expect(
            window.outputSize(x.shape[1], x.shape[2]).allSatisfy { $0 > 0 },
            "\(layer) does not fit signals of \(x.shape[2]) samples: its kernel is longer; use a shorter one, more padding, or "
                + "fewer strides before it")
    }
}
