import InvarGraph

extension Splitter {
    mutating func reduction(_ id: NodeID, _ node: Node, _ kind: Reduction, _ axes: [Int]) -> (NodeID, Placing) {
        let input = node.inputs[0]
        guard let axis = placings[input.index].axis else {
            if kind == .sum, placings[input.index] == .partial, isLastReader(of: input) {
                return emit(.partial, [rebuild[input]], like: id)
            }
            return emit(.whole, [whole(input)], like: id)
        }
        guard axes.contains(axis.axis) else { return emit(.split(axis), [rebuild[input]], like: id) }
        switch kind {
        // Summed at once: the same sum is wanted for a mean and for a variance.
        case .sum: return (summed(insert(node.op, [rebuild[input]], node.type, like: id), node.type, like: id), .whole)
        case .centredSquares: return (centredSquares(id, node, axes), .whole)
        case .max: return emit(.whole, [whole(input)], like: id)
        }
    }

    /// Σ (x − x̄)² = Σᵣ (Mᵣ + n·(x̄ᵣ − x̄)²), where rank r has n of the numbers, their mean x̄ᵣ and their own centred squares Mᵣ (Chan,
    /// Golub and LeVeque, "Updating formulae and a pairwise algorithm for computing sample variances", 1979). So the
    /// sweep over x stays as it was, and nothing cancels.
    private mutating func centredSquares(_ id: NodeID, _ node: Node, _ axes: [Int]) -> NodeID {
        let (x, type) = (rebuild[node.inputs[0]], node.type)
        let count = Double(axes.reduce(1) { $0 * graph[node.inputs[0]].type.shape[$1] })
        let own = Double(ranks.parts) / count
        let sum = insert(.reduce(.sum, axes: axes), [x], type, like: id)
        let mean = scaled(summed(sum, type, like: id), 1 / count, type, like: id)
        let apart = insert(.binary(.subtract), [scaled(sum, own, type, like: id), mean], type, like: id)
        let between = scaled(insert(.binary(.multiply), [apart, apart], type, like: id), 1 / own, type, like: id)
        let within = insert(node.op, [x], type, like: id)
        return summed(insert(.binary(.add), [within, between], type, like: id), type, like: id)
    }

    private mutating func scaled(_ node: NodeID, _ factor: Double, _ type: TensorType, like id: NodeID) -> NodeID {
        insert(.binary(.multiply), [node, insert(.constant(factor), [], type, like: id)], type, like: id)
    }
}
