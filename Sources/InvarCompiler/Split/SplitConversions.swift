import InvarGraph

// A value that is at one place, brought to another. What is brought there twice is one collective: equal nodes are one node.

extension Splitter {
    /// The whole value on each rank.
    mutating func whole(_ id: NodeID) -> NodeID {
        switch placings[id.index] {
        case .whole: rebuild[id]
        case .partial: summed(rebuild[id], graph[id].type, like: id)
        case .split(let axis): exchange(.allGather(axis), rebuild[id], graph[id].type, like: id)
        }
    }

    /// The sum of all ranks' values.
    mutating func summed(_ node: NodeID, _ type: TensorType, like id: NodeID) -> NodeID {
        exchange(.allReduce, node, type, like: id)
    }

    private mutating func exchange(
        _ kind: Collective.Kind, _ operand: NodeID, _ type: TensorType, like id: NodeID
    ) -> NodeID {
        insert(.collective(Collective(kind, ranks: ranks.parts)), [operand], type, like: id)
    }

    /// The rank's part of a value.
    mutating func part(_ id: NodeID, _ axis: BatchAxis) -> NodeID {
        let wanted = type(graph[id].type, .split(axis))
        switch placings[id.index] {
        case .split(axis): return rebuild[id]
        case .partial: return exchange(.reduceScatter(axis), rebuild[id], wanted, like: id)
        case .whole: if let part = partAgain(id, axis, depth: 8) { return part }
        case .split: break
        }
        return exchange(.shard(axis), whole(id), wanted, like: id)
    }

    /// The part of a whole that is cheaper to compute than to cut out: constants, indices, repeated values, and what is computed
    /// of these element by element, such as a mask of the diagonal. Nothing for others.
    private mutating func partAgain(_ id: NodeID, _ axis: BatchAxis, depth: Int) -> NodeID? {
        let node = graph[id]
        let wanted = type(node.type, .split(axis))
        guard depth > 0, isRepeatable(id, depth: depth) else { return nil }
        switch node.op {
        case .constant:
            return insert(node.op, [], wanted, like: id)
        case .iota(let along):
            guard along == axis.axis else { return insert(node.op, [], wanted, like: id) }
            let one = node.type.with(shape: node.type.shape.indices.map { $0 == along ? node.type.shape[$0] : 1 })
            let indices = insert(node.op, [], one, like: id)
            let own = exchange(.shard(axis), indices, type(one, .split(axis)), like: id)
            return own == indices || one == node.type ? own : insert(.broadcast, [own], wanted, like: id)
        case .broadcast:
            let input = node.inputs[0]
            let isRepeated = graph[input].type.shape[axis.axis] != node.type.shape[axis.axis]
            guard isRepeated || placings[input.index] == .whole else { return nil }
            return insert(.broadcast, [isRepeated ? whole(input) : part(input, axis)], wanted, like: id)
        case .unary, .binary, .compare, .select, .stopGradient:
            return insert(node.op, node.inputs.map { part($0, axis) }, wanted, like: id)
        case .input, .state, .reduce, .reshape, .transpose, .slice, .pad, .concatenate, .matmul, .convolution,
            .convolutionInputGradient, .convolutionWeightGradient, .maxPool, .maxPoolGradient, .cholesky,
            .triangularSolve, .collective, .assign,
            .fused, .result:
            return nil
        }
    }

    private func isRepeatable(_ id: NodeID, depth: Int) -> Bool {
        let node = graph[id]
        if node.op.is([.immediate, .broadcast]) { return true }
        return depth > 0 && node.op.is(.elementwise)
            && node.inputs.allSatisfy {
                placings[$0.index] == .whole && isRepeatable($0, depth: depth - 1)
            }
    }
}
