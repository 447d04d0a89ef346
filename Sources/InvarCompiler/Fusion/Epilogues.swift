import InvarGraph

/// The kernel that reads a contraction's result point by point runs on each tile of it while that is in the cache: a bias and an
/// activation, a batch's statistics, the sums of a norm's backward half.
let fuseEpilogues = Pass(
    name: "fuse epilogues",
    invariant: "no sweep over a contraction's whole result is left that could follow its tiles"
) { graph in
    var groups = KernelGroups(graph)
    let users = graph.users
    var epilogues: [NodeID: Epilogue] = [:]
    for id in graph.ids {
        guard graph[id].op.takesEpilogue(graph[id].inputs) else { continue }
        // The result itself, or under another shape.
        let shapes = users[id.index].filter { graph[$0].op.is(.reshape) }
        for (value, reshape) in [(id, NodeID?.none)] + shapes.map({ ($0, $0) }) {
            guard epilogues[id] == nil else { break }
            for kernel in users[value.index] where !graph.updatesState(kernel, users) {
                guard let fused = Epilogue.sweep(kernel, over: value, in: graph), graph[kernel].turn == graph[id].turn,
                    !groups.dependsIndirectly(kernel, on: id.index, through: reshape)
                else { continue }
                epilogues[id] = Epilogue(kernel: kernel, reshape: reshape, fused: fused)
                if let reshape { groups.join(reshape.index, into: id.index) }
                groups.join(kernel.index, into: id.index)
                break
            }
        }
    }
    return groups.withEpilogues(epilogues, users)
}

extension Op {
    /// Whether its result is complete tile by tile. A gradient of weights is a sum over all images.
    fileprivate func takesEpilogue(_ inputs: [NodeID]) -> Bool {
        if case .fused(let fused) = self { return fused.heart.map { fused.graph[$0].op.is(.convolution) } ?? false }
        return self.is([.convolution, .inputGradient]) || self.is(.matmul) && inputs[0] != inputs[1]
    }
}

extension Graph {
    /// Whether a result is assigned. Such a kernel reads and writes the state in place, and what it follows has no other place.
    fileprivate func updatesState(_ id: NodeID, _ users: [[NodeID]]) -> Bool {
        users[id.index].contains { user in
            let op = self[user].op
            return op.is(.assign) || op.is([.result, .reshape]) && updatesState(user, users)
        }
    }
}

struct Epilogue {
    let kernel: NodeID
    /// What the kernel reads, where that is not the contraction's result as it is.
    let reshape: NodeID?
    let fused: Fused

    /// The kernel's inner graph, if it runs over all elements of `value`.
    static func sweep(_ kernel: NodeID, over value: NodeID, in graph: Graph) -> Fused? {
        guard case .fused(let fused) = graph[kernel].op, fused.heart == nil,
            fused.iterationShape == graph[value].type.shape
        else { return nil }
        return fused
    }
}

extension KernelGroups {
    func withEpilogues(_ epilogues: [NodeID: Epilogue], _ users: [[NodeID]]) -> Rebuilt {
        let isReadOutside = readOutside()
        return rebuilt { rebuild, nodes in
            guard let epilogue = epilogues[nodes[0]] else { return false }
            insert(nodes[0], epilogue, into: &rebuild, isReadOutside, users[epilogue.kernel.index])
            return true
        }
    }

    private func insert(
        _ id: NodeID, _ epilogue: Epilogue, into rebuild: inout Rebuild, _ isReadOutside: [Bool],
        _ kernelUsers: [NodeID]
    ) {
        var builder = KernelBuilder()
        let contraction = graph[id]
        let heart: NodeID
        if case .fused(let fused) = contraction.op {
            heart = builder.inline(fused, operands: contraction.inputs, in: graph)[0]
        } else {
            let operands = contraction.inputs.map { builder.leaf($0, in: graph) }
            heart = builder.inner.insert(Node(contraction.op, operands, type: contraction.type))
        }
        builder.define(id, as: heart)
        if let reshape = epilogue.reshape {
            builder.define(reshape, as: builder.inner.insert(Node(.reshape, [heart], type: graph[reshape].type)))
        }
        let values = builder.inline(epilogue.fused, operands: graph[epilogue.kernel].inputs, in: graph)
        // The result of the contraction needs a place: its own, or that of something stored over all of it.
        let isReshapeRead = epilogue.reshape.map { isReadOutside[$0.index] } ?? false
        let storesHeart = isReadOutside[id.index] || isReshapeRead || !epilogue.fused.storesAnything
        var outputs: [NodeID] = storesHeart ? [heart] : []
        outputs += values
        for (index, value) in outputs.enumerated() { builder.inner.output("\(index)", value) }
        var node = contraction
        (node.op, node.inputs) = (.fused(Fused(builder.inner)), builder.operands)
        node.type = builder.inner[outputs[0]].type
        let new = rebuild.insert(rebuild.translated(node))
        func part(_ index: Int, like old: NodeID) {
            if index == 0 { rebuild[old] = new } else { rebuild.insertResult(index, of: new, like: old) }
        }
        rebuild[id] = new
        if storesHeart, let reshape = epilogue.reshape, isReshapeRead { rebuild.keep(reshape) }
        let offset = storesHeart ? 1 : 0
        part(offset, like: epilogue.kernel)
        for user in kernelUsers {
            if case .result(let index) = graph[user].op { part(offset + index, like: user) }
        }
    }
}

extension Fused {
    var storesAnything: Bool { graph.outputs.indices.contains(where: stores) }
}
