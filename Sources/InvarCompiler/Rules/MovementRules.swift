import InvarGraph

/// One movement after another, and movement to where a tensor is already.
let movementRules = [
    reshapeTwice, sameReshape, transposeTwice, sameTranspose, broadcastTwice, sameBroadcast, sliceTwice, sameSlice,
    samePad,
    reshapeOfBroadcast,
]

private let reshapeTwice = Rule(
    "reshape(reshape(x)) → reshape(x)", at: .reshape,
    example: example([2, 6]) { x in x[0].reshape([12]).reshape([3, 4]) }
) { builder, node in
    builder.reshapeOperand(builder.inputs(of: node)[0]).map { builder.tensor($0).reshape(builder.shape(node)) }
}

/// The operand where the node has its type.
private func sameType(_ builder: GraphBuilder, _ node: NodeID) -> Tensor? {
    let input = builder.inputs(of: node)[0]
    return builder.type(of: input) == builder.type(of: node) ? builder.tensor(input) : nil
}

private let sameReshape = Rule(
    "reshape to the same shape → x", at: .reshape,
    example: example([2, 6]) { x in x[0].emit(.reshape, as: x[0].type) },
    replacement: sameType)

private let sameBroadcast = Rule(
    "broadcast to the same shape → x", at: .broadcast,
    example: example([2, 6]) { x in x[0].emit(.broadcast, as: x[0].type) }, replacement: sameType)

private let sameSlice = Rule(
    "slice of the whole → x", at: .slice,
    example: example([2, 6]) { x in x[0].emit(.slice(starts: [0, 0]), as: x[0].type) }, replacement: sameType)

private let samePad = Rule(
    "pad by nothing → x", at: .pad, example: example([2, 6]) { x in x[0].emit(.pad(low: [0, 0]), as: x[0].type) },
    replacement: sameType)

private let transposeTwice = Rule(
    "(xᵀ)ᵀ → x, for any order of axes", at: .transpose,
    example: example([2, 3, 4]) { x in x[0].transpose([1, 2, 0]).transpose([0, 2, 1]) }
) { builder, node in
    let inner = builder.inputs(of: node)[0]
    guard case .transpose(let second) = builder.op(of: node), case .transpose(let first) = builder.op(of: inner)
    else { return nil }
    return builder.tensor(builder.inputs(of: inner)[0]).transpose(second.map { first[$0] })
}

private let sameTranspose = Rule(
    "transpose that keeps the order → x", at: .transpose,
    example: example([2, 3]) { x in x[0].emit(.transpose([0, 1])) }
) { builder, node in
    guard case .transpose(let order) = builder.op(of: node), order == Array(order.indices) else { return nil }
    return builder.tensor(builder.inputs(of: node)[0])
}

private let broadcastTwice = Rule(
    "broadcast(broadcast(x)) → broadcast(x)", at: .broadcast,
    example: example([1, 1, 3]) { x in x[0].broadcast(to: [1, 2, 3]).broadcast(to: [2, 2, 3]) }
) { builder, node in
    builder.broadcastOperand(builder.inputs(of: node)[0])
        .map { builder.tensor($0).emit(.broadcast, as: builder.type(of: node)) }
}

private let sliceTwice = Rule(
    "slice(slice(x)) → slice(x)", at: .slice,
    example: example([7, 3]) { x in x[0].slice(axis: 0, 1..<6).slice(axis: 0, 2..<4) }
) { builder, node in
    let inner = builder.inputs(of: node)[0]
    guard case .slice(let second) = builder.op(of: node), case .slice(let first) = builder.op(of: inner) else {
        return nil
    }
    return builder.tensor(builder.inputs(of: inner)[0])
        .emit(.slice(starts: zip(first, second).map { $0 + $1 }), as: builder.type(of: node))
}

/// A reshape reads its operand as one block of memory, so the repeated one would have to be written out.
private let reshapeOfBroadcast = Rule(
    "reshape(broadcast(x)) → broadcast(reshape(x)), axes of size 1 come or go", at: .reshape,
    example: example([1, 3]) { x in x[0].broadcast(to: [4, 3]).reshape([4, 1, 3]) }
) { builder, node in
    let inner = builder.inputs(of: node)[0]
    let (from, to) = (builder.shape(inner), builder.shape(node))
    guard let x = builder.broadcastOperand(inner), from.filter({ $0 > 1 }) == to.filter({ $0 > 1 }) else { return nil }
    // The sizes that x has where the broadcast is larger than 1, in order.
    var sizes = zip(builder.shape(x), from).filter { $0.1 > 1 }.map(\.0).makeIterator()
    let small = to.map { $0 > 1 ? sizes.next() ?? 1 : 1 }
    return builder.tensor(x).reshape(small).emit(.broadcast, as: builder.type(of: node))
}
