/// x · weightᵀ + bias: N×C to N×width. The weight is width×C.
///
/// Weight and bias start uniform within 1/√C: torch's default.
public struct Linear: Layer, Operation {
    let width: Int
    let bias: Bool

    public init(_ width: Int, bias: Bool = true) {
        self.width = width
        self.bias = bias
    }

    public var body: Stack<Rows, Rows> { return Stack(self) }
    package var label: Label { .counted("linear") }

    package func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try scope.expectRows(x, for: "Linear(\(width))")
        try scope.expect(width > 0, "Linear(\(width)) has no outputs; give a width of at least 1")
        let channels = x.shape[1]
        let start = Initializer.uniform(bound: 1 / Double(channels).squareRoot())
        let y = matmul(x, try scope.parameter("weight", [width, channels], start), transposeB: true)
        guard bias else { return y }
        return y + (try scope.parameter("bias", [width], start))
    }
}
