import InvarGraph

/// Sums and maxima: over what needs no sweep, and of what is the same for all summands.
let reductionRules = [
    reduceAxesOfOne, reduceTwice, reduceBroadcast, centredSquares, centredMultiple, sumOfMultiple, sumOfScaledSquare,
    sumOfProductWithBroadcast, maxOfMultiple, reduceReshape,
]

/// A rule about a reduction of x over axes.
private func reduction(
    _ name: String, _ example: @escaping Rule.Example,
    _ replacement: @escaping @Sendable (GraphBuilder, Reduction, _ axes: [Int], _ x: NodeID) -> Tensor?
) -> Rule {
    Rule(name, at: .reduce, example: example) { builder, node in
        guard case .reduce(let kind, let axes) = builder.op(of: node) else { return nil }
        return replacement(builder, kind, axes, builder.inputs(of: node)[0])
    }
}

extension Tensor {
    /// The axes stay, with size 1; none is nothing to do.
    fileprivate func reduced(_ kind: Reduction, _ axes: [Int]) -> Tensor {
        axes.isEmpty ? self : emit(.reduce(kind, axes: axes))
    }
}

private let reduceAxesOfOne = reduction(
    "Σ over an axis of size 1 → x, and for max", example([3, 1]) { x in x[0].sum([1], keepingAxes: true) }
) { builder, kind, axes, x in
    let longer = axes.filter { builder.shape(x)[$0] > 1 }
    // Over no axes at all, Σ (x − x̄)² is not x, and not 0 where x is infinite.
    guard longer != axes, kind != .centredSquares || !longer.isEmpty else { return nil }
    return builder.tensor(x).reduced(kind, longer)
}

private let reduceTwice = reduction(
    "Σᵢ Σⱼ x → Σᵢⱼ x, and for max",
    example([3, 4, 2]) { x in x[0].sum([1], keepingAxes: true).sum([0], keepingAxes: true) }
) { builder, kind, axes, x in
    guard kind != .centredSquares, case .reduce(kind, let inner) = builder.op(of: x) else { return nil }
    return builder.tensor(builder.inputs(of: x)[0]).reduced(kind, Set(axes + inner).sorted())
}

private let reduceBroadcast = reduction(
    "Σᵢ broadcast(x) → n · x where x does not depend on i, max → x",
    example([1, 3, 2]) { x in x[0].broadcast(to: [4, 3, 2]).sum([0, 1], keepingAxes: true) }
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
    "Σ k · x → k · Σ x", example([3, 4]) { x in (x[0] * 2).sum([1], keepingAxes: true) }
) { builder, kind, axes, product in
    guard kind == .sum, let (x, k) = builder.scaled(product), k.isPlain(as: builder.type(of: x).element)
    else { return nil }
    return builder.tensor(x).reduced(.sum, axes) * k
}

private let centredMultiple = reduction(
    "Σ (k·x − k·x̄)² → k² · Σ (x − x̄)²",
    example([3, 4]) { x in (x[0] * 2).emit(.reduce(.centredSquares, axes: [1])) }
) { builder, kind, axes, product in
    guard kind == .centredSquares, let (x, k) = builder.scaled(product),
        (k * k).isPlain(as: builder.type(of: x).element)
    else { return nil }
    return builder.tensor(x).reduced(kind, axes) * (k * k)
}

/// One sweep for mean and variance, in which nothing cancels. x may be a multiple of what the mean was taken of, whose factor
/// has gone out of the sum.
private let centredSquares = reduction(
    "Σ (x − Σx / n)² → Σ (x − x̄)²",
    example([3, 4]) { x in (x[0] - x[0].mean([1], keepingAxes: true)).squared().sum([1], keepingAxes: true) }
) { builder, kind, axes, square in
    guard kind == .sum, let (a, b) = builder.operands(of: square, .multiply), a == b,
        let (x, mean) = builder.operands(of: a, .subtract), let small = builder.broadcastOperand(mean),
        let (sum, share) = builder.scaled(small), case .reduce(.sum, axes) = builder.op(of: sum)
    else { return nil }
    let (y, factor) = (builder.inputs(of: sum)[0], axes.reduce(share) { $0 * Double(builder.shape(x)[$1]) })
    let k = if x == y { 1.0 } else if let scaled = builder.scaled(x), scaled.x == y { scaled.k } else { 0.0 }
    guard k != 0, (factor - k).magnitude <= 1e-12 * k.magnitude else { return nil }
    return builder.tensor(x).reduced(.centredSquares, axes)
}

private let sumOfScaledSquare = reduction(
    "Σ (k · x)² → k² · Σ x²", example([3, 4]) { x in (x[0] * 2).squared().sum([1], keepingAxes: true) }
) { builder, kind, axes, square in
    guard kind == .sum, let (a, b) = builder.operands(of: square, .multiply), a == b, let (x, k) = builder.scaled(a),
        (k * k).isPlain(as: builder.type(of: x).element)
    else { return nil }
    return builder.tensor(x).squared().reduced(.sum, axes) * (k * k)
}

private let sumOfProductWithBroadcast = reduction(
    "Σᵢ x · broadcast(y) → y · Σᵢ x where y does not depend on i",
    example([3, 4], [3, 1]) { x in (x[0] * x[1].broadcast(to: [3, 4])).sum([1], keepingAxes: true) }
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
    "max k · x → k · max x, k > 0", example([3, 4]) { x in (x[0] * 2).max([1], keepingAxes: true) }
) { builder, kind, axes, product in
    guard kind == .max, let (x, k) = builder.scaled(product), k > 0, k.isPlain(as: builder.type(of: x).element)
    else { return nil }
    return builder.tensor(x).reduced(.max, axes) * k
}

private let reduceReshape = reduction(
    "Σ reshape(x) → reshape(Σ x) over all axes, and for max",
    example([3, 4]) { x in x[0].reshape([2, 6]).sum([0, 1], keepingAxes: true) }
) { builder, kind, axes, reshape in
    guard let id = builder.reshapeOperand(reshape),
        axes.reduce(1, { $0 * builder.shape(reshape)[$1] }) == builder.count(id)
    else { return nil }
    let x = builder.tensor(id)
    return x.reduced(kind, Array(0..<x.rank)).reshape(builder.shape(reshape).map { _ in 1 })
}
