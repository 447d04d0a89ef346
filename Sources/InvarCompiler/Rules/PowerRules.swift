import InvarGraph

/// Powers, roots and magnitudes.
let powerRules = [square, firstPower, rootAsPower, reciprocalAsPower, reciprocalOfRoot, divideByRoot, absTwice]

private func power(
    _ name: String, _ exponent: Double, _ example: @escaping Rule.Example,
    counterExamples: KeyValuePairs<String, Rule.Example>,
    _ replacement: @escaping @Sendable (GraphBuilder, _ base: NodeID) -> Tensor?
) -> Rule {
    Rule(name, at: .binary, example: example, counterExamples: counterExamples) { builder, node in
        guard let (base, other) = builder.operands(of: node, .power), builder.constant(other) == exponent else {
            return nil
        }
        return replacement(builder, base)
    }
}

private let square = power(
    "x² → x · x", 2, example([3]) { x in pow(x[0], 2) },
    counterExamples: [
        "exponent 3": example([3]) { x in pow(x[0], 3) },
        "exponent −2": example([3]) { x in pow(x[0].squared() + 1, -2) },
        "2 is the base": example([3]) { x in Tensor.binary(.power, x[0].filled(2), x[0]) },
        "the exponent is no constant": example([3], [3]) { x in Tensor.binary(.power, x[0].squared() + 1, x[1]) },
    ]
) { builder, x in
    builder.tensor(x).squared()
}

private let firstPower = power(
    "x¹ → x", 1, example([3]) { x in pow(x[0], 1) },
    counterExamples: [
        "exponent 0": example([3]) { x in pow(x[0], 0) },
        "exponent −1": example([3]) { x in pow(x[0].squared() + 1, -1) },
        "1 is the base": example([3]) { x in Tensor.binary(.power, x[0].filled(1), x[0]) },
    ]
) { builder, x in builder.tensor(x) }

/// pow(−∞, ½) is ∞, √(−∞) is not a number.
private let rootAsPower = power(
    "pow(x, ½) → √x, x ≥ 0", 0.5, example([3]) { x in pow(x[0].squared() + 1, 0.5) },
    counterExamples: [
        "x may be negative": example([3]) { x in pow(x[0], 0.5) },
        "what is subtracted may be more": example([3]) { x in pow(x[0].squared() - 1, 0.5) },
        "a product of two signs": example([3], [3]) { x in pow(x[0] * x[1], 0.5) },
        "exponent −½": example([3]) { x in pow(x[0].squared() + 1, -0.5) },
    ]
) { builder, x in
    builder.isNonNegative(x) ? sqrt(builder.tensor(x)) : nil
}

private let reciprocalAsPower = power(
    "x⁻¹ → 1 / x", -1, example([3]) { x in pow(x[0], -1) },
    counterExamples: [
        "exponent −2": example([3]) { x in pow(x[0].squared() + 1, -2) },
        "exponent 1": example([3]) { x in pow(x[0], 1) },
        "−1 is the base": example([3]) { x in Tensor.binary(.power, x[0].filled(-1), x[0].filled(3) + 0 * x[0]) },
    ]
) { builder, x in
    reciprocal(builder.tensor(x))
}

private let reciprocalOfRoot = Rule(
    "1 / √x → x^(−½)", at: [.unary, .binary], example: example([3]) { x in 1 / sqrt(x[0].squared() + 1) },
    counterExamples: [
        "2 / √x": example([3]) { x in 2 / sqrt(x[0].squared() + 1) },
        "something is added to the root": example([3]) { x in 1 / (sqrt(x[0].squared() + 1) + 1) },
        "√x / 1": example([3]) { x in sqrt(x[0].squared() + 1) / 1 },
        "√(1 / x)": example([3]) { x in sqrt(1 / (x[0].squared() + 1)) },
    ]
) { builder, node in
    let root: NodeID
    if let operand = builder.operand(of: node, .reciprocal) {
        root = operand
    } else if let (one, operand) = builder.operands(of: node, .divide), builder.constant(one) == 1 {
        root = operand
    } else {
        return nil
    }
    return builder.operand(of: root, .sqrt).map { rsqrt(builder.tensor($0)) }
}

private let divideByRoot = Rule(
    "y / √x → y · x^(−½)", at: .binary, example: example([3], [3]) { x in x[1] / sqrt(x[0].squared() + 1) },
    counterExamples: [
        "√x / y": example([3], [3]) { x in sqrt(x[0].squared() + 1) / x[1] },
        "something is added to the root": example([3], [3]) { x in x[1] / (sqrt(x[0].squared() + 1) + 1) },
        "√x · y": example([3], [3]) { x in x[1] * sqrt(x[0].squared() + 1) },
    ]
) { builder, node in
    guard let (y, root) = builder.operands(of: node, .divide), let x = builder.operand(of: root, .sqrt) else {
        return nil
    }
    return builder.tensor(y) * rsqrt(builder.tensor(x))
}

private let absTwice = Rule(
    "|−x| → |x|, ||x|| → |x|", at: .unary, example: example([3]) { x in abs(-x[0]) },
    counterExamples: [
        "−|x|": example([3]) { x in -abs(x[0]) },
        "|x − y|": example([3], [3]) { x in abs(x[0] - x[1]) },
        "|−2 · x|": example([3]) { x in abs(x[0] * -2) },
    ]
) { builder, node in
    guard let inner = builder.operand(of: node, .abs) else { return nil }
    if let x = builder.operand(of: inner, .negate) { return abs(builder.tensor(x)) }
    return builder.operand(of: inner, .abs) == nil ? nil : builder.tensor(inner)
}
