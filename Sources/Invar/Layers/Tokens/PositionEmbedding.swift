/// Adds to each token a learned vector of its place: without it, attention sees the tokens as a set.
///
/// It starts normal with standard deviation 0.02.
public struct PositionEmbedding: ComputingLayer {
    /// N×T×C.
    public typealias Input = Tokens

    /// The layer has no settings: the tokens say how many vectors there are.
    public init() {}

    /// Its parameter is named in the scope around, as timm's.
    public var label: LayerLabel { .transparent }

    /// - Throws: a `Diagnostic` where another layer beside it has a parameter of the same name.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        x
            + (try scope.parameter("pos_embed", [1, x.shape[1], x.shape[2]], .normal(standardDeviation: 0.02)))
    }
}

/// Puts a learned token before the others, for ``FirstToken`` to read at the end: N×T×C to N×(1 + T)×C.
///
/// It starts normal with standard deviation 0.02.
public struct ClassToken: ComputingLayer {
    /// N×T×C.
    public typealias Input = Tokens

    /// The layer has no settings.
    public init() {}

    /// Its parameter is named in the scope around, as timm's.
    public var label: LayerLabel { .transparent }

    /// - Throws: a `Diagnostic` where another layer beside it has a parameter of the same name.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        let (batch, channels) = (x.shape[0], x.shape[2])
        let token = try scope.parameter("cls_token", [1, 1, channels], .normal(standardDeviation: 0.02))
        return concatenate([token.broadcast(to: [batch, 1, channels]), x], axis: 1)
    }
}
