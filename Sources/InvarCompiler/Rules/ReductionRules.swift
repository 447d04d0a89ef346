import InvarGraph

/// Sums and maxima: over what needs no sweep, and of what is the same for all summands.
let reductionRules = [
    reduceAxesOfOne, reduceTwice, reduceBroadcast, centredSquares, centredMultiple, sumOfMultiple, sumOfScaledSquare,
    sumOfProductWithBroadcast, maxOfMultiple, reduceReshape,
]

/// A rule about a reduction of x over axes.
private func reduction(
    _ name: String, _ example: @escaping Rule.Example, counterExamples: KeyValuePairs<String, Rule.Example>,
    _ replacement: @escaping @Sendable (GraphBuilder, Reduction, _ axes: [Int], _ x: NodeID) -> Tensor?
) -> Rule {
    Rule(name, at: .reduce, example: example, counterExamples: counterExamples) { builder, node in
        guard case .reduce(let kind, let axes) = builder.graph[node].op else { return nil }
        return replacement(builder, kind, axes, builder.graph[node].inputs[0])
    }
}

extension Tensor {
    /// The axes stay, with size 1; none is nothing to do.
    fileprivate func reduced(_ kind: Reduction, _ axes: [Int]) -> Tensor {
        axes.isEmpty ? self : emit(.reduce(kind, axes: axes))
    }
}

private let reduceAxesOfOne = reduction(
    "Σ over an axis of size 1 → x, and for max", example([3, 1]) { x in x[0].sum([1], keepingAxes: true) },
    counterExamples: [
        "the axis is longer": example([3, 2]) { x in x[0].sum() },
        "centred squares over axes of size 1 alone are 0, not x": example([3, 1]) { x in
            x[0].emit(.reduce(.centredSquares, axes: [1])).reshape([3]).sum()
        },
    ]
) { builder, kind, axes, x in
    let longer = axes.filter { builder.shape(x)[$0] > 1 }
    // Over no axes at all, Σ (x − x̄)² is not x, and not 0 where x is infinite.
    guard longer != axes, kind != .centredSquares || !longer.isEmpty else { return nil }
    return builder.tensor(x).reduced(kind, longer)
}

private let reduceTwice = reduction(
    "Σᵢ Σⱼ x → Σᵢⱼ x, and for max",
    example([3, 4, 2]) { x in x[0].sum([1], keepingAxes: true).sum([0], keepingAxes: true) },
    counterExamples: [
        "a maximum of sums": example([3, 4, 2]) { x in x[0].sum([1], keepingAxes: true).max([0], keepingAxes: true) },
        "a sum of maxima": example([3, 4, 2]) { x in x[0].max([1], keepingAxes: true).sum([0], keepingAxes: true) },
        "centred squares of centred squares": example([3, 4, 2]) { x in
            x[0].emit(.reduce(.centredSquares, axes: [1])).emit(.reduce(.centredSquares, axes: [0]))
        },
        "a function stands between": example([3, 4, 2]) { x in
            exp(x[0].sum([1], keepingAxes: true)).sum([0], keepingAxes: true)
        },
    ]
) { builder, kind, axes, x in
    guard kind != .centredSquares, case .reduce(kind, let inner) = builder.graph[x].op else { return nil }
    return builder.tensor(builder.graph[x].inputs[0]).reduced(kind, Set(axes + inner).sorted())
}

