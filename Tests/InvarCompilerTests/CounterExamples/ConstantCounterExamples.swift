import InvarCompiler
import InvarGraph

let constantCounterExamples = [
    foldElementwise, foldReduction, foldMovement, iotaOfOne, selectByConstant, selectOfOne,
]

private let foldElementwise = CounterExamples(
    "f(constants) → constant",
    [
        "one of them is no constant": example([2, 3]) { x in x[0] + x[0].filled(3) },
        "0 / 0 is not a number": example([2, 3]) { x in
            select(x[0].compare(.less, 100), x[0], x[0].filled(0) / x[0].filled(0))
        },
        "a function that each executor computes in its own way": example([2, 3]) { x in x[0] * exp(x[0].filled(1)) },
    ])

private let foldReduction = CounterExamples(
    "Σ constant → n · constant, max constant → constant, Σ (c − c̄)² → 0",
    [
        "of what is no constant": example([2, 3]) { x in x[0].sum([0], keepingAxes: true) },
        "centred squares of an infinite constant are not a number": example([2, 3]) { x in
            let odd = x[0].filled(.infinity).emit(.reduce(.centredSquares, axes: [0]))
            return select(x[0].compare(.less, 100), x[0], odd.broadcast(to: [2, 3]))
        },
    ])

private let foldMovement = CounterExamples(
    "moved constant → constant",
    [
        "padding of another value": example([2, 3]) { x in
            x[0] * x[0].builder.constant(2, x[0].type.with(shape: [1, 3])).pad(low: [1, 0], high: [0, 0])
        },
        "two constants joined": example([2, 3]) { x in
            let half = x[0].type.with(shape: [1, 3])
            return x[0] * concatenate([x[0].builder.constant(2, half), x[0].builder.constant(3, half)], axis: 0)
        },
        "0 and −0 joined": example([2, 3]) { x in
            let half = x[0].type.with(shape: [1, 3])
            return x[0] * concatenate([x[0].builder.constant(0, half), x[0].builder.constant(-0.0, half)], axis: 0)
        },
    ])

private let iotaOfOne = CounterExamples(
    "index along an axis of size 1 → 0",
    [
        "along the other axis": example([1, 3]) { x in x[0] * (x[0].builder.emit(.iota(axis: 1), [], x[0].type) + 2) }
    ])

private let selectByConstant = CounterExamples(
    "select(constant, a, b) → a or b",
    [
        "a mask that is computed": example([3], [3]) { x in select(x[0].compare(.less, x[1]), x[0], x[1]) },
        "the constant is what is chosen": example([3], [3]) { x in
            select(x[0].compare(.less, x[1]), x[0].filled(1), x[1])
        },
    ])

private let selectOfOne = CounterExamples(
    "select(c, x, x) → x",
    [
        "two tensors": example([3], [3]) { x in select(x[0].compare(.less, x[1]), x[0], x[1]) },
        "x and −x": example([3], [3]) { x in select(x[0].compare(.less, x[1]), x[0], -x[0]) },
    ])
