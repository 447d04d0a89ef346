import InvarGraph

/// Elementwise ops before repetition: on the small tensor, once.
let broadcastRules = [elementwiseOfBroadcasts]

private let elementwiseOfBroadcasts = Rule(
    "f(broadcast(x), broadcast(y), constant) → broadcast(f(x, y, constant))", at: .elementwise,
    example: example([1, 3], [2, 1, 1]) { x in
        exp(x[0].broadcast(to: [2, 4, 3]) * x[1].broadcast(to: [2, 4, 3]) + 1)
    }
) { builder, node in
    let inputs = builder.inputs(of: node)
    guard inputs.contains(where: { builder.broadcastOperand($0) != nil }) else { return nil }
    var shape = builder.shape(node).map { _ in 1 }
    for input in inputs where builder.constant(input) == nil {
        guard let x = builder.broadcastOperand(input) else { return nil }
        shape = zip(shape, builder.shape(x)).map { max($0, $1) }
    }
    guard shape != builder.shape(node) else { return nil }
    let type = builder.type(of: node).with(shape: shape)
    let operands = inputs.map { input in
        if let value = builder.constant(input) { return builder.constant(value, type) }
        return builder.tensor(builder.broadcastOperand(input) ?? input).broadcast(to: shape)
    }
    return builder.emit(builder.op(of: node), operands).broadcast(to: builder.shape(node))
}
