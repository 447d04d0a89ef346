// The losses of the methods that predict one view's embedding from the other's: each prediction against the other view's
// target, by cosine. Without a `Predictor` the prediction is the embedding, without a `Target` the target is.

/// SimSiam's (Chen & He, CVPR 2021): −(cos(p₁, t₂) + cos(p₂, t₁)) / 2, the mean over the batch.
public struct NegativeCosine: LossTerm {
    let stopGradient: Bool

    /// - Parameter stopGradient: no gradient flows into the targets; without it the embeddings soon collapse.
    public init(stopGradient: Bool = true) { self.stopGradient = stopGradient }

    /// - Throws: a `Diagnostic` where predictions and targets differ in width.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectComparable(for: "NegativeCosine()")
        let cosines = embeddings.cosines(stopGradient: stopGradient)
        return cosines.dropFirst().reduce(cosines[0], +) * (-1 / Double(cosines.count))
    }
}

/// BYOL's (Grill et al., NeurIPS 2020): ‖p̂₁ − t̂₂‖² + ‖p̂₂ − t̂₁‖² of vectors of length 1, which is 4 − 2·cos(p₁, t₂) −
/// 2·cos(p₂, t₁), the mean over the batch.
public struct PredictionDistance: LossTerm {
    let stopGradient: Bool

    /// Logs and checkpoints know it by the name that it had first.
    public var name: String { "predictionError" }

    /// - Parameter stopGradient: no gradient flows into the targets; those of a ``Target`` never get one.
    public init(stopGradient: Bool = true) { self.stopGradient = stopGradient }

    /// - Throws: a `Diagnostic` where predictions and targets differ in width.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectComparable(for: "PredictionDistance()")
        let cosines = embeddings.cosines(stopGradient: stopGradient)
        let share = 4 / Double(cosines.count)
        return cosines.dropFirst().reduce(4 - share * cosines[0]) { $0 - share * $1 }
    }
}

extension Embeddings {
    /// The mean cosine of both directions.
    fileprivate func cosines(stopGradient: Bool) -> [Tensor] {
        directions.map { prediction, target in
            let target = stopGradient ? target.stopGradient() : target
            return (prediction.unitRows * target.unitRows).sum([1]).mean()
        }
    }
}
