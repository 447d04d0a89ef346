import InvarGraph

/// Sums, differences and products of two.
let arithmeticRules = [
    oneOrder, addZero, subtractZero, subtractFromZero, multiplyOne, multiplyMinusOne, divideByOne, negateTwice,
    addNegative, subtractNegative, multiplyNegatives, multiplyNegative, scaleTwice, scaleOutside, divideByConstant,
    addMultiples, sameExtremum, nestedExtremum,
]

/// A rule about a op b with two operands; both orders are asked where b is a constant.
private func binary(
    _ name: String, _ kind: Binary, _ example: @escaping Rule.Example,
    counterExamples: KeyValuePairs<String, Rule.Example>,
    _ replacement: @escaping @Sendable (GraphBuilder, _ a: NodeID, _ b: NodeID) -> Tensor?
) -> Rule {
    Rule(name, at: .binary, example: example, counterExamples: counterExamples) { builder, node in
        guard let (a, b) = builder.operands(of: node, kind) else { return nil }
        return replacement(builder, a, b)
    }
}

/// Otherwise operands keep the order in which they were written, so that two views written alike stay alike. Maximum and minimum
/// stay as they are: at equal operands their derivative depends on the order.
private let oneOrder = Rule(
    "b + a → a + b, b · a → a · b where that is there already or b is constant", at: [.binary, .compare],
    example: example([3], [3]) { x in x[0] * x[1] - x[1] * x[0] + 2 * x[0] },
    counterExamples: [
        "differences have an order": example([3], [3]) { x in (x[0] - x[1]) * (x[1] - x[0]) },
        "so have comparisons": example([3], [3]) { x in
            x[0] * (x[0].compare(.less, x[1]) - x[1].compare(.less, x[0]))
        },
        "the maximum's derivative has one where both are equal": example([3], [3]) { x in
            maximum(x[0], x[1]) + maximum(x[1], x[0])
        },
        "neither is constant, and the other order is not there": example([3], [3]) { x in x[1] + x[0] },
    ]
) { builder, node in
    let (op, inputs) = (builder.graph[node].op, builder.graph[node].inputs)
    guard op.isCommutative, op != .binary(.maximum), op != .binary(.minimum), inputs[0] != inputs[1],
        builder.constant(inputs[1]) == nil
    else { return nil }
    let swapped = builder.emit(op, [builder.tensor(inputs[1]), builder.tensor(inputs[0])])
    guard builder.constant(inputs[0]) == nil else { return swapped }
    return swapped.id.map { $0 < node } == true ? swapped : nil
}

private let addZero = binary(
    "x + 0 → x", .add, example([3]) { x in x[0] + 0 },
    counterExamples: [
        "x + 1": example([3]) { x in x[0] + 1 },
        "something tiny": example([3]) { x in x[0] + 1e-300 },
        "x · 0": example([3]) { x in x[0] * 0 },
    ]
) { builder, a, b in
    builder.constant(b) == 0 ? builder.tensor(a) : builder.constant(a) == 0 ? builder.tensor(b) : nil
}

private let subtractZero = binary(
    "x − 0 → x", .subtract, example([3]) { x in x[0] - 0 },
    counterExamples: [
        "0 − x": example([3]) { x in 0 - x[0] },
        "x − 1": example([3]) { x in x[0] - 1 },
    ]
) { builder, a, b in
    builder.constant(b) == 0 ? builder.tensor(a) : nil
}

private let subtractFromZero = binary(
    "0 − x → −x", .subtract, example([3]) { x in 0 - x[0] },
    counterExamples: [
        "x − 0": example([3]) { x in x[0] - 0 },
        "1 − x": example([3]) { x in 1 - x[0] },
    ]
) { builder, a, b in
    builder.constant(a) == 0 ? -builder.tensor(b) : nil
}

private let multiplyOne = binary(
    "x · 1 → x", .multiply, example([3]) { x in x[0] * 1 },
    counterExamples: [
        "the number after 1": example([3]) { x in x[0] * 1.0.nextUp },
        "x · 0": example([3]) { x in x[0] * 0 },
        "x + 1": example([3]) { x in x[0] + 1 },
    ]
) { builder, a, b in
    builder.constant(b) == 1 ? builder.tensor(a) : builder.constant(a) == 1 ? builder.tensor(b) : nil
}

