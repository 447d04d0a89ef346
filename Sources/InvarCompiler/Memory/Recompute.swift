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

/// Large values that are cheap to compute again are forgotten where many wait for the backward half, and computed again where that reads them: such as a
/// residual block's output, which is a sum and a ReLU of two values that wait anyway.
let recomputeCheap = Pass(
    name: "recompute-cheap",
    invariant:
        "the values that wait at once need less memory than before, and the step about as much time; or nothing has changed"
) { graph in
    var result = Rebuilt(graph)
    var lifetimes = Lifetimes(graph)
    var arena: Int?
    // a 64th of the step's time
    var left = lifetimes.work / 64
    while true {
        let chosen = lifetimes.cheapAtPeak(within: left)
        if chosen.isEmpty { return result }
        let next = result.then { $0.recomputing(chosen, lifetimes) }
        let before = arena ?? Program(planning: result.graph).arenaByteCount
        let after = Program(planning: next.graph).arenaByteCount
        guard before - after >= Lifetimes.leastSaved else { return result }
        for each in chosen { left -= lifetimes.moved(by: each.value) }
        (result, lifetimes, arena) = (next, Lifetimes(next.graph), after)
    }
}

extension Lifetimes {
    /// Values that wait at the fullest moment, none of which is computed from another one.
    /// - Parameter most: bytes that may be moved to compute all of them again.
    fileprivate func cheapAtPeak(within most: Int) -> [Waiting] {
        let time = peakTime.time
        var (left, chosen) = (most, [Waiting]())
        var (forgotten, needed) = (Set<NodeID>(), Set<NodeID>())
        let waiting = graph.ids.prefix(time).filter { isLargeAndCheap($0) }
            .compactMap { self.waiting($0, at: time, limit: 2) }.filter { $0.saved >= Self.leastSaved }
        for each in waiting.sorted(by: { ($0.cost, $0.value) < ($1.cost, $1.value) }) {
            let (sources, moved) = (values(readBy: each.value), moved(by: each.value))
            guard !needed.contains(each.value), forgotten.isDisjoint(with: sources), moved <= left else { continue }
            left -= moved
            chosen.append(each)
            forgotten.insert(each.value)
            needed.formUnion(sources)
        }
        return chosen
    }

    /// Less is not worth a kernel more: 4 MiB.
    fileprivate static let leastSaved = 4 << 20

    /// Operations that a processor makes in the time in which it moves a byte: 200 GFLOP/s beside 33 GB/s on two cores of Zen 3.
    private static let operationsForByte = 6

    /// Whether a loop takes as long as it takes to move its values.
    private func isLargeAndCheap(_ id: NodeID) -> Bool {
        graph[id].op.is(.fused) && bytes[id.index] >= Self.leastSaved
            && operations(of: id) <= Self.operationsForByte * moved(by: id)
    }

    /// Bytes that a step reads and writes.
    fileprivate func moved(by id: NodeID) -> Int {
        values(readBy: id).reduce(bytes[id.index]) { $0 + graph[$1].type.byteCount }
    }

    private func operations(of id: NodeID) -> Int {
        let node = graph[id]
        return flops(node.op, operands: node.inputs.map { graph[$0].type.shape }, result: node.type.shape)
    }

    /// The time of all steps, as bytes that could be moved in it.
    fileprivate var work: Int {
        graph.ids.reduce(0) { total, id in
            isStep(id) ? total + max(moved(by: id), operations(of: id) / Self.operationsForByte) : total
        }
    }
}

extension Graph {
    /// The graph with one value computed again for those of its users that come after the peak; `nil` where that does not help.
    fileprivate func recomputingAtPeak() -> Rebuilt? {
        let lifetimes = Lifetimes(self)
        let (peak, time) = lifetimes.peakTime
        let waiting = ids.prefix(time).compactMap { lifetimes.waiting($0, at: time, limit: copyLimit) }
        for candidate in waiting.sorted(by: { ($0.cost, $0.value) < ($1.cost, $1.value) }) {
            let result = recomputing([candidate], lifetimes)
            let (newPeak, newTime) = Lifetimes(result.graph).peakTime
            // Of several equal peaks one may go at a time.
            if newPeak < peak || (newPeak == peak && newTime != time) { return result }
        }
        return nil
    }

    /// No value is computed more than this many times.
    private var copyLimit: Int { 2 }

    /// These values are computed again where they are used next; none of them is computed from another one.
    fileprivate func recomputing(_ values: [Lifetimes.Waiting], _ lifetimes: Lifetimes) -> Rebuilt {
        let nextUses = Dictionary(uniqueKeysWithValues: values.map { ($0.value, $0.nextUse) })
        let due = Dictionary(grouping: values, by: \.nextUse)
        var rebuild = Rebuild(self)
        var again: [NodeID: NodeID] = [:]
        /// A view of a value that is computed again.
        func seen(_ id: NodeID) -> NodeID {
            if let known = again[id] { return known }
            var view = self[id]
            (view.inputs, view.adjointOf) = ([seen(view.inputs[0])], nil)
            let new = rebuild.insert(view)
            again[id] = new
            return new
        }
        for id in ids {
            for waiting in due[id] ?? [] {
                var copy = rebuild.translated(self[waiting.value])
                copy.copy += 1
                again[waiting.value] = rebuild.insert(copy)
            }
            var node = rebuild.translated(self[id])
            for (index, input) in self[id].inputs.enumerated() {
                if let nextUse = nextUses[lifetimes.root[input.index]], id >= nextUse {
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
        /// Bytes that are free meanwhile.
        let saved: Int
        /// Operations for each of these bytes.
        let cost: Double
    }

    /// The most bytes that are needed at once in the graph's own order, and at which place of it.
    var peakTime: (bytes: Int, time: Int) {
        var (most, at) = (0, 0)
        walk(Array(graph.ids)) { time, bytes in if bytes > most { (most, at) = (bytes, time) } }
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
        return Waiting(value: id, nextUse: nextUse, saved: saved, cost: Double(operations(of: id)) / Double(saved))
    }
}

extension OpKinds {
    /// What may be computed twice. A sum over all images is too dear.
    fileprivate static let recomputable: OpKinds = [.fused, .maxPool, .convolution, .matmul]
}
