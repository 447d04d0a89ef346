/// Normalizes the channels of each row or token (of each pixel, for maps), then scales and shifts each channel:
/// y = (x − mean) / √(variance + ε) · weight + bias, with the variance ÷ C (Ba et al. 2016).
public struct LayerNorm: ComputingLayer {
    package let epsilon: Double
    package let affine: Bool

    /// - Parameter affine: false leaves out weight and bias.
    public init(epsilon: Double = 1e-5, affine: Bool = true) {
        self.epsilon = epsilon
        self.affine = affine
    }

    /// `ln1`, `ln2`, ….
    public var label: LayerLabel { .counted("ln") }

    /// - Throws: a `Diagnostic` for an ε that is not above 0.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try scope.expect((2...4).contains(x.rank), "LayerNorm takes rows, tokens or maps, found \(x.described)")
        try scope.expect(epsilon > 0, "LayerNorm has epsilon \(epsilon); it must be above 0")
        let last = x.rank - 1
        let y = x.standardized([last], epsilon: epsilon)
        guard affine else { return y }
        let channels = [x.shape[last]]
        let weight = try scope.parameter("weight", channels, .ones)
        return y * weight + (try scope.parameter("bias", channels, .zeros))
    }
}
