/// SimCLR's normalized temperature-scaled cross-entropy (Chen et al., ICML 2020): each of the 2N embeddings is to find the
/// other view of its image among all others, by cosine similarity / temperature. The mean over the 2N.
public struct NTXent: LossTerm {
    let temperature: Double

    /// As the paper writes it.
    public var name: String { "ntXent" }

    /// - Parameter temperature: what cosines are divided by; the smaller, the more the nearest others count. Above 0.
    public init(temperature: Double = 0.5) { self.temperature = temperature }

    /// - Throws: a `Diagnostic` for embeddings that differ in width, or a temperature that is not above 0.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectEqualWidths(for: "NTXent()")
        try embeddings.expectAbove0(temperature, "temperature", of: "NTXent")
        let (x, y) = (embeddings.first.unitRows, embeddings.second.unitRows)
        let all = concatenate([x, y], axis: 0)
        let similarity = matmul(all, all, transposeB: true) * (1 / temperature)
        // An embedding is not among its own candidates: exp(−10⁹) is 0.
        let candidates = similarity - (1 - similarity.offDiagonalMask) * 1e9
        return logSumExp(candidates, axis: 1, keepingAxes: true).mean() - (x * y).sum([1]).mean() * (1 / temperature)
    }
}