private let multiplyMinusOne = binary(
    "x · (−1) → −x", .multiply, example([3]) { x in x[0] * -1 },
    counterExamples: [
        "x · 1": example([3]) { x in x[0] * 1 },
        "x · (−2)": example([3]) { x in x[0] * -2 },
    ]
) { builder, a, b in
    builder.constant(b) == -1 ? -builder.tensor(a) : builder.constant(a) == -1 ? -builder.tensor(b) : nil
}

private let divideByOne = binary(
    "x / 1 → x", .divide, example([3]) { x in x[0] / 1 },
    counterExamples: [
        "1 / x": example([3]) { x in 1 / (x[0].squared() + 1) },
        "x / −1": example([3]) { x in x[0] / -1 },
    ]
) { builder, a, b in
    builder.constant(b) == 1 ? builder.tensor(a) : nil
}

private let negateTwice = Rule(
    "−(−x) → x", at: .unary, example: example([3]) { x in -(-x[0]) },
    counterExamples: [
        "−|−x|": example([3]) { x in -abs(-x[0]) },
        "−(0 − x)": example([3]) { x in -(0 - x[0]) },
    ]
) { builder, node in
    builder.operand(of: node, .negate).flatMap { builder.operand(of: $0, .negate) }.map(builder.tensor)
}

private let addNegative = binary(
    "x + (−y) → x − y", .add, example([3], [3]) { x in x[0] + (-x[1]) },
    counterExamples: [
        "x + (−2) · y": example([3], [3]) { x in x[0] + x[1] * -2 },
        "−(x + y)": example([3], [3]) { x in -(x[0] + x[1]) },
    ]
) { builder, a, b in
    if let y = builder.operand(of: b, .negate) { return builder.tensor(a) - builder.tensor(y) }
    if let y = builder.operand(of: a, .negate) { return builder.tensor(b) - builder.tensor(y) }
    return nil
}

private let subtractNegative = binary(
    "x − (−y) → x + y", .subtract, example([3], [3]) { x in x[0] - (-x[1]) },
    counterExamples: [
        "(−x) − y": example([3], [3]) { x in (-x[0]) - x[1] },
        "x + (−y)": example([3], [3]) { x in x[0] + (-x[1]) },
    ]
) { builder, a, b in
    builder.operand(of: b, .negate).map { builder.tensor(a) + builder.tensor($0) }
}

private let multiplyNegatives = binary(
    "(−x) · (−y) → x · y", .multiply, example([3], [3]) { x in (-x[0]) * (-x[1]) },
    counterExamples: [
        "one of them alone": example([3], [3]) { x in (-x[0]) * x[1] },
        "their sum": example([3], [3]) { x in (-x[0]) + (-x[1]) },
    ]
) { builder, a, b in
    guard let x = builder.operand(of: a, .negate), let y = builder.operand(of: b, .negate) else { return nil }
    return builder.tensor(x) * builder.tensor(y)
}

private let multiplyNegative = binary(
    "(−x) · y → −(x · y)", .multiply, example([3], [3]) { x in (-x[0]) * x[1] },
    counterExamples: [
        "|−x| · y": example([3], [3]) { x in abs(-x[0]) * x[1] },
        "−(x · y) already": example([3], [3]) { x in (-(x[0] * x[1])).sum() },
        "(−x) + y": example([3], [3]) { x in (-x[0]) + x[1] },
    ]
) { builder, a, b in
    if let x = builder.operand(of: a, .negate) { return -(builder.tensor(x) * builder.tensor(b)) }
    if let y = builder.operand(of: b, .negate) { return -(builder.tensor(a) * builder.tensor(y)) }
    return nil
}

private let scaleTwice = Rule(
    "(x · a) · b → x · (a · b)", at: [.unary, .binary], example: example([3]) { x in x[0] * 2 * 3 },
    counterExamples: [
        "a is 0": example([3]) { x in x[0] * 0 * 3 },
        "b is 0": example([3]) { x in x[0] * 3 * 0 },
        "a · b overflows": example([3]) { x in x[0] * 1e200 * 1e200 },
        "a · b vanishes": example([3]) { x in x[0] * 1e-150 * 1e-150 },
        "(x + a) · b": example([3]) { x in (x[0] + 2) * 3 },
        "a is no constant": example([3], [3]) { x in x[0] * x[1] * 3 },
    ]
) { builder, node in
    guard let (inner, b) = builder.scaled(node), let (x, a) = builder.scaled(inner), a != 0, b != 0,
        (a * b).isPlain(as: builder.graph[x].type.element)
    else { return nil }
    return builder.tensor(x) * (a * b)
}

