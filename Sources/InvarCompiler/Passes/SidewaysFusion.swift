import InvarGraph

/// Kernels over one iteration space that read the same tensor, or of which one reads what the other stores, become one
/// kernel with several results: one sweep computes a batch's sum and its centred squares, or stores a gradient and sums it.
let fuseSideways = Pass(
    name: "fuse sideways",
    invariant: "no two kernels over one iteration space read the same tensor unless one must wait for the other"
) { graph in
    var groups = KernelGroups(graph)
    let sweeps = Sweeps(graph)
    var readers = [[Int]](repeating: [], count: graph.nodes.count)
    for id in graph.ids {
        guard let sweep = sweeps[id] else { continue }
        var seen: Set<Int> = []
        var candidates: [Int] = []
        for input in graph[id].inputs {
            let beside = readers[input.index].map { groups.group[$0] } + [groups.group[input.index]]
            for group in beside where seen.insert(group).inserted { candidates.append(group) }
            readers[input.index].append(id.index)
        }
        for group in candidates where sweeps.canJoin(id, sweep, group, groups) {
            groups.join(id.index, into: group)
            break
        }
    }
    return groups.merged()
}

/// The kernels of a graph that run over an iteration space without a contraction.
private struct Sweeps {
    private let graph: Graph
    private let fused: [Fused?]

    init(_ graph: Graph) {
        self.graph = graph
        fused = graph.nodes.map { node in
            if case .fused(let fused) = node.op, fused.heart == nil { fused } else { nil }
        }
    }

    subscript(id: NodeID) -> Fused? { fused[id.index] }

    /// A kernel's block has to stay in the first-level cache: so many values at once, at most.
    private static let largestKernel = 48

    func canJoin(_ id: NodeID, _ sweep: Fused, _ group: Int, _ groups: KernelGroups) -> Bool {
        let members = groups.members[group]
        var size = sweep.graph.nodes.count
        for member in members {
            guard let other = fused[member.index], other.iterationShape == sweep.iterationShape else { return false }
            if let mine = sweep.reducedAxes, let its = other.reducedAxes, mine != its { return false }
            size += other.graph.nodes.count
        }
        guard size <= Self.largestKernel, !groups.dependsIndirectly(id, on: group) else { return false }
        // What is read of the group itself has to be there point by point.
        return graph[id].inputs.allSatisfy { input in
            groups.group[input.index] != group || fused[input.index]?.isReduction == false
        }
    }
}

extension KernelGroups {
    /// The graph with one fused node for each group of fused nodes.
    func merged() -> Graph {
        var result = Graph(graph.name)
        var renamed = [NodeID?](repeating: nil, count: graph.nodes.count)
        let isReadOutside = readOutside()
        for group in inOrder() {
            let nodes = members[group]
            guard nodes.count > 1 else {
                var node = graph[nodes[0]]
                node.inputs = node.inputs.map { Self.renamed($0, renamed) }
                node.adjointOf = node.adjointOf.flatMap { renamed[$0.index] }
                renamed[nodes[0].index] = result.insert(node)
                continue
            }
            let kernel = MergedKernel(nodes, graph, isReadOutside)
            var node = graph[kernel.outputs[0]]
            node.op = .fused(kernel.fused)
            node.inputs = kernel.operands.map { Self.renamed($0, renamed) }
            node.adjointOf = nodes.lazy.compactMap { graph[$0].adjointOf.flatMap { renamed[$0.index] } }.first
            let first = result.insert(node)
            for id in nodes { renamed[id.index] = first }
            for (index, output) in kernel.outputs.enumerated().dropFirst() {
                var part = graph[output]
                part.op = .result(index)
                part.inputs = [first]
                part.adjointOf = part.adjointOf.flatMap { renamed[$0.index] }
                renamed[output.index] = result.insert(part)
            }
        }
        for output in graph.outputs { result.output(output.name, Self.renamed(output.node, renamed)) }
        return result
    }

    private static func renamed(_ id: NodeID, _ renamed: [NodeID?]) -> NodeID {
        guard let new = renamed[id.index] else { internalError("\(id) is used before it is made") }
        return new
    }

    private func readOutside() -> [Bool] {
        var read = [Bool](repeating: false, count: graph.nodes.count)
        for id in graph.ids {
            for input in graph[id].inputs where group[input.index] != group[id.index] { read[input.index] = true }
        }
        for output in graph.outputs { read[output.node.index] = true }
        return read
    }
}

/// The inner graphs of several kernels as one, where each reads what another computes without a detour through memory.
private struct MergedKernel {
    private var inner = Graph("fused")
    private(set) var operands: [NodeID] = []
    /// Those of the nodes that others read.
    private(set) var outputs: [NodeID] = []
    private var leaves: [NodeID: NodeID] = [:]

    var fused: Fused { Fused(inner) }

    init(_ nodes: [NodeID], _ graph: Graph, _ isReadOutside: [Bool]) {
        for id in nodes {
            guard case .fused(let fused) = graph[id].op else { internalError("\(id) is no kernel") }
            let root = add(fused.graph, of: graph[id], graph)
            leaves[id] = root
            guard isReadOutside[id.index] || id == nodes.last && outputs.isEmpty else { continue }
            inner.output("\(outputs.count)", root)
            outputs.append(id)
        }
    }

    private mutating func add(_ kernel: Graph, of node: Node, _ graph: Graph) -> NodeID {
        var renamed: [NodeID: NodeID] = [:]
        for id in kernel.ids {
            var member = kernel[id]
            if case .input(let name) = member.op, let index = Int(name) {
                renamed[id] = leaf(node.inputs[index], graph)
                continue
            }
            member.inputs = member.inputs.compactMap { renamed[$0] }
            renamed[id] = inner.insert(member)
        }
        guard let root = renamed[kernel.outputs[0].node] else { internalError("a kernel without its root") }
        return root
    }

    private mutating func leaf(_ operand: NodeID, _ graph: Graph) -> NodeID {
        if let known = leaves[operand] { return known }
        let leaf = inner.insert(Node(.input("\(operands.count)"), type: graph[operand].type))
        operands.append(operand)
        leaves[operand] = leaf
        return leaf
    }
}
