/// Attention between the tokens, then two linear layers for each, both on normalized tokens and beside a shortcut: the
/// block of Vision Transformers (Dosovitskiy et al. 2021). Parameters are named as timm's.
public struct TransformerBlock: Layer {
    let heads: Int
    let expansion: Int

    /// - Parameters:
    ///   - heads: of the attention; it divides the channels.
    ///   - expansion: how many times wider the tokens are between the two linear layers.
    public init(heads: Int, expansion: Int = 4) {
        self.heads = heads
        self.expansion = expansion
    }

    /// Attention, then the two linear layers, each beside its shortcut.
    public var body: Stack<Tokens, Tokens> {
        Residual {
            LayerNorm(epsilon: 1e-6).named("norm1")
            MultiHeadAttention(heads: heads).named("attn")
        }
        Residual {
            LayerNorm(epsilon: 1e-6).named("norm2")
            FeedForward(expansion: expansion).named("mlp")
        }
    }
}

/// Linear to `expansion` times the channels, GELU, Linear back: for each row or token by itself.
public struct FeedForward: ComputingLayer {
    /// N×C or N×T×C.
    public typealias Input = Vectors

    let expansion: Int

    /// - Parameter expansion: how many times wider it is between the two linear layers.
    public init(expansion: Int = 4) { self.expansion = expansion }

    /// `FeedForward(expansion: 4)`
    public var title: String { "FeedForward(expansion: \(expansion))" }

    /// - Throws: what the layers inside throw.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        let channels = x.shape[x.rank - 1]
        return try scope.apply(
            [
                Stage(Linear(expansion * channels, initial: .transformer).named("fc1"), at: nil),
                Stage(GELU(), at: nil),
                Stage(Linear(channels, initial: .transformer).named("fc2"), at: nil),
            ], to: x)
    }
}
