/// A convolution over the two image axes: N×H×W×C to N×H'×W'×width, H' = ⌊(H + padding − kernel) / stride⌋ + 1.
///
/// The weight starts as ``Initial`` says, a bias uniform within 1/√(kernel² · C / groups), torch's default.
public struct Conv: ComputingLayer {
    /// N×H×W×C.
    public typealias Input = Maps

    /// Zeros around the image, in pixels.
    public struct Padding: Sendable, Hashable {
        /// Rows and columns of zeros.
        public let top, bottom, left, right: Int

        /// - Parameters: of each side, 0 or more.
        public init(top: Int = 0, bottom: Int = 0, left: Int = 0, right: Int = 0) {
            (self.top, self.bottom, self.left, self.right) = (top, bottom, left, right)
        }

        /// The same on all sides.
        public init(_ all: Int) { self.init(top: all, bottom: all, left: all, right: all) }
    }

    /// What the weight starts from. A BatchNorm that follows takes its scale away, but the larger it is, the less one
    /// step of the optimizer turns it.
    public enum Initial: Sendable, Hashable {
        /// Normal with variance 2 / (kernel² · width): Kaiming's, fan-out, as torchvision's ResNets have it (He et al. 2015).
        case kaimingFanOut
        /// Uniform within 1/√(kernel² · C / groups): the default of torch's `Conv2d`.
        case uniformFanIn

        func initializer(area: Int, inputs: Int, outputs: Int) -> Initializer {
            switch self {
            case .kaimingFanOut: .normal(standardDeviation: (2 / Double(area * outputs)).squareRoot())
            case .uniformFanIn: .uniform(bound: 1 / Double(area * inputs).squareRoot())
            }
        }
    }

    let width: Int
    package let window: Window
    package let bias: Bool
    let initial: Initial

    /// - Parameters:
    ///   - width: channels that come out.
    ///   - kernel: height and width of the window in pixels.
    ///   - padding: zeros on each side in pixels. Without it kernel / 2, which keeps the size for an odd kernel and stride 1.
    ///   - groups: the channels fall into so many groups that do not see each other.
    public init(
        _ width: Int, kernel: Int, stride: Int = 1, padding: Int? = nil, groups: Int = 1, bias: Bool = false,
        initial: Initial = .kaimingFanOut
    ) {
        self.init(
            width, kernel: kernel, stride: stride, padding: Padding(padding ?? kernel / 2), groups: groups, bias: bias,
            initial: initial)
    }

    /// The same with its own padding on each side.
    public init(
        _ width: Int, kernel: Int, stride: Int = 1, padding: Padding, groups: Int = 1, bias: Bool = false,
        initial: Initial = .kaimingFanOut
    ) {
        self.width = width
        self.bias = bias
        self.initial = initial
        window = Window(
            kernel: [kernel, kernel], strides: [stride, stride],
            padding: [padding.top, padding.bottom, padding.left, padding.right], groups: groups)
    }

    /// `Conv(64, kernel: 3)`
    public var title: String { "Conv(\(width), kernel: \(window.kernel[0]))" }

    /// - Throws: a `Diagnostic` where kernel, stride, padding or groups do not fit the maps.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try check(x, scope)
        let inputs = x.shape[3] / window.groups
        let area = window.kernel[0] * window.kernel[1]
        let weight = try scope.parameter(
            "weight", window.kernel + [inputs, width],
            initial.initializer(area: area, inputs: inputs, outputs: width), layout: .convolution)
        let y = convolution(x, weight, window)
        guard bias else { return y }
        return y
            + (try scope.parameter(
                "bias", [width], Initial.uniformFanIn.initializer(area: area, inputs: inputs, outputs: width)))
    }

    private func check(_ x: Tensor, _ scope: Scope) throws {
        try scope.expect(width > 0, "\(title) has no channels; give a width of at least 1")
        try scope.expectWindow(window, over: x, for: title)
        try scope.expect(window.groups > 0, "\(title) has \(window.groups) groups; give at least 1")
        let channels = x.shape[3]
        try scope.expect(
            channels % window.groups == 0 && width % window.groups == 0,
            "\(title): \(window.groups) groups do not divide \(channels) input and \(width) output channels evenly")
    }
}

extension Scope {
    /// Throws where the window cannot slide over the maps.
    func expectWindow(_ window: Window, over x: Tensor, for layer: String) throws {
        try expect(
            (window.kernel + window.strides).allSatisfy { $0 > 0 } && window.padding.allSatisfy { $0 >= 0 },
            "\(layer) has kernel \(window.kernel[0]), stride \(window.strides[0]) and padding \(window.padding); "
                + "kernel and stride must be at least 1 and padding at least 0")
        try expect(
            window.outputSize(x.shape[1], x.shape[2]).allSatisfy { $0 > 0 },
            "\(layer) does not fit \(x.described): its kernel of \(window.kernel[0])×\(window.kernel[1]) is larger than "
                + "\(x.shape[1])×\(x.shape[2]) pixels with padding \(window.padding); use a smaller kernel, more padding, "
                + "or fewer strides before it")
    }
}
