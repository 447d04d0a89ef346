import InvarCompiler
import InvarGraph

let reductionCounterExamples = [
    reduceAxesOfOne, reduceTwice, reduceBroadcast, centredSquares, centredMultiple, sumOfMultiple, sumOfScaledSquare,
    sumOfProductWithBroadcast, maxOfMultiple, reduceReshape,
]

private let reduceAxesOfOne = CounterExamples(
    "Σ over an axis of size 1 → x, and for max",
    [
        "the axis is longer": example([3, 2]) { x in x[0].sum() },
        "centred squares over axes of size 1 alone are 0, not x": example([3, 1]) { x in
            x[0].emit(.reduce(.centredSquares, axes: [1])).reshape([3]).sum()
        },
    ])

private let reduceTwice = CounterExamples(
    "Σᵢ Σⱼ x → Σᵢⱼ x, and for max",
    [
        "a maximum of sums": example([3, 4, 2]) { x in x[0].sum([1], keepingAxes: true).max([0], keepingAxes: true) },
        "a sum of maxima": example([3, 4, 2]) { x in x[0].max([1], keepingAxes: true).sum([0], keepingAxes: true) },
        "centred squares of centred squares": example([3, 4, 2]) { x in
            x[0].emit(.reduce(.centredSquares, axes: [1])).emit(.reduce(.centredSquares, axes: [0]))
        },
        "a function stands between": example([3, 4, 2]) { x in
            exp(x[0].sum([1], keepingAxes: true)).sum([0], keepingAxes: true)
        },
    ])

private let reduceBroadcast = CounterExamples(
    "Σᵢ broadcast(x) → n · x where x does not depend on i, max → x",
    [
        "x depends on i": example([1, 3, 2]) { x in x[0].broadcast(to: [4, 3, 2]).sum([1, 2], keepingAxes: true) },
        "centred squares of what is repeated": example([1, 3, 2]) { x in
            x[0].broadcast(to: [4, 3, 2]).emit(.reduce(.centredSquares, axes: [0]))
        },
    ])

private let centredSquares = CounterExamples(
    "Σ (x − Σx / n)² → Σ (x − x̄)²",
    [
        "divided by n + 1": example([3, 4]) { x in
            (x[0] - x[0].sum([1], keepingAxes: true) * 0.2).squared().sum([1], keepingAxes: true)
        },
        "the mean over the other axis": example([4, 4]) { x in
            (x[0] - x[0].mean([0], keepingAxes: true)).squared().sum([1], keepingAxes: true)
        },
        "the mean of something else": example([3, 4], [3, 4]) { x in
            (x[0] - x[1].mean([1], keepingAxes: true)).squared().sum([1], keepingAxes: true)
        },
        "the product of two deviations": example([3, 4], [3, 4]) { x in
            ((x[0] - x[0].mean([1], keepingAxes: true)) * (x[1] - x[1].mean([1], keepingAxes: true)))
                .sum([1], keepingAxes: true)
        },
        "the mean is added": example([3, 4]) { x in
            (x[0] + x[0].mean([1], keepingAxes: true)).squared().sum([1], keepingAxes: true)
        },
        "summed over both axes": example([3, 4]) { x in
            (x[0] - x[0].mean([1], keepingAxes: true)).squared().sum([0, 1], keepingAxes: true)
        },
        "the largest of the squares": example([3, 4]) { x in
            (x[0] - x[0].mean([1], keepingAxes: true)).squared().max([1], keepingAxes: true)
        },
    ])

private let centredMultiple = CounterExamples(
    "Σ (k·x − k·x̄)² → k² · Σ (x − x̄)²",
    [
        "another factor for each summand": example([3, 4], [3, 4]) { x in
            (x[0] * x[1]).emit(.reduce(.centredSquares, axes: [1]))
        },
        "a plain sum": example([3, 4]) { x in (x[0] * 2).sum([1], keepingAxes: true) },
        "k² vanishes": example([3, 4]) { x in (x[0] * 1e-150).emit(.reduce(.centredSquares, axes: [1])) },
        "k is 0": example([3, 4]) { x in (x[0] * 0).emit(.reduce(.centredSquares, axes: [1])) },
    ])

private let sumOfMultiple = CounterExamples(
    "Σ k · x → k · Σ x",
    [
        "a maximum": example([3, 4]) { x in (x[0] * 2).max([1], keepingAxes: true) },
        "another factor for each summand": example([3, 4], [3, 4]) { x in (x[0] * x[1]).sum([1], keepingAxes: true) },
        "0 · x is not a number where x is infinite": example([3, 4]) { x in (x[0] * 0).sum([1], keepingAxes: true) },
        "an infinite factor": example([3, 4]) { x in (x[0] * .infinity).sum([1], keepingAxes: true) },
        "a factor whose product may vanish": example([3, 4]) { x in (x[0] * 1e-250).sum([1], keepingAxes: true) },
    ])

private let sumOfScaledSquare = CounterExamples(
    "Σ (k · x)² → k² · Σ x²",
    [
        "the product of two multiples": example([3, 4], [3, 4]) { x in
            ((x[0] * 2) * (x[1] * 2)).sum([1], keepingAxes: true)
        },
        "k² overflows": example([3, 4]) { x in (x[0] * 1e150).squared().sum([1], keepingAxes: true) },
        "k is 0": example([3, 4]) { x in (x[0] * 0).squared().sum([1], keepingAxes: true) },
        "a maximum": example([3, 4]) { x in (x[0] * 2).squared().max([1], keepingAxes: true) },
    ])

private let sumOfProductWithBroadcast = CounterExamples(
    "Σᵢ x · broadcast(y) → y · Σᵢ x where y does not depend on i",
    [
        "y depends on i": example([3, 4], [1, 4]) { x in
            (x[0] * x[1].broadcast(to: [3, 4])).sum([1], keepingAxes: true)
        },
        "y depends on one of the axes": example([3, 4], [3, 1]) { x in
            (x[0] * x[1].broadcast(to: [3, 4])).sum([0, 1], keepingAxes: true)
        },
        "a maximum, where y may be negative": example([3, 4], [3, 1]) { x in
            (x[0] * x[1].broadcast(to: [3, 4])).max([1], keepingAxes: true)
        },
        "a sum is no product": example([3, 4], [3, 1]) { x in
            (x[0] + x[1].broadcast(to: [3, 4])).sum([1], keepingAxes: true)
        },
    ])

private let maxOfMultiple = CounterExamples(
    "max k · x → k · max x, k > 0",
    [
        "a negative factor makes it a minimum": example([3, 4]) { x in (x[0] * -2).max([1], keepingAxes: true) },
        "−x is one": example([3, 4]) { x in (-x[0]).max([1], keepingAxes: true) },
        "k is 0": example([3, 4]) { x in (x[0] * 0).max([1], keepingAxes: true) },
        "another factor for each": example([3, 4], [3, 4]) { x in (x[0] * x[1]).max([1], keepingAxes: true) },
        "a sum": example([3, 4]) { x in (x[0] * 2).sum([1], keepingAxes: true) },
    ])

private let reduceReshape = CounterExamples(
    "Σ reshape(x) → reshape(Σ x) over all axes, and for max",
    [
        "over some of the axes": example([3, 4]) { x in x[0].reshape([2, 6]).sum([1], keepingAxes: true) },
        "over an axis that x has too": example([3, 4]) { x in x[0].reshape([3, 2, 2]).sum([1, 2], keepingAxes: true) },
    ])
