import InvarGraph

/// Grows the new graph, each node in its simplest form before its users come. It counts the users of each node, those of
/// the old graph that are still to come included, and so knows exactly what a rewrite adds and what nothing needs after it.
struct Rewriter {
    let builder: GraphBuilder
    private(set) var report = RewriteReport()
    private let rules: [Rule]
    /// The rules to ask, by the bit of the op's kind.
    private let asked: [[Int]]
    private var references: [Int] = []
    private var measures: [Measure] = []
    private var isSettled: [Bool] = []
    private var budget = 0
    private var recent: [Int] = []

    init(_ name: String, _ rules: [Rule]) {
        builder = GraphBuilder(name)
        self.rules = rules
        asked = (0..<OpKinds.count).map { bit in
            rules.indices.filter { rules[$0].roots.rawValue & (1 << bit) != 0 }
        }
    }

    /// Adds a node whose inputs are settled. What it returns is held for so many users; the node's own hold on its
    /// inputs is counted as well.
    mutating func add(_ node: Node, users: Int) -> NodeID {
        (builder.name, builder.site, builder.adjointOf) = (node.name, node.site, node.adjointOf)
        (budget, recent) = (rewriteBudget, [])
        let id = builder.graph.insert(node)
        _ = acquire(id)
        let result = settled(id)
        references[result.index] += users
        _ = release(result)
        return result
    }

    // MARK: Who uses what

    /// Counts one more user, and returns the measure of what is needed by that.
    private mutating func acquire(_ root: NodeID) -> Measure {
        grow()
        var gained = Measure()
        var pending = [root]
        while let id = pending.popLast() {
            references[id.index] += 1
            if references[id.index] > 1 { continue }
            gained += measures[id.index]
            pending += builder.graph[id].distinctInputs
        }
        return gained
    }

    /// Counts one user less, and returns the measure of what nothing needs any more.
    mutating func release(_ root: NodeID) -> Measure {
        var lost = Measure()
        var pending = [root]
        while let id = pending.popLast() {
            references[id.index] -= 1
            if references[id.index] > 0 { continue }
            lost += measures[id.index]
            pending += builder.graph[id].distinctInputs
        }
        return lost
    }

    private mutating func grow() {
        for index in references.count..<builder.graph.nodes.count {
            references.append(0)
            isSettled.append(false)
            measures.append(Measure(NodeID(index), in: builder.graph))
        }
    }

    // MARK: Rewriting

    /// The simplest form of a node on which the caller has a hold; the hold goes over to what is returned.
    private mutating func settled(_ root: NodeID) -> NodeID {
        var id = root
        while !isSettled[id.index] {
            id = withSettledInputs(id)
            if isSettled[id.index] { break }
            guard let next = rewritten(id) else {
                isSettled[id.index] = true
                break
            }
            id = next
        }
        return id
    }

    private mutating func withSettledInputs(_ id: NodeID) -> NodeID {
        var node = builder.graph[id]
        guard node.inputs.contains(where: { !isSettled[$0.index] }) else { return id }
        let inputs = node.inputs.map { input in
            _ = acquire(input)
            return settled(input)
        }
        var result = id
        if inputs != node.inputs {
            node.inputs = inputs
            result = builder.graph.insert(node)
            _ = acquire(result)
            _ = release(id)
        }
        for input in inputs { _ = release(input) }
        return result
    }

    /// What the first rule that fires makes of the node; `nil` where none does.
    private mutating func rewritten(_ id: NodeID) -> NodeID? {
        let kind = builder.graph[id].op.kind
        guard budget > 0, !kind.isEmpty else { return nil }
        for rule in asked[kind.rawValue.trailingZeroBitCount] {
            guard let found = rules[rule].replacement(builder, id)?.id, found != id else { continue }
            let gained = acquire(found)
            let lost = release(id)
            guard !(lost < gained), builder.graph[found].type == builder.graph[id].type else {
                _ = acquire(id)
                _ = release(found)
                report.refused[rules[rule].name, default: 0] += 1
                continue
            }
            note(rule)
            return found
        }
        return nil
    }

    private mutating func note(_ rule: Int) {
        report.fired[rules[rule].name, default: 0] += 1
        recent = recent.suffix(9) + [rule]
        budget -= 1
        if budget == 0 { report.unsettled = Set(report.unsettled + recent.map { rules[$0].name }).sorted() }
    }
}
