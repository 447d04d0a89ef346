// The three terms of VICReg (Bardes, Ponce & LeCun, ICLR 2022), as its official code computes them.

/// The mean of (x − y)² over all N·D elements. (Eq. 5 of the paper sums over D; the code divides by it.)
///
/// With a ``Predictor`` or a ``Target``: the mean over both directions of (prediction − the other view's target)².
public struct Invariance: LossTerm {
    /// The term has no settings.
    public init() {}

    /// - Throws: a `Diagnostic` for embeddings, or predictions and targets, that differ in width.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        if embeddings.isPlain {
            try embeddings.expectEqualWidths(for: "Invariance()")
            return (embeddings.first - embeddings.second).squared().mean()
        }
        try embeddings.expectComparable(for: "Invariance()")
        return embeddings.meanOfDirections { ($0 - $1).squared().mean() }
    }
}

/// How far the standard deviation of each embedding dimension over the batch falls short of γ:
/// mean over j of max(0, γ − √(var_j + ε)), with the unbiased variance (÷ N − 1).
public struct Variance: LossTerm {
    let gamma: Double
    let epsilon: Double
    let halved: Bool
    let ofDirections: Bool

    /// - Parameters:
    ///   - gamma: the standard deviation to reach.
    ///   - ofDirections: looks at embeddings of length √D instead of as they are: for losses such as ``NegativeCosine`` that do not
    ///     see the length, and would let it grow instead.
    ///   - halved: true takes the mean over the branches, as the official code does; false their sum, as the paper writes it.
    public init(gamma: Double = 1, epsilon: Double = 1e-4, halved: Bool = true, ofDirections: Bool = false) {
        self.gamma = gamma
        self.epsilon = epsilon
        self.halved = halved
        self.ofDirections = ofDirections
    }

    /// - Throws: a `Diagnostic` for a batch of one image, or an ε that is not above 0.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectBatch(for: "Variance()")
        guard epsilon > 0 else {
            throw Diagnostic(
                "Variance has epsilon \(epsilon); it must be above 0, or the gradient of a constant is infinite",
                at: embeddings.first.builder.site)
        }
        func shortfall(_ x: Tensor) -> Tensor {
            let x = ofDirections ? x.unitRows * Double(x.shape[1]).squareRoot() : x
            return relu(gamma - sqrt(x.variance([0]) + epsilon)).mean()
        }
        let sum = shortfall(embeddings.first) + shortfall(embeddings.second)
        return halved ? sum * 0.5 : sum
    }
}

/// How far the embedding dimensions vary together: for each branch Σ_{i≠j} C_ij² / D, C = XᵀX / (N − 1) with X centred
/// over the batch; summed over the branches.
public struct Covariance: LossTerm {
    /// The term has no settings.
    public init() {}

    /// - Throws: a `Diagnostic` for a batch of one image.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectBatch(for: "Covariance()")
        func offDiagonal(_ x: Tensor) -> Tensor {
            let centred = x - x.mean([0], keepingAxes: true)
            let covariance = matmul(centred, centred, transposeA: true) * (1 / Double(x.shape[0] - 1))
            return covariance.offDiagonal.squared().sum() * (1 / Double(x.shape[1]))
        }
        return offDiagonal(embeddings.first) + offDiagonal(embeddings.second)
    }
}
