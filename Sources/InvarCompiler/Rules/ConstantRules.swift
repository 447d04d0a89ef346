import InvarGraph

/// What is known before the step runs.
let constantRules = [foldElementwise, foldReduction, foldMovement, iotaOfOne, selectByConstant, selectOfOne]

private let foldElementwise = Rule(
    "f(constants) → constant", at: .elementwise,
    example: example([2, 3]) { x in x[0] + (3 - x[0].filled(1) * 2) }
) { builder, node in
    let operands = builder.inputs(of: node).compactMap(builder.constant)
    guard operands.count == builder.inputs(of: node).count,
        let value = folded(builder.op(of: node), operands), !value.isNaN
    else { return nil }
    return builder.constant(value, builder.type(of: node))
}

private let foldReduction = Rule(
    "Σ constant → n · constant, max constant → constant, Σ (c − c̄)² → 0", at: .reduce,
    example: example([2, 3]) { x in x[0] * x[0].filled(2).sum([0], keepingAxes: true) }
) { builder, node in
    guard case .reduce(let kind, _) = builder.op(of: node),
        let value = builder.constant(builder.inputs(of: node)[0])
    else { return nil }
    let type = builder.type(of: node)
    switch kind {
    case .sum: return builder.constant(value * Double(builder.count(builder.inputs(of: node)[0]) / type.count), type)
    case .max: return builder.constant(value, type)
    case .centredSquares: return value.isFinite ? builder.constant(0, type) : nil
    }
}

private let foldMovement = Rule(
    "moved constant → constant", at: .movement,
    example: example([2, 3]) { x in
        x[0] * x[0].builder.constant(2, x[0].type.with(shape: [1, 3])).broadcast(to: [2, 3])
    }
) { builder, node in
    let values = builder.inputs(of: node).map(builder.constant)
    guard let value = values[0], values.allSatisfy({ $0 == value && $0?.sign == value.sign }) else { return nil }
    if case .pad = builder.op(of: node), value != 0 { return nil }
    return builder.constant(value, builder.type(of: node))
}

private let iotaOfOne = Rule(
    "index along an axis of size 1 → 0", at: .leaf,
    example: example([1, 3]) { x in x[0] * (x[0].builder.emit(.iota(axis: 0), [], x[0].type) + 2) }
) { builder, node in
    guard case .iota(let axis) = builder.op(of: node), builder.shape(node)[axis] == 1 else { return nil }
    return builder.constant(0, builder.type(of: node))
}

private let selectByConstant = Rule(
    "select(constant, a, b) → a or b", at: .select,
    example: example([3], [3]) { x in select(x[0].filled(1), x[0], x[1]) }
) { builder, node in
    let inputs = builder.inputs(of: node)
    guard let mask = builder.constant(inputs[0]) else { return nil }
    return builder.tensor(mask != 0 ? inputs[1] : inputs[2])
}

private let selectOfOne = Rule(
    "select(c, x, x) → x", at: .select,
    example: example([3], [3]) { x in select(x[0].compare(.less, x[1]), x[0], x[0]) }
) { builder, node in
    let inputs = builder.inputs(of: node)
    return inputs[1] == inputs[2] ? builder.tensor(inputs[1]) : nil
}

/// The op on numbers; `nil` for functions that each executor computes in its own way.
func folded(_ op: Op, _ x: [Double]) -> Double? {
    switch op {
    case .unary(.negate): -x[0]
    case .unary(.abs): x[0].magnitude
    case .unary(.sign): x[0] > 0 ? 1 : x[0] < 0 ? -1 : x[0]
    case .unary(.sqrt): x[0].squareRoot()
    case .unary(.rsqrt): 1 / x[0].squareRoot()
    case .unary(.reciprocal): 1 / x[0]
    case .binary(.add): x[0] + x[1]
    case .binary(.subtract): x[0] - x[1]
    case .binary(.multiply): x[0] * x[1]
    case .binary(.divide): x[0] / x[1]
    case .binary(.maximum): larger(x[0], x[1])
    case .binary(.minimum): smaller(x[0], x[1])
    case .compare(let kind): holds(kind, x[0], x[1]) ? 1 : 0
    case .select: x[0] != 0 ? x[1] : x[2]
    case .stopGradient: x[0]
    case .unary, .binary, .input, .state, .constant, .iota, .reduce, .reshape, .broadcast, .transpose, .slice, .pad,
        .concatenate, .matmul, .convolution, .convolutionInputGradient, .convolutionWeightGradient, .maxPool,
        .maxPoolGradient, .cholesky, .triangularSolve, .collective, .assign, .fused, .result:
        nil
    }
}

/// Of two equal numbers the second, as the ops have it: 0 and −0 are equal.
func larger(_ a: Double, _ b: Double) -> Double { a > b ? a : b }
func smaller(_ a: Double, _ b: Double) -> Double { a < b ? a : b }

func holds(_ kind: Comparison, _ a: Double, _ b: Double) -> Bool {
    switch kind {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
}
