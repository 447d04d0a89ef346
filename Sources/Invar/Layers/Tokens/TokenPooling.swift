/// The mean of each channel over the tokens: N×T×C to N×C.
public struct MeanOverTokens: ComputingLayer {
    public typealias Input = Tokens
    public typealias Output = Rows

    public init() {}

    public var label: LayerLabel { .transparent }

    public func apply(to x: Tensor, in scope: Scope) -> Tensor {
        x.mean([1])
    }
}

/// The first token, where ``ClassToken`` put it: N×T×C to N×C.
public struct FirstToken: ComputingLayer {
    public typealias Input = Tokens
    public typealias Output = Rows

    public init() {}

    public var label: LayerLabel { .transparent }

    public func apply(to x: Tensor, in scope: Scope) -> Tensor {
        x.slice(axis: 1, 0..<1).reshape([x.shape[0], x.shape[2]])
    }
}
