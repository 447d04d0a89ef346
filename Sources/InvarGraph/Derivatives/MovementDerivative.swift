/// y repeats x along some axes: what flows into the copies adds up.
func broadcastDerivative(_ x: Tensor, _ g: Tensor) -> Tensor {
    let axes = x.shape.indices.filter { x.shape[$0] != g.shape[$0] }
    return axes.isEmpty ? g : g.sum(axes, keepingAxes: true)
}

/// The inverse permutation.
func transposeDerivative(_ order: [Int], _ g: Tensor) -> Tensor {
    g.transpose(order.indices.map { axis in order.firstIndex(of: axis) ?? axis })
}

/// Outside of the slice nothing flows.
func sliceDerivative(_ starts: [Int], _ x: Tensor, _ g: Tensor) -> Tensor {
    g.pad(low: starts, high: x.shape.indices.map { x.shape[$0] - starts[$0] - g.shape[$0] })
}

/// Into the padding nothing flows.
func padDerivative(_ low: [Int], _ x: Tensor, _ g: Tensor) -> Tensor {
    g.emit(.slice(starts: low), as: g.type.with(shape: x.shape))
}

/// To each part its own.
func concatenateDerivative(_ axis: Int, _ x: [Tensor], _ g: Tensor) -> [Tensor?] {
    var start = 0
    return x.map { part in
        defer { start += part.shape[axis] }
        return g.slice(axis: axis, start..<(start + part.shape[axis]))
    }
}
