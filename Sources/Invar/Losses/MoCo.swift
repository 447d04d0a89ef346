/// MoCo's (He et al., CVPR 2020, and Chen et al. 2020 for its second version): each prediction is to find the ``Target``'s embedding of the other view of
/// its image, its key, among the keys of images of the last steps, by cosine similarity / temperature. The cross-entropy, the mean over the batch and all
/// directions.
///
/// The keys of earlier steps are a queue, `queue`×D, kept from step to step and in checkpoints: this step's stand in front, as many of the oldest
/// fall off its end. So a small batch has many negatives; those of its own step are none of them. A queue begins with random vectors of about length 1.
public struct MoCo: LossTerm {
    let queue: Int
    let temperature: Double

    /// In logs.
    public var name: String { "moco" }

    /// True.
    public var takesAllViews: Bool { true }

    /// - Parameters:
    ///   - queue: how many keys are kept; at least as many as a step makes, one for each image and whole view. 65,536 on ImageNet.
    ///   - temperature: 0.07 in the first version, 0.2 in the second. Above 0.
    public init(queue: Int = 4096, temperature: Double = 0.2) { (self.queue, self.temperature) = (queue, temperature) }

    /// - Throws: a `Diagnostic` where predictions and targets differ in width, the queue is too short, or the temperature is not above 0.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectComparable(for: "MoCo()")
        try embeddings.expectAbove0(temperature, "temperature", of: "MoCo")
        let scope = embeddings.scope
        let keys = concatenate(embeddings.targets.map { $0.stopGradient().unitRows }, axis: 0)
        let (count, width) = (keys.shape[0], keys.shape[1])
        try scope.expect(
            queue >= count,
            "MoCo has a queue of \(queue), and a step makes \(count) keys; give it room for as many, or use a smaller batch"
        )
        let earlier = try scope.statistic(
            "queue", [queue, width], .normal(standardDeviation: 1 / Double(width).squareRoot()))
        let kept = queue > count ? [earlier.slice(axis: 0, 0..<(queue - count))] : []
        try scope.update("queue", concatenate([keys] + kept, axis: 0))
        return value(of: embeddings.directions, earlier)
    }

    /// - Parameter queue: K×D, the keys of the steps before.
    package func value(of directions: [(prediction: Tensor, target: Tensor)], _ queue: Tensor) -> Tensor {
        directions.map { direction in
            let (query, key) = (direction.prediction.unitRows, direction.target.stopGradient().unitRows)
            let others = logSumExp(matmul(query, queue, transposeB: true) * (1 / temperature), axis: 1)
            // −log of own / (own + others) = log(1 + others / own)
            let excess = others - (query * key).sum([1]) * (1 / temperature)
            return (maximum(excess, 0) + log(exp(-abs(excess)) + 1)).mean()
        }.mean
    }
}
