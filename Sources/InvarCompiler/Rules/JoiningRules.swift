import InvarGraph

/// Parts that are cut out and put together again.
let joiningRules = [sliceOfConcatenation, concatenationOfSlices, concatenationOfOne, nestedConcatenation, sumOfPads]

private let sliceOfConcatenation = Rule(
    "slice within one part of a concatenation → slice of that part", at: .slice,
    example: example([2, 3], [4, 3]) { x in concatenate([x[0], x[1]], axis: 0).slice(axis: 0, 3..<5) }
) { builder, node in
    let inner = builder.inputs(of: node)[0]
    guard case .slice(var starts) = builder.op(of: node), case .concatenate(let axis) = builder.op(of: inner)
    else { return nil }
    for part in builder.inputs(of: inner) {
        let size = builder.shape(part)[axis]
        if starts[axis] < size {
            guard starts[axis] + builder.shape(node)[axis] <= size else { return nil }
            return builder.tensor(part).emit(.slice(starts: starts), as: builder.type(of: node))
        }
        starts[axis] -= size
    }
    return nil
}

private let concatenationOfSlices = Rule(
    "concatenation of adjacent slices of x → slice of x", at: .concatenate,
    example: example([5, 3]) { x in
        concatenate([x[0].slice(axis: 0, 0..<2), x[0].slice(axis: 0, 2..<4)], axis: 0)
    }
) { builder, node in
    guard case .concatenate(let axis) = builder.op(of: node) else { return nil }
    let parts = builder.inputs(of: node)
    guard case .slice(let starts) = builder.graph[parts[0]].op else { return nil }
    let x = builder.graph[parts[0]].inputs[0]
    var next = starts
    for part in parts {
        guard case .slice(next) = builder.op(of: part), builder.inputs(of: part)[0] == x else { return nil }
        next[axis] += builder.shape(part)[axis]
    }
    return builder.tensor(x).emit(.slice(starts: starts), as: builder.type(of: node))
}

private let concatenationOfOne = Rule(
    "concatenation of x alone → x", at: .concatenate,
    example: example([5, 3]) { x in x[0].emit(.concatenate(axis: 0)) }
) { builder, node in
    builder.inputs(of: node).count == 1 ? builder.tensor(builder.inputs(of: node)[0]) : nil
}

private let nestedConcatenation = Rule(
    "concatenation of concatenations along one axis → one", at: .concatenate,
    example: example([2, 3], [4, 3], [1, 3]) { x in concatenate([concatenate([x[0], x[1]], axis: 0), x[2]], axis: 0) }
) { builder, node in
    let (op, parts) = (builder.op(of: node), builder.inputs(of: node))
    guard case .concatenate(let axis) = op, parts.contains(where: { builder.op(of: $0) == op }) else { return nil }
    let flat = parts.flatMap { builder.op(of: $0) == op ? builder.inputs(of: $0) : [$0] }
    return concatenate(flat.map(builder.tensor), axis: axis)
}

/// What the gradient of several slices becomes.
private let sumOfPads = Rule(
    "pad(x) + pad(y), side by side → pad(concatenation of x and y)", at: .binary,
    example: example([2, 3], [4, 3]) { x in
        x[0].pad(low: [0, 0], high: [4, 0]) + x[1].pad(low: [2, 0], high: [0, 0])
    }
) { builder, node in
    guard let (a, b) = builder.operands(of: node, .add), case .pad(let lowA) = builder.op(of: a),
        case .pad(let lowB) = builder.op(of: b)
    else { return nil }
    let (x, y) = (builder.tensor(builder.inputs(of: a)[0]), builder.tensor(builder.inputs(of: b)[0]))
    for axis in lowA.indices {
        func differ(_ p: [Int], _ q: [Int]) -> Bool { p.indices.contains { $0 != axis && p[$0] != q[$0] } }
        guard !differ(lowA, lowB), !differ(x.shape, y.shape) else { continue }
        if lowA[axis] + x.shape[axis] == lowB[axis] {
            return padded(concatenate([x, y], axis: axis), lowA, builder.type(of: node))
        }
        if lowB[axis] + y.shape[axis] == lowA[axis] {
            return padded(concatenate([y, x], axis: axis), lowB, builder.type(of: node))
        }
    }
    return nil
}

private func padded(_ x: Tensor, _ low: [Int], _ type: TensorType) -> Tensor {
    x.type == type ? x : x.emit(.pad(low: low), as: type)
}
