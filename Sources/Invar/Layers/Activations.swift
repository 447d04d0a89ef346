/// max(x, 0). Its derivative at 0 is 0.
public struct ReLU: Layer, Operation {
    public init() {}

    public var body: Stack<Same, Same> { return Stack(self) }

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

    package func apply(to x: Tensor, in scope: Scope) -> Tensor {
        // ½ stands inside: as a factor of the whole it would move on into what follows, and come between a product and its
        // epilogue.
        switch approximation {
        case .none: x * (erf(x * 0.5.squareRoot()) * 0.5 + 0.5)
        case .tanh: x * (tanh((x + x * x * x * 0.044715) * (2 / Double.pi).squareRoot()) * 0.5 + 0.5)
        }
    }
}
