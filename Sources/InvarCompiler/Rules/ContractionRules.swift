import InvarGraph

/// Matrix products: transposes become flags, and factors go where there is less to multiply.
let contractionRules = [productOfTranspose, transposeOfProduct, productOfMultiple, multipleOfProduct]

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
    guard case .matmul(let transposeA, let transposeB) = builder.graph[node].op else { return nil }
    let (a, b) = (builder.graph[node].inputs[0], builder.graph[node].inputs[1])
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
        case .matmul(let transposeA, let transposeB) = builder.graph[product].op
    else { return nil }
    let (a, b) = (builder.graph[product].inputs[0], builder.graph[product].inputs[1])
    return matmul(builder.tensor(b), builder.tensor(a), transposeA: !transposeB, transposeB: !transposeA)
}

private let productOfMultiple = Rule(
    "(k · A) · B → k · (A · B), A larger than the product", at: .matmul,
    example: example([7, 3], [7, 2]) { x in matmul(x[0] * 2, x[1], transposeA: true) }
) { builder, node in
    let (op, inputs) = (builder.graph[node].op, builder.graph[node].inputs)
    for (index, input) in inputs.enumerated() where builder.count(input) > builder.count(node) {
        guard let (x, k) = builder.scaled(input), k.isPlain(as: builder.graph[x].type.element) else { continue }
        // Both operands of k·X and k·X are one node: then the factor goes out twice.
        let isSquare = inputs[0] == inputs[1] && (k * k).isPlain(as: builder.graph[x].type.element)
        var operands = inputs
        operands[index] = x
        if isSquare { operands = [x, x] }
        return builder.emit(op, operands.map(builder.tensor)) * (isSquare ? k * k : k)
    }
    return nil
}

private let multipleOfProduct = Rule(
    "k · (A · B) → (k · A) · B, A smaller than the product", at: [.unary, .binary],
    example: example([7, 2], [2, 5]) { x in matmul(x[0], x[1]) * 2 }
) { builder, node in
    guard let (product, k) = builder.scaled(node), case .matmul = builder.graph[product].op,
        k.isPlain(as: builder.graph[node].type.element)
    else { return nil }
    let (op, inputs) = (builder.graph[product].op, builder.graph[product].inputs)
    let smaller = builder.count(inputs[0]) <= builder.count(inputs[1]) ? 0 : 1
    guard inputs[0] != inputs[1], builder.count(inputs[smaller]) < builder.count(product) else { return nil }
    var operands = inputs.map(builder.tensor)
    operands[smaller] = operands[smaller] * k
    return builder.emit(op, operands)
}