private let reduceBroadcast = reduction(
    "Σᵢ broadcast(x) → n · x where x does not depend on i, max → x",
    example([1, 3, 2]) { x in x[0].broadcast(to: [4, 3, 2]).sum([0, 1], keepingAxes: true) },
    counterExamples: [
        "x depends on i": example([1, 3, 2]) { x in x[0].broadcast(to: [4, 3, 2]).sum([1, 2], keepingAxes: true) },
        "centred squares of what is repeated": example([1, 3, 2]) { x in
            x[0].broadcast(to: [4, 3, 2]).emit(.reduce(.centredSquares, axes: [0]))
        },
    ]
) { builder, kind, axes, broadcast in
    guard kind != .centredSquares, let id = builder.broadcastOperand(broadcast) else { return nil }
    let (x, full) = (builder.tensor(id), builder.shape(broadcast))
    let repeated = axes.filter { x.shape[$0] != full[$0] }
    guard !repeated.isEmpty else { return nil }
    var shape = full
    for axis in axes { shape[axis] = 1 }
    let small = x.reduced(kind, axes.filter { !repeated.contains($0) })
    let count = repeated.reduce(1) { $0 * full[$1] }
    return (kind == .sum ? small * Double(count) : small).broadcast(to: shape)
}

private let sumOfMultiple = reduction(
    "Σ k · x → k · Σ x", example([3, 4]) { x in (x[0] * 2).sum([1], keepingAxes: true) },
    counterExamples: [
        "a maximum": example([3, 4]) { x in (x[0] * 2).max([1], keepingAxes: true) },
        "another factor for each summand": example([3, 4], [3, 4]) { x in (x[0] * x[1]).sum([1], keepingAxes: true) },
        "0 · x is not a number where x is infinite": example([3, 4]) { x in (x[0] * 0).sum([1], keepingAxes: true) },
        "an infinite factor": example([3, 4]) { x in (x[0] * .infinity).sum([1], keepingAxes: true) },
        "a factor whose product may vanish": example([3, 4]) { x in (x[0] * 1e-250).sum([1], keepingAxes: true) },
    ]
) { builder, kind, axes, product in
    guard kind == .sum, let (x, k) = builder.scaled(product), k.isPlain(as: builder.graph[x].type.element)
    else { return nil }
    return builder.tensor(x).reduced(.sum, axes) * k
}

private let centredMultiple = reduction(
    "Σ (k·x − k·x̄)² → k² · Σ (x − x̄)²",
    example([3, 4]) { x in (x[0] * 2).emit(.reduce(.centredSquares, axes: [1])) },
    counterExamples: [
        "another factor for each summand": example([3, 4], [3, 4]) { x in
            (x[0] * x[1]).emit(.reduce(.centredSquares, axes: [1]))
        },
        "a plain sum": example([3, 4]) { x in (x[0] * 2).sum([1], keepingAxes: true) },
        "k² vanishes": example([3, 4]) { x in (x[0] * 1e-150).emit(.reduce(.centredSquares, axes: [1])) },
        "k is 0": example([3, 4]) { x in (x[0] * 0).emit(.reduce(.centredSquares, axes: [1])) },
    ]
) { builder, kind, axes, product in
    guard kind == .centredSquares, let (x, k) = builder.scaled(product),
        (k * k).isPlain(as: builder.graph[x].type.element)
    else { return nil }
    return builder.tensor(x).reduced(kind, axes) * (k * k)
}

/// One sweep for mean and variance, in which nothing cancels. x may be a multiple of what the mean was taken of, whose factor
/// has gone out of the sum.
private let centredSquares = reduction(
    "Σ (x − Σx / n)² → Σ (x − x̄)²",
    example([3, 4]) { x in (x[0] - x[0].mean([1], keepingAxes: true)).squared().sum([1], keepingAxes: true) },
    counterExamples: [
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
    ]
) { builder, kind, axes, square in
    guard kind == .sum, let (a, b) = builder.operands(of: square, .multiply), a == b,
        let (x, mean) = builder.operands(of: a, .subtract), let small = builder.broadcastOperand(mean),
        let (sum, share) = builder.scaled(small), case .reduce(.sum, axes) = builder.graph[sum].op
    else { return nil }
    let (y, factor) = (builder.graph[sum].inputs[0], axes.reduce(share) { $0 * Double(builder.shape(x)[$1]) })
    let k = if x == y { 1.0 } else if let scaled = builder.scaled(x), scaled.x == y { scaled.k } else { 0.0 }
    guard k != 0, (factor - k).magnitude <= 1e-12 * k.magnitude else { return nil }
    return builder.tensor(x).reduced(.centredSquares, axes)
}

