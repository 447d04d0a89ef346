import InvarCompiler
import InvarGraph

let powerCounterExamples = [
    square, firstPower, rootAsPower, reciprocalAsPower, reciprocalOfRoot, divideByRoot, absTwice,
]

private let square = CounterExamples(
    "power(x, 2) → x · x",
    [
        "exponent 3": example([3]) { x in pow(x[0], 3) },
        "exponent −2": example([3]) { x in pow(x[0].squared() + 1, -2) },
        "2 is the base": example([3]) { x in Tensor.binary(.power, x[0].filled(2), x[0]) },
        "the exponent is no constant": example([3], [3]) { x in Tensor.binary(.power, x[0].squared() + 1, x[1]) },
    ])

private let firstPower = CounterExamples(
    "power(x, 1) → x",
    [
        "exponent 0": example([3]) { x in pow(x[0], 0) },
        "exponent −1": example([3]) { x in pow(x[0].squared() + 1, -1) },
        "1 is the base": example([3]) { x in Tensor.binary(.power, x[0].filled(1), x[0]) },
    ])

private let rootAsPower = CounterExamples(
    "power(x, 0.5) → √x, x ≥ 0",
    [
        "x may be negative": example([3]) { x in pow(x[0], 0.5) },
        "what is subtracted may be more": example([3]) { x in pow(x[0].squared() - 1, 0.5) },
        "a product of two signs": example([3], [3]) { x in pow(x[0] * x[1], 0.5) },
        "exponent −½": example([3]) { x in pow(x[0].squared() + 1, -0.5) },
    ])

private let reciprocalAsPower = CounterExamples(
    "power(x, −1) → reciprocal(x)",
    [
        "exponent −2": example([3]) { x in pow(x[0].squared() + 1, -2) },
        "exponent 1": example([3]) { x in pow(x[0], 1) },
        "−1 is the base": example([3]) { x in Tensor.binary(.power, x[0].filled(-1), x[0].filled(3) + 0 * x[0]) },
    ])

private let reciprocalOfRoot = CounterExamples(
    "1 / √x → rsqrt(x), reciprocal(√x) → rsqrt(x)",
    [
        "2 / √x": example([3]) { x in 2 / sqrt(x[0].squared() + 1) },
        "something is added to the root": example([3]) { x in 1 / (sqrt(x[0].squared() + 1) + 1) },
        "√x / 1": example([3]) { x in sqrt(x[0].squared() + 1) / 1 },
        "√(1 / x)": example([3]) { x in sqrt(1 / (x[0].squared() + 1)) },
    ])

private let divideByRoot = CounterExamples(
    "y / √x → y · rsqrt(x)",
    [
        "√x / y": example([3], [3]) { x in sqrt(x[0].squared() + 1) / x[1] },
        "something is added to the root": example([3], [3]) { x in x[1] / (sqrt(x[0].squared() + 1) + 1) },
        "√x · y": example([3], [3]) { x in x[1] * sqrt(x[0].squared() + 1) },
    ])

private let absTwice = CounterExamples(
    "|−x| → |x|, ||x|| → |x|",
    [
        "−|x|": example([3]) { x in -abs(x[0]) },
        "|x − y|": example([3], [3]) { x in abs(x[0] - x[1]) },
        "|−2 · x|": example([3]) { x in abs(x[0] * -2) },
    ])
