import Foundation

/// How far embeddings are from a standard normal distribution, seen along random directions (SIGReg: Balestriero & LeCun 2025, LeJEPA).
/// Along each direction a, of length 1, it is Epps and Pulley's statistic of u = Za,
///
///     N · ∫ ((mean cos tu − e^(−t²/2))² + (mean sin tu)²) e^(−t²/2) dt,
///
/// the integral from −3 to 3 by the trapezoidal rule; the mean over the directions and over the views. A collapsed embedding is far from
/// normal, and so is one whose dimensions vary together: one term does what ``Variance`` and ``Covariance`` do.
///
/// The directions are drawn anew for each step, and are the same for all views. `N · …` is what the authors' code has: the term grows with the
/// batch, as a test statistic does.
public struct SIGReg: LossTerm {
    let directions: Int
    let knots: Int

    /// In logs.
    public var name: String { "sigReg" }

    /// True.
    public var takesAllViews: Bool { true }

    /// - Parameters:
    ///   - directions: drawn for each step: 256 in the authors' short example, 1024 in their experiments.
    ///   - knots: where the integral is evaluated, from t = 0 to 3.
    public init(directions: Int = 256, knots: Int = 17) { (self.directions, self.knots) = (directions, knots) }

    /// - Throws: a `Diagnostic` for embeddings of different widths, or numbers that are too small.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectEqualWidths(for: "SIGReg()")
        let scope = embeddings.scope
        try scope.expect(directions > 0, "SIGReg has \(directions) directions; give at least 1")
        try scope.expect(knots > 1, "SIGReg has \(knots) knots; give at least 2")
        let width = embeddings.first.shape[1]
        guard let uniform = try scope.random([2, directions, width], name: "directions") else {
            throw scope.fail("SIGReg draws directions, which there are none of outside of training")
        }
        return try value(of: embeddings.views, along: uniform.normal(halves: [directions, width]))
    }

    /// - Parameter normal: directions×D; their lengths do not matter.
    package func value(of views: [Tensor], along normal: Tensor) throws -> Tensor {
        let unit = normal.unitRows
        let step = 3 / Double(knots - 1)
        let sums = views.map { view -> Tensor in
            let along = matmul(view, unit, transposeB: true)
            let (rows, count) = (along.shape[0], along.shape[1])
            // cos tu and sin tu at each knot from those at the one before, by the angles' sum: two of them are computed, and not two for each knot
            let one = (cos: cos(along * step), sin: sin(along * step))
            var turned = one
            // at t = 0 both parts are 0
            let parts = (1..<knots).map { knot -> Tensor in
                let t = Double(knot) * step
                let normal = exp(-t * t / 2)
                let weight = normal * step * (knot == knots - 1 ? 1 : 2)
                let error = (turned.cos.mean([0]) - normal).squared() + turned.sin.mean([0]).squared()
                turned = (
                    cos: turned.cos * one.cos - turned.sin * one.sin, sin: turned.sin * one.cos + turned.cos * one.sin
                )
                return error * weight
            }
            return parts.dropFirst().reduce(parts[0], +).sum() * (Double(rows) / Double(count))
        }
        return sums.mean
    }
}

extension Tensor {
    /// Numbers of a standard normal distribution of this shape, from twice as many uniform ones in 0..<1, by Box and Muller's method.
    func normal(halves shape: [Int]) -> Tensor {
        let first = slice(axis: 0, 0..<1).reshape(shape)
        let second = slice(axis: 0, 1..<2).reshape(shape)
        return sqrt(log(1 - first) * -2) * cos(second * (2 * .pi))
    }
}

/// How far the embeddings of an image's views are from their mean: (z_v − z̄)², the mean over views, images and dimensions, z̄ being the mean of
/// the whole views (Balestriero & LeCun 2025, LeJEPA). Of two views it is a quarter of ``Invariance``.
public struct CentreDistance: LossTerm {
    /// True.
    public var takesAllViews: Bool { true }

    /// No parameters.
    public init() {}

    /// - Throws: a `Diagnostic` for embeddings of different widths.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectEqualWidths(for: "CentreDistance()")
        let centre = Array(embeddings.views.prefix(embeddings.wholeCount)).mean
        return embeddings.views.map { ($0 - centre).squared().mean() }.mean
    }
}

extension Loss {
    /// LeJEPA's: λ·SIGReg + (1 − λ)·mean (z − the views' mean)².
    ///
    /// - Parameter lambda: 0.02 in the authors' short example, 0.05 in their experiments.
    public static func leJEPA(lambda: Double = 0.05, directions: Int = 256) -> Loss {
        Loss {
            lambda * SIGReg(directions: directions)
            (1 - lambda) * CentreDistance()
        }
    }
}
