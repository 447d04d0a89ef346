/// Whitens rows exactly: their covariance over a part of the batch becomes the identity, y = L⁻¹(x − mean) with LLᵀ = Σ (W-MSE: Ermolov et al., ICML
/// 2021). ``IterNorm`` does nearly the same with products alone, is cheaper, and treats all columns alike; here column k is made of the first k.
///
/// In training mean and Σ are those of a part of the batch, each view's own, and the images of a part are drawn anew for each step, as the batch is; the
/// running mean and the running L⁻¹ move towards their mean over the parts by `momentum`, and are what is used in evaluation. A part has to have more rows than columns,
/// or Σ is singular: W-MSE's code has 128 rows for 64 columns.
public struct CholeskyWhitening: ComputingLayer {
    /// N×D.
    public typealias Input = Rows

    let subBatch: Int
    let epsilon: Double
    let momentum: Double

    /// - Parameters:
    ///   - subBatch: rows of a part; the batch falls into as many parts as have so many rows, or a few more, and is one part where it has fewer.
    ///   - epsilon: how much of the identity the covariance is mixed with; 0 as published.
    ///   - momentum: how far the running statistics move in one step, 0 to 1.
    public init(subBatch: Int = 128, epsilon: Double = 0, momentum: Double = 0.1) {
        (self.subBatch, self.epsilon, self.momentum) = (subBatch, epsilon, momentum)
    }

    /// - Throws: a `Diagnostic` for settings out of range, or a batch to train with that has no parts of equal size that have more rows than columns.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        let (rows, columns) = (x.shape[0], x.shape[1])
        try scope.expect(subBatch > 1, "CholeskyWhitening has subBatch \(subBatch); it needs at least 2")
        try scope.expect(
            (0..<1).contains(epsilon), "CholeskyWhitening has epsilon \(epsilon); give 0 or more, and less than 1")
        try scope.expect(
            (0...1).contains(momentum), "CholeskyWhitening has momentum \(momentum); it must be between 0 and 1")
        let runningMean = try scope.statistic("running_mean", [columns], .zeros)
        // the running L⁻¹ less the identity, so that both begin at zero
        let runningRest = try scope.statistic("running_rest", [columns, columns], .zeros)
        let identity = runningRest.identity
        guard scope.isTraining else {
            return matmul(x - runningMean, runningRest + identity, transposeB: true)
        }
        let parts = max(1, rows / subBatch)
        try scope.expect(
            rows % parts == 0 && rows / parts > columns,
            "CholeskyWhitening of \(columns) columns in \(parts == 1 ? "a batch" : "\(parts) parts") of \(rows) rows; parts are of equal size and have "
                + "more rows than columns: use a larger batch, or a multiple of subBatch")
        let divided = x.reshape([parts, rows / parts, columns])
        let mean = divided.mean([1], keepingAxes: true)
        let centred = divided - mean
        let product = matmul(centred, centred, transposeA: true) * (1 / Double(rows / parts - 1))
        let covariance = epsilon > 0 ? product * (1 - epsilon) + product.identity * epsilon : product
        let whitening = inverseCholeskyFactor(covariance)
        let (meanOfAll, whiteningOfAll) = (mean.mean([0]).reshape([columns]), whitening.mean([0]))
        try scope.update("running_mean", runningMean * (1 - momentum) + meanOfAll * momentum)
        try scope.update("running_rest", runningRest * (1 - momentum) + (whiteningOfAll - identity) * momentum)
        return matmul(centred, whitening, transposeB: true).reshape([rows, columns])
    }
}
