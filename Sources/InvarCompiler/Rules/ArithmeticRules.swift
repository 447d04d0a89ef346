import InvarGraph

/// Sums, differences and products of two.
let arithmeticRules = [
    oneOrder, addZero, subtractZero, subtractFromZero, multiplyOne, multiplyMinusOne, divideByOne, negateTwice,
    addNegative, subtractNegative, multiplyNegatives, multiplyNegative, scaleTwice, scaleOutside, divideByConstant,
    addMultiples, addMultiple, addSame, sameExtremum, nestedExtremum,
]

private let (x, y) = (Pattern.value("x"), Pattern.value("y"))
private let (a, b) = (Pattern.constant("a"), Pattern.constant("b"))

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

private let addZero = Rule(
    x + 0 → x,
    counterExamples: [
        "x + 1": example([3]) { x in x[0] + 1 },
        "something tiny": example([3]) { x in x[0] + 1e-300 },
        "x · 0": example([3]) { x in x[0] * 0 },
    ])

private let subtractZero = Rule(
    x - 0 → x,
    counterExamples: [
        "0 − x": example([3]) { x in 0 - x[0] },
        "x − 1": example([3]) { x in x[0] - 1 },
    ])

private let subtractFromZero = Rule(
    0 - x → -x,
    counterExamples: [
        "x − 0": example([3]) { x in x[0] - 0 },
        "1 − x": example([3]) { x in 1 - x[0] },
    ])

private let multiplyOne = Rule(
    x * 1 → x,
    counterExamples: [
        "the number after 1": example([3]) { x in x[0] * 1.0.nextUp },
        "x · 0": example([3]) { x in x[0] * 0 },
        "x + 1": example([3]) { x in x[0] + 1 },
    ])

private let multiplyMinusOne = Rule(
    x * -1 → -x,
    counterExamples: [
        "x · 1": example([3]) { x in x[0] * 1 },
        "x · (−2)": example([3]) { x in x[0] * -2 },
    ])

private let divideByOne = Rule(
    x / 1 → x,
    counterExamples: [
        "1 / x": example([3]) { x in 1 / (x[0].squared() + 1) },
        "x / −1": example([3]) { x in x[0] / -1 },
    ])

private let negateTwice = Rule(
    -(-x) → x,
    counterExamples: [
        "−|−x|": example([3]) { x in -abs(-x[0]) },
        "−(0 − x)": example([3]) { x in -(0 - x[0]) },
    ])

private let addNegative = Rule(
    x + -y → x - y,
    counterExamples: [
        "x + (−2) · y": example([3], [3]) { x in x[0] + x[1] * -2 },
        "−(x + y)": example([3], [3]) { x in -(x[0] + x[1]) },
    ])

private let subtractNegative = Rule(
    x - -y → x + y,
    counterExamples: [
        "(−x) − y": example([3], [3]) { x in (-x[0]) - x[1] },
        "x + (−y)": example([3], [3]) { x in x[0] + (-x[1]) },
    ])

private let multiplyNegatives = Rule(
    -x * -y → x * y,
    counterExamples: [
        "one of them alone": example([3], [3]) { x in (-x[0]) * x[1] },
        "their sum": example([3], [3]) { x in (-x[0]) + (-x[1]) },
    ])

private let multiplyNegative = Rule(
    -x * y → -(x * y),
    counterExamples: [
        "|−x| · y": example([3], [3]) { x in abs(-x[0]) * x[1] },
        "−(x · y) already": example([3], [3]) { x in (-(x[0] * x[1])).sum() },
        "(−x) + y": example([3], [3]) { x in (-x[0]) + x[1] },
    ])

private let scaleTwice = Rule(
    (x * a) * b → x * (a * b),
    where: ("a · b is neither 0 nor extreme", { $0[a] != 0 && $0[b] != 0 && $0.isPlain($0[a * b]) }),
    counterExamples: [
        "a is 0": example([3]) { x in x[0] * 0 * 3 },
        "b is 0": example([3]) { x in x[0] * 3 * 0 },
        "a · b overflows": example([3]) { x in x[0] * 1e200 * 1e200 },
        "a · b vanishes": example([3]) { x in x[0] * 1e-150 * 1e-150 },
        "(x + a) · b": example([3]) { x in (x[0] + 2) * 3 },
        "a is no constant": example([3], [3]) { x in x[0] * x[1] * 3 },
    ])

