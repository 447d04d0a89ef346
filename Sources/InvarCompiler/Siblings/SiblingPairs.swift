import InvarGraph

/// Two nodes that compute one function of the two views, with all other operands shared.
struct SiblingPair {
    let first: NodeID
    let second: NodeID
    /// For each operand the pair that it is of; `nil` where both nodes read one and the same value.
    let operands: [Int?]
}

/// The pairs of a graph. Identical nodes are one node, so what the second view's half of a pair is called can be looked
/// up. A pair comes after the pairs that it reads.
struct SiblingPairs {
    private(set) var pairs: [SiblingPair] = []
    /// For each node the pair that it belongs to.
    private(set) var pairOf: [Int?]

    init(_ graph: Graph) {
        pairOf = [Int?](repeating: nil, count: graph.nodes.count)
        let live = graph.ids.filter { [live = graph.isLive] in live[$0.index] }
        pairInputs(graph, live)
        if !pairs.isEmpty { follow(graph, live) }
    }

    private mutating func add(_ first: NodeID, _ second: NodeID, _ operands: [Int?] = []) {
        pairOf[first.index] = pairs.count
        pairOf[second.index] = pairs.count
        pairs.append(SiblingPair(first: first, second: second, operands: operands))
    }

    /// Two inputs are a pair where the same is done with them first; those of a layer, such as the numbers that a Dropout draws for
    /// each view, where they are the same layer's.
    private mutating func pairInputs(_ graph: Graph, _ live: [NodeID]) {
        func isInput(_ id: NodeID) -> Bool { graph[id].op.is(.input) }
        var firstUses: [NodeID: FirstUse] = [:]
        for id in live {
            for (position, input) in graph[id].inputs.enumerated() where isInput(input) && firstUses[input] == nil {
                let computation = Computation(graph[id]) { isInput($0) ? nil : $0 }
                let name = graph[input].name
                firstUses[input] =
                    name.isEmpty
                    ? FirstUse(type: graph[input].type, computation: computation, position: position)
                    : FirstUse(type: graph[input].type, name: name)
            }
        }
        var waiting: [FirstUse: NodeID] = [:]
        for id in live where isInput(id) {
            guard let use = firstUses[id] else { continue }
            if let first = waiting.removeValue(forKey: use) { add(first, id) } else { waiting[use] = id }
        }
    }

    /// What reads the first of a pair is itself the first of a pair if the same is computed of the second.
    private mutating func follow(_ graph: Graph, _ live: [NodeID]) {
        var known: [Computation: NodeID] = [:]
        known.reserveCapacity(live.count)
        for id in live where !graph[id].inputs.isEmpty { known[Computation(graph[id])] = id }
        for id in live where pairOf[id.index] == nil {
            let operands = graph[id].inputs.map { input in
                pairOf[input.index].flatMap { pairs[$0].first == input ? $0 : nil }
            }
            guard operands.contains(where: { $0 != nil }) else { continue }
            let sibling = Computation(graph[id]) { input in
                pairOf[input.index].map { pairs[$0].first == input ? pairs[$0].second : input } ?? input
            }
            if let second = known[sibling], second != id, pairOf[second.index] == nil { add(id, second, operands) }
        }
    }
}

/// What makes two nodes compute the same, in whatever order the operands of a sum or a product stand.
private struct Computation: Hashable {
    let op: Op
    let inputs: [NodeID?]
    let type: TensorType

    init(_ node: Node, _ renamed: (NodeID) -> NodeID? = { $0 }) {
        op = node.op
        type = node.type
        let operands = node.inputs.map(renamed)
        inputs = op.isCommutative ? operands.sorted { ($0?.index ?? -1) < ($1?.index ?? -1) } : operands
    }
}

/// What is done with an input first.
private struct FirstUse: Hashable {
    let type: TensorType
    /// Without the inputs that it reads.
    var computation: Computation?
    var position = 0
    /// Of the layer that it belongs to. All that is done with it is that layer's, and need not be looked at.
    var name = ""
}
