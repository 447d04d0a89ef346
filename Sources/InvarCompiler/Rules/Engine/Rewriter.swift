import InvarGraph

/// Grows the new graph, each node in its simplest form before its users come. It counts the users of each node, those of
/// the old graph that are still to come included, and so knows exactly what a rewrite adds and what nothing needs after it.
struct Rewriter {
    let builder: GraphBuilder
    private(set) var report = RewriteReport()
    private let rules: [Rule]
    /// The rules to ask, by the bit of the op's kind; of functions of one or two numbers, by the function.
    private let asked: [[Int]]
    private let askedOfUnary: [Unary: [Int]]
    private let askedOfBinary: [Binary: [Int]]
    private var references: [Int] = []
    private var measures: [Measure] = []
    /// The simplest form of each node, where it is known.
    private var forms: [NodeID?] = []
    private var budget = 0
    private var recent: [Int] = []

    init(_ name: String, _ rules: [Rule]) {
        builder = GraphBuilder(name)
        self.rules = rules
        func fitting(_ op: Op) -> [Int] {
            rules.indices.filter { op.is(rules[$0].roots) && rules[$0].ops?.contains(op) ?? true }
        }
        asked = (0..<OpKinds.count).map { bit in
            rules.indices.filter { rules[$0].roots.rawValue & (1 << bit) != 0 }
        }
        askedOfUnary = Dictionary(uniqueKeysWithValues: Unary.allCases.map { ($0, fitting(.unary($0))) })
        askedOfBinary = Dictionary(uniqueKeysWithValues: Binary.allCases.map { ($0, fitting(.binary($0))) })
    }

    /// Adds a node of the old graph, whose inputs are settled. What it returns is held for so many users that are to come;
    /// as a user of its operands it has come now.
    mutating func add(_ node: Node, operands: [NodeID], users: Int) -> NodeID {
        (builder.name, builder.site, builder.adjointOf) = (node.name, node.site, node.adjointOf)
        (budget, recent) = (rewriteBudget, [])
        let id = builder.graph.insert(node)
        _ = acquire(id)
        for operand in operands { _ = release(operand) }
        let result = form(of: id)
        references[result.index] += users - 1
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
            pending += builder.distinctInputs(of: id)
        }
        return gained
    }

    /// Counts one user less, and returns the measure of what nothing needs any more.
    private mutating func release(_ root: NodeID) -> Measure {
        var lost = Measure()
        var pending = [root]
        while let id = pending.popLast() {
            references[id.index] -= 1
            if references[id.index] > 0 { continue }
            lost += measures[id.index]
            pending += builder.distinctInputs(of: id)
        }
        return lost
    }

    private mutating func grow() {
        for index in references.count..<builder.graph.nodes.count {
            references.append(0)
            forms.append(nil)
            measures.append(Measure(NodeID(index), in: builder.graph))
        }
    }

    // MARK: Rewriting

    /// The simplest form of a new node and of all that it is computed from. The caller gets a hold on it.
    private mutating func settled(_ root: NodeID) -> NodeID {
        if let known = forms[root.index] {
            _ = acquire(known)
            return known
        }
        var node = builder.graph[root]
        let inputs = node.inputs.map { settled($0) }
        var id = root
        if inputs != node.inputs {
            node.inputs = inputs
            id = builder.graph.insert(node)
        }
        _ = acquire(id)
        for input in inputs { _ = release(input) }
        let result = form(of: id)
        forms[root.index] = result
        return result
    }

    /// The simplest form of a node whose inputs are settled; the caller's hold on the node goes over to it.
    private mutating func form(of id: NodeID) -> NodeID {
        if let known = forms[id.index] {
            _ = acquire(known)
            _ = release(id)
            return known
        }
        let result = rewritten(id) ?? id
        forms[id.index] = result
        return result
    }

    /// What the first rule that fires makes of the node, in its simplest form; the caller's hold goes over to it. `nil` where none
    /// fires.
    private mutating func rewritten(_ id: NodeID) -> NodeID? {
        for rule in toAsk(builder.op(of: id)) {
            guard budget > 0 else { return nil }
            guard let found = rules[rule].replacement(builder, id)?.id, found != id else { continue }
            note(rule)
            let form = withoutHold(on: id) { $0.settledAfterGrowth(found) }
            // Both are held now.
            if form != id, builder.graph[form].type == builder.graph[id].type {
                let gained = release(form)
                _ = acquire(form)
                let lost = release(id)
                if lost >= gained {
                    report.fired[rules[rule].name, default: 0] += 1
                    return form
                }
                _ = acquire(id)
            }
            _ = release(form)
            if form != id { report.refused[rules[rule].name, default: 0] += 1 }
        }
        return nil
    }

    private func toAsk(_ op: Op) -> [Int] {
        switch op {
        case .unary(let kind): askedOfUnary[kind] ?? []
        case .binary(let kind): askedOfBinary[kind] ?? []
        default: asked[op.kind.rawValue.trailingZeroBitCount]
        }
    }

    private mutating func settledAfterGrowth(_ id: NodeID) -> NodeID {
        grow()
        return settled(id)
    }

    /// While the body runs, the node and what only it needs count as gone, a few levels deep: so that what rules find
    /// in a replacement is measured as if the replacement stood already.
    private mutating func withoutHold(on id: NodeID, _ body: (inout Rewriter) -> NodeID) -> NodeID {
        var level = [id]
        for _ in 0..<4 { level = level.flatMap { builder.distinctInputs(of: $0) } }
        for node in level { _ = acquire(node) }
        _ = release(id)
        let result = body(&self)
        _ = acquire(id)
        for node in level { _ = release(node) }
        return result
    }

    private mutating func note(_ rule: Int) {
        recent = recent.suffix(9) + [rule]
        budget -= 1
        if budget == 0 { report.unsettled = Set(report.unsettled + recent.map { rules[$0].name }).sorted() }
    }
}
