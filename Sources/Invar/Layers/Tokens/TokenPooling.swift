/// The mean of each channel over the tokens: N×T×C to N×C.
public struct MeanOverTokens: ComputingLayer {
    /// N×T×C.
    public typealias Input = Tokens
    /// N×C.
    public typealias Output = Rows

    /// The layer has no settings.
    public init() {}

    /// It has no parameters to name.
    public var label: LayerLabel { .transparent }

    /// The mean over axis 1.
    public func apply(to x: Tensor, in scope: Scope) -> Tensor {
        x.mean([1])
    }
}

/// The first token, where ``ClassToken`` put it: N×T×C to N×C.
public struct FirstToken: ComputingLayer {
    /// N×T×C.
    public typealias Input = Tokens
    /// N×C.
    public typealias Output = Rows

    /// The layer has no settings.
    public init() {}

    /// It has no parameters to name.
    public var label: LayerLabel { .transparent }

    /// The first of axis 1.
    public func apply(to x: Tensor, in scope: Scope) -> Tensor {
        x.slice(axis: 1, 0..<1).reshape([x.shape[0], x.shape[2]])
    }
}
