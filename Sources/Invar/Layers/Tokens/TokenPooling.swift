/// The mean of each channel over the tokens: N×T×C to N×C.
public struct MeanOverTokens: Layer, Operation {
    public init() {}

    public var body: Stack<Tokens, Rows> { return Stack(self) }

    package func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try scope.expectTokens(x, for: "MeanOverTokens()")
        return x.mean([1])
    }
}

/// The first token, where ``ClassToken`` put it: N×T×C to N×C.
public struct FirstToken: Layer, Operation {
    public init() {}

    public var body: Stack<Tokens, Rows> { return Stack(self) }

    package func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        try scope.expectTokens(x, for: "FirstToken()")
        return x.slice(axis: 1, 0..<1).reshape([x.shape[0], x.shape[2]])
    }
}
