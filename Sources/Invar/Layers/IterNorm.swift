/// Whitens rows: their covariance over the batch becomes nearly the identity, y = W(x − mean), W ≈ Σ^(−1/2) by Newton's iterations
/// (IterNorm: Huang et al., CVPR 2019), in which there are products only:
///
///     Σ = εI + XᵀX / N,  P₀ = I,  P ← (3P − P³ Σ/tr Σ) / 2,  W = P / √tr Σ
///
/// In training mean and Σ are the batch's, each view's its own; the running mean and the running W move towards them by `momentum`, and are
/// what is used in evaluation. Directions with little variance are whitened less, the less the fewer iterations there are; with many iterations
/// more than the published five, rounding in float32 grows instead of the accuracy.
public struct IterNorm: ComputingLayer {
    /// N×D.
    public typealias Input = Rows

    let groups: Int
    let iterations: Int
    let epsilon: Double
    let momentum: Double
    let affine: Bool

    /// - Parameters:
    ///   - groups: so many groups of columns side by side are whitened, each for itself; they divide D.
    ///   - iterations: of Newton's method.
    ///   - epsilon: added to the variances; above 0.
    ///   - momentum: how far the running statistics move in one step, 0 to 1.
    ///   - affine: whether a scale and a shift for each column follow, which are trained.
    public init(
        groups: Int = 1, iterations: Int = 5, epsilon: Double = 1e-5, momentum: Double = 0.1, affine: Bool = true
    ) {
        (self.groups, self.iterations) = (groups, iterations)
        (self.epsilon, self.momentum, self.affine) = (epsilon, momentum, affine)
    }

    /// - Throws: a `Diagnostic` for settings out of range, groups that do not divide the columns, or a batch of one row to train with.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        let (rows, columns) = (x.shape[0], x.shape[1])
        try scope.expect(iterations > 0, "IterNorm has \(iterations) iterations; it needs at least 1")
        try scope.expect(epsilon > 0, "IterNorm has epsilon \(epsilon); it must be above 0")
        try scope.expect((0...1).contains(momentum), "IterNorm has momentum \(momentum); it must be between 0 and 1")
        try scope.expect(
            groups > 0 && columns % max(1, groups) == 0,
            "IterNorm has \(groups) groups for \(columns) columns; give a number that divides them")
        try scope.expect(
            rows > 1 || !scope.isTraining, "IterNorm needs more than one row when it trains; use a larger batch")
        let width = columns / groups
        let weight = affine ? try scope.parameter("weight", [columns], .ones) : nil
        let bias = affine ? try scope.parameter("bias", [columns], .zeros) : nil
        let runningMean = try scope.statistic("running_mean", [columns], .zeros)
        // the running W less the identity, so that both begin at zero
        let runningRest = try scope.statistic("running_rest", [groups, width, width], .zeros)
        let identity = runningRest.identity
        let y: Tensor
        if scope.isTraining {
            let mean = x.mean([0])
            let centred = (x - mean).grouped(groups)
            let whitening = centred.whitening(iterations: iterations, epsilon: epsilon)
            try scope.update("running_mean", runningMean * (1 - momentum) + mean * momentum)
            try scope.update("running_rest", runningRest * (1 - momentum) + (whitening - identity) * momentum)
            y = matmul(centred, whitening)
        } else {
            y = matmul((x - runningMean).grouped(groups), runningRest + identity)
        }
        let whitened = y.transpose([1, 0, 2]).reshape([rows, columns])
        guard let weight, let bias else { return whitened }
        return whitened * weight + bias
    }
}

extension Tensor {
    /// N×D as groups×N×(D / groups).
    fileprivate func grouped(_ groups: Int) -> Tensor {
        reshape([shape[0], groups, shape[1] / groups]).transpose([1, 0, 2])
    }

    /// 1 on the diagonals of the last two axes and 0 beside them, of this shape.
    var identity: Tensor { positions(along: rank - 2).compare(.equal, positions(along: rank - 1)) }

    /// Σ^(−1/2), for each of centred groups×N×D.
    fileprivate func whitening(iterations: Int, epsilon: Double) -> Tensor {
        let product = matmul(self, self, transposeA: true) * (1 / Double(shape[1]))
        let identity = product.identity
        let covariance = product + identity * epsilon
        let scale = reciprocal((covariance * identity).sum([1, 2], keepingAxes: true))
        let normalized = covariance * scale
        // the first step from the identity
        var result = identity * 1.5 - normalized * 0.5
        for _ in stride(from: 1, to: iterations, by: 1) {
            let cube = matmul(matmul(result, result), result)
            result = result * 1.5 - matmul(cube, normalized) * 0.5
        }
        return result * sqrt(scale)
    }
}
