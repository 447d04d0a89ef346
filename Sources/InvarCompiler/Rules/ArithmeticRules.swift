import InvarGraph

/// Sums, differences and products of two.
let arithmeticRules = [
    constantLast, addZero, subtractZero, subtractFromZero, multiplyOne, multiplyMinusOne, divideByOne, negateTwice,
    addNegative, subtractNegative, multiplyNegatives, multiplyNegative, scaleTwice, scaleOutside, divideByConstant,
    addMultiples, sameExtremum, nestedExtremum,
]

/// A rule about a op b with two operands; both orders are asked where b is a constant.
private func binary(
    _ name: String, _ kind: Binary, _ example: @escaping @Sendable () throws -> Graph,
    _ replacement: @escaping @Sendable (GraphBuilder, _ a: NodeID, _ b: NodeID) -> Tensor?
) -> Rule {
    Rule(name, at: .binary, example: example) { builder, node in
        guard let (a, b) = builder.operands(of: node, kind) else { return nil }
        return replacement(builder, a, b)
    }
}

/// Maximum and minimum stay as they are: at equal operands their derivative depends on the order.
private let constantLast = Rule(
    "b + a → a + b, b · a → a · b, constants last", at: [.binary, .compare],
    example: example([3]) { x in 2 * x[0] }
) { builder, node in
    let (op, inputs) = (builder.graph[node].op, builder.graph[node].inputs)
    switch op {
    case .binary(.add), .binary(.multiply), .compare(.equal), .compare(.notEqual): break
    default: return nil
    }
    let keys = inputs.map { (builder.constant($0) == nil ? 0 : 1, $0) }
    guard keys[1] < keys[0] else { return nil }
    return builder.emit(op, [builder.tensor(inputs[1]), builder.tensor(inputs[0])])
}

private let addZero = binary("x + 0 → x", .add, example([3]) { x in x[0] + 0 }) { builder, a, b in
    builder.constant(b) == 0 ? builder.tensor(a) : builder.constant(a) == 0 ? builder.tensor(b) : nil
}

private let subtractZero = binary("x − 0 → x", .subtract, example([3]) { x in x[0] - 0 }) { builder, a, b in
    builder.constant(b) == 0 ? builder.tensor(a) : nil
}

private let subtractFromZero = binary("0 − x → −x", .subtract, example([3]) { x in 0 - x[0] }) { builder, a, b in
    builder.constant(a) == 0 ? -builder.tensor(b) : nil
}

private let multiplyOne = binary("x · 1 → x", .multiply, example([3]) { x in x[0] * 1 }) { builder, a, b in
    builder.constant(b) == 1 ? builder.tensor(a) : builder.constant(a) == 1 ? builder.tensor(b) : nil
}

private let multiplyMinusOne = binary("x · (−1) → −x", .multiply, example([3]) { x in x[0] * -1 }) { builder, a, b in
    builder.constant(b) == -1 ? -builder.tensor(a) : builder.constant(a) == -1 ? -builder.tensor(b) : nil
}

private let divideByOne = binary("x / 1 → x", .divide, example([3]) { x in x[0] / 1 }) { builder, a, b in
    builder.constant(b) == 1 ? builder.tensor(a) : nil
}

private let negateTwice = Rule("−(−x) → x", at: .unary, example: example([3]) { x in -(-x[0]) }) { builder, node in
    builder.operand(of: node, .negate).flatMap { builder.operand(of: $0, .negate) }.map(builder.tensor)
}

private let addNegative = binary("x + (−y) → x − y", .add, example([3], [3]) { x in x[0] + (-x[1]) }) { builder, a, b in
    if let y = builder.operand(of: b, .negate) { return builder.tensor(a) - builder.tensor(y) }
    if let y = builder.operand(of: a, .negate) { return builder.tensor(b) - builder.tensor(y) }
    return nil
}

private let subtractNegative = binary(
    "x − (−y) → x + y", .subtract, example([3], [3]) { x in x[0] - (-x[1]) }
) { builder, a, b in
    builder.operand(of: b, .negate).map { builder.tensor(a) + builder.tensor($0) }
}

