/// How tokens become one representation.
public enum TokenPooling: Sendable, Hashable {
    /// A learned token goes through all blocks beside the others, and is read at the end.
    case classToken
    /// The mean of the tokens.
    case mean
}

/// A Vision Transformer without its classifier (Dosovitskiy et al. 2021): maps N×H×W×C to representations N×width.
/// Parameters are named as timm's, which are also DINO's and MAE's.
///
/// - Parameters:
///   - patch: height and width in pixels of the squares that become tokens.
///   - width: channels of a token; the heads divide it.
///   - depth: number of blocks.
@StackBuilder
public func vit(
    patch: Int, width: Int, depth: Int, heads: Int, pooling: TokenPooling = .classToken
) -> Stack<Maps, Rows> {
    PatchEmbedding(patch: patch, width: width).named("patch_embed")
    if pooling == .classToken { ClassToken() }
    PositionEmbedding()
    Sequential("blocks") {
        for _ in 0..<depth { TransformerBlock(heads: heads) }
    }
    LayerNorm(epsilon: 1e-6).named("norm")
    switch pooling {
    case .classToken: FirstToken()
    case .mean: MeanOverTokens()
    }
}

extension Zoo {
    /// A small Vision Transformer for small colour images: 64 tokens of 192 channels, six blocks.
    public static let vicregViT = JointEmbedding("vicreg-vit", image: cifar) {
        cifarViews(.asymmetric)
        Encoder { vit(patch: 4, width: 192, depth: 6, heads: 3) }
        Method.expander(2048)
        Loss.vicreg()
    }
}
