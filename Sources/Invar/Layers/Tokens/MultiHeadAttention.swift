/// Each token becomes a mean of what all tokens of its image offer, weighted by how well they fit what it asks for:
/// softmax(Q·Kᵀ / √d) · V in each head, d = C / heads, then one linear layer over the heads (Vaswani et al. 2017).
///
/// `qkv.weight` is 3C×C, queries, keys and values below each other, each head by head; `proj.weight` is C×C. Both start
/// normal with standard deviation 0.02.
public struct MultiHeadAttention: ComputingLayer {
    /// N×T×C.
    public typealias Input = Tokens

    let heads: Int

    /// - Parameter heads: it divides the channels.
    public init(heads: Int) { self.heads = heads }

    /// `MultiHeadAttention(heads: 3)`
    public var title: String { "MultiHeadAttention(heads: \(heads))" }

    /// - Throws: a `Diagnostic` where the heads do not divide the channels.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        let (batch, tokens, channels) = (x.shape[0], x.shape[1], x.shape[2])
        try scope.expect(
            heads > 0 && channels % heads == 0,
            "\(title): the heads do not divide \(channels) channels evenly")
        let depth = channels / heads
        func linear(_ width: Int, _ name: String, _ x: Tensor) throws -> Tensor {
            try scope.apply([Stage(Linear(width, initial: .transformer).named(name), at: nil)], to: x)
        }
        // [3, N, heads, T, d]: views of the product, nothing moves
        let asked = try linear(3 * channels, "qkv", x)
            .reshape([batch, tokens, 3, heads, depth]).transpose([2, 0, 3, 1, 4])
        func part(_ index: Int) -> Tensor {
            asked.slice(axis: 0, index..<(index + 1)).reshape([batch, heads, tokens, depth])
        }
        let scores = matmul(part(0), part(1), transposeB: true) * (1 / Double(depth)).squareRoot()
        let mixed = matmul(softmax(scores, axis: 3), part(2)).transpose([0, 2, 1, 3]).reshape([batch, tokens, channels])
        return try linear(channels, "proj", mixed)
    }
}
