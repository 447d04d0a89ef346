import InvarGraph

/// Makes what all views of one size do with shared weights one computation over them, before the graph is differentiated: one
/// contraction in place of one for each, forward and backward. Statistics over the batch stay each view's own.
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

/// Writes the graph anew, by demand: what is stacked can only be computed when each view has come as far as the first.
private struct SiblingBatching {
    let builder: GraphBuilder
    /// Where the value of each node is.
    private(set) var alone: [NodeID?]

    private let choice: SiblingChoice
    /// By siblings, of all views: [count] + shape.
    private var stackedValues: [NodeID?]
    /// Of shared nodes, as if each of so many views had its own: [count] + shape.
    private var liftedValues: [Lifted: NodeID] = [:]

    /// Something to write.
    private enum Value {
        case alone(NodeID)
        case stacked(Int)
        case lifted(Lifted)
    }

    private struct Lifted: Hashable {
        let node: NodeID
        let count: Int
    }

    private var graph: Graph { choice.graph }

    init(_ choice: SiblingChoice) {
        self.choice = choice
        builder = GraphBuilder(choice.graph.name)
        alone = [NodeID?](repeating: nil, count: choice.graph.nodes.count)
        stackedValues = [NodeID?](repeating: nil, count: choice.siblings.groups.count)
    }

    /// What is stacked comes first, its slices after all that. In the backward half the gradients of the slices then meet
    /// before they meet any other, as the parts of one whole.
    mutating func make(keeping kept: [NodeID]) {
        for group in choice.isChosen.indices where choice.isChosen[group] { make(.stacked(group)) }
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
            case .stacked(let group): stackedValues[group]
            case .lifted(let lifted): liftedValues[lifted]
            }
        }
        set {
            switch value {
            case .alone(let id): alone[id.index] = newValue
            case .stacked(let group): stackedValues[group] = newValue
            case .lifted(let lifted): liftedValues[lifted] = newValue
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
            if let group = chosen(of: id) ?? choice.joined(id) { return [.stacked(group)] }
            return graph[id].inputs.map(Value.alone)
        case .stacked(let index):
            let group = choice.siblings.groups[index]
            guard choice.isChosen[index] else { return group.members.map(Value.alone) }
            let node = graph[group.first]
            return zip(node.inputs, group.operands).map { input, operand in
                if let operand { return .stacked(operand) }
                guard node.op.is(.liftsSharedOperands) else { return .alone(input) }
                return .lifted(Lifted(node: input, count: group.members.count))
            }
        case .lifted(let lifted):
            guard choice.isImmediate[lifted.node.index] else { return [.alone(unbroadcast(lifted.node))] }
            return graph[lifted.node].inputs.map { .lifted(Lifted(node: $0, count: lifted.count)) }
        }
    }

    private func write(_ value: Value, _ operands: [Tensor]) -> Tensor {
        switch value {
        case .alone(let id):
            describe(id)
            return writeAlone(id, operands)
        case .stacked(let index):
            let group = choice.siblings.groups[index]
            describe(group.first)
            guard choice.isChosen[index] else {
                return concatenate(operands.map { $0.reshape([1] + $0.shape) }, axis: 0)
            }
            return stacked(
                graph[group.first], operands, isStacked: group.operands.map { $0 != nil }, count: group.members.count)
        case .lifted(let lifted):
            describe(lifted.node)
            return writeLifted(lifted, operands)
        }
    }

    private func writeAlone(_ id: NodeID, _ operands: [Tensor]) -> Tensor {
        let node = graph[id]
        if let group = chosen(of: id), let place = choice.siblings.groups[group].members.firstIndex(of: id) {
            return operands[0].slice(axis: 0, place..<(place + 1)).reshape(node.type.shape)
        }
        if choice.joined(id) != nil { return operands[0].reshape(node.type.shape) }
        return builder.emit(node.op, operands, node.type)
    }

    /// Numbers are written in the stacked shape, what repeats is repeated once more, and only the rest is broadcast.
    private func writeLifted(_ lifted: Lifted, _ operands: [Tensor]) -> Tensor {
        let node = graph[lifted.node]
        let type = node.type.stacked(lifted.count)
        guard choice.isImmediate[lifted.node.index] else {
            return operands[0].reshape([1] + operands[0].shape).broadcast(to: type.shape)
        }
        let op = if case .iota(let axis) = node.op { Op.iota(axis: axis + 1) } else { node.op }
        return builder.emit(op, operands, type)
    }

    private func chosen(of id: NodeID) -> Int? {
        choice.siblings.groupOf[id.index].flatMap { choice.isChosen[$0] ? $0 : nil }
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
