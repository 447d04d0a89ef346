/// How far embeddings are from a standard normal distribution, by its quantiles (VISReg: Wu, Balestriero & Levine 2026, arXiv 2606.02572). Three parts
/// of each view, and their mean over the views:
///
/// - scale, mean (σ − 1)² over the dimensions,
/// - centre, mean μ²,
/// - shape: of embeddings without their mean and divided by σ, through which no gradient flows here, and seen along random directions of length 1,
///   the mean (u − q)²; q is what a normal sample of so many would have in u's place, Φ⁻¹(i/(N + 1)) for the i-th smallest.
///
/// Where ``SIGReg`` compares characteristic functions, this compares sorted values, by ``InvarGraph/Tensor/ranks(along:)``.
public struct VISReg: LossTerm {
    let directions: Int
    let weights: (scale: Double, shape: Double, centre: Double)

    /// In logs.
    public var name: String { "visReg" }
    /// True.
    public var takesAllViews: Bool { true }

    /// - Parameters:
    ///   - directions: drawn for each step; the authors' experiments have up to 4096.
    ///   - scale: weight of the first part.
    ///   - shape: of the last.
    ///   - centre: of the second.
    public init(directions: Int = 256, scale: Double = 1, shape: Double = 1, centre: Double = 1) {
        self.directions = directions
        weights = (scale, shape, centre)
    }

    /// - Throws: a `Diagnostic` for embeddings of different widths, a batch of one image, or no directions.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectEqualWidths(for: "VISReg()")
        try embeddings.expectBatch(for: "VISReg()")
        let scope = embeddings.scope
        try scope.expect(directions > 0, "VISReg has \(directions) directions; give at least 1")
        let width = embeddings.first.shape[1]
        guard let uniform = try scope.random([2, directions, width], name: "directions") else {
            throw scope.fail("VISReg draws directions, which there are none of outside of training")
        }
        return value(of: embeddings.views, along: uniform.normal(halves: [directions, width]))
    }

    /// - Parameter normal: directions×D; their lengths do not matter.
    package func value(of views: [Tensor], along normal: Tensor) -> Tensor {
        let unit = normal.unitRows
        return views.map { view -> Tensor in
            let mean = view.mean([0], keepingAxes: true)
            let centred = view - mean
            let spread = sqrt(maximum(centred.squared().mean([0], keepingAxes: true), 1e-12))
            let along = matmul(centred / spread.stopGradient(), unit, transposeB: true)
            let quantiles = normalQuantile((along.ranks(along: 0) + 1) * (1 / Double(view.shape[0] + 1)))
            return (spread - 1).squared().mean() * weights.scale + (along - quantiles).squared().mean() * weights.shape
                + mean.squared().mean() * weights.centre
        }.mean
    }
}

extension Loss {
    /// VISReg's: λ·VISReg + (1 − λ)·mean (z − the views' mean)².
    ///
    /// - Parameter lambda: 0.9 in the authors' code, 0.6 for small data sets.
    public static func visReg(lambda: Double = 0.9, directions: Int = 256) -> Loss {
        Loss {
            lambda * VISReg(directions: directions)
            (1 - lambda) * CentreDistance()
        }
    }
}
