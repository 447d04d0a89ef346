import InvarGraph

/// What a pass did, node by node.
struct Difference {
    /// A node that is another now, and what it was.
    struct Change {
        let before: NodeID
        let after: NodeID
    }

    let before: Graph
    let after: Graph
    private(set) var unchanged = 0
    /// The same op, with other inputs.
    private(set) var rewired: [Change] = []
    /// The same value, by another op: mostly a kernel.
    private(set) var replaced: [Change] = []
    private(set) var gone: [NodeID] = []
    private(set) var new: [NodeID] = []

    init(_ before: Graph, _ after: Graph) {
        (self.before, self.after) = (before, after)
        var numbers = ValueNumbers()
        let matched = Self.match(before, numbers.numbers(of: before), after, numbers.numbers(of: after))
        for id in after.ids {
            guard let old = matched[id.index] else {
                new.append(id)
                continue
            }
            let (a, b) = (before[old], after[id])
            let change = Change(before: old, after: id)
            if a.op != b.op || a.type != b.type {
                replaced.append(change)
            } else if a.inputs.map(Optional.some) == b.inputs.map({ matched[$0.index] }) {
                unchanged += 1
            } else {
                rewired.append(change)
            }
        }
        let kept = Set(matched.compactMap { $0 })
        gone = before.ids.filter { !kept.contains($0) }
    }

    var isEmpty: Bool { rewired.isEmpty && replaced.isEmpty && gone.isEmpty && new.isEmpty }

    /// For each node after the pass what it was before. Equal values first, by the same op where there is one; of the rest,
    /// where a rewrite changed what comes before a node, those of one op, type, layer and line, in their order.
    private static func match(_ before: Graph, _ old: [Int], _ after: Graph, _ new: [Int]) -> [NodeID?] {
        var pairs = Pairs(before: before.nodes.count, after: after.nodes.count)
        func named(_ graph: Graph, _ numbers: [Int]) -> [Computed] {
            zip(graph.nodes, numbers).map { Computed(number: $1, op: $0.op.mnemonic) }
        }
        pairs.add(named(before, old), named(after, new))
        pairs.add(old, new)
        pairs.add(before.nodes.map(Looks.init), after.nodes.map(Looks.init))
        return pairs.matched
    }

    private struct Computed: Hashable {
        let number: Int
        let op: String
    }

    private struct Looks: Hashable {
        let op: Op
        let type: TensorType
        let name: String
        let site: Site?
        let isBackward: Bool

        init(_ node: Node) {
            (op, type, name, site) = (node.op, node.type, node.name, node.site)
            isBackward = node.adjointOf != nil
        }
    }
}

/// Pairs of nodes before and after.
private struct Pairs {
    private(set) var matched: [NodeID?]
    private var isTaken: [Bool]

    init(before: Int, after: Int) {
        matched = [NodeID?](repeating: nil, count: after)
        isTaken = [Bool](repeating: false, count: before)
    }

    /// Of those that have no partner yet, pairs the ones with equal keys, in order.
    mutating func add<Key: Hashable>(_ before: [Key], _ after: [Key]) {
        var waiting: [Key: [Int]] = [:]
        for index in before.indices.reversed() where !isTaken[index] {
            waiting[before[index], default: []].append(index)
        }
        for index in after.indices where matched[index] == nil {
            guard let found = waiting[after[index]]?.popLast() else { continue }
            matched[index] = NodeID(found)
            isTaken[found] = true
        }
    }
}
