// Compositions that layers and losses share. They are no ops: each is written with those that there are, and its derivative
// follows from theirs.

/// exp(xᵢ) / Σⱼ exp(xⱼ) along one axis: positive, with the sum 1. Of the shape of `x`.
///
/// The largest is subtracted first, which changes no value and no derivative, and keeps exp from growing out of range.
public func softmax(_ x: Tensor, axis: Int) -> Tensor {
    let raised = exp(x - x.max([axis], keepingAxes: true).stopGradient())
    return raised / raised.sum([axis], keepingAxes: true)
}

/// ln Σⱼ exp(xⱼ) along one axis, which goes away, or stays with size 1 if `keepingAxes`. Its derivative is the softmax.
///
/// The largest is taken out of the sum first, which keeps exp from growing out of range.
public func logSumExp(_ x: Tensor, axis: Int, keepingAxes: Bool = false) -> Tensor {
    let largest = x.max([axis], keepingAxes: true).stopGradient()
    let result = log(exp(x - largest).sum([axis], keepingAxes: true)) + largest
    guard !keepingAxes, result.id != nil else { return result }
    return result.reshape(x.shape.indices.filter { $0 != axis }.map { x.shape[$0] })
}

/// σ(x) = 1 / (1 + e⁻ˣ), element by element, between 0 and 1. dσ/dx = σ·(1 − σ).
///
/// Below −80 it stays at 10⁻³⁵ with the derivative 0: e⁻ˣ would grow out of float32's range, and 0 · ∞ is no derivative.
public func sigmoid(_ x: Tensor) -> Tensor { reciprocal(exp(minimum(-x, 80)) + 1) }

extension Tensor {
    /// (x − mean) / √(variance + ε): mean 0 and standard deviation 1 along the axes, with the variance ÷ n. Of this shape.
    ///
    /// - Parameters:
    ///   - axes: those that mean and variance are taken over.
    ///   - epsilon: what keeps the division defined where all values are equal; above 0.
    public func standardized(_ axes: [Int], epsilon: Double = 1e-5) -> Tensor {
        let centred = self - mean(axes, keepingAxes: true)
        return centred * rsqrt(centred.squared().mean(axes, keepingAxes: true) + epsilon)
    }

    /// Each row of N×D divided by its length: x / max(‖x‖, 10⁻¹²), as torch's `normalize`. A row of zeros stays one, and has the
    /// derivative of x · 10¹².
    public var unitRows: Tensor {
        guard rank == 2 else {
            builder.report("unitRows takes rows N×D, found \(type)")
            return self
        }
        return self * rsqrt(maximum(squared().sum([1], keepingAxes: true), 1e-24))
    }

    /// This matrix N×N with zeros on its diagonal.
    public var offDiagonal: Tensor { self * offDiagonalMask }

    /// 0 on the diagonal and 1 beside it, of the shape of this matrix N×N.
    public var offDiagonalMask: Tensor {
        guard rank == 2, shape[0] == shape[1] else {
            builder.report("offDiagonal takes a square matrix, found \(type)")
            return self
        }
        return positions(along: 0).compare(.notEqual, positions(along: 1))
    }

    /// Of this shape, every element its own index along the axis: 0, 1, 2, ….
    public func positions(along axis: Int) -> Tensor { builder.emit(.iota(axis: axis), [], type) }
}
