import InvarGraph

/// Makes what both views do with shared weights one computation over both, before the graph is differentiated: one
/// contraction in place of two, forward and backward. Statistics over the batch stay each view's own.
///
/// - Parameter kept: nodes whose value is needed by itself, besides the outputs and assignments.
/// - Returns: the graph, as it is where it has no such computation.
public func batchSiblings(_ graph: Graph, keeping kept: [NodeID] = []) -> Rebuilt {
    let choice = SiblingChoice(graph)
    guard choice.isChosen.contains(true) else { return Rebuilt(graph) }
    var batching = SiblingBatching(choice)
    batching.make(keeping: kept)
    return Rebuilt(graph: batching.builder.graph, renamed: batching.alone)
}

/// Writes the graph anew, by demand: a pair's value can only be computed when the second view has come as far as the first.
private struct SiblingBatching {
    let builder: GraphBuilder
    /// Where the value of each node is.
    private(set) var alone: [NodeID?]

    private let choice: SiblingChoice
    /// By pair, of both views: [2] + shape.
    private var stackedValues: [NodeID?]
    /// Of shared nodes, as if each view had its own: [2] + shape.
    private var liftedValues: [NodeID?]

    /// Something to write.
    private enum Value {
        case alone(NodeID)
        case stacked(Int)
        case lifted(NodeID)
    }

    private var graph: Graph { choice.graph }

    init(_ choice: SiblingChoice) {
        self.choice = choice
        builder = GraphBuilder(choice.graph.name)
        alone = [NodeID?](repeating: nil, count: choice.graph.nodes.count)
        liftedValues = alone
        stackedValues = [NodeID?](repeating: nil, count: choice.siblings.pairs.count)
    }

    /// What is stacked comes first, its slices after all that. In the backward half the gradients of two slices then meet
    /// before they meet any other, as the halves of one whole.
    mutating func make(keeping kept: [NodeID]) {
        for pair in choice.isChosen.indices where choice.isChosen[pair] { make(.stacked(pair)) }
        for root in (graph.roots + kept).sorted() { make(.alone(root)) }
        for output in graph.outputs {
            guard let node = self[.alone(output.node)] else { internalError("output \(output.name) was not made") }
            builder.graph.output(output.name, node)
        }
        if let mistake = builder.diagnostics.first { internalError("sibling batching: \(mistake)") }
    }

    private subscript(value: Value) -> NodeID? {
        get {
            switch value {
            case .alone(let id): alone[id.index]
            case .stacked(let pair): stackedValues[pair]
            case .lifted(let id): liftedValues[id.index]
            }
        }
        set {
            switch value {
            case .alone(let id): alone[id.index] = newValue
            case .stacked(let pair): stackedValues[pair] = newValue
            case .lifted(let id): liftedValues[id.index] = newValue
            }
        }
    }

    /// Writes a value after those that it is computed from.
    private mutating func make(_ value: Value) {
        var pending = [value]
        while let value = pending.last {
            guard self[value] == nil else {
                pending.removeLast()
                continue
            }
            let needed = needs(value)
            let missing = needed.filter { self[$0] == nil }
            if missing.isEmpty {
                self[value] = write(value, needed.compactMap { self[$0].map(builder.tensor) }).id
                pending.removeLast()
            } else {
                pending += missing.reversed()
            }
        }
    }

    private func needs(_ value: Value) -> [Value] {
        switch value {
        case .alone(let id):
            if let pair = chosenPair(of: id) ?? choice.joinedPair(id) { return [.stacked(pair)] }
            return graph[id].inputs.map(Value.alone)
        case .stacked(let index):
            let pair = choice.siblings.pairs[index]
            guard choice.isChosen[index] else { return [.alone(pair.first), .alone(pair.second)] }
            let node = graph[pair.first]
            return zip(node.inputs, pair.operands).map { input, operand in
                if let operand { return .stacked(operand) }
                return node.op.is(.liftsSharedOperands) ? .lifted(input) : .alone(input)
            }
        case .lifted(let id):
            guard choice.isImmediate[id.index] else { return [.alone(unbroadcast(id))] }
            return graph[id].inputs.map(Value.lifted)
        }
    }

    private func write(_ value: Value, _ operands: [Tensor]) -> Tensor {
        switch value {
        case .alone(let id):
            describe(id)
            return writeAlone(id, operands)
        case .stacked(let index):
            let pair = choice.siblings.pairs[index]
            describe(pair.first)
            guard choice.isChosen[index] else {
                return concatenate(operands.map { $0.reshape([1] + $0.shape) }, axis: 0)
            }
            return stacked(graph[pair.first], operands, isStacked: pair.operands.map { $0 != nil })
        case .lifted(let id):
            describe(id)
            return writeLifted(id, operands)
        }
    }

    private func writeAlone(_ id: NodeID, _ operands: [Tensor]) -> Tensor {
        let node = graph[id]
        if let pair = chosenPair(of: id) {
            let side = choice.siblings.pairs[pair].first == id ? 0 : 1
            return operands[0].slice(axis: 0, side..<(side + 1)).reshape(node.type.shape)
        }
        if choice.joinedPair(id) != nil { return operands[0].reshape(node.type.shape) }
        return builder.emit(node.op, operands, node.type)
    }

    /// Numbers are written in the stacked shape, what repeats is repeated once more, and only the rest is broadcast.
    private func writeLifted(_ id: NodeID, _ operands: [Tensor]) -> Tensor {
        let type = graph[id].type.stacked
        guard choice.isImmediate[id.index] else {
            return operands[0].reshape([1] + operands[0].shape).broadcast(to: type.shape)
        }
        let op = if case .iota(let axis) = graph[id].op { Op.iota(axis: axis + 1) } else { graph[id].op }
        return builder.emit(op, operands, type)
    }

    private func chosenPair(of id: NodeID) -> Int? {
        choice.siblings.pairOf[id.index].flatMap { choice.isChosen[$0] ? $0 : nil }
    }

    private func unbroadcast(_ id: NodeID) -> NodeID {
        graph[id].op.is(.broadcast) ? graph[id].inputs[0] : id
    }

    /// New nodes belong to the layer and line of this one.
    private func describe(_ id: NodeID) {
        (builder.name, builder.site) = (graph[id].name, graph[id].site)
        builder.adjointOf = graph[id].adjointOf.flatMap { alone[$0.index] }
    }
}
