import InvarGraph

/// The step is computed for one micro-batch after another, and is still the step over the whole batch, to rounding: batch statistics,
/// losses and gradients are not those of a micro-batch.
///
/// It begins with the step of ranks that share the batch (`Splitter`), one for each micro-batch, and puts them all into one program:
/// what ranks would exchange is there, so that a sum over them is a sum of values, and a gathered value a concatenation. A rank of
/// several does so with its own images, and exchanges what is left.
///
/// Micro-batches take turns. A turn goes until all must wait for each other: for a batch's statistics, or for the loss, which needs all
/// embeddings. What a later turn of the backward half needs of an earlier one is mostly computed again (`Remembered`), as in
/// GradCache (Gao, Zhang, Han and Callan, "Scaling deep contrastive learning batch size under memory limited setup", 2021).
func accumulating(over ranks: Ranks, sharing updates: [SharedUpdate] = []) -> Pass {
    Pass(
        name: "accumulate",
        invariant: "micro-batches are computed one after another; what all of them need is computed of the whole batch"
    ) { graph in
        var splitter = Splitter(graph, over: ranks, sharing: updates)
        return splitter.run().then { part in
            var accumulator = Accumulator(removeDeadCode(part), of: graph, ranks)
            return accumulator.run()
        }
    }
}

/// Writes the parts of a rank's micro-batches into one graph.
struct Accumulator {
    /// The step of one micro-batch, as one of all ranks' micro-batches that exchange.
    let graph: Graph
    let ranks: Ranks
    let facts: PartFacts
    let remembered: Remembered
    private let renamed: [NodeID?]
    var new: Graph
    /// What stands for each value: one node, or where micro-batches differ one for each.
    private var written: [[NodeID]]
    /// Of what is summed over micro-batches: the sum so far.
    private var sums: [NodeID: NodeID] = [:]
    /// By micro-batch: what was computed again, how often, and in which round it was needed last.
    private var again: [[NodeID: (node: NodeID, count: Int, round: Int)]]

    init(_ part: Rebuilt, of whole: Graph, _ ranks: Ranks) {
        (graph, renamed) = (part.graph, part.renamed)
        self.ranks = ranks
        facts = PartFacts(graph, of: whole)
        remembered = Remembered(graph, facts)
        new = Graph(graph.name, capacity: graph.nodes.count * ranks.microBatches)
        written = [[NodeID]](repeating: [], count: graph.nodes.count)
        again = Array(repeating: [:], count: ranks.microBatches)
    }

    mutating func run() -> Rebuilt {
        for round in 0..<facts.rounds {
            for id in facts.wholes[round] { written[id.index] = [whole(id)] }
            for part in 0..<ranks.microBatches {
                for id in facts.parts[round] { written[id.index].append(self.part(id, part)) }
            }
        }
        for output in graph.outputs {
            let nodes = written[output.node.index]
            let axis = BatchAxis(axis: 0)
            new.output(output.name, facts.varies[output.node.index] ? joined(nodes, axis, like: output.node) : nodes[0])
        }
        let result = Rebuilt(graph: new, renamed: renamed.map { $0.flatMap { written[$0.index].first } })
        return result.then { removeDeadCode($0) }
    }

    // MARK: Values of the whole batch

    private mutating func whole(_ id: NodeID) -> NodeID {
        let node = graph[id]
        switch node.op {
        case .collective(let collective): return met(id, collective)
        case .assign where facts.varies[node.inputs[0].index]:
            let type = facts.rankType(of: id, ranks.microBatches)
            let parts = joined(written[node.inputs[0].index], facts.axis(of: id), like: id)
            return insert(node.op, [parts], type, like: id)
        default: return insert(node.op, node.inputs.map { written[$0.index][0] }, node.type, like: id)
        }
    }

    /// What all micro-batches meet for.
    private mutating func met(_ id: NodeID, _ collective: Collective) -> NodeID {
        let (operand, type) = (graph[id].inputs[0], graph[id].type)
        switch collective.kind {
        case .allReduce: return exchanged(.allReduce, sum(of: operand), type, like: id)
        case .allGather(let axis):
            let parts = (0..<ranks.microBatches).map { self.value(operand, $0) }
            return exchanged(.allGather(axis), joined(parts, axis, like: operand), type, like: id)
        case .reduceScatter, .shard: internalError("\(id) is not the same for all micro-batches")
        }
    }

    /// With the other ranks.
    private mutating func exchanged(
        _ kind: Collective.Kind, _ operand: NodeID, _ type: TensorType, like id: NodeID
    ) -> NodeID {
        guard ranks.count > 1 else { return operand }
        return insert(.collective(Collective(kind, ranks: ranks.count)), [operand], type, like: id)
    }

