import InvarGraph

/// An input or a piece of state, by its name.
enum Leaf: Hashable {
    case input(String)
    case state(String)

    var name: String {
        switch self {
        case .input(let name), .state(let name): name
        }
    }
    var isState: Bool { if case .state = self { true } else { false } }
    var storage: Buffer.Storage { isState ? .state : .input }
}

/// Which values are written right where they are wanted: into the state that they are assigned to, or into their part
/// of a concatenation. Leaves that are concatenated as they are lie side by side, so that nothing is copied.
struct Placement {
    enum Destination: Hashable {
        /// Where this piece of state, and those that follow it in its group, lie.
        case state(String)
        /// That many elements into a concatenation.
        case part(of: NodeID, offset: Int)
    }

    /// For what a step computes; what is not here gets a buffer of its own.
    private(set) var destinations: [NodeID: Destination] = [:]
    /// The nodes that pick further results of each fused node.
    private(set) var resultNodes: [NodeID: [Int: NodeID]] = [:]
    /// Leaves that lie side by side: where in which group.
    private(set) var leafPlaces: [Leaf: (group: [Leaf], offset: Int)] = [:]
    /// Concatenations that are such groups.
    private(set) var leafGroups: [NodeID: [Leaf]] = [:]
    private(set) var leafNodes: [Leaf: NodeID] = [:]

    private let graph: Graph
    private let live: [Bool]

    init(_ graph: Graph, _ live: [Bool]) {
        (self.graph, self.live) = (graph, live)
        for id in graph.ids where live[id.index] {
            if let leaf = leaf(id) { leafNodes[leaf] = id }
            if case .result(let index) = graph[id].op { resultNodes[graph[id].inputs[0], default: [:]][index] = id }
        }
        findLeafGroups()
        findAssignments()
        findParts()
    }

    /// The type of the buffer that a group of leaves shares.
    func leafTypes(_ group: [Leaf], _ type: TensorType) -> TensorType {
        if group.count == 1 { return type }
        return type.with(shape: [group.reduce(0) { $0 + (leafNodes[$1].map { graph[$0].type.count } ?? 0) }])
    }

    // MARK: Concatenations

    /// The parts of a concatenation with their first elements, where each is one run of memory.
    private func parts(_ id: NodeID) -> [(value: NodeID, offset: Int)]? {
        guard case .concatenate(let axis) = graph[id].op, graph[id].type.shape[..<axis].allSatisfy({ $0 == 1 })
        else { return nil }
        var offset = 0
        return graph[id].inputs.map { input in
            defer { offset += graph[input].type.count }
            return (input, offset)
        }
    }

    private mutating func findLeafGroups() {
        for id in graph.ids where live[id.index] {
            guard let parts = parts(id) else { continue }
            let leaves = parts.compactMap { leaf(unshaped($0.value)) }
            guard leaves.count == parts.count, Set(leaves).count == leaves.count,
                Set(leaves.map(\.isState)).count == 1, leaves.allSatisfy({ leafPlaces[$0] == nil })
            else { continue }
            for (leaf, part) in zip(leaves, parts) { leafPlaces[leaf] = (leaves, part.offset) }
            leafGroups[id] = leaves
        }
    }

    private mutating func findParts() {
        for id in graph.ids where live[id.index] && leafGroups[id] == nil {
            for (value, offset) in parts(id) ?? [] {
                let value = unshaped(value)
                if isComputed(value), destinations[value] == nil { destinations[value] = .part(of: id, offset: offset) }
            }
        }
    }

    private func isComputed(_ id: NodeID) -> Bool {
        let op = graph[id].op
        return op.is([.kernel, .contraction, .pooling]) || op.is(.concatenate) && leafGroups[id] == nil
    }

    private func leaf(_ id: NodeID) -> Leaf? {
        let op = graph[id].op
        guard let name = op.valueName, !op.is(.assign) else { return nil }
        return op.is(.input) ? .input(name) : .state(name)
    }

    /// Through what only renames the shape.
    private func unshaped(_ id: NodeID) -> NodeID {
        var id = id
        while graph[id].op.is(.reshape) { id = graph[id].inputs[0] }
        return id
    }

    // MARK: Assignments

