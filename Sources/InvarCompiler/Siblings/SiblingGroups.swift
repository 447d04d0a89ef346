import InvarGraph

/// Nodes that compute one function of each view of one size, with all other operands shared.
struct Siblings {
    /// One for each view.
    let members: [NodeID]
    /// For each operand the siblings that it is of; `nil` where all members read one and the same value.
    let operands: [Int?]

    var first: NodeID { members[0] }
}

/// The siblings of a graph. Identical nodes are one node, so what another view's member is called can be looked up. Siblings come after those
/// that they read.
struct SiblingGroups {
    private(set) var groups: [Siblings] = []
    /// For each node the siblings that it belongs to.
    private(set) var groupOf: [Int?]

    init(_ graph: Graph) {
        groupOf = [Int?](repeating: nil, count: graph.nodes.count)
        let live = graph.ids.filter { [live = graph.isLive] in live[$0.index] }
        groupInputs(graph, live)
        if !groups.isEmpty { follow(graph, live) }
    }

    private mutating func add(_ members: [NodeID], _ operands: [Int?] = []) {
        for member in members { groupOf[member.index] = groups.count }
        groups.append(Siblings(members: members, operands: operands))
    }

    /// Inputs are siblings where the same is done with them first; those of a layer, such as the numbers that a Dropout draws for
    /// each view, where they are the same layer's.
    private mutating func groupInputs(_ graph: Graph, _ live: [NodeID]) {
        func isInput(_ id: NodeID) -> Bool { graph[id].op.is(.input) }
        var firstUses: [NodeID: FirstUse] = [:]
        for id in live {
            for (position, input) in graph[id].inputs.enumerated() where isInput(input) && firstUses[input] == nil {
                let computation = Computation(graph[id]) { isInput($0) ? nil : $0 }
                let name = graph[input].name
                firstUses[input] =
                    name.isEmpty
                    ? FirstUse(type: graph[input].type, computation: computation, position: position)
                    : FirstUse(type: graph[input].type, name: name, view: viewType(graph, input))
            }
        }
        var members: [FirstUse: [NodeID]] = [:]
        for id in live where isInput(id) { if let use = firstUses[id] { members[use, default: []].append(id) } }
        for group in members.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) { add(group) }
    }

    /// What the view looks like for which a layer draws: `view1` for the input `view1.encoder.dropout1.random` of the layer
    /// `encoder.dropout1.random`.
    private func viewType(_ graph: Graph, _ drawn: NodeID) -> TensorType? {
        guard case .input(let name) = graph[drawn].op, name.hasSuffix(".\(graph[drawn].name)") else { return nil }
        let view = String(name.dropLast(graph[drawn].name.count + 1))
        return graph.ids.first { graph[$0].op == .input(view) }.map { graph[$0].type }
    }

    /// What reads the first of some siblings is itself the first of siblings if the same is computed of each other.
    private mutating func follow(_ graph: Graph, _ live: [NodeID]) {
        var known: [Computation: NodeID] = [:]
        known.reserveCapacity(live.count)
        for id in live where !graph[id].inputs.isEmpty { known[Computation(graph[id])] = id }
        for id in live where groupOf[id.index] == nil {
            let operands = graph[id].inputs.map { input in
                groupOf[input.index].flatMap { groups[$0].first == input ? $0 : nil }
            }
            let counts = Set(operands.compactMap { $0 }.map { groups[$0].members.count })
            guard let count = counts.first, counts.count == 1 else { continue }
            var members = [id]
            for place in 1..<count {
                let sibling = Computation(graph[id]) { input in
                    groupOf[input.index].map { groups[$0].first == input ? groups[$0].members[place] : input } ?? input
                }
                guard let other = known[sibling], groupOf[other.index] == nil, !members.contains(other) else { break }
                members.append(other)
            }
            if members.count == count { add(members, operands) }
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
    /// Of the view for which the layer draws: small views are no siblings of whole ones.
    var view: TensorType?
}
