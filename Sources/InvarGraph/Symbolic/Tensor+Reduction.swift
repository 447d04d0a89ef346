extension Tensor {
    /// Sum over the axes (all of them by default). The axes go away, or stay with size 1 if `keepingAxes`.
    public func sum(_ axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
        reduce(.sum, axes, keepingAxes)
    }

    /// Largest element over the axes.
    public func max(_ axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
        reduce(.max, axes, keepingAxes)
    }

    /// Σx / n over the axes.
    public func mean(_ axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
        sum(axes, keepingAxes: keepingAxes) * (1 / Double(elements(over: axes)))
    }

    /// Σ(x − mean)² / (n − correction) over the axes, computed so that a large mean does not cancel.
    public func variance(_ axes: [Int]? = nil, correction: Int = 1, keepingAxes: Bool = false) -> Tensor {
        let n = elements(over: axes)
        return reduce(.centredSquares, axes, keepingAxes) * (1 / Double(Swift.max(n - correction, 1)))
    }

    private func elements(over axes: [Int]?) -> Int {
        (axes ?? Array(0..<rank)).map { shape.indices.contains($0) ? shape[$0] : 1 }.reduce(1, *)
    }

    private func reduce(_ kind: Reduction, _ axes: [Int]?, _ keepingAxes: Bool) -> Tensor {
        let axes = (axes ?? Array(0..<rank)).sorted()
        guard !axes.isEmpty else { return self }
        let result = emit(.reduce(kind, axes: axes))
        guard !keepingAxes, result.id != nil else { return result }
        return result.reshape(shape.indices.filter { !axes.contains($0) }.map { shape[$0] })
    }
}
