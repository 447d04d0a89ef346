import InvarGraph

/// When values come and go, in bytes.
struct Lifetimes {
    let graph: Graph
    private let live: [Bool]
    /// For each node the value in memory that it is, or is a view of.
    private(set) var root: [NodeID]
    /// For each value how many steps read it; outputs and states count as one that never comes.
    private var readers: [Int]
    /// The steps that read each value, in order.
    private(set) var uses: [[NodeID]]
    private let users: [[NodeID]]
    private(set) var bytes: [Int]
    /// By node: whether it names elements that are there already; else the values that the step reads.
    private let isView: [Bool]
    private var reads: [[NodeID]]

    init(_ graph: Graph) {
        self.graph = graph
        live = graph.isLive
        root = Array(graph.ids)
        users = graph.users
        bytes = graph.nodes.map { $0.ownBytes }
        readers = [Int](repeating: 0, count: graph.nodes.count)
        uses = [[NodeID]](repeating: [], count: graph.nodes.count)
        isView = graph.nodes.map { $0.op.is(.alias) }
        reads = uses
        for id in graph.ids where live[id.index] {
            let node = graph[id]
            if isView[id.index], let source = node.inputs.first { root[id.index] = root[source.index] }
            if node.op.is(.assign) { bytes[root[node.inputs[0].index].index] = 0 }
        }
        for id in graph.ids where live[id.index] && !isView[id.index] {
            for input in graph[id].inputs where !reads[id.index].contains(root[input.index]) {
                reads[id.index].append(root[input.index])
            }
            for value in reads[id.index] {
                readers[value.index] += 1
                uses[value.index].append(id)
            }
        }
        for output in graph.outputs { readers[root[output.node.index].index] += 1 }
    }

    /// Whether a node is one that the program carries out.
    func isStep(_ id: NodeID) -> Bool { live[id.index] && !isView[id.index] }

    /// The values that a step reads, once each.
    func values(readBy id: NodeID) -> [NodeID] { reads[id.index] }

    /// The most bytes that are needed at once, if steps run in this order.
    func peak(_ order: [NodeID]) -> Int {
        var most = 0
        walk(order) { _, bytes in most = max(most, bytes) }
        return most
    }

    /// Tells how many bytes are needed at each place of an order.
    func walk(_ order: [NodeID], _ visit: (_ time: Int, _ bytes: Int) -> Void) {
        var (now, left) = (0, readers)
        for (time, id) in order.enumerated() where live[id.index] && !isView[id.index] {
            now += bytes[id.index]
            visit(time, now)
            for value in reads[id.index] {
                left[value.index] -= 1
                if left[value.index] == 0 { now -= bytes[value.index] }
            }
            if left[id.index] == 0 { now -= bytes[id.index] }
        }
    }

    /// What a step adds to the memory in use.
    private func change(_ id: NodeID, _ left: [Int]) -> Int {
        if isView[id.index] { return 0 }
        var change = bytes[id.index]
        for value in reads[id.index] where left[value.index] == 1 { change -= bytes[value.index] }
        return change
    }

    /// What shrinks the memory in use comes first, then what grows it least; growths of `patience` bytes and more count as equal,
    /// and come in the order of the graph.
    /// - Parameter turns: for each node a number: of those that could run the lowest comes first, whatever else holds.
    func greedyOrder(patience: Int, turns: [Int]? = nil) -> [NodeID] {
        var left = readers
        var missing = graph.nodes.map { Set($0.inputs).count }
        var ready = graph.ids.filter { live[$0.index] && missing[$0.index] == 0 }
        var order: [NodeID] = []
        order.reserveCapacity(graph.nodes.count)
        while !ready.isEmpty {
            var (best, bestTurn, bestChange) = (0, Int.max, Int.max)
            for (place, id) in ready.enumerated() {
                let turn = turns?[id.index] ?? 0
                if turn > bestTurn { continue }
                let change = min(change(id, left), patience)
                if (turn, change, id) < (bestTurn, bestChange, ready[best]) || place == 0 {
                    (best, bestTurn, bestChange) = (place, turn, change)
                }
            }
            let id = ready.remove(at: best)
            order.append(id)
            for value in reads[id.index] { left[value.index] -= 1 }
            for user in users[id.index] where live[user.index] {
                missing[user.index] -= 1
                if missing[user.index] == 0 { ready.append(user) }
            }
        }
        return order
    }
}

extension Node {
    /// Bytes that a step writes for it.
    fileprivate var ownBytes: Int {
        if case .fused(let fused) = op {
            return fused.graph.outputs.reduce(0) { $0 + fused.graph[$1.node].type.byteCount }
        }
        // what a rank takes of a state, it takes right before it is needed (`cutLate`)
        if case .collective(let collective) = op, !collective.sends { return 0 }
        return op.is([.input, .state, .alias]) ? 0 : type.byteCount
    }
}
