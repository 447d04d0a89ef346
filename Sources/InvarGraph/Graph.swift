/// A whole computation as a value: nodes in one array, where an input always has a smaller index than its user, so that
/// the array is the topological order. Identical pure nodes are one node (`insert` finds the earlier one).
public struct Graph: Sendable {
    /// What a caller may read after a step.
    public struct Output: Hashable, Sendable {
        /// Outputs of a graph have different names.
        public var name: String
        /// The node whose value it is.
        public var node: NodeID

        package init(_ name: String, _ node: NodeID) {
            self.name = name
            self.node = node
        }
    }

    /// What dumps call it: the architecture's name.
    public var name: String
    /// In an order in which an input stands before its users.
    public private(set) var nodes: [Node] = []
    /// What a caller may read after a step, by name.
    public private(set) var outputs: [Output] = []
    private var interned: [Key: NodeID] = [:]

    private struct Key: Hashable {
        let op: Op
        let inputs: [NodeID]
        let type: TensorType
        let copy: Int
        /// Zeros of either sign are equal, but not the same value: here it is known where negative ones are.
        let negativeZeros: [NodeID]

        init(_ node: Node) {
            (op, inputs, type, copy) = (node.op, node.inputs, node.type, node.copy)
            negativeZeros =
                if case .fused(let fused) = op {
                    fused.graph.ids.filter { fused.graph[$0].op.isNegativeZero }
                } else {
                    op.isNegativeZero ? [NodeID(0)] : []
                }
        }
    }

    /// Without nodes.
    public init(_ name: String = "graph") { self.name = name }

    /// With room for so many nodes.
    package init(_ name: String, capacity: Int) {
        self.name = name
        nodes.reserveCapacity(capacity)
        interned.reserveCapacity(capacity)
    }

    /// The node of this number.
    public subscript(id: NodeID) -> Node { _read { yield nodes[id.index] } }

    /// The numbers of all nodes, in their order.
    public var ids: some Sequence<NodeID> { (0..<nodes.count).lazy.map(NodeID.init) }

    /// Adds a node, or finds the node that computes the same. The first of the two keeps its name and site.
    package mutating func insert(_ node: Node) -> NodeID {
        let key = Key(node)
        if let found = interned[key] { return found }
        nodes.append(node)
        let id = NodeID(nodes.count - 1)
        interned[key] = id
        return id
    }

    package mutating func output(_ name: String, _ node: NodeID) { outputs.append(Output(name, node)) }

    /// The node of the output of this name; `nil` where there is none.
    public func output(named name: String) -> NodeID? { outputs.first { $0.name == name }?.node }

    /// State assignments, which a step carries out besides computing its outputs.
    public var assignments: [NodeID] {
        ids.filter { self[$0].op.is(.assign) }
    }

    /// What has to be computed: outputs and assignments.
    public var roots: [NodeID] { outputs.map(\.node) + assignments }

    /// How often each node is used, as an input or as an output.
    public var useCounts: [Int] {
        var counts = [Int](repeating: 0, count: nodes.count)
        for node in nodes { for input in node.inputs { counts[input.index] += 1 } }
        for output in outputs { counts[output.node.index] += 1 }
        return counts
    }

    /// For each node whether a root depends on it.
    public var isLive: [Bool] { isLive(keeping: []) }

    /// For each node whether a root, or one of those that are kept, depends on it.
    package func isLive(keeping kept: [NodeID]) -> [Bool] {
        var live = [Bool](repeating: false, count: nodes.count)
        for root in roots + kept { live[root.index] = true }
        for id in ids.reversed() where live[id.index] {
            for input in self[id].inputs { live[input.index] = true }
        }
        return live
    }
}

extension Op {
    fileprivate var isNegativeZero: Bool {
        if case .constant(let value) = self { value == 0 && value.sign == .minus } else { false }
    }
}

extension Graph: Hashable {
    /// Equal names, nodes and outputs.
    public static func == (a: Graph, b: Graph) -> Bool {
        a.name == b.name && a.nodes == b.nodes && a.outputs == b.outputs
    }

    /// Into it go nodes and outputs.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(nodes)
        hasher.combine(outputs)
    }
}
