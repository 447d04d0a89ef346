import InvarCompiler
import InvarGraph

let broadcastCounterExamples = [
    elementwiseOfBroadcasts
]

private let elementwiseOfBroadcasts = CounterExamples(
    "f(broadcast(x), broadcast(y), constant) → broadcast(f(x, y, constant))",
    [
        "one operand is whole": example([1, 3], [4, 3]) { x in exp(x[0].broadcast(to: [4, 3]) * x[1]) },
        "together they span the result": example([1, 3], [4, 1]) { x in
            x[0].broadcast(to: [4, 3]) * x[1].broadcast(to: [4, 3])
        },
    ])
