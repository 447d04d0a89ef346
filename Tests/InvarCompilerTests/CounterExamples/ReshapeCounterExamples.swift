import InvarCompiler
import InvarGraph

let reshapeCounterExamples = [
    reshapeSinks, reshapeRisesToLeaves,
]

private let reshapeSinks = CounterExamples(
    "f(reshape(x), leaf) → reshape(f(x, reshape(leaf)))",
    [
        "the other operand is computed in that shape": example([2, 3], [1]) { x in
            x[0].sum([0]) * x[1].broadcast(to: [3])
        },
        "the two come from two shapes": example([2, 3], [3, 2]) { x in x[0].sum([0]) * x[1].sum([1]) },
    ])

private let reshapeRisesToLeaves = CounterExamples(
    "reshape(f(leaf)) → f(reshape(leaf))",
    [
        "of something computed": example([1, 6]) { x in exp(x[0].broadcast(to: [2, 6])).reshape([3, 4]) },
        "of no elementwise function": example([2, 6]) { x in x[0].sum([0], keepingAxes: true).reshape([2, 3]) },
    ])
