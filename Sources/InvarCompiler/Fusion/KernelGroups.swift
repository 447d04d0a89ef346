import InvarGraph

/// Nodes of a graph, gathered into groups that one kernel computes each. A group may grow only where no path leads from it
/// through other groups back into it, so that the groups can always be carried out one after the other.
struct KernelGroups {
    let graph: Graph
    /// The group of each node, known by the index of its first member.
    private(set) var group: [Int]
    private(set) var members: [[NodeID]]
    /// What has to be computed before each group.
    private var ancestors: [BitSet]

    init(_ graph: Graph) {
        self.graph = graph
        group = Array(graph.nodes.indices)
        members = graph.ids.map { [$0] }
        ancestors = []
        ancestors.reserveCapacity(graph.nodes.count)
        for node in graph.nodes {
            var before = BitSet(count: graph.nodes.count)
            for input in node.inputs {
                before.formUnion(ancestors[input.index])
                before.insert(input.index)
            }
            ancestors.append(before)
        }
    }

    /// Whether a node depends on a group other than by reading its members at first hand, or through `between`.
    func dependsIndirectly(_ id: NodeID, on target: Int, through between: NodeID? = nil) -> Bool {
        graph[id].inputs.contains { input in
            input != between && group[input.index] != target && isAncestor(target, of: group[input.index])
        }
    }

    func isAncestor(_ group: Int, of other: Int) -> Bool { ancestors[other].contains(group) }

    /// Makes a group part of another. Neither may depend on the other indirectly.
    mutating func join(_ source: Int, into target: Int) {
        guard source != target else { return }
        for id in members[source] { group[id.index] = target }
        members[target] = (members[target] + members[source]).sorted()
        members[source] = []
        ancestors[target].formUnion(ancestors[source])
        ancestors[target].remove(target)
        ancestors[target].remove(source)
        // Whatever depends on either comes after it.
        for other in (min(source, target) + 1)..<ancestors.count {
            guard ancestors[other].contains(source) || ancestors[other].contains(target), other != target,
                !members[other].isEmpty
            else { continue }
            ancestors[other].formUnion(ancestors[target])
            ancestors[other].insert(target)
            ancestors[other].remove(source)
        }
    }

    /// The groups in an order in which each comes after what it needs, as near to the order of the graph as that allows.
    func inOrder() -> [Int] {
        var order: [Int] = []
        var isDone = [Bool](repeating: false, count: graph.nodes.count)
        for id in graph.ids where members[group[id.index]].last == id {
            var stack = [group[id.index]]
            while let top = stack.last {
                if isDone[top] {
                    stack.removeLast()
                    continue
                }
                let missing = members[top].lazy.flatMap { graph[$0].inputs }.map { group[$0.index] }
                    .filter { $0 != top && !isDone[$0] }
                guard let first = missing.first else {
                    isDone[top] = true
                    order.append(top)
                    continue
                }
                stack.append(first)
            }
        }
        return order
    }
}

extension KernelGroups {
    /// The graph written anew, group by group, in an order in which that can be. `write` writes a group; what it returns false for
    /// is one node, which stays as it is. Further results of a fused node may be there already.
    func rebuilt(_ write: (inout Rebuild, _ members: [NodeID]) -> Bool) -> Rebuilt {
        var rebuild = Rebuild(graph)
        for group in inOrder() where !write(&rebuild, members[group]) { rebuild.keep(members[group][0]) }
        return rebuild.finished()
    }

    /// For each node whether something outside of its group reads it.
    func readOutside() -> [Bool] {
        var read = [Bool](repeating: false, count: graph.nodes.count)
        for id in graph.ids {
            for input in graph[id].inputs where group[input.index] != group[id.index] { read[input.index] = true }
        }
        for output in graph.outputs { read[output.node.index] = true }
        return read
    }
}

/// A set of small numbers.
struct BitSet {
    private var words: [UInt64]

    init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    func contains(_ member: Int) -> Bool { words[member >> 6] & (1 << UInt64(member & 63)) != 0 }
    mutating func insert(_ member: Int) { words[member >> 6] |= 1 << UInt64(member & 63) }
    mutating func remove(_ member: Int) { words[member >> 6] &= ~(1 << UInt64(member & 63)) }
    mutating func formUnion(_ other: BitSet) { for index in words.indices { words[index] |= other.words[index] } }
}
