import InvarGraph

/// Chains of elementwise ops become one kernel, and so does a reduction with the chain that feeds it. A value that
/// several kernels use is computed again in each where that is cheaper than to write it and read it back.
let fuseElementwise = Pass(
    name: "fuse elementwise", invariant: "every elementwise op and reduction is inside a fused node"
) { graph in FusionPlan(graph).fusedGraph() }

extension OpKinds {
    /// What runs over an iteration space element by element.
    static let fusible: OpKinds = [.arithmetic, .reduce]
}

/// Which values are computed inside their users, and never written to memory.
struct FusionPlan {
    /// To read or write one element of a large tensor costs about as much as two vector instructions on it.
    static let streamCost = 2
    /// A kernel's block has to stay in the first-level cache: so many values at once, at most.
    static let largestGroup = 40

    let graph: Graph
    private(set) var inlined: [Bool]
    /// Constants that something other than a fused kernel uses.
    private(set) var immediatesReadFromMemory: Set<NodeID> = []
    /// For each value computed inside its users: what it reads from memory in full, and its instructions.
    private var streams: [Set<NodeID>]
    private var work: [Int]
    private var size: [Int]

    init(_ graph: Graph) {
        self.graph = graph
        inlined = [Bool](repeating: false, count: graph.nodes.count)
        streams = [Set<NodeID>](repeating: [], count: graph.nodes.count)
        work = [Int](repeating: 0, count: graph.nodes.count)
        size = [Int](repeating: 0, count: graph.nodes.count)
        let users = Self.users(graph)
        for id in graph.ids {
            let op = graph[id].op
            if op.is(.immediate) {
                inlined[id.index] = true
                size[id.index] = 1
                let outside = users[id.index].contains { $0.map { !graph[$0].op.is(.fusible) } ?? true }
                if outside { immediatesReadFromMemory.insert(id) }
            } else if op.is(.fusible) {
                measure(id)
                inlined[id.index] = shouldInline(id, users[id.index])
            }
        }
    }

    /// The users of each node; an output counts as a user that cannot be fused.
    private static func users(_ graph: Graph) -> [[NodeID?]] {
        var users = [[NodeID?]](repeating: [], count: graph.nodes.count)
        for id in graph.ids {
            for input in Set(graph[id].inputs) { users[input.index].append(id) }
        }
        for output in graph.outputs { users[output.node.index].append(nil) }
        return users
    }

    private mutating func measure(_ id: NodeID) {
        let node = graph[id]
        work[id.index] = node.op.cost
        size[id.index] = 1
        for input in Set(node.inputs) {
            streams[id.index].formUnion(reads(input))
            if inlined[input.index] {
                work[id.index] += work[input.index]
                size[id.index] += size[input.index]
            }
        }
    }

    /// What a kernel reads from memory for this operand.
    private func reads(_ id: NodeID) -> Set<NodeID> {
        if inlined[id.index] { return streams[id.index] }
        return graph[id].op.is(.broadcast) ? [] : [id]
    }

    private func shouldInline(_ id: NodeID, _ users: [NodeID?]) -> Bool {
        guard !graph[id].op.is(.reduce), !users.isEmpty, size[id.index] < Self.largestGroup / 2 else { return false }
        var inlineCost = 0
        for user in users {
            guard let user, graph[user].op.is(.fusible), graph[id].mayBeComputed(within: graph[user]) else {
                return false
            }
            var others: Set<NodeID> = []
            var total = size[id.index] + 1
            for input in Set(graph[user].inputs) where input != id {
                others.formUnion(reads(input))
                total += inlined[input.index] ? size[input.index] : 0
            }
            guard total <= Self.largestGroup else { return false }
            inlineCost += Self.streamCost * streams[id.index].subtracting(others).count + work[id.index]
        }
        if users.count == 1 { return true }
        let storeCost = Self.streamCost * (streams[id.index].count + 1 + users.count) + work[id.index]
        return inlineCost <= storeCost
    }
}