/// Constants gather at the end of a product, where a sum or a matrix product takes them out.
private let scaleOutside = Rule(
    (x * a) * y → (x * y) * a, where: ("y is no constant", { !$0.isConstant(y) && $0[a] != -1 && $0.isPlain($0[a]) }),
    counterExamples: [
        "a is 0": example([3], [3]) { x in (x[0] * 0) * x[1] },
        "−x has a rule of its own": example([3], [3]) { x in (-x[0]) * x[1] },
        "y is a constant": example([3]) { x in ((x[0] * 2) * 3).sum() },
        "(x + a) · y": example([3], [3]) { x in (x[0] + 2) * x[1] },
    ])

private let divideByConstant = Rule(
    x / a → x * (1 / a), where: ("a is neither 0 nor extreme", { $0.isPlain($0[a]) }),
    counterExamples: [
        "x / 0": example([3]) { x in x[0] / 0 },
        "1 / c overflows": example([3]) { x in x[0] / 0x1p-1030 },
        "x / ∞": example([3]) { x in x[0] / .infinity },
        "c / x": example([3]) { x in 3 / (x[0].squared() + 1) },
        "the divisor is no constant": example([3], [3]) { x in x[0] / (x[1].squared() + 1) },
    ])

/// Of one sign, so that the sum of two infinities stays what it is.
private let addMultiples = Rule(
    x * a + x * b → x * (a + b), where: ("a · b > 0", { $0[a] * $0[b] > 0 && $0[a + b].isFinite }),
    counterExamples: [
        "of two signs": example([3]) { x in x[0] * 3 + x[0] * -2 },
        "x + (−x)": example([3]) { x in x[0] + (-x[0]) },
        "of two tensors": example([3], [3]) { x in x[0] * 3 + x[1] * 2 },
        "an infinite factor": example([3]) { x in x[0] * .infinity + x[0] },
        "a difference": example([3]) { x in x[0] * 3 - x[0] },
    ])

private let addMultiple = Rule(
    x * a + x → x * (a + 1), where: ("a > 0", { $0[a] > 0 && $0[a].isFinite }),
    counterExamples: [
        "of two signs": example([3]) { x in x[0] * -2 + x[0] },
        "x + (−x)": example([3]) { x in x[0] + (-x[0]) },
        "of two tensors": example([3], [3]) { x in x[0] * 3 + x[1] },
        "an infinite factor": example([3]) { x in x[0] * .infinity + x[0] },
        "a difference": example([3]) { x in x[0] * 3 - x[0] },
    ])

private let addSame = Rule(
    x + x → x * 2,
    counterExamples: [
        "of two tensors": example([3], [3]) { x in x[0] + x[1] },
        "x − x": example([3]) { x in x[0] - x[0] },
        "x · x": example([3]) { x in x[0] * x[0] },
    ])

private let sameExtremum = Rule(
    maximum(x, x) → x, minimum(x, x) → x,
    counterExamples: [
        "max(x, y)": example([3], [3]) { x in maximum(x[0], x[1]) },
        "min(x, −x)": example([3]) { x in minimum(x[0], -x[0]) },
        "x + x": example([3]) { x in x[0] + x[0] },
    ])

private let nestedExtremum = Rule(
    maximum(maximum(x, a), b) → maximum(x, maximum(a, b)),
    minimum(minimum(x, a), b) → minimum(x, minimum(a, b)),
    counterExamples: [
        "a maximum of a minimum": example([3]) { x in maximum(minimum(x[0], 0), -1) },
        "a minimum of a maximum": example([3]) { x in minimum(maximum(x[0], 0), 1) },
        "b is no constant": example([3], [3]) { x in maximum(maximum(x[0], 0), x[1]) },
        "a is no constant": example([3], [3]) { x in maximum(maximum(x[0], x[1]), 0) },
    ])