private let multiplyNegatives = binary(
    "(−x) · (−y) → x · y", .multiply, example([3], [3]) { x in (-x[0]) * (-x[1]) }
) { builder, a, b in
    guard let x = builder.operand(of: a, .negate), let y = builder.operand(of: b, .negate) else { return nil }
    return builder.tensor(x) * builder.tensor(y)
}

private let multiplyNegative = binary(
    "(−x) · y → −(x · y)", .multiply, example([3], [3]) { x in (-x[0]) * x[1] }
) { builder, a, b in
    if let x = builder.operand(of: a, .negate) { return -(builder.tensor(x) * builder.tensor(b)) }
    if let y = builder.operand(of: b, .negate) { return -(builder.tensor(a) * builder.tensor(y)) }
    return nil
}

private let scaleTwice = Rule(
    "(x · a) · b → x · (a · b)", at: [.unary, .binary], example: example([3]) { x in x[0] * 2 * 3 }
) { builder, node in
    guard let (inner, b) = builder.scaled(node), let (x, a) = builder.scaled(inner), a != 0, b != 0,
        (a * b).isPlain(as: builder.graph[x].type.element)
    else { return nil }
    return builder.tensor(x) * (a * b)
}

/// Constants gather at the end of a product, where a sum or a matrix product takes them out.
private let scaleOutside = binary(
    "(x · a) · y → (x · y) · a", .multiply, example([3], [3]) { x in (x[0] * 2) * x[1] }
) { builder, a, b in
    for (scaled, other) in [(a, b), (b, a)] where builder.constant(other) == nil {
        guard let (x, k) = builder.scaled(scaled), builder.operand(of: scaled, .negate) == nil,
            k.isPlain(as: builder.graph[x].type.element)
        else { continue }
        return builder.tensor(x) * builder.tensor(other) * k
    }
    return nil
}

private let divideByConstant = binary(
    "x / c → x · (1 / c)", .divide, example([3]) { x in x[0] / 3 }
) { builder, a, b in
    guard let divisor = builder.constant(b), divisor.isPlain(as: builder.graph[a].type.element) else { return nil }
    return builder.tensor(a) * (1 / divisor)
}

/// Of one sign, so that the sum of two infinities stays what it is.
private let addMultiples = binary(
    "a · x + b · x → (a + b) · x, a · b > 0", .add, example([3]) { x in x[0] * 3 + x[0] }
) { builder, left, right in
    let (p, q) = (builder.scaled(left) ?? (left, 1), builder.scaled(right) ?? (right, 1))
    if left == right { return builder.tensor(left) * 2 }
    guard p.x == q.x || p.x == right || q.x == left else { return nil }
    let (x, sum) =
        p.x == q.x ? (p.x, (p.k, q.k)) : p.x == right ? (right, (p.k, 1)) : (left, (1, q.k))
    guard sum.0 * sum.1 > 0, (sum.0 + sum.1).isFinite else { return nil }
    return builder.tensor(x) * (sum.0 + sum.1)
}

private let sameExtremum = Rule(
    "max(x, x) → x, min(x, x) → x", at: .binary, example: example([3]) { x in maximum(x[0], x[0]) }
) { builder, node in
    guard let (a, b) = builder.operands(of: node, .maximum) ?? builder.operands(of: node, .minimum), a == b
    else { return nil }
    return builder.tensor(a)
}

private let nestedExtremum = Rule(
    "max(max(x, a), b) → max(x, max(a, b)), and for min", at: .binary,
    example: example([3]) { x in maximum(maximum(x[0], 0), -1) }
) { builder, node in
    for kind in [Binary.maximum, .minimum] {
        guard let (inner, outer) = builder.operands(of: node, kind), let b = builder.constant(outer),
            let (x, innermost) = builder.operands(of: inner, kind), let a = builder.constant(innermost)
        else { continue }
        return Tensor.binary(
            kind, builder.tensor(x),
            builder.constant(kind == .maximum ? max(a, b) : min(a, b), builder.graph[node].type))
    }
    return nil
}
