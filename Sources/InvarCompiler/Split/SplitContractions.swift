import InvarGraph

extension Splitter {
    /// A product of matrices:
    /// - each rank has some rows of the result where the left side's rows are split, and some columns where the right side's columns are;
    /// - where both sides would be split so, as in X·Xᵀ, the right side is gathered: what it is needed for backward is gathered then already;
    /// - a sum along the images is a summand of each rank.
    mutating func product(_ id: NodeID, _ node: Node, _ transposeA: Bool, _ transposeB: Bool) -> (NodeID, Placing) {
        let (a, b) = (node.inputs[0], node.inputs[1])
        let last = node.type.rank - 1
        let (rowsA, innerA) = transposeA ? (last, last - 1) : (last - 1, last)
        let (innerB, columnsB) = transposeB ? (last, last - 1) : (last - 1, last)
        let (left, right) = (placings[a.index].axis, placings[b.index].axis)
        if let left {
            if left.axis < last - 1 { return emit(.split(left), [rebuild[a], part(b, left)], like: id) }
            if left.axis == rowsA { return emit(.split(left.along(last - 1)), [rebuild[a], whole(b)], like: id) }
            if let right, right.axis == columnsB {
                return emit(.split(right.along(last)), [whole(a), rebuild[b]], like: id)
            }
            return emit(.partial, [rebuild[a], part(b, left.along(innerB))], like: id)
        }
        guard let right else { return emit(.whole, [whole(a), whole(b)], like: id) }
        if right.axis < last - 1 { return emit(.split(right), [part(a, right), rebuild[b]], like: id) }
        if right.axis == columnsB { return emit(.split(right.along(last)), [whole(a), rebuild[b]], like: id) }
        return emit(.partial, [part(a, right.along(innerA)), rebuild[b]], like: id)
    }

    /// Of each image by itself, with weights that are whole.
    mutating func convolution(_ id: NodeID, _ node: Node) -> (NodeID, Placing) {
        guard let axis = imageAxis(of: [node.inputs[0]]) else { return ofWholes(id, node) }
        return emit(.split(axis), [rebuild[node.inputs[0]], whole(node.inputs[1])], like: id)
    }

    /// A sum over the images.
    mutating func weightGradient(_ id: NodeID, _ node: Node) -> (NodeID, Placing) {
        guard let axis = imageAxis(of: node.inputs) else { return ofWholes(id, node) }
        return emit(.partial, node.inputs.map { part($0, axis) }, like: id)
    }

    /// Of each image by itself.
    mutating func pooling(_ id: NodeID, _ node: Node) -> (NodeID, Placing) {
        guard let axis = imageAxis(of: node.inputs) else { return ofWholes(id, node) }
        return emit(.split(axis), node.inputs.map { part($0, axis) }, like: id)
    }

    private mutating func ofWholes(_ id: NodeID, _ node: Node) -> (NodeID, Placing) {
        emit(.whole, node.inputs.map { whole($0) }, like: id)
    }

    /// Of the first maps that are split by images, each map of one rank.
    private func imageAxis(of maps: [NodeID]) -> BatchAxis? {
        maps.lazy.compactMap { placings[$0.index].axis }.first { $0.axis == 0 && $0.inner == 1 }
    }
}
