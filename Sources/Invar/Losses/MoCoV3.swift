/// MoCo v3's (Chen, Xie & He, ICCV 2021): each prediction is to find the ``Target``'s embedding of the other view of its image among those of all
/// images of the batch, by cosine similarity / temperature; the cross-entropy times 2·temperature, summed over both directions.
public struct MoCoV3: LossTerm {
    let temperature: Double

    /// In logs.
    public var name: String { "mocoV3" }

    /// - Parameter temperature: 1 in the authors' code, 0.2 in solo-learn and for ResNets. Above 0.
    public init(temperature: Double = 0.2) { self.temperature = temperature }

    /// - Throws: a `Diagnostic` where predictions and targets differ in width, or the temperature is not above 0.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectComparable(for: "MoCoV3()")
        try embeddings.expectAbove0(temperature, "temperature", of: "MoCoV3")
        let parts = embeddings.directions.map { direction in
            let (query, key) = (direction.prediction.unitRows, direction.target.stopGradient().unitRows)
            let similarity = matmul(query, key, transposeB: true) * (1 / temperature)
            let own = (query * key).sum([1]) * (1 / temperature)
            return (logSumExp(similarity, axis: 1) - own).mean()
        }
        return parts.dropFirst().reduce(parts[0], +) * (4 * temperature / Double(parts.count))
    }
}
