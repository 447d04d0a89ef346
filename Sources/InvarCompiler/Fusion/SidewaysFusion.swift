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
    var small: [[Int]: [Int]] = [:]
    for id in graph.ids {
        guard let sweep = sweeps[id] else { continue }
        var candidates: [Int] = []
        for input in graph[id].inputs where sweeps.isWorthSharing(input, by: sweep) {
            candidates += readers[input.index] + [input.index]
            readers[input.index].append(id.index)
        }
        if sweep.isSmall {
            // Beside any kernel over the same space: fewer kernels count here, not the memory that they read.
            candidates += (small[sweep.iterationShape] ?? []).suffix(8).reversed()
            small[sweep.iterationShape, default: []].append(id.index)
        }
        var seen: Set<Int> = []
        for group in candidates.map({ groups.group[$0] }) where seen.insert(group).inserted {
            guard sweeps.canJoin(id, sweep, group, groups) else { continue }
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

    /// Reading a few repeated values twice costs nothing, and does not make up for values that wait for each other; only where
    /// the whole kernel is small does it count that there are fewer.
    func isWorthSharing(_ operand: NodeID, by sweep: Fused) -> Bool {
        !graph[operand].op.is(.broadcast) || sweep.isSmall
    }

    /// A kernel's block has to stay in the first-level cache: so many values at once, at most.
    private static let largestKernel = 48

    func canJoin(_ id: NodeID, _ sweep: Fused, _ group: Int, _ groups: KernelGroups) -> Bool {
        let members = groups.members[group]
        var size = sweep.graph.nodes.count
        for member in members {
            guard let other = fused[member.index], other.iterationShape == sweep.iterationShape,
                graph[member].turn == graph[id].turn
            else { return false }
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

extension Fused {
    /// A kernel that takes less time than to start it.
    fileprivate var isSmall: Bool { iterationShape.reduce(1, *) <= 1 << 14 }
}

extension KernelGroups {
    /// The graph with one fused node for each group of fused nodes.
    func merged() -> Rebuilt {
        let isReadOutside = readOutside()
        return rebuilt { rebuild, nodes in
            guard nodes.count > 1 else { return false }
            let kernel = MergedKernel(nodes, graph, isReadOutside)
            var node = graph[kernel.outputs[0]]
            (node.op, node.inputs) = (.fused(kernel.fused), kernel.operands)
            // What computes a value of the forward half too is of the forward half.
            node.adjointOf = nodes.allSatisfy { graph[$0].adjointOf != nil } ? graph[nodes[0]].adjointOf : nil
            let first = rebuild.insert(rebuild.translated(node))
            for id in nodes { rebuild[id] = first }
            for (index, output) in kernel.outputs.enumerated().dropFirst() {
                rebuild.insertResult(index, of: first, like: output)
            }
            return true
        }
    }
}

/// The inner graphs of several kernels as one, where each reads what another computes without a detour through memory.
private struct MergedKernel {
    private var builder = KernelBuilder()
    /// Those of the nodes that others read.
    private(set) var outputs: [NodeID] = []

    var fused: Fused { Fused(builder.inner) }
    var operands: [NodeID] { builder.operands }

    init(_ nodes: [NodeID], _ graph: Graph, _ isReadOutside: [Bool]) {
        for id in nodes {
            guard case .fused(let fused) = graph[id].op else { internalError("\(id) is no kernel") }
            let root = builder.inline(fused, operands: graph[id].inputs, in: graph)[0]
            builder.define(id, as: root)
            guard isReadOutside[id.index] || id == nodes.last && outputs.isEmpty else { continue }
            builder.inner.output("\(outputs.count)", root)
            outputs.append(id)
        }
    }
}
