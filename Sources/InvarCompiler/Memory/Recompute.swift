import InvarGraph

/// A program that does not fit into the memory that it was given.
public struct MemoryLimitError: Error, Hashable, Sendable, CustomStringConvertible {
    /// In bytes: what was given, and the least that was found to be enough.
    public let limit: Int
    public let needed: Int
    /// What of that the executor takes beside the program's buffers.
    public let beside: Int
    /// The largest buffers of that plan: what they hold, and their bytes.
    public let largest: [Program.Holding]

    public var description: String {
        "\(mebibytes(limit)) are not enough: with everything computed again that helps, the step needs \(mebibytes(needed))"
            + (beside > 0 ? ", \(mebibytes(beside)) of it the executor's packed weights and scratch memory" : "")
            + "; the largest buffers are " + largest.map(\.description).joined(separator: ", ")
            + "; use a smaller batch or more memory"
    }
}

/// Optimizes a graph and plans its execution within so many bytes: values that wait long for their users are forgotten and
/// computed again, the cheapest for their size first.
/// - Parameter bytes: what a program takes where it is run, the executor's own memory included; its arena, inputs and states
///   unless given.
/// - Throws: `MemoryLimitError` where that is not enough.
public func compile(
    _ graph: Graph, within limit: Int, taking bytes: (Program) throws -> Int = { $0.byteCount }
) throws -> Program {
    var graph = optimize(graph)
    var best = Program(planning: graph)
    // An executor is asked only where its program may fit: what it takes beside hardly changes from one to the next.
    var beside = try bytes(best) - best.byteCount
    while best.byteCount + beside > limit {
        guard let next = graph.recomputingAtPeak() else { break }
        graph = next
        let program = Program(planning: graph)
        if program.byteCount < best.byteCount { best = program }
        if best.byteCount + beside <= limit { beside = try bytes(best) - best.byteCount }
    }
    let needed = try bytes(best)
    guard needed <= limit else {
        throw MemoryLimitError(
            limit: limit, needed: needed, beside: needed - best.byteCount, largest: best.largestHoldings(3))
    }
    return best
}

extension Graph {
    /// The graph with one value computed again for those of its users that come after the peak; `nil` where that does not help.
    fileprivate func recomputingAtPeak() -> Graph? {
        let schedule = Schedule(self)
        let (peak, time) = schedule.peakTime(Array(ids))
        let waiting = ids.prefix(time).compactMap { schedule.waiting($0, at: time, limit: copyLimit) }
        for candidate in waiting.sorted(by: { ($0.cost, $0.value) < ($1.cost, $1.value) }) {
            let graph = recomputing(candidate.value, before: candidate.nextUse, schedule)
            let (newPeak, newTime) = Schedule(graph).peakTime(Array(graph.ids))
            // Of several equal peaks one may go at a time.
            if newPeak < peak || (newPeak == peak && newTime != time) { return graph }
        }
        return nil
    }

    /// No value is computed more than this many times.
    private var copyLimit: Int { 2 }

    private func recomputing(_ value: NodeID, before nextUse: NodeID, _ schedule: Schedule) -> Graph {
        var result = Graph(name, capacity: nodes.count)
        var renamed = [NodeID?](repeating: nil, count: nodes.count)
        var again: [NodeID: NodeID] = [:]
        for id in ids {
            var node = self[id]
            if id == nextUse {
                var copy = self[value]
                copy.inputs = copy.inputs.compactMap { renamed[$0.index] }
                copy.adjointOf = copy.adjointOf.flatMap { renamed[$0.index] }
                copy.copy += 1
                again[value] = result.insert(copy)
            }
            node.inputs = node.inputs.compactMap { input in
                if id >= nextUse, schedule.root[input.index] == value { return seen(input, &again, &result) }
                return renamed[input.index]
            }
            node.adjointOf = node.adjointOf.flatMap { renamed[$0.index] }
            renamed[id.index] = result.insert(node)
        }
        for output in outputs { if let node = renamed[output.node.index] { result.output(output.name, node) } }
        return removeDeadCode(result)
    }

    /// A view of the value that is computed again.
    private func seen(_ id: NodeID, _ again: inout [NodeID: NodeID], _ result: inout Graph) -> NodeID {
        if let known = again[id] { return known }
        var node = self[id]
        node.inputs = [seen(node.inputs[0], &again, &result)]
        node.adjointOf = nil
        let new = result.insert(node)
        again[id] = new
        return new
    }
}

extension Schedule {
    /// A value that lies idle at some time, and what it costs to compute it again.
    struct Waiting {
        let value: NodeID
        let nextUse: NodeID
        /// Operations for each byte that is free meanwhile.
        let cost: Double
    }

    /// The most bytes that are needed at once in this order, and at which place of it.
    func peakTime(_ order: [NodeID]) -> (bytes: Int, time: Int) {
        var (most, at) = (0, 0)
        walk(order) { time, bytes in if bytes > most { (most, at) = (bytes, time) } }
        return (most, at)
    }

    /// In the graph's own order.
    func waiting(_ id: NodeID, at time: Int, limit: Int) -> Waiting? {
        let node = graph[id]
        guard bytes[id.index] > 0, node.op.isRecomputable, node.copy + 1 < limit,
            let nextUse = uses[id.index].first(where: { $0.index > time }), !uses[id.index].contains(NodeID(time)),
            !graph.outputs.contains(where: { root[$0.node.index] == id })
        else { return nil }
        // What it is computed from has to wait in its place, unless it is there anyway.
        var saved = bytes[id.index]
        for value in values(readBy: id) where (uses[value.index].last?.index ?? 0) < nextUse.index {
            saved -= bytes[value.index]
        }
        guard saved > 0 else { return nil }
        let operations = flops(node.op, operands: node.inputs.map { graph[$0].type.shape }, result: node.type.shape)
        return Waiting(value: id, nextUse: nextUse, cost: Double(operations) / Double(saved))
    }
}

extension Op {
    fileprivate var isRecomputable: Bool {
        switch self {
        case .fused, .maxPool, .convolution, .matmul: true
        default: false
        }
    }
}
