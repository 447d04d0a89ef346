import InvarGraph

/// Which siblings become one computation: those that hang together with a contraction that all views do with shared weights.
/// One product over all views takes the place of one for each, and so it does for the weights' gradient, where it also saves a sum.
struct SiblingChoice {
    let graph: Graph
    let siblings: SiblingGroups
    /// For each node whether it is computed from numbers alone.
    let isImmediate: [Bool]
    private(set) var isChosen: [Bool]

    init(_ graph: Graph) {
        self.graph = graph
        siblings = SiblingGroups(graph)
        isImmediate = Self.immediates(graph)
        isChosen = siblings.groups.map { canStack(graph[$0.first], isStacked: $0.operands.map { $0 != nil }) }
        keepWhatPays()
        leaveWhatOnlyScalesASlice()
    }

    private static func immediates(_ graph: Graph) -> [Bool] {
        var result = [Bool](repeating: false, count: graph.nodes.count)
        for id in graph.ids {
            let node = graph[id]
            result[id.index] =
                node.op.is(.immediate) || node.op.is(.elementwise) && node.inputs.allSatisfy { result[$0.index] }
        }
        return result
    }

    private mutating func keepWhatPays() {
        var sets = DisjointSets(count: isChosen.count)
        for (index, group) in siblings.groups.enumerated() where isChosen[index] {
            for case let operand? in group.operands where isChosen[operand] { sets.join(index, operand) }
        }
        var pays = [Bool](repeating: false, count: isChosen.count)
        for (index, group) in siblings.groups.enumerated() where isChosen[index] && sharesWeights(group) {
            pays[sets.representative(index)] = true
        }
        for index in isChosen.indices where isChosen[index] { isChosen[index] = pays[sets.representative(index)] }
    }

    private func sharesWeights(_ group: Siblings) -> Bool {
        guard graph[group.first].op.is(.contraction) else { return false }
        return zip(graph[group.first].inputs, group.operands).contains { $1 == nil && !isImmediate[$0.index] }
    }

    /// What reads one stacked value beside numbers, and is read by nothing stacked, is computed from that value's slices:
    /// it then fuses with what reads it.
    private mutating func leaveWhatOnlyScalesASlice() {
        var isRead = [Bool](repeating: false, count: isChosen.count)
        for id in graph.ids { if let group = joined(id) { isRead[group] = true } }
        for (index, group) in siblings.groups.enumerated().reversed() where isChosen[index] {
            let op = graph[group.first].op
            let readsNumbers = zip(graph[group.first].inputs, group.operands).allSatisfy {
                $1 != nil || isImmediate[$0.index]
            }
            if !isRead[index], op.is([.elementwise, .movement]), Set(group.operands.compactMap(\.self)).count == 1,
                readsNumbers
            {
                isChosen[index] = false
            } else {
                for case let operand? in group.operands { isRead[operand] = true }
            }
        }
    }

    /// The chosen siblings of which the node is all members one after the other, so that it is the stacked value itself.
    func joined(_ id: NodeID) -> Int? {
        guard case .concatenate(axis: 0) = graph[id].op, let group = siblings.groupOf[graph[id].inputs[0].index],
            isChosen[group], graph[id].inputs == siblings.groups[group].members
        else { return nil }
        return group
    }
}

/// Sets that grow together (union-find).
private struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func representative(_ element: Int) -> Int {
        var element = element
        while parents[element] != element {
            parents[element] = parents[parents[element]]
            element = parents[element]
        }
        return element
    }

    mutating func join(_ a: Int, _ b: Int) { parents[representative(a)] = representative(b) }
}
