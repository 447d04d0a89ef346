import InvarGraph

/// Elementwise ops and reductions run over spaces without axes of size 1, so that values which differ in nothing but such axes
/// meet in one kernel: a channel's mean [1, 1, 1, C] and its running mean [C].
let squeezeAxes = Pass(
    name: "squeeze axes", invariant: "no elementwise op or reduction has an axis of size 1 in its iteration space"
) { graph in
    graph.rebuilt { result, id, node in
        if case .reduce(let kind, let axes) = node.op { return result.squeezedReduction(node, kind, axes) }
        return node.op.is(.arithmetic) ? result.squeezedElementwise(node) : nil
    }
}

extension Graph {
    fileprivate mutating func squeezedElementwise(_ node: Node) -> NodeID? {
        guard node.type.shape.contains(1) else { return nil }
        var squeezed = node
        squeezed.type = node.type.squeezed
        squeezed.inputs = node.inputs.map { squeezedValue($0) }
        return reshaped(insert(squeezed), like: node)
    }

    fileprivate mutating func squeezedReduction(_ node: Node, _ kind: Reduction, _ axes: [Int]) -> NodeID? {
        let shape = self[node.inputs[0]].type.shape
        guard shape.contains(1) else { return nil }
        let kept = shape.indices.filter { shape[$0] != 1 }
        let newAxes = kept.indices.filter { axes.contains(kept[$0]) }
        guard !newAxes.isEmpty else { return kind == .centredSquares ? nil : reshaped(node.inputs[0], like: node) }
        var squeezed = node
        let operand = squeezedValue(node.inputs[0])
        squeezed.inputs = [operand]
        squeezed.op = .reduce(kind, axes: newAxes)
        var result = self[operand].type.shape
        for axis in newAxes { result[axis] = 1 }
        squeezed.type = node.type.with(shape: result)
        return reshaped(insert(squeezed), like: node)
    }

    private mutating func reshaped(_ id: NodeID, like node: Node) -> NodeID {
        if self[id].type == node.type { return id }
        var reshape = node
        (reshape.op, reshape.inputs) = (.reshape, [id])
        return insert(reshape)
    }

    /// The same value without its axes of size 1.
    private mutating func squeezedValue(_ id: NodeID) -> NodeID {
        var node = self[id]
        let shape = node.type.shape
        guard shape.contains(1) else { return id }
        node.type = node.type.squeezed
        if case .iota(let axis) = node.op {
            let op: Op = shape[axis] == 1 ? .constant(0) : .iota(axis: shape[..<axis].filter { $0 != 1 }.count)
            return insert(Node(op, type: node.type, name: node.name, site: node.site))
        }
        if node.op.is(.constant) { return insert(node) }
        guard node.op.is(.broadcast) else { return reshaped(unshaped(id, to: node.type), like: node) }
        var source = self[node.inputs[0]]
        source.type = source.type.with(shape: shape.indices.filter { shape[$0] != 1 }.map { source.type.shape[$0] })
        node.inputs = [reshaped(unshaped(node.inputs[0], to: source.type), like: source)]
        return insert(node)
    }

    /// What a reshape was made from, where that has the type already.
    private func unshaped(_ id: NodeID, to type: TensorType) -> NodeID {
        var id = id
        while self[id].type != type, self[id].op.is(.reshape) { id = self[id].inputs[0] }
        return id
    }
}

extension TensorType {
    fileprivate var squeezed: TensorType { with(shape: shape.filter { $0 != 1 }) }
}
