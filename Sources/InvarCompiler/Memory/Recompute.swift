import InvarGraph

/// A program that does not fit into the memory that it was given.
public struct MemoryLimitError: Error, Hashable, Sendable, CustomStringConvertible {
    /// In bytes: what was given.
    public let limit: Int
    /// In bytes: the least that was found to be enough.
    public let needed: Int
    /// What of that the executor takes beside the program's buffers.
    public let beside: Int
    /// The largest buffers of that plan: what they hold, and their bytes.
    public let largest: [Program.Holding]

    /// A sentence for the user, with what to do.
    public var description: String {
        "\(mebibytes(limit)) are not enough: with everything computed again that helps, the step needs \(mebibytes(needed))"
            + (beside > 0 ? ", \(mebibytes(beside)) of it the executor's packed weights and scratch memory" : "")
            + "; the largest buffers are " + largest.map(\.description).joined(separator: ", ")
            + "; use a smaller batch or more memory"
    }
}

/// Optimizes a graph and plans its execution within so many bytes.
/// - Parameter bytes: what a program takes where it is run, the executor's own memory included.
/// - Throws: `MemoryLimitError` where that is not enough.
public func compile(
    _ graph: Graph, within limit: Int, taking bytes: @escaping @Sendable (Program) throws -> Int
) throws -> Program {
    try Program(planning: pipeline.within(limit, taking: bytes).run(graph).graph, within: limit, taking: bytes)
}

extension Program {
    /// - Throws: `MemoryLimitError` where the program takes more bytes than the limit; what `bytes` throws.
    public init(planning graph: Graph, within limit: Int, taking bytes: (Program) throws -> Int) throws {
        self.init(planning: graph)
        let needed = try bytes(self)
        guard needed <= limit else {
            throw MemoryLimitError(
                limit: limit, needed: needed, beside: needed - byteCount, largest: largestHoldings(3))
        }
    }
}

/// Values that wait long for their users are forgotten and computed again, as few as the limit allows; or, if no number of them is
/// enough, as many as help.
/// - Parameter bytes: what a program takes where it is run. Where it throws, what the executor takes beside the program's
///   buffers counts as nothing.
func recompute(within limit: Int, taking bytes: @escaping @Sendable (Program) throws -> Int) -> Pass {
    Pass(name: "recompute", invariant: "the program fits into its memory, or nothing that is computed again helps") {
        graph in
        func beside(_ program: Program) -> Int { (try? bytes(program)).map { $0 - program.byteCount } ?? 0 }
        var graph = Rebuilt(graph)
        var best = graph
        var least = Program(planning: graph.graph)
        // The executor is asked only where its program may fit: what it takes beside hardly changes from one to the next.
        var more = beside(least)
        while least.byteCount + more > limit, let next = graph.graph.recomputingAtPeak() {
            graph = graph.then { _ in next }
            let program = Program(planning: graph.graph)
            if program.byteCount < least.byteCount { (least, best) = (program, graph) }
            if least.byteCount + more <= limit { more = beside(least) }
        }
        return best
    }
}

extension Graph {
    /// The graph with one value computed again for those of its users that come after the peak; `nil` where that does not help.
    fileprivate func recomputingAtPeak() -> Rebuilt? {
        let lifetimes = Lifetimes(self)
        let (peak, time) = lifetimes.peakTime(Array(ids))
        let waiting = ids.prefix(time).compactMap { lifetimes.waiting($0, at: time, limit: copyLimit) }
        for candidate in waiting.sorted(by: { ($0.cost, $0.value) < ($1.cost, $1.value) }) {
            let result = recomputing(candidate.value, before: candidate.nextUse, lifetimes)
            let (newPeak, newTime) = Lifetimes(result.graph).peakTime(Array(result.graph.ids))
            // Of several equal peaks one may go at a time.
            if newPeak < peak || (newPeak == peak && newTime != time) { return result }
        }
        return nil
    }

    /// No value is computed more than this many times.
    private var copyLimit: Int { 2 }

    private func recomputing(_ value: NodeID, before nextUse: NodeID, _ lifetimes: Lifetimes) -> Rebuilt {
        var rebuild = Rebuild(self)
        var again: [NodeID: NodeID] = [:]
        /// A view of the value that is computed again.
        func seen(_ id: NodeID) -> NodeID {
            if let known = again[id] { return known }
            var view = self[id]
            (view.inputs, view.adjointOf) = ([seen(view.inputs[0])], nil)
            let new = rebuild.insert(view)
            again[id] = new
            return new
        }
        for id in ids {
            if id == nextUse {
                var copy = rebuild.translated(self[value])
                copy.copy += 1
                again[value] = rebuild.insert(copy)
            }
            var node = rebuild.translated(self[id])
            if id >= nextUse {
                for (index, input) in self[id].inputs.enumerated() where lifetimes.root[input.index] == value {
                    node.inputs[index] = seen(input)
                }
            }
            rebuild[id] = rebuild.insert(node)
        }
        return rebuild.finished().then { removeDeadCode($0) }
    }
}

extension Lifetimes {
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
        guard bytes[id.index] > 0, node.op.is(.recomputable), node.copy + 1 < limit,
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

extension OpKinds {
    /// What may be computed twice. A sum over all images is too dear.
    fileprivate static let recomputable: OpKinds = [.fused, .maxPool, .convolution, .matmul]
}
