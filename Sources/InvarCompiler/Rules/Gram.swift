import InvarGraph

/// The covariance penalty of N×D embeddings with N < D/2. ‖XᵀX‖ = ‖XXᵀ‖ (Frobenius), so an N×N product does the work of
/// a D×D one, forward and backward.
///
/// The diagonal is subtracted. That is safe for N < D/2: the off-diagonal part is then at least about (D²/N − D)·σ⁴, larger
/// than the diagonal's D·σ⁴, and little cancels.
let offDiagonalGram = Rule(
    name: "Σᵢ≠ⱼ (k·XᵀX)ᵢⱼ² → Σ (k·XXᵀ)² − Σⱼ (k·Σₙ Xₙⱼ²)², N < D/2",
    example: {
        let builder = GraphBuilder("example")
        let x = builder.input("x", TensorType([3, 11], .float64))
        let covariance = matmul(x, x, transposeA: true) * 0.5
        let (row, column) = (
            builder.emit(.iota(axis: 0), [], covariance.type), builder.emit(.iota(axis: 1), [], covariance.type)
        )
        builder.output("y", (covariance * row.compare(.notEqual, column)).squared().sum())
        return try builder.finish()
    },
    replacement: { builder, node in
        guard let (x, scale) = builder.graph.offDiagonalSumOfSquares(node) else { return nil }
        let embeddings = builder.tensor(x)
        guard 2 * embeddings.shape[0] < embeddings.shape[1] else { return nil }
        let gram = matmul(embeddings, embeddings, transposeB: true) * scale
        let diagonal = embeddings.squared().sum([0], keepingAxes: true) * scale
        return gram.squared().sum(keepingAxes: true) - diagonal.squared().sum(keepingAxes: true)
    })

extension Graph {
    /// X and k where the node is Σᵢ≠ⱼ (k·XᵀX)ᵢⱼ² over both axes.
    fileprivate func offDiagonalSumOfSquares(_ id: NodeID) -> (x: NodeID, scale: Double)? {
        guard case .reduce(.sum, axes: [0, 1]) = self[id].op, let (a, b) = factors(self[id].inputs[0]), a == b,
            let (first, second) = factors(a)
        else { return nil }
        let matrix = if isOffDiagonalMask(second) { first } else if isOffDiagonalMask(first) { second } else { id }
        guard matrix != id else { return nil }
        if let x = gramOfColumns(matrix) { return (x, 1) }
        guard let (p, q) = factors(matrix) else { return nil }
        if let x = gramOfColumns(p), case .constant(let scale) = self[q].op { return (x, scale) }
        if let x = gramOfColumns(q), case .constant(let scale) = self[p].op { return (x, scale) }
        return nil
    }

    private func factors(_ id: NodeID) -> (NodeID, NodeID)? {
        guard case .binary(.multiply) = self[id].op else { return nil }
        return (self[id].inputs[0], self[id].inputs[1])
    }

    /// 1 beside the diagonal, 0 on it.
    private func isOffDiagonalMask(_ id: NodeID) -> Bool {
        guard case .compare(.notEqual) = self[id].op else { return false }
        let axes = self[id].inputs.map { if case .iota(let axis) = self[$0].op { axis } else { -1 } }
        return axes == [0, 1] || axes == [1, 0]
    }

    /// X where the node is XᵀX of a matrix.
    private func gramOfColumns(_ id: NodeID) -> NodeID? {
        guard case .matmul(transposeA: true, transposeB: false) = self[id].op, self[id].type.rank == 2,
            self[id].inputs[0] == self[id].inputs[1]
        else { return nil }
        return self[id].inputs[0]
    }
}
