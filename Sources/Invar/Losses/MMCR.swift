/// MMCR's (Yerxa et al., NeurIPS 2023) with its λ of 0: minus the nuclear norm, the sum of the singular values, of the N×D matrix of centroids; a
/// centroid is the mean of the embeddings of one image's views, each of length 1. It is largest where views of an image agree, so that
/// centroids are long, and where images differ.
///
/// ‖C‖_* is ⟨polar(C), C⟩, and the polar factor is also its derivative, so that no gradient has to flow through it: it comes from Newton and
/// Schulz's iterations X ← (3X − XXᵀX)/2, products only. Singular values that are very small beside the largest one are counted in part.
public struct MMCR: LossTerm {
    let iterations: Int

    /// In logs.
    public var name: String { "mmcr" }

    /// True.
    public var takesAllViews: Bool { true }

    /// - Parameter iterations: each lets singular values 1.5 times smaller be counted in full.
    public init(iterations: Int = 14) { self.iterations = iterations }

    /// - Throws: a `Diagnostic` for embeddings that differ in width, or no iterations.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectEqualWidths(for: "MMCR()")
        guard iterations > 0 else {
            throw Diagnostic(
                "MMCR has \(iterations) iterations; it needs at least 1", at: embeddings.first.builder.site)
        }
        let centroids = embeddings.views.map(\.unitRows).mean
        return -(centroids.stopGradient().polarFactor(iterations) * centroids).sum()
    }
}

extension Tensor {
    /// UVᵀ of UΣVᵀ, for a matrix.
    fileprivate func polarFactor(_ iterations: Int) -> Tensor {
        // no singular value is larger than Frobenius' norm
        var result = self * rsqrt(squared().sum() + 1e-30)
        for _ in 0..<iterations {
            let cube =
                shape[0] < shape[1]
                ? matmul(matmul(result, result, transposeB: true), result)
                : matmul(result, matmul(result, result, transposeA: true))
            result = result * 1.5 - cube * 0.5
        }
        return result
    }
}
