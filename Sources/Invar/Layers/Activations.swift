/// max(x, 0). Its derivative at 0 is 0.
public struct ReLU: Layer, Operation {
    public init() {}

    public var body: Stack<Same, Same> { return Stack(self) }
    package var label: Label { .transparent }

    package func apply(to x: Tensor, in scope: Scope) -> Tensor { relu(x) }
}

/// x · Φ(x), Φ the normal distribution's cumulative (Hendrycks & Gimpel 2016).
public struct GELU: Layer, Operation {
    public enum Approximation: Sendable, Hashable {
        /// Φ(x) = ½ (1 + erf(x / √2))
        case none
        /// Φ(x) ≈ ½ (1 + tanh(√(2/π) · (x + 0.044715 x³)))
        case tanh
    }

    let approximation: Approximation

    public init(approximate: Approximation = .none) { approximation = approximate }

    public var body: Stack<Same, Same> { return Stack(self) }
    package var label: Label { .transparent }

    package func apply(to x: Tensor, in scope: Scope) -> Tensor {
        switch approximation {
        case .none: x * 0.5 * (erf(x * 0.5.squareRoot()) + 1)
        case .tanh: x * 0.5 * (tanh((x + x * x * x * 0.044715) * (2 / Double.pi).squareRoot()) + 1)
        }
    }
}