    /// Of all micro-batches' values.
    private mutating func sum(of id: NodeID) -> NodeID {
        if let sum = sums[id] { return sum }
        let type = graph[id].type
        let count = insert(.constant(Double(ranks.microBatches)), [], type, like: id)
        return insert(.binary(.multiply), [written[id.index][0], count], type, like: id)
    }

    // MARK: Values of a micro-batch

    private func value(_ id: NodeID, _ part: Int) -> NodeID {
        facts.varies[id.index] ? written[id.index][part] : written[id.index][0]
    }

    private mutating func part(_ id: NodeID, _ part: Int) -> NodeID {
        let node = graph[id]
        let turn = facts.round[id.index] * ranks.microBatches + part
        let new: NodeID
        switch node.op {
        case .input, .state:
            let whole = insert(node.op, [], facts.rankType(of: id, ranks.microBatches), like: id)
            new = cut(whole, facts.axis(of: id), part, like: id)
        case .collective(let collective): new = own(id, collective, part)
        default:
            let operands = node.inputs.map { operand($0, of: node, facts.round[id.index], part) }
            new = insert(node.op, operands, node.type, like: id, part, turn: turn)
        }
        if facts.isSummed[id.index] { add(new, to: id, turn: turn) }
        return new
    }

    /// One micro-batch's part of a whole, or of a sum.
    private mutating func own(_ id: NodeID, _ collective: Collective, _ part: Int) -> NodeID {
        let operand = graph[id].inputs[0]
        switch collective.kind {
        case .shard(let axis), .reduceScatter(let axis):
            let whole = collective.sends ? sum(of: operand) : written[operand.index][0]
            var type = graph[id].type
            type.shape[axis.axis] *= ranks.microBatches
            return cut(exchanged(collective.kind, whole, type, like: id), axis, part, like: id)
        case .allReduce, .allGather: internalError("\(id) is the same for all micro-batches")
        }
    }

    /// In the turn that makes it, so that the summand need not wait. Small sums are one kernel at the end.
    private mutating func add(_ value: NodeID, to id: NodeID, turn: Int) {
        guard let sum = sums[id] else { return sums[id] = value }
        let type = graph[id].type
        let own = type.count > Self.smallSum ? turn : nil
        sums[id] = insert(.binary(.add), [sum, value], type, like: id, turn: own)
    }

    /// Elements of a sum whose summands may all wait for each other.
    private static let smallSum = 1 << 13

    /// What a node reads: a value as it was computed, or computed again.
    private mutating func operand(_ id: NodeID, of reader: Node, _ round: Int, _ part: Int) -> NodeID {
        guard facts.varies[id.index], facts.round[id.index] < round else { return value(id, part) }
        return recalled(id, round, part, forBackward: reader.adjointOf != nil)
    }

    /// A value of an earlier round.
    private mutating func recalled(_ id: NodeID, _ round: Int, _ part: Int, forBackward: Bool) -> NodeID {
        let isAgain = forBackward ? remembered.isComputedAgain[id.index] : remembered.isCheap[id.index]
        return facts.varies[id.index] && isAgain
            ? computedAgain(id, round, part, forBackward: forBackward) : value(id, part)
    }

    /// Once for each round; what is dear waits for the next round if that needs it too.
    private mutating func computedAgain(_ id: NodeID, _ round: Int, _ part: Int, forBackward: Bool) -> NodeID {
        let known = again[part][id]
        if let known, known.round >= (remembered.isLight[id.index] ? round : round - 1) {
            again[part][id]?.round = round
            return known.node
        }
        let node = graph[id]
        let operands = node.inputs.map { recalled($0, round, part, forBackward: forBackward) }
        let count = (known?.count ?? 0) + 1
        let turn = round * ranks.microBatches + part
        let new = insert(node.op, operands, node.type, like: id, part, turn: turn, copy: count)
        again[part][id] = (new, count, round)
        return new
    }

    // MARK: Writing

    /// What belongs to a node of the old graph: its name, its line, and the half that it is in.
    mutating func insert(
        _ op: Op, _ operands: [NodeID], _ type: TensorType, like id: NodeID, _ part: Int = 0, turn: Int? = nil,
        copy: Int = 0
    ) -> NodeID {
        let old = graph[id]
        var node = Node(op, operands, type: type, name: old.name, site: old.site)
        node.adjointOf = old.adjointOf.flatMap { forward($0, part) }
        (node.turn, node.copy) = (turn, copy)
        return new.insert(node)
    }

    /// What stands for a forward node: where that is not written yet, a value that it is computed from.
    private func forward(_ id: NodeID, _ part: Int) -> NodeID? {
        var (pending, seen) = ([id], Set<NodeID>())
        while let next = pending.popLast() {
            let nodes = written[next.index]
            let place = facts.varies[next.index] ? part : 0
            if place < nodes.count { return nodes[place] }
            pending += graph[next].inputs.reversed().filter { seen.insert($0).inserted }
        }
        return nil
    }
}
