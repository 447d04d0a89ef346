import InvarGraph

/// Which pairs become one computation: those that hang together with a contraction that both views do with shared weights.
/// One product over both views takes the place of two, and so it does for the weights' gradient, where it also saves a sum.
struct SiblingChoice {
    let graph: Graph
    let siblings: SiblingPairs
    /// For each node whether it is computed from numbers alone.
    let isImmediate: [Bool]
    private(set) var isChosen: [Bool]

    init(_ graph: Graph) {
        self.graph = graph
        siblings = SiblingPairs(graph)
        isImmediate = Self.immediates(graph)
        isChosen = siblings.pairs.map { canStack(graph[$0.first], isStacked: $0.operands.map { $0 != nil }) }
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
        var groups = DisjointSets(count: isChosen.count)
        for (index, pair) in siblings.pairs.enumerated() where isChosen[index] {
            for case let operand? in pair.operands where isChosen[operand] { groups.join(index, operand) }
        }
        var pays = [Bool](repeating: false, count: isChosen.count)
        for (index, pair) in siblings.pairs.enumerated() where isChosen[index] && sharesWeights(pair) {
            pays[groups.representative(index)] = true
        }
        for index in isChosen.indices where isChosen[index] { isChosen[index] = pays[groups.representative(index)] }
    }

    private func sharesWeights(_ pair: SiblingPair) -> Bool {
        guard graph[pair.first].op.is(.contraction) else { return false }
        return zip(graph[pair.first].inputs, pair.operands).contains { $1 == nil && !isImmediate[$0.index] }
    }

    /// What reads one stacked value beside numbers, and is read by nothing stacked, is computed from that value's slices:
    /// it then fuses with what reads it.
    private mutating func leaveWhatOnlyScalesASlice() {
        var isRead = [Bool](repeating: false, count: isChosen.count)
        for id in graph.ids { if let pair = joinedPair(id) { isRead[pair] = true } }
        for (index, pair) in siblings.pairs.enumerated().reversed() where isChosen[index] {
            let op = graph[pair.first].op
            let readsNumbers = zip(graph[pair.first].inputs, pair.operands).allSatisfy {
                $1 != nil || isImmediate[$0.index]
            }
            if !isRead[index], op.is([.elementwise, .movement]), Set(pair.operands.compactMap(\.self)).count == 1,
                readsNumbers
            {
                isChosen[index] = false
            } else {
                for case let operand? in pair.operands { isRead[operand] = true }
            }
        }
    }

    /// The chosen pair of which the node is both halves one after the other, so that it is the stacked value itself.
    func joinedPair(_ id: NodeID) -> Int? {
        guard case .concatenate(axis: 0) = graph[id].op, graph[id].inputs.count == 2,
            let pair = siblings.pairOf[graph[id].inputs[0].index], isChosen[pair],
            graph[id].inputs == [siblings.pairs[pair].first, siblings.pairs[pair].second]
        else { return nil }
        return pair
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
