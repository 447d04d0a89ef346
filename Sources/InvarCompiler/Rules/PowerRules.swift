import InvarGraph

/// Powers, roots and magnitudes.
let powerRules = [square, firstPower, rootAsPower, reciprocalAsPower, reciprocalOfRoot, divideByRoot, absTwice]

private let (x, y) = (Pattern.value("x"), Pattern.value("y"))

private let square = Rule(
    pow(x, 2) → x * x,
    counterExamples: [
        "exponent 3": example([3]) { x in pow(x[0], 3) },
        "exponent −2": example([3]) { x in pow(x[0].squared() + 1, -2) },
        "2 is the base": example([3]) { x in Tensor.binary(.power, x[0].filled(2), x[0]) },
        "the exponent is no constant": example([3], [3]) { x in Tensor.binary(.power, x[0].squared() + 1, x[1]) },
    ])

private let firstPower = Rule(
    pow(x, 1) → x,
    counterExamples: [
        "exponent 0": example([3]) { x in pow(x[0], 0) },
        "exponent −1": example([3]) { x in pow(x[0].squared() + 1, -1) },
        "1 is the base": example([3]) { x in Tensor.binary(.power, x[0].filled(1), x[0]) },
    ])

/// pow(−∞, ½) is ∞, √(−∞) is not a number.
private let rootAsPower = Rule(
    pow(x, 0.5) → sqrt(x), where: ("x ≥ 0", { $0.isNonNegative(x) }),
    counterExamples: [
        "x may be negative": example([3]) { x in pow(x[0], 0.5) },
        "what is subtracted may be more": example([3]) { x in pow(x[0].squared() - 1, 0.5) },
        "a product of two signs": example([3], [3]) { x in pow(x[0] * x[1], 0.5) },
        "exponent −½": example([3]) { x in pow(x[0].squared() + 1, -0.5) },
    ])

private let reciprocalAsPower = Rule(
    pow(x, -1) → reciprocal(x),
    counterExamples: [
        "exponent −2": example([3]) { x in pow(x[0].squared() + 1, -2) },
        "exponent 1": example([3]) { x in pow(x[0], 1) },
        "−1 is the base": example([3]) { x in Tensor.binary(.power, x[0].filled(-1), x[0].filled(3) + 0 * x[0]) },
    ])

private let reciprocalOfRoot = Rule(
    1 / sqrt(x) → rsqrt(x), reciprocal(sqrt(x)) → rsqrt(x),
    counterExamples: [
        "2 / √x": example([3]) { x in 2 / sqrt(x[0].squared() + 1) },
        "something is added to the root": example([3]) { x in 1 / (sqrt(x[0].squared() + 1) + 1) },
        "√x / 1": example([3]) { x in sqrt(x[0].squared() + 1) / 1 },
        "√(1 / x)": example([3]) { x in sqrt(1 / (x[0].squared() + 1)) },
    ])

private let divideByRoot = Rule(
    y / sqrt(x) → y * rsqrt(x),
    counterExamples: [
        "√x / y": example([3], [3]) { x in sqrt(x[0].squared() + 1) / x[1] },
        "something is added to the root": example([3], [3]) { x in x[1] / (sqrt(x[0].squared() + 1) + 1) },
        "√x · y": example([3], [3]) { x in x[1] * sqrt(x[0].squared() + 1) },
    ])

private let absTwice = Rule(
    abs(-x) → abs(x), abs(abs(x)) → abs(x),
    counterExamples: [
        "−|x|": example([3]) { x in -abs(x[0]) },
        "|x − y|": example([3], [3]) { x in abs(x[0] - x[1]) },
        "|−2 · x|": example([3]) { x in abs(x[0] * -2) },
    ])
