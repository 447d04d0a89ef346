/// How far the cross-correlation of the two embeddings is from the identity:
/// Σ_i (C_ii − 1)² + λ Σ_{i≠j} C_ij², C = X̂ᵀŶ / N, with each dimension normalized over the batch by its biased variance
/// (Zbontar et al., ICML 2021).
public struct BarlowTwins: LossTerm {
    let lambda: Double
    let epsilon: Double

    /// - Parameter lambda: weight of what lies beside the diagonal.
    public init(lambda: Double = 0.0051, epsilon: Double = 1e-5) {
        self.lambda = lambda
        self.epsilon = epsilon
    }

    /// - Throws: a `Diagnostic` for embeddings that differ in width, or a batch of one image.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectEqualWidths(for: "BarlowTwins()")
        try embeddings.expectBatch(for: "BarlowTwins()")
        let (x, y) = (
            embeddings.first.standardized([0], epsilon: epsilon), embeddings.second.standardized([0], epsilon: epsilon)
        )
        let correlation = matmul(x, y, transposeA: true) * (1 / Double(embeddings.batch))
        let beside = correlation.offDiagonalMask
        let weight = 1 + beside * (lambda - 1)
        return ((correlation - (1 - beside)).squared() * weight).sum()
    }
}