    /// A kernel, or an exchange, may write into the states that its result is assigned to if nothing reads their old values later, and the
    /// kernel itself reads them, if at all, at the positions that it writes.
    private mutating func findAssignments() {
        let (lastReader, aliases) = readers()
        var targets: [NodeID: [(state: String, offset: Int)]] = [:]
        var order: [NodeID] = []
        for id in graph.assignments {
            guard case .assign(let name) = graph[id].op, let (value, offset) = run(graph[id].inputs[0]) else {
                continue
            }
            if targets[value] == nil { order.append(value) }
            targets[value, default: []].append((name, offset))
        }
        for value in order {
            guard let assigned = targets[value]?.sorted(by: { $0.offset < $1.offset }),
                let kernel = storingKernel(value),
                let first = assigned.first, covers(value, assigned)
            else { continue }
            let states = Set(assigned.map(\.state))
            let isFree = states.allSatisfy { (lastReader[$0] ?? kernel) <= kernel }
            let readsStraight = graph[kernel].inputs.allSatisfy { input in
                aliases[input.index].isDisjoint(with: states) || lies(input, at: first.state, graph[value].type.count)
            }
            if isFree && readsStraight { destinations[value] = .state(first.state) }
        }
    }

    /// What stores a value element by element: a kernel, at every point of its iteration space, or an exchange.
    private func storingKernel(_ id: NodeID) -> NodeID? {
        if graph[id].op.is(.collective) { return id }
        var (kernel, index) = (id, 0)
        if case .result(let number) = graph[id].op { (kernel, index) = (graph[id].inputs[0], number) }
        guard case .fused(let fused) = graph[kernel].op, fused.heart == nil else { return nil }
        let output = fused.graph[fused.graph.outputs[index].node]
        return output.op.is(.reduce) ? nil : kernel
    }

    /// The value that a run of elements is part of, and its place in it.
    private func run(_ id: NodeID) -> (NodeID, offset: Int)? {
        if graph[id].op.is(.reshape) { return run(graph[id].inputs[0]) }
        guard case .slice(let starts) = graph[id].op else { return (id, 0) }
        let whole = graph[graph[id].inputs[0]].type.shape
        // Whole rows of the outermost axis that is longer than one.
        guard let axis = whole.firstIndex(where: { $0 > 1 }),
            graph[id].type.shape[(axis + 1)...] == whole[(axis + 1)...], let inner = run(graph[id].inputs[0])
        else { return nil }
        return (inner.0, inner.offset + starts[axis] * whole[(axis + 1)...].reduce(1, *))
    }

    /// Whether the states are all of the value, and lie as it does.
    private func covers(_ value: NodeID, _ assigned: [(state: String, offset: Int)]) -> Bool {
        var next = 0
        let group = leafPlaces[.state(assigned[0].state)]
        let base = group?.offset ?? 0
        for (state, offset) in assigned {
            let place = leafPlaces[.state(state)]
            guard offset == next, place?.group == group?.group, (place?.offset ?? 0) == base + offset,
                group != nil || assigned.count == 1
            else { return false }
            next += type(of: state)?.count ?? 0
        }
        return next == graph[value].type.count
    }

    /// A piece of state that is never read is known from its assignment.
    func type(of state: String) -> TensorType? {
        let node =
            leafNodes[.state(state)]
            ?? graph.assignments.first { if case .assign(state) = graph[$0].op { true } else { false } }
        return node.map { graph[$0].type }
    }

    /// Whether an operand is the run of that many elements that begins with a piece of state.
    private func lies(_ id: NodeID, at state: String, _ count: Int) -> Bool {
        let id = unshaped(id)
        guard graph[id].type.count == count else { return false }
        if let group = leafGroups[id] { return group[0] == .state(state) }
        return leaf(id) == .state(state)
    }

    /// Who reads each state's old value last, and which states a node's elements lie in.
    private func readers() -> (last: [String: NodeID], aliases: [Set<String>]) {
        let end = NodeID(graph.nodes.count)
        var last: [String: NodeID] = [:]
        var aliases = [Set<String>](repeating: [], count: graph.nodes.count)
        for id in graph.ids where live[id.index] {
            let node = graph[id]
            // What is assigned is read when all steps are over.
            let reader = node.op.is(.assign) ? end : id
            for input in node.inputs {
                for state in aliases[input.index] { last[state] = max(last[state] ?? reader, reader) }
            }
            if case .state(let name) = node.op {
                aliases[id.index] = [name]
            } else if node.op.is([.view, .assign]) || leafGroups[id] != nil {
                aliases[id.index] = node.inputs.reduce(into: []) { $0.formUnion(aliases[$1.index]) }
            }
        }
        for output in graph.outputs { for state in aliases[output.node.index] { last[state] = end } }
        return (last, aliases)
    }
}
