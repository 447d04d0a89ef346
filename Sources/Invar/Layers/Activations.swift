/// max(x, 0). Its derivative at 0 is 0.
public struct ReLU: ComputingLayer {
    /// An activation without parameters.
    public init() {}

    /// It has no parameters to name.
    public var label: LayerLabel { .transparent }

    /// max(x, 0), element by element.
    public func apply(to x: Tensor, in scope: Scope) -> Tensor { relu(x) }
}

/// x · Φ(x), Φ the normal distribution's cumulative (Hendrycks & Gimpel 2016).
public struct GELU: ComputingLayer {
    /// How Φ is computed.
    public enum Approximation: Sendable, Hashable {
        /// Φ(x) = ½ (1 + erf(x / √2))
        case none
        /// Φ(x) ≈ ½ (1 + tanh(√(2/π) · (x + 0.044715 x³)))
        case tanh
    }

    let approximation: Approximation

    /// - Parameter approximate: as torch's argument of that name.
    public init(approximate: Approximation = .none) { approximation = approximate }

    /// It has no parameters to name.
    public var label: LayerLabel { .transparent }

    /// x · Φ(x), element by element.
    public func apply(to x: Tensor, in scope: Scope) -> Tensor {
        // ½ stands inside: as a factor of the whole it would move on into what follows, and come between a product and its
        // epilogue.
        switch approximation {
        case .none: x * (erf(x * 0.5.squareRoot()) * 0.5 + 0.5)
        case .tanh: x * (tanh((x + x * x * x * 0.044715) * (2 / Double.pi).squareRoot()) * 0.5 + 0.5)
        }
    }
}

/// x · σ(x), the sigmoid-weighted linear unit, also called swish (Elfwing et al. 2018).
public struct SiLU: ComputingLayer {
    /// An activation without parameters.
    public init() {}

    /// It has no parameters to name.
    public var label: LayerLabel { .transparent }

    /// x · σ(x), element by element.
    public func apply(to x: Tensor, in scope: Scope) -> Tensor { x * sigmoid(x) }
}

/// σ(x) = 1 / (1 + e⁻ˣ), between 0 and 1.
public struct Sigmoid: ComputingLayer {
    /// An activation without parameters.
    public init() {}

    /// It has no parameters to name.
    public var label: LayerLabel { .transparent }

    /// σ(x), element by element.
    public func apply(to x: Tensor, in scope: Scope) -> Tensor { sigmoid(x) }
}

/// exp(xᵢ) / Σⱼ exp(xⱼ) over the channels of each row, token or pixel: they become positive and add up to 1.
public struct Softmax: ComputingLayer {
    /// An activation without parameters.
    public init() {}

    /// It has no parameters to name.
    public var label: LayerLabel { .transparent }

    /// Along the last axis.
    public func apply(to x: Tensor, in scope: Scope) -> Tensor { softmax(x, axis: x.rank - 1) }
}

/// x itself: a place that a model leaves empty.
public struct Identity: ComputingLayer {
    /// An activation without parameters.
    public init() {}

    /// It has no parameters to name.
    public var label: LayerLabel { .transparent }

    /// `x`.
    public func apply(to x: Tensor, in scope: Scope) -> Tensor { x }
}
