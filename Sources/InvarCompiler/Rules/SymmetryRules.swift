import InvarGraph

/// A symmetric matrix is its transpose: so that the two halves of the gradient of X·Xᵀ, G·X and Gᵀ·X, are one product.
let symmetryRules = [transposeOfSymmetric, productWithSymmetric]

private let transposeOfSymmetric = Rule(
    "Sᵀ → S, S symmetric", at: .transpose,
    example: example([4, 3]) { x in exp(matmul(x[0], x[0], transposeB: true)).transposed }
) { builder, node in
    guard let x = builder.matrixTransposed(node), builder.isSymmetric(x) else { return nil }
    return builder.tensor(x)
}

private let productWithSymmetric = Rule(
    "Sᵀ · X → S · X, X · Sᵀ → X · S, S symmetric", at: .matmul,
    example: example([4, 3]) { x in
        let s = matmul(x[0], x[0], transposeB: true) * 2
        return matmul(s, x[0], transposeA: true) + matmul(s, x[0])
    }
) { builder, node in
    guard case .matmul(let transposeA, let transposeB) = builder.op(of: node), transposeA || transposeB else {
        return nil
    }
    let (a, b) = (builder.inputs(of: node)[0], builder.inputs(of: node)[1])
    // X·Xᵀ stays as it is: that it is symmetric is seen by its form.
    guard a != b else { return nil }
    let (flipA, flipB) = (transposeA && builder.isSymmetric(a), transposeB && builder.isSymmetric(b))
    guard flipA || flipB else { return nil }
    return matmul(
        builder.tensor(a), builder.tensor(b), transposeA: transposeA && !flipA, transposeB: transposeB && !flipB)
}

extension GraphBuilder {
    /// Whether the last two axes can be exchanged for certain. Looks at a few nodes only.
    func isSymmetric(_ id: NodeID) -> Bool {
        var budget = 40
        return isSymmetric(id, &budget)
    }

    private func isSymmetric(_ id: NodeID, _ budget: inout Int) -> Bool {
        let node = graph[id]
        let shape = node.type.shape
        budget -= 1
        guard budget > 0, shape.count >= 2, shape[shape.count - 1] == shape[shape.count - 2] else { return false }
        switch node.op {
        case .constant:
            return true
        case .iota(let axis):
            return axis < shape.count - 2
        case .matmul(let transposeA, let transposeB):
            return node.inputs[0] == node.inputs[1] && transposeA != transposeB
        case .compare(.equal), .compare(.notEqual):
            if isPairOfIndices(node.inputs, rank: shape.count) { return true }
        case .broadcast:
            let small = self.shape(node.inputs[0])
            if small.suffix(2) == [1, 1] { return true }
        case .transpose(let order):
            guard isMatrixTranspose(order) else { return false }
        case .unary, .binary, .compare, .select, .stopGradient:
            break
        case .input, .state, .reduce, .reshape, .slice, .pad, .concatenate, .convolution, .convolutionInputGradient,
            .convolutionWeightGradient, .maxPool, .maxPoolGradient, .cholesky, .triangularSolve, .collective, .assign,
            .fused, .result:
            return false
        }
        // For elementwise ops, broadcasts of square matrices, and transposes.
        for input in node.inputs where !isSymmetric(input, &budget) { return false }
        return true
    }

    /// Row and column index of the last two axes, in either order: to compare them is symmetric.
    func isPairOfIndices(_ ids: [NodeID], rank: Int) -> Bool {
        let axes = ids.map { if case .iota(let axis) = graph[$0].op { axis } else { -1 } }
        return axes == [rank - 2, rank - 1] || axes == [rank - 1, rank - 2]
    }
}
