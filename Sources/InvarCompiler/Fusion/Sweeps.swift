import InvarGraph

/// Kernels that do the same to many small tensors, such as the optimizer's updates, become one sweep over these tensors laid
/// end to end. Nothing is copied for it: states lie side by side, and gradients are written where the sweep reads them.
///
/// Large tensors keep a kernel of their own: their gradients would have to wait for the others', and one more kernel is
/// nothing beside the time that it takes.
let sweepUpdates = Pass(
    name: "sweep updates", invariant: "no two kernels update small states in the same way"
) { graph in
    var groups = KernelGroups(graph)
    var firsts: [Update.Pattern: NodeID] = [:]
    var updates: [NodeID: Update] = [:]
    let users = graph.users
    for id in graph.ids {
        guard let update = Update(id, in: graph, users) else { continue }
        updates[id] = update
        guard let first = firsts[update.pattern] else {
            firsts[update.pattern] = id
            continue
        }
        guard !groups.isAncestor(first.index, of: id.index), !groups.isAncestor(id.index, of: first.index) else {
            continue
        }
        groups.join(id.index, into: first.index)
    }
    return groups.swept(updates, users)
}

/// A kernel that updates one small tensor element by element.
struct Update {
    /// What it does, whatever the tensor's shape.
    struct Pattern: Hashable {
        var instructions: [Instruction]
        var outputs: [NodeID]
    }

    struct Instruction: Hashable {
        var op: Op
        var inputs: [NodeID]
        /// The value that is repeated, for an operand that is no tensor of the kernel's shape.
        var scalar: NodeID?
    }

    let pattern: Pattern
    let fused: Fused
    var shape: [Int] { fused.iterationShape }
    var count: Int { shape.reduce(1, *) }

    private static let largestCount = 1 << 16

    init?(_ id: NodeID, in graph: Graph, _ users: [[NodeID]]) {
        guard case .fused(let fused) = graph[id].op, fused.heart == nil, fused.reducedAxes == nil else { return nil }
        self.fused = fused
        var instructions: [Instruction] = []
        let shape = fused.iterationShape
        for node in fused.graph.nodes {
            var instruction = Instruction(op: node.op, inputs: node.inputs)
            if case .input(let name) = node.op {
                let operand = graph[id].inputs[Fused.operand(named: name)]
                instruction.scalar = Self.scalar(operand, in: graph)
                guard instruction.scalar != nil || Self.isPlaceable(operand, in: graph) else { return nil }
            }
            guard !node.op.is(.iota), node.type.shape == shape else { return nil }
            instructions.append(instruction)
        }
        pattern = Pattern(instructions: instructions, outputs: fused.graph.outputs.map(\.node))
        guard shape.reduce(1, *) <= Self.largestCount, Self.isAssigned(id, graph, users) else { return nil }
    }

    /// Whether it can lie wherever it is wanted: what a step computes, or a state.
    private static func isPlaceable(_ id: NodeID, in graph: Graph) -> Bool {
        let op = graph[id].op
        return op.is([.state, .kernel, .contraction]) || op.is(.reshape) && isPlaceable(graph[id].inputs[0], in: graph)
    }

    /// The one value that an operand repeats.
    private static func scalar(_ id: NodeID, in graph: Graph) -> NodeID? {
        guard graph[id].op.is(.broadcast), graph[graph[id].inputs[0]].type.count == 1 else { return nil }
        return graph[id].inputs[0]
    }

    /// Whether every result is the new value of a state.
    private static func isAssigned(_ id: NodeID, _ graph: Graph, _ users: [[NodeID]]) -> Bool {
        let readers = users[id.index].flatMap { graph[$0].op.is(.result) ? users[$0.index] : [$0] }
        return !readers.isEmpty
            && readers.allSatisfy { reader in
                let op = graph[reader].op
                return op.is(.assign)
                    || op.is(.reshape) && users[reader.index].allSatisfy { graph[$0].op.is(.assign) }
            }
    }
}

extension KernelGroups {
    fileprivate func swept(_ updates: [NodeID: Update], _ users: [[NodeID]]) -> Rebuilt {
        rebuilt { rebuild, nodes in
            guard nodes.count > 1 else { return false }
            insertSweep(nodes, updates, users, into: &rebuild)
            return true
        }
    }

    private func insertSweep(
        _ nodes: [NodeID], _ updates: [NodeID: Update], _ users: [[NodeID]], into rebuild: inout Rebuild
    ) {
        let parts = nodes.map { id in
            guard let update = updates[id] else { internalError("\(id) is no update") }
            return update
        }
        let pattern = parts[0].pattern
        let element = graph[nodes[0]].type.element
        let flat = TensorType([parts.reduce(0) { $0 + $1.count }], element)
        // The operands, end to end.
        var inner = Graph("fused")
        var operands: [NodeID] = []
        for instruction in pattern.instructions {
            guard case .input(let name) = instruction.op else {
                _ = inner.insert(Node(instruction.op, instruction.inputs, type: flat))
                continue
            }
            _ = inner.insert(Node(.input("\(operands.count)"), type: flat))
            if let scalar = instruction.scalar {
                let one = rebuild.insert(Node(.reshape, [rebuild[scalar]], type: TensorType([1], element)))
                operands.append(rebuild.insert(Node(.broadcast, [one], type: flat)))
            } else {
                let index = Fused.operand(named: name)
                let tensors = zip(nodes, parts).map { id, part in
                    flattened(rebuild[graph[id].inputs[index]], part.count, &rebuild.new)
                }
                operands.append(rebuild.insert(Node(.concatenate(axis: 0), tensors, type: flat)))
            }
        }
        for (index, output) in pattern.outputs.enumerated() { inner.output("\(index)", output) }
        let sweep = rebuild.insert(Node(.fused(Fused(inner)), operands, type: flat, name: "optimizer"))
        var offset = 0
        for (id, part) in zip(nodes, parts) {
            for index in pattern.outputs.indices {
                let whole =
                    index == 0 ? sweep : rebuild.insert(Node(.result(index), [sweep], type: flat, name: "optimizer"))
                let old =
                    index == 0 ? id : users[id.index].first { graph[$0].op == .result(index) }
                guard let old else { continue }
                let run = rebuild.insert(
                    Node(
                        .slice(starts: [offset]), [whole], type: TensorType([part.count], element),
                        name: graph[old].name))
                rebuild[old] = rebuild.insert(Node(.reshape, [run], type: graph[old].type, name: graph[old].name))
            }
            offset += part.count
        }
    }

    private func flattened(_ id: NodeID, _ count: Int, _ result: inout Graph) -> NodeID {
        let node = result[id]
        return result.insert(
            Node(.reshape, [id], type: node.type.with(shape: [count]), name: node.name, site: node.site))
    }
}
