func movementDerivative(_ op: Op, _ x: [Tensor], _ g: Tensor) -> [Tensor?] {
    let shape = x[0].shape
    switch op {
    // The elements keep their order.
    case .reshape:
        return [g.reshape(shape)]
    // y repeats x along some axes: what flows into the copies adds up.
    case .broadcast:
        let axes = shape.indices.filter { shape[$0] != g.shape[$0] }
        return [axes.isEmpty ? g : g.sum(axes, keepingAxes: true)]
    // The inverse permutation.
    case .transpose(let order):
        return [g.transpose(order.indices.map { axis in order.firstIndex(of: axis) ?? axis })]
    // Outside of the slice nothing flows.
    case .slice(let starts):
        let high = shape.indices.map { shape[$0] - starts[$0] - g.shape[$0] }
        return [g.pad(low: starts, high: high)]
    // Into the padding nothing flows.
    case .pad(let low):
        return [g.emit(.slice(starts: low), as: g.type.with(shape: shape))]
    case .concatenate(let axis):
        var start = 0
        return x.map { part in
            defer { start += part.shape[axis] }
            return g.slice(axis: axis, start..<(start + part.shape[axis]))
        }
    default:
        internalError("\(op) does not move data")
    }
}
