import InvarGraph

/// What is known of the step of one micro-batch: which values differ from one to the next, and when all must meet.
struct PartFacts {
    /// For each value whether micro-batches have different ones.
    private(set) var varies: [Bool] = []
    /// For each value how often micro-batches have met before it can be there.
    private(set) var round: [Int] = []
    /// Of each value whether it is wanted as the sum over all micro-batches.
    private(set) var isSummed: [Bool]
    /// By round: what is computed once, and what for each micro-batch.
    private(set) var wholes: [[NodeID]] = []
    private(set) var parts: [[NodeID]] = []
    var rounds: Int { wholes.count }

    private let graph: Graph
    /// The types that inputs and states have for the whole batch.
    private var types: [String: TensorType] = [:]

    init(_ graph: Graph, of whole: Graph) {
        self.graph = graph
        isSummed = [Bool](repeating: false, count: graph.nodes.count)
        for node in whole.nodes where node.op.is([.input, .state]) {
            if let name = node.op.valueName { types[name] = node.type }
        }
        for id in graph.ids {
            let node = graph[id]
            var round = node.inputs.map { self.round[$0.index] }.max() ?? 0
            var varies = node.inputs.contains { self.varies[$0.index] }
            switch node.op {
            case .input, .state: varies = isCut(node)
            case .assign:
                round += varies ? 1 : 0
                varies = false
            case .collective(let collective):
                round += varies ? 1 : 0
                switch collective.kind {
                case .allReduce: (isSummed[node.inputs[0].index], varies) = (varies, false)
                case .reduceScatter: (isSummed[node.inputs[0].index], varies) = (varies, true)
                case .allGather: varies = false
                case .shard: varies = true
                }
            default: break
            }
            self.varies.append(varies)
            self.round.append(round)
            while wholes.count <= round {
                wholes.append([])
                parts.append([])
            }
            if varies { parts[round].append(id) } else { wholes[round].append(id) }
        }
    }

    private func isCut(_ node: Node) -> Bool {
        guard let name = node.op.valueName, let whole = types[name] else { return false }
        return whole != node.type
    }

    /// Along which axis an input or a state is shared out.
    func axis(of id: NodeID) -> BatchAxis {
        guard let name = graph[id].op.valueName, let whole = types[name],
            let axis = whole.shape.indices.first(where: { whole.shape[$0] != graph[id].type.shape[$0] })
        else { internalError("\(id) is not shared out") }
        return BatchAxis(axis: axis)
    }

    /// What a rank has of an input or a state.
    func rankType(of id: NodeID, _ microBatches: Int) -> TensorType {
        var type = graph[id].type
        type.shape[axis(of: id).axis] *= microBatches
        return type
    }
}
