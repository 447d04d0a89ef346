import InvarGraph

/// What rules ask of a node and of what it is computed from.
extension GraphBuilder {
    func constant(_ id: NodeID) -> Double? {
        if case .constant(let value) = op(of: id) { value } else { nil }
    }

    func operand(of id: NodeID, _ kind: Unary) -> NodeID? {
        if case .unary(kind) = op(of: id) { inputs(of: id)[0] } else { nil }
    }

    func operands(of id: NodeID, _ kind: Binary) -> (NodeID, NodeID)? {
        guard case .binary(kind) = op(of: id) else { return nil }
        let inputs = inputs(of: id)
        return (inputs[0], inputs[1])
    }

    /// x and k where the node is k·x or −x.
    func scaled(_ id: NodeID) -> (x: NodeID, k: Double)? {
        if let x = operand(of: id, .negate) { return (x, -1) }
        guard let (a, b) = operands(of: id, .multiply) else { return nil }
        if let k = constant(b) { return (a, k) }
        if let k = constant(a) { return (b, k) }
        return nil
    }

    /// What is repeated, or `nil` where the node is no broadcast.
    func broadcastOperand(_ id: NodeID) -> NodeID? {
        op(of: id).is(.broadcast) ? inputs(of: id)[0] : nil
    }

    func reshapeOperand(_ id: NodeID) -> NodeID? {
        op(of: id).is(.reshape) ? inputs(of: id)[0] : nil
    }

    func shape(_ id: NodeID) -> [Int] { type(of: id).shape }
    func count(_ id: NodeID) -> Int { type(of: id).count }

    /// Whether no element can be below 0.
    func isNonNegative(_ id: NodeID, depth: Int = 8) -> Bool {
        guard depth > 0 else { return false }
        let node = graph[id]
        func all() -> Bool { node.inputs.allSatisfy { isNonNegative($0, depth: depth - 1) } }
        switch node.op {
        case .constant(let value): return value >= 0
        case .unary(.abs), .unary(.exp), .unary(.sqrt), .compare, .iota, .reduce(.centredSquares, _): return true
        case .binary(.multiply): return node.inputs[0] == node.inputs[1] || all()
        case .binary(.maximum): return node.inputs.contains { isNonNegative($0, depth: depth - 1) }
        case .binary(.add), .binary(.minimum), .reduce, .reshape, .broadcast, .transpose, .slice,
            .pad, .concatenate, .stopGradient, .maxPool:
            return all()
        case .input, .state, .unary, .binary, .select, .matmul, .convolution, .convolutionInputGradient,
            .convolutionWeightGradient, .maxPoolGradient, .cholesky, .triangularSolve, .collective, .assign, .fused,
            .result:
            return false
        }
    }
}

extension Double {
    /// Whether a product with this number instead of two others can neither overflow nor vanish by that.
    func isPlain(as element: ElementType) -> Bool {
        switch element {
        case .float32: magnitude >= 1e-30 && magnitude <= 1e30
        case .float64: magnitude >= 1e-200 && magnitude <= 1e200
        }
    }
}

/// For examples: 1 where the index along one axis of a tensor like `x` compares so with that along another, else 0.
package func indices(_ kind: Comparison, like x: Tensor, _ first: Int, _ second: Int) -> Tensor {
    let (a, b) = (x.builder.emit(.iota(axis: first), [], x.type), x.builder.emit(.iota(axis: second), [], x.type))
    return a.compare(kind, b)
}

/// The same for a matrix of this shape.
package func indices(_ kind: Comparison, like x: Tensor, to shape: [Int]) -> Tensor {
    indices(kind, like: x.builder.constant(0, x.type.with(shape: shape)), 0, 1)
}

/// The example of a rule, or a counter-example: what it is about, over inputs of these shapes, multiplied by further inputs and
/// summed where it is no scalar.
package func example(
    _ shapes: [Int]..., of write: @escaping @Sendable ([Tensor]) -> Tensor
) -> Rule.Example {
    { [shapes] in
        let builder = GraphBuilder("example")
        let result = write(shapes.enumerated().map { builder.input("x\($0)", TensorType($1, .float64)) })
        let y = result.rank == 0 ? result : (result * builder.input("weights", result.type)).sum()
        builder.output("y", y)
        return try builder.finish()
    }
}