private let sumOfScaledSquare = reduction(
    "Σ (k · x)² → k² · Σ x²", example([3, 4]) { x in (x[0] * 2).squared().sum([1], keepingAxes: true) },
    counterExamples: [
        "the product of two multiples": example([3, 4], [3, 4]) { x in
            ((x[0] * 2) * (x[1] * 2)).sum([1], keepingAxes: true)
        },
        "k² overflows": example([3, 4]) { x in (x[0] * 1e150).squared().sum([1], keepingAxes: true) },
        "k is 0": example([3, 4]) { x in (x[0] * 0).squared().sum([1], keepingAxes: true) },
        "a maximum": example([3, 4]) { x in (x[0] * 2).squared().max([1], keepingAxes: true) },
    ]
) { builder, kind, axes, square in
    guard kind == .sum, let (a, b) = builder.operands(of: square, .multiply), a == b, let (x, k) = builder.scaled(a),
        (k * k).isPlain(as: builder.graph[x].type.element)
    else { return nil }
    return builder.tensor(x).squared().reduced(.sum, axes) * (k * k)
}

private let sumOfProductWithBroadcast = reduction(
    "Σᵢ x · broadcast(y) → y · Σᵢ x where y does not depend on i",
    example([3, 4], [3, 1]) { x in (x[0] * x[1].broadcast(to: [3, 4])).sum([1], keepingAxes: true) },
    counterExamples: [
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
    ]
) { builder, kind, axes, product in
    guard kind == .sum, let (a, b) = builder.operands(of: product, .multiply) else { return nil }
    for (x, factor) in [(a, b), (b, a)] {
        guard let y = builder.broadcastOperand(factor), axes.allSatisfy({ builder.shape(y)[$0] == 1 }) else { continue }
        let sum = builder.tensor(x).reduced(.sum, axes)
        return sum * builder.tensor(y).broadcast(to: sum.shape)
    }
    return nil
}

private let maxOfMultiple = reduction(
    "max k · x → k · max x, k > 0", example([3, 4]) { x in (x[0] * 2).max([1], keepingAxes: true) },
    counterExamples: [
        "a negative factor makes it a minimum": example([3, 4]) { x in (x[0] * -2).max([1], keepingAxes: true) },
        "−x is one": example([3, 4]) { x in (-x[0]).max([1], keepingAxes: true) },
        "k is 0": example([3, 4]) { x in (x[0] * 0).max([1], keepingAxes: true) },
        "another factor for each": example([3, 4], [3, 4]) { x in (x[0] * x[1]).max([1], keepingAxes: true) },
        "a sum": example([3, 4]) { x in (x[0] * 2).sum([1], keepingAxes: true) },
    ]
) { builder, kind, axes, product in
    guard kind == .max, let (x, k) = builder.scaled(product), k > 0, k.isPlain(as: builder.graph[x].type.element)
    else { return nil }
    return builder.tensor(x).reduced(.max, axes) * k
}

private let reduceReshape = reduction(
    "Σ reshape(x) → reshape(Σ x) over all axes, and for max",
    example([3, 4]) { x in x[0].reshape([2, 6]).sum([0, 1], keepingAxes: true) },
    counterExamples: [
        "over some of the axes": example([3, 4]) { x in x[0].reshape([2, 6]).sum([1], keepingAxes: true) },
        "over an axis that x has too": example([3, 4]) { x in x[0].reshape([3, 2, 2]).sum([1, 2], keepingAxes: true) },
    ]
) { builder, kind, axes, reshape in
    guard let id = builder.reshapeOperand(reshape),
        axes.reduce(1, { $0 * builder.shape(reshape)[$1] }) == builder.count(id)
    else { return nil }
    let x = builder.tensor(id)
    return x.reduced(kind, Array(0..<x.rank)).reshape(builder.shape(reshape).map { _ in 1 })
}
