import InvarGraph

/// The cheap elementwise kernel before a convolution is computed where the convolution reads its input, forward and again for
/// the weights' gradient, so that its result is never stored: of a normalized and activated map only the map itself is kept.
let fusePrologues = Pass(
    name: "fuse prologues",
    invariant: "no kernel of one large operand stores what only convolutions read"
) { graph in
    let users = graph.users
    let fused = graph.rebuilt { result, id, node in
        guard let position = node.op.mapOperand,
            let prologue = Prologue(of: graph[id].inputs[position], in: graph, users),
            graph[graph[id].inputs[position]].mayBeComputed(within: graph[id])
        else { return nil }
        // Inputs of `node` are the new graph's; the kernel is found there behind the same reshape.
        var kernel = node.inputs[position]
        if result[kernel].op.is(.reshape) { kernel = result[kernel].inputs[0] }
        var builder = KernelBuilder()
        let value = builder.inline(prologue.fused, operands: result[kernel].inputs, in: result)[0]
        let type = result[node.inputs[position]].type
        let shaped = type == result[kernel].type ? value : builder.inner.insert(Node(.reshape, [value], type: type))
        let other = builder.leaf(node.inputs[1 - position], in: result)
        let operands = position == 0 ? [shaped, other] : [other, shaped]
        builder.inner.output("0", builder.inner.insert(Node(node.op, operands, type: node.type)))
        var new = node
        new.op = .fused(Fused(builder.inner))
        new.inputs = builder.operands
        return result.insert(new)
    }
    return fused.then { removeDeadCode($0) }
}

/// A kernel that is worth computing anew wherever a convolution reads it.
private struct Prologue {
    let fused: Fused

    /// As dear as two sweeps over memory: more is not computed twice.
    private static let largestWork = 16

    init?(of id: NodeID, in graph: Graph, _ users: [[NodeID]]) {
        var (kernel, reshape) = (id, NodeID?.none)
        if graph[id].op.is(.reshape) { (kernel, reshape) = (graph[id].inputs[0], id) }
        guard case .fused(let fused) = graph[kernel].op, fused.heart == nil, fused.graph.outputs.count == 1,
            fused.stores(0), fused.work <= Self.largestWork,
            // A reshape is shared; whoever else reads the kernel needs it stored.
            users[kernel.index].allSatisfy({ $0 == reshape || Self.isMap(kernel, of: $0, graph) }),
            reshape.map({ reshape in users[reshape.index].allSatisfy { Self.isMap(reshape, of: $0, graph) } }) ?? true,
            !graph.outputs.contains(where: { $0.node == kernel || $0.node == reshape })
        else { return nil }
        let large = graph[kernel].inputs.filter { input in
            !graph[input].op.is(.broadcast) && graph[input].type.count > 1
        }
        guard large.count == 1 else { return nil }
        self.fused = fused
    }

    private static func isMap(_ id: NodeID, of user: NodeID, _ graph: Graph) -> Bool {
        guard let position = graph[user].op.mapOperand else { return false }
        return graph[user].inputs.indices.allSatisfy { (graph[user].inputs[$0] == id) == ($0 == position) }
    }
}

extension Fused {
    /// Time for one element, in vector instructions.
    var work: Int { graph.nodes.reduce(0) { $0 + $1.op.cost } }
}
