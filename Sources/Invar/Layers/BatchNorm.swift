/// Normalizes each channel over the batch (over N for rows; N and T for tokens; N, H and W for maps), then scales and shifts it:
/// y = (x − mean) / √(variance + ε) · weight + bias (Ioffe & Szegedy 2015).
///
/// In training mean and variance (÷ n) are the batch's, each view's its own; the running statistics move towards them by
/// `momentum`, with the unbiased variance (÷ n − 1), once for each view in the order of the views. In evaluation the
/// running statistics are used. All as PyTorch does it.
public struct BatchNorm: ComputingLayer {
    package let epsilon: Double
    let momentum: Double
    let zeroInitialized: Bool
    package let affine: Bool

    /// - Parameters:
    ///   - momentum: how far the running statistics move in one step, 0 to 1.
    ///   - zeroInitialized: the weight starts at 0, so that a residual block starts as its shortcut.
    ///   - affine: false leaves out weight and bias.
    public init(
        epsilon: Double = 1e-5, momentum: Double = 0.1, zeroInitialized: Bool = false, affine: Bool = true
    ) {
        self.epsilon = epsilon
        self.momentum = momentum
        self.zeroInitialized = zeroInitialized
        self.affine = affine
    }

    /// torchvision's: `bn1`, `bn2`, ….
    public var label: LayerLabel { .counted("bn") }

    /// - Throws: a `Diagnostic` for settings out of range, or where a batch has one value in a channel to train with.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try scope.expect((2...4).contains(x.rank), "BatchNorm takes rows, tokens or maps, found \(x.described)")
        try scope.expect(epsilon > 0, "BatchNorm has epsilon \(epsilon); it must be above 0")
        try scope.expect((0...1).contains(momentum), "BatchNorm has momentum \(momentum); it must be between 0 and 1")
        let channels = [x.shape[x.rank - 1]]
        let weight = affine ? try scope.parameter("weight", channels, zeroInitialized ? .zeros : .ones) : nil
        let bias = affine ? try scope.parameter("bias", channels, .zeros) : nil
        let runningMean = try scope.statistic("running_mean", channels, .zeros)
        let runningVariance = try scope.statistic("running_var", channels, .ones)
        guard scope.isTraining else {
            // One multiplication and one addition for each element: the rest is done once for each channel.
            let scale = scaled(rsqrt(runningVariance + epsilon), by: weight)
            let shift = bias.map { $0 - runningMean * scale } ?? -(runningMean * scale)
            return x * scale + shift
        }
        let axes = Array(0..<(x.rank - 1))
        let n = x.type.count / channels[0]
        try scope.expect(
            n > 1,
            "BatchNorm needs more than one value in a channel when it trains, found \(x.described); use a larger batch")
        let mean = x.mean(axes)
        let variance = x.variance(axes, correction: 0)
        let unbiased = variance * (Double(n) / Double(n - 1))
        try scope.update("running_mean", runningMean * (1 - momentum) + mean * momentum)
        try scope.update("running_var", runningVariance * (1 - momentum) + unbiased * momentum)
        let y = (x - mean) * scaled(rsqrt(variance + epsilon), by: weight)
        return bias.map { y + $0 } ?? y
    }

    private func scaled(_ x: Tensor, by weight: Tensor?) -> Tensor { weight.map { x * $0 } ?? x }
}
