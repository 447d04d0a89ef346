import InvarGraph

/// Which values of a micro-batch are kept while other micro-batches have their turns, and which are forgotten and computed again in a
/// turn of the backward half that needs them.
///
/// What the forward half itself needs in a later turn, such as a layer's output that waits for the batch's statistics, is there for all
/// micro-batches at once anyway, and stays; all else is computed again from that. Of large values that stay, each second along the way is
/// forgotten too once the forward half is past it: from the one before, it is one layer's work. Gradients are never computed twice.
struct Remembered {
    /// For each value whether the backward half computes it again in later turns.
    private(set) var isComputedAgain: [Bool]

    /// Operations for each byte that is free meanwhile; more are not worth it.
    private static let dearest = 6000.0

    private let graph: Graph
    private let facts: PartFacts

    init(_ graph: Graph, _ facts: PartFacts) {
        (self.graph, self.facts) = (graph, facts)
        isComputedAgain = [Bool](repeating: false, count: graph.nodes.count)
        let (waits, isMet) = kept()
        let isForward = isOfForwardHalf()
        for id in graph.ids where facts.varies[id.index] && isForward[id.index] {
            isComputedAgain[id.index] = !graph[id].isThere && !waits[id.index] && !isMet[id.index]
        }
        forget(waits, isMet)
    }

    /// For each value whether it is of the forward half, or computed of such values alone and element by element, as a mask is.
    private func isOfForwardHalf() -> [Bool] {
        var found: [Bool] = []
        for node in graph.nodes {
            let isCheap = node.op.is([.elementwise, .movement])
            found.append(
                node.adjointOf == nil || isCheap && node.inputs.allSatisfy { !facts.varies[$0.index] || found[$0.index] })
        }
        return found
    }

    /// - Returns: the values that the forward half needs in a later round, and those that lie in a gathered whole or in an output. What is
    ///   a view of such a value is there with it.
    private func kept() -> (waits: [Bool], isMet: [Bool]) {
        var waits = [Bool](repeating: false, count: graph.nodes.count)
        var isMet = waits
        for output in graph.outputs { isMet[output.node.index] = true }
        for id in graph.ids {
            let node = graph[id]
            for input in node.inputs where facts.varies[input.index] && facts.round[input.index] < facts.round[id.index]
            {
                if case .collective(let collective) = node.op {
                    if case .allGather = collective.kind { isMet[input.index] = true }
                } else if node.adjointOf == nil {
                    waits[input.index] = true
                }
            }
        }
        for id in graph.ids.reversed() where graph[id].op.is(.view) {
            let source = graph[id].inputs[0].index
            if waits[id.index] { waits[source] = true }
            if isMet[id.index] { isMet[source] = true }
        }
        return (waits, isMet)
    }

    /// Each second of the large values that wait.
    private mutating func forget(_ waits: [Bool], _ isMet: [Bool]) {
        let largest = graph.ids.filter { facts.varies[$0.index] }.map { graph[$0].type.byteCount }.max() ?? 0
        /// For each value whether it is computed again from a value that waited itself.
        var depth = [Int](repeating: 0, count: graph.nodes.count)
        for id in graph.ids where facts.varies[id.index] {
            let node = graph[id]
            let before = node.inputs.map { isComputedAgain[$0.index] ? depth[$0.index] : 0 }.max() ?? 0
            depth[id.index] = before
            guard waits[id.index], !isMet[id.index], node.adjointOf == nil, !node.isThere else { continue }
            if node.op.is(.view) {
                // there if its source is
                isComputedAgain[id.index] = isComputedAgain[node.inputs[0].index]
                continue
            }
            guard before == 0, node.type.byteCount * 16 >= largest, cost(id) <= Self.dearest else {
                depth[id.index] = 0
                continue
            }
            isComputedAgain[id.index] = true
            depth[id.index] = 1
        }
    }

    /// Operations to compute a value again, for each of its bytes.
    private func cost(_ id: NodeID) -> Double {
        var (pending, seen, operations) = ([id], Set([id]), 0)
        while let next = pending.popLast() {
            let node = graph[next]
            operations += flops(node.op, operands: node.inputs.map { graph[$0].type.shape }, result: node.type.shape)
            pending += node.inputs.filter { isComputedAgain[$0.index] && seen.insert($0).inserted }
        }
        return Double(operations) / Double(max(1, graph[id].type.byteCount))
    }
}

extension Node {
    /// Whether it is a part of something that is there as a whole.
    fileprivate var isThere: Bool { op.is([.input, .state, .collective, .assign]) }
}
