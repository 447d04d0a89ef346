import InvarCompiler
import InvarGraph

let arithmeticCounterExamples = [
    oneOrder, addZero, subtractZero, subtractFromZero, multiplyOne, multiplyMinusOne, divideByOne, negateTwice,
    addNegative, subtractNegative, multiplyNegatives, multiplyNegative, scaleTwice, scaleOutside, divideByConstant,
    addMultiples, addMultiple, addSame, sameExtremum, nestedExtremum,
]

private let oneOrder = CounterExamples(
    "b + a → a + b, b · a → a · b where that is there already or b is constant",
    [
        "differences have an order": example([3], [3]) { x in (x[0] - x[1]) * (x[1] - x[0]) },
        "so have comparisons": example([3], [3]) { x in
            x[0] * (x[0].compare(.less, x[1]) - x[1].compare(.less, x[0]))
        },
        "the maximum's derivative has one where both are equal": example([3], [3]) { x in
            maximum(x[0], x[1]) + maximum(x[1], x[0])
        },
        "neither is constant, and the other order is not there": example([3], [3]) { x in x[1] + x[0] },
    ])

private let addZero = CounterExamples(
    "x + 0 → x",
    [
        "x + 1": example([3]) { x in x[0] + 1 },
        "something tiny": example([3]) { x in x[0] + 1e-300 },
        "x · 0": example([3]) { x in x[0] * 0 },
    ])

private let subtractZero = CounterExamples(
    "x − 0 → x",
    [
        "0 − x": example([3]) { x in 0 - x[0] },
        "x − 1": example([3]) { x in x[0] - 1 },
    ])

private let subtractFromZero = CounterExamples(
    "0 − x → −x",
    [
        "x − 0": example([3]) { x in x[0] - 0 },
        "1 − x": example([3]) { x in 1 - x[0] },
    ])

private let multiplyOne = CounterExamples(
    "x · 1 → x",
    [
        "the number after 1": example([3]) { x in x[0] * 1.0.nextUp },
        "x · 0": example([3]) { x in x[0] * 0 },
        "x + 1": example([3]) { x in x[0] + 1 },
    ])

private let multiplyMinusOne = CounterExamples(
    "x · (−1) → −x",
    [
        "x · 1": example([3]) { x in x[0] * 1 },
        "x · (−2)": example([3]) { x in x[0] * -2 },
    ])

private let divideByOne = CounterExamples(
    "x / 1 → x",
    [
        "1 / x": example([3]) { x in 1 / (x[0].squared() + 1) },
        "x / −1": example([3]) { x in x[0] / -1 },
    ])

private let negateTwice = CounterExamples(
    "−(−x) → x",
    [
        "−|−x|": example([3]) { x in -abs(-x[0]) },
        "−(0 − x)": example([3]) { x in -(0 - x[0]) },
    ])

private let addNegative = CounterExamples(
    "x + (−y) → x − y",
    [
        "x + (−2) · y": example([3], [3]) { x in x[0] + x[1] * -2 },
        "−(x + y)": example([3], [3]) { x in -(x[0] + x[1]) },
    ])

private let subtractNegative = CounterExamples(
    "x − (−y) → x + y",
    [
        "(−x) − y": example([3], [3]) { x in (-x[0]) - x[1] },
        "x + (−y)": example([3], [3]) { x in x[0] + (-x[1]) },
    ])

private let multiplyNegatives = CounterExamples(
    "(−x) · (−y) → x · y",
    [
        "one of them alone": example([3], [3]) { x in (-x[0]) * x[1] },
        "their sum": example([3], [3]) { x in (-x[0]) + (-x[1]) },
    ])

private let multiplyNegative = CounterExamples(
    "(−x) · y → −(x · y)",
    [
        "|−x| · y": example([3], [3]) { x in abs(-x[0]) * x[1] },
        "−(x · y) already": example([3], [3]) { x in (-(x[0] * x[1])).sum() },
        "(−x) + y": example([3], [3]) { x in (-x[0]) + x[1] },
    ])

