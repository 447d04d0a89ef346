/// SwAV's (Caron et al., NeurIPS 2020): each view's distribution over ``Prototypes`` is to be the code of another view, a whole one. Codes are
/// the scores sharpened to exp(score/ε) and then, by Sinkhorn's sweeps over the batch, shared out so that all prototypes are used alike; no
/// gradient flows into them. The mean cross-entropy of all directions.
public struct SwAV: LossTerm {
    let temperature: Double
    let epsilon: Double
    let sweeps: Int

    /// In logs.
    public var name: String { "swav" }

    /// True.
    public var takesAllViews: Bool { true }

    /// - Parameters:
    ///   - temperature: what scores are divided by where they are predictions. Above 0.
    ///   - epsilon: what scores are divided by where they become codes. Above 0.
    ///   - sweeps: over prototypes and images in turn.
    public init(temperature: Double = 0.1, epsilon: Double = 0.05, sweeps: Int = 3) {
        (self.temperature, self.epsilon, self.sweeps) = (temperature, epsilon, sweeps)
    }

    /// - Throws: a `Diagnostic` for embeddings that differ in width, or a setting out of range.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectEqualWidths(for: "SwAV()")
        try embeddings.expectAbove0(temperature, "temperature", of: "SwAV")
        try embeddings.expectAbove0(epsilon, "epsilon", of: "SwAV")
        guard sweeps > 0 else {
            throw Diagnostic(
                "SwAV has \(sweeps) sweeps; it needs at least 1", at: embeddings.first.builder.site)
        }
        let codes = embeddings.views.prefix(embeddings.wholeCount).map { code(of: $0.stopGradient()) }
        let parts = embeddings.views.enumerated().flatMap { view, scores in
            codes.enumerated().filter { $0.offset != view }.map { _, code in
                let student = scores * (1 / temperature)
                return (logSumExp(student, axis: 1) - (code * student).sum([1])).mean()
            }
        }
        return parts.mean
    }

    /// N×K: each row sums to 1, each column nearly to N / K.
    private func code(of scores: Tensor) -> Tensor {
        // Less the largest of all: a common factor is divided away again.
        var code = exp((scores - scores.max()) * (1 / epsilon))
        for _ in 0..<sweeps {
            // a prototype so far from all images that its scores vanish is no division by 0
            code = code / maximum(code.sum([0], keepingAxes: true), 1e-30)
            code = code / code.sum([1], keepingAxes: true)
        }
        return code
    }
}
