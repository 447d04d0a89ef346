/// VIbCReg's covariance term (Lee & Aune 2021): the mean of the squared correlations between different dimensions, for each branch
/// Σ_{i≠j} R_ij² / D², R = X̂ᵀX̂ with each column of X̂ centred and of length 1; summed over the branches. Unlike ``Covariance`` it does not
/// see how far a dimension varies, and its size does not depend on D.
public struct NormalizedCovariance: LossTerm {
    let epsilon: Double

    /// - Parameter epsilon: added to a column's squared length; above 0.
    public init(epsilon: Double = 1e-8) { self.epsilon = epsilon }

    /// - Throws: a `Diagnostic` for a batch of one image, or an ε that is not above 0.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectBatch(for: "NormalizedCovariance()")
        try embeddings.expectAbove0(epsilon, "epsilon", of: "NormalizedCovariance")
        func offDiagonal(_ x: Tensor) -> Tensor {
            let centred = x - x.mean([0], keepingAxes: true)
            let unit = centred * rsqrt(centred.squared().sum([0], keepingAxes: true) + epsilon)
            let width = Double(x.shape[1])
            return matmul(unit, unit, transposeA: true).offDiagonal.squared().sum() * (1 / (width * width))
        }
        return offDiagonal(embeddings.first) + offDiagonal(embeddings.second)
    }
}

extension Loss {
    /// VIbCReg's, with the coefficients of its code: the variance term is summed over the branches. Its expander ends with ``IterNorm``.
    public static func vibcreg(invariance: Double = 25, variance: Double = 25, covariance: Double = 200) -> Loss {
        Loss {
            invariance * Invariance()
            variance * Variance(halved: false)
            covariance * NormalizedCovariance()
        }
    }
}