private let scaleTwice = CounterExamples(
    "(x · a) · b → x · (a · b), a · b is neither 0 nor extreme",
    [
        "a is 0": example([3]) { x in x[0] * 0 * 3 },
        "b is 0": example([3]) { x in x[0] * 3 * 0 },
        "a · b overflows": example([3]) { x in x[0] * 1e200 * 1e200 },
        "a · b vanishes": example([3]) { x in x[0] * 1e-150 * 1e-150 },
        "(x + a) · b": example([3]) { x in (x[0] + 2) * 3 },
        "a is no constant": example([3], [3]) { x in x[0] * x[1] * 3 },
    ])

private let scaleOutside = CounterExamples(
    "(x · a) · y → (x · y) · a, y is no constant",
    [
        "a is 0": example([3], [3]) { x in (x[0] * 0) * x[1] },
        "−x has a rule of its own": example([3], [3]) { x in (-x[0]) * x[1] },
        "y is a constant": example([3]) { x in ((x[0] * 2) * 3).sum() },
        "(x + a) · y": example([3], [3]) { x in (x[0] + 2) * x[1] },
    ])

private let divideByConstant = CounterExamples(
    "x / a → x · (1 / a), a is neither 0 nor extreme",
    [
        "x / 0": example([3]) { x in x[0] / 0 },
        "1 / c overflows": example([3]) { x in x[0] / 0x1p-1030 },
        "x / ∞": example([3]) { x in x[0] / .infinity },
        "c / x": example([3]) { x in 3 / (x[0].squared() + 1) },
        "the divisor is no constant": example([3], [3]) { x in x[0] / (x[1].squared() + 1) },
    ])

private let addMultiples = CounterExamples(
    "x · a + x · b → x · (a + b), a · b > 0",
    [
        "of two signs": example([3]) { x in x[0] * 3 + x[0] * -2 },
        "x + (−x)": example([3]) { x in x[0] + (-x[0]) },
        "of two tensors": example([3], [3]) { x in x[0] * 3 + x[1] * 2 },
        "an infinite factor": example([3]) { x in x[0] * .infinity + x[0] },
        "a difference": example([3]) { x in x[0] * 3 - x[0] },
    ])

private let addMultiple = CounterExamples(
    "x · a + x → x · (a + 1), a > 0",
    [
        "of two signs": example([3]) { x in x[0] * -2 + x[0] },
        "x + (−x)": example([3]) { x in x[0] + (-x[0]) },
        "of two tensors": example([3], [3]) { x in x[0] * 3 + x[1] },
        "an infinite factor": example([3]) { x in x[0] * .infinity + x[0] },
        "a difference": example([3]) { x in x[0] * 3 - x[0] },
    ])

private let addSame = CounterExamples(
    "x + x → x · 2",
    [
        "of two tensors": example([3], [3]) { x in x[0] + x[1] },
        "x − x": example([3]) { x in x[0] - x[0] },
        "x · x": example([3]) { x in x[0] * x[0] },
    ])

private let sameExtremum = CounterExamples(
    "maximum(x, x) → x, minimum(x, x) → x",
    [
        "max(x, y)": example([3], [3]) { x in maximum(x[0], x[1]) },
        "min(x, −x)": example([3]) { x in minimum(x[0], -x[0]) },
        "x + x": example([3]) { x in x[0] + x[0] },
    ])

private let nestedExtremum = CounterExamples(
    "maximum(maximum(x, a), b) → maximum(x, maximum(a, b)), minimum(minimum(x, a), b) → minimum(x, minimum(a, b))",
    [
        "a maximum of a minimum": example([3]) { x in maximum(minimum(x[0], 0), -1) },
        "a minimum of a maximum": example([3]) { x in minimum(maximum(x[0], 0), 1) },
        "b is no constant": example([3], [3]) { x in maximum(maximum(x[0], 0), x[1]) },
        "a is no constant": example([3], [3]) { x in maximum(maximum(x[0], x[1]), 0) },
    ])
