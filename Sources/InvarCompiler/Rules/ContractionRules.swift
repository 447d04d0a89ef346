import InvarGraph

/// Matrix products: transposes become flags, and factors come out where there is less to multiply.
let contractionRules = [productOfTranspose, transposeOfProduct, productOfMultiple]

/// The axes in order, the last two exchanged.
func isMatrixTranspose(_ order: [Int]) -> Bool {
    order.count >= 2 && order == Array(0..<(order.count - 2)) + [order.count - 1, order.count - 2]
}

extension GraphBuilder {
    /// X where the node is Xᵀ of the last two axes.
    func matrixTransposed(_ id: NodeID) -> NodeID? {
        guard case .transpose(let order) = graph[id].op, isMatrixTranspose(order) else { return nil }
        return graph[id].inputs[0]
    }
}

private let productOfTranspose = Rule(
    "matmul(Aᵀ, B) → matmul(A, B, transposeA), and for B", at: .matmul,
    example: example([2, 4, 3], [2, 4, 5]) { x in matmul(x[0].transposed, x[1]) }
) { builder, node in
    guard case .matmul(let transposeA, let transposeB) = builder.op(of: node) else { return nil }
    let (a, b) = (builder.inputs(of: node)[0], builder.inputs(of: node)[1])
    let (x, y) = (builder.matrixTransposed(a), builder.matrixTransposed(b))
    guard x != nil || y != nil else { return nil }
    return matmul(
        builder.tensor(x ?? a), builder.tensor(y ?? b), transposeA: transposeA != (x != nil),
        transposeB: transposeB != (y != nil))
}

private let transposeOfProduct = Rule(
    "(A · B)ᵀ → Bᵀ · Aᵀ", at: .transpose, example: example([4, 3], [3, 5]) { x in matmul(x[0], x[1]).transposed }
) { builder, node in
    guard let product = builder.matrixTransposed(node),
        case .matmul(let transposeA, let transposeB) = builder.op(of: product)
    else { return nil }
    let (a, b) = (builder.inputs(of: product)[0], builder.inputs(of: product)[1])
    return matmul(builder.tensor(b), builder.tensor(a), transposeA: !transposeB, transposeB: !transposeA)
}

private let productOfMultiple = Rule(
    "(k · A) · B → k · (A · B), A larger than the product", at: .matmul,
    example: example([7, 3], [7, 2]) { x in matmul(x[0] * 2, x[1], transposeA: true) }
) { builder, node in
    let (op, inputs) = (builder.op(of: node), builder.inputs(of: node))
    for (index, input) in inputs.enumerated() where builder.count(input) > builder.count(node) {
        guard let (x, k) = builder.scaled(input), k.isPlain(as: builder.type(of: x).element) else { continue }
        // Both operands of k·X and k·X are one node: then the factor goes out twice.
        let isSquare = inputs[0] == inputs[1] && (k * k).isPlain(as: builder.type(of: x).element)
        var operands = inputs
        operands[index] = x
        if isSquare { operands = [x, x] }
        return builder.emit(op, operands.map(builder.tensor)) * (isSquare ? k * k : k)
    }
    return nil
}
