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
    /// For each value whether the forward half does so, too: it follows element by element from one value that stays.
    private(set) var isCheap: [Bool]

    /// For each value whether it is computed in each round anew that needs it, and else waits from one round for the next.
    private(set) var isLight: [Bool]

    /// Operations for each byte that is free meanwhile; more are not worth it.
    private static let dearest = 6000
    /// The same for what waits from one round for the next.
    private static let dearestOfARound = 64

    private let graph: Graph
    private let facts: PartFacts

    init(_ graph: Graph, _ facts: PartFacts) {
        (self.graph, self.facts) = (graph, facts)
        isComputedAgain = [Bool](repeating: false, count: graph.nodes.count)
        (isCheap, isLight) = (isComputedAgain, isComputedAgain)
        let (waits, isMet) = kept()
        let isForward = isOfForwardHalf()
        for id in graph.ids where facts.varies[id.index] && isForward[id.index] {
            isComputedAgain[id.index] = !graph[id].isThere && !waits[id.index] && !isMet[id.index]
        }
        forget(waits, isMet)
        for id in graph.ids where isComputedAgain[id.index] || isCheap[id.index] {
            isLight[id.index] = costs(id, atMost: Self.dearestOfARound)
        }
    }

    /// For each value whether it is of the forward half, or computed of such values alone and element by element, as a mask is.
    private func isOfForwardHalf() -> [Bool] {
        var found: [Bool] = []
        for node in graph.nodes {
            let isCheap = node.op.is([.elementwise, .movement])
            found.append(
                node.adjointOf == nil
                    || isCheap && node.inputs.allSatisfy { !facts.varies[$0.index] || found[$0.index] })
        }
        return found
    }

    /// - Returns: the values that the forward half needs in a later round, and those that lie in a gathered whole or in an output. What is
    ///   a view of such a value is there with it.
    private mutating func kept() -> (waits: [Bool], isMet: [Bool]) {
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
        for id in graph.ids.reversed() {
            let node = graph[id]
            if node.op.is(.view) {
                let source = node.inputs[0].index
                if waits[id.index] { waits[source] = true }
                if isMet[id.index] { isMet[source] = true }
            } else if waits[id.index], !isMet[id.index], let source = onlySource(of: node) {
                // x − x̄ waits for the variance, as x did for the mean: x is enough
                (waits[id.index], isCheap[id.index]) = (false, true)
                waits[source.index] = true
            }
        }
        return (waits, isMet)
    }

    /// The one value of a micro-batch that an elementwise op reads, if it is as large as the result.
    private func onlySource(of node: Node) -> NodeID? {
        let sources = Set(node.inputs.filter { facts.varies[$0.index] })
        guard node.op.is(.elementwise), node.adjointOf == nil, sources.count == 1, let source = sources.first,
            !graph[source].isThere, graph[source].adjointOf == nil
        else { return nil }
        return source
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
            guard before == 0, node.type.byteCount * 16 >= largest, costs(id, atMost: Self.dearest) else {
                depth[id.index] = 0
                continue
            }
            isComputedAgain[id.index] = true
            depth[id.index] = 1
        }
    }

    /// Whether it takes no more than so many operations for each of its bytes to compute a value again.
    private func costs(_ id: NodeID, atMost most: Int) -> Bool {
        var (pending, seen, operations) = ([id], Set([id]), 0)
        let limit = most * graph[id].type.byteCount
        while let next = pending.popLast() {
            let node = graph[next]
            operations += flops(node.op, operands: node.inputs.map { graph[$0].type.shape }, result: node.type.shape)
            if operations > limit { return false }
            pending += node.inputs.filter { isComputedAgain[$0.index] && seen.insert($0).inserted }
        }
        return true
    }
}

extension Node {
    /// Whether it is a part of something that is there as a whole.
    fileprivate var isThere: Bool { op.is([.input, .state, .collective, .assign]) }
}