/// Constants gather at the end of a product, where a sum or a matrix product takes them out.
private let scaleOutside = binary(
    "(x · a) · y → (x · y) · a", .multiply, example([3], [3]) { x in (x[0] * 2) * x[1] },
    counterExamples: [
        "a is 0": example([3], [3]) { x in (x[0] * 0) * x[1] },
        "−x has a rule of its own": example([3], [3]) { x in (-x[0]) * x[1] },
        "y is a constant": example([3]) { x in ((x[0] * 2) * 3).sum() },
        "(x + a) · y": example([3], [3]) { x in (x[0] + 2) * x[1] },
    ]
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
    "x / c → x · (1 / c)", .divide, example([3]) { x in x[0] / 3 },
    counterExamples: [
        "x / 0": example([3]) { x in x[0] / 0 },
        "1 / c overflows": example([3]) { x in x[0] / 0x1p-1030 },
        "x / ∞": example([3]) { x in x[0] / .infinity },
        "c / x": example([3]) { x in 3 / (x[0].squared() + 1) },
        "the divisor is no constant": example([3], [3]) { x in x[0] / (x[1].squared() + 1) },
    ]
) { builder, a, b in
    guard let divisor = builder.constant(b), divisor.isPlain(as: builder.graph[a].type.element) else { return nil }
    return builder.tensor(a) * (1 / divisor)
}

/// Of one sign, so that the sum of two infinities stays what it is.
private let addMultiples = binary(
    "a · x + b · x → (a + b) · x, a · b > 0", .add, example([3]) { x in x[0] * 3 + x[0] },
    counterExamples: [
        "of two signs": example([3]) { x in x[0] * 3 + x[0] * -2 },
        "x + (−x)": example([3]) { x in x[0] + (-x[0]) },
        "of two tensors": example([3], [3]) { x in x[0] * 3 + x[1] * 2 },
        "an infinite factor": example([3]) { x in x[0] * .infinity + x[0] },
        "a difference": example([3]) { x in x[0] * 3 - x[0] },
    ]
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
    "max(x, x) → x, min(x, x) → x", at: .binary, example: example([3]) { x in maximum(x[0], x[0]) },
    counterExamples: [
        "max(x, y)": example([3], [3]) { x in maximum(x[0], x[1]) },
        "min(x, −x)": example([3]) { x in minimum(x[0], -x[0]) },
        "x + x": example([3]) { x in x[0] + x[0] },
    ]
) { builder, node in
    guard let (a, b) = builder.operands(of: node, .maximum) ?? builder.operands(of: node, .minimum), a == b
    else { return nil }
    return builder.tensor(a)
}

private let nestedExtremum = Rule(
    "max(max(x, a), b) → max(x, max(a, b)), and for min", at: .binary,
    example: example([3]) { x in maximum(maximum(x[0], 0), -1) },
    counterExamples: [
        "a maximum of a minimum": example([3]) { x in maximum(minimum(x[0], 0), -1) },
        "a minimum of a maximum": example([3]) { x in minimum(maximum(x[0], 0), 1) },
        "b is no constant": example([3], [3]) { x in maximum(maximum(x[0], 0), x[1]) },
        "a is no constant": example([3], [3]) { x in maximum(maximum(x[0], x[1]), 0) },
    ]
) { builder, node in
    for kind in [Binary.maximum, .minimum] {
        guard let (inner, outer) = builder.operands(of: node, kind), let b = builder.constant(outer),
            let (x, innermost) = builder.operands(of: inner, kind), let a = builder.constant(innermost)
        else { continue }
        return Tensor.binary(
            kind, builder.tensor(x),
            builder.constant(kind == .maximum ? larger(a, b) : smaller(a, b), builder.graph[node].type))
    }
    return nil
}
