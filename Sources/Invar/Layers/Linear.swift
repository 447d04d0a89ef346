/// x · weightᵀ + bias: N×C to N×width, or N×T×C to N×T×width. The weight is width×C.
///
/// Weight and bias start as ``Initial`` says.
public struct Linear: ComputingLayer {
    /// N×C or N×T×C.
    public typealias Input = Vectors

    /// What weight and bias start from.
    public enum Initial: Sendable, Hashable {
        /// Both uniform within 1/√C: the default of torch's `Linear`.
        case uniformFanIn
        /// The weight normal with standard deviation 0.02, the bias 0: Vision Transformers'.
        case transformer

        func initializers(inputs: Int) -> (weight: Initializer, bias: Initializer) {
            switch self {
            case .uniformFanIn:
                let start = Initializer.uniform(bound: 1 / Double(inputs).squareRoot())
                return (start, start)
            case .transformer: return (.normal(standardDeviation: 0.02), .zeros)
            }
        }
    }

    let width: Int
    package let bias: Bool
    let initial: Initial

    /// - Parameters:
    ///   - width: numbers that come out for each row or token.
    ///   - bias: whether a number is added to each of them.
    ///   - initial: what weight and bias start from.
    public init(_ width: Int, bias: Bool = true, initial: Initial = .uniformFanIn) {
        self.width = width
        self.bias = bias
        self.initial = initial
    }

    /// `Linear(512)`
    public var title: String { "Linear(\(width))" }

    /// - Throws: a `Diagnostic` for a width below 1.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try scope.expect(width > 0, "\(title) has no outputs; give a width of at least 1")
        let channels = x.shape[x.rank - 1]
        let start = initial.initializers(inputs: channels)
        // All tokens of all images are the rows of one product. The bias comes after they are tokens again: what follows
        // it, such as a shortcut, then has its shape and can be computed with it.
        let rows = x.reshape([x.type.count / channels, channels])
        let weight = try scope.parameter("weight", [width, channels], start.weight)
        let y = matmul(rows, weight, transposeB: true).reshape(x.shape.dropLast() + [width])
        return bias ? y + (try scope.parameter("bias", [width], start.bias)) : y
    }
}
