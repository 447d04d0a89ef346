/// TiCo's (Zhu et al. 2022): the distance of both views' embeddings, and how much of an embedding lies along directions along which embeddings
/// have lain in the last steps,
///
///     1 − ẑ₁·ẑ₂ + ρ · ẑ₁ᵀCẑ₁,  C ← βC + (1 − β) ẑ₁ᵀẑ₁/N,
///
/// the mean over the batch and over both directions; rows have length 1. ẑ₂ is the ``Target``'s, into which no gradient flows. C, D×D, is kept from
/// step to step, and this step's part of it is a part of the gradient.
public struct TiCo: LossTerm {
    let beta: Double
    let rho: Double

    /// In logs.
    public var name: String { "tico" }
    /// True.
    public var takesAllViews: Bool { true }

    /// - Parameters:
    ///   - beta: how much of C stays from step to step.
    ///   - rho: weight of the second part: 8 in the paper's experiments, 20 in lightly.
    public init(beta: Double = 0.9, rho: Double = 8) { (self.beta, self.rho) = (beta, rho) }

    /// - Throws: a `Diagnostic` where predictions and targets differ in width, or β is not between 0 and 1.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectComparable(for: "TiCo()")
        let scope = embeddings.scope
        try scope.expect((0..<1).contains(beta), "TiCo has beta \(beta); give 0 or more, and less than 1")
        let width = embeddings.predictions[0].shape[1]
        let covariance = try scope.statistic("covariance", [width, width], .zeros)
        let (value, next) = value(of: embeddings.directions, covariance)
        try scope.update("covariance", next)
        return value
    }

    /// - Parameter earlier: C, as the steps before have left it.
    /// - Returns: the term, and C.
    package func value(
        of directions: [(prediction: Tensor, target: Tensor)], _ earlier: Tensor
    ) -> (value: Tensor, covariance: Tensor) {
        let rows = directions.map { $0.prediction.unitRows }
        let batch = Double(rows[0].shape[0])
        let own = rows.map { matmul($0, $0, transposeA: true) }.reduce(nil as Tensor?) { sum, each in
            sum.map { $0 + each } ?? each
        }
        guard let own else { internalError("a loss of no views") }
        let covariance = earlier * beta + own * ((1 - beta) / (batch * Double(rows.count)))
        let parts = zip(directions, rows).map { direction, row in
            let near = (row * direction.target.stopGradient().unitRows).sum([1]).mean()
            let along = (matmul(row, covariance) * row).sum([1]).mean()
            return 1 - near + along * rho
        }
        return (parts.mean, covariance)
    }
}
