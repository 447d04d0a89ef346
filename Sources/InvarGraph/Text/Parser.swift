extension Graph {
    /// Reads the text form back: `Graph(parsing: graph.description) == graph`.
    /// Throws a `ParseError` with the line for text that is no graph.
    public init(parsing text: String) throws(ParseError) {
        var scanner = Scanner(text)
        self = try scanner.graph()
        guard scanner.atEnd() else { throw scanner.failure("text goes on after the graph") }
    }
}

extension Scanner {
    fileprivate mutating func graph() throws(ParseError) -> Graph {
        try expect("graph")
        var graph = Graph(try quotedName())
        try expect("{")
        while !take("}") {
            if take("return") {
                let name = try quotedName()
                try expect("=")
                graph.output(name, try reference(before: graph.nodes.count))
            } else {
                let node = try statement(number: graph.nodes.count)
                do {
                    _ = try resultType(of: node.op, node.inputs.map { graph[$0].type }, declared: node.type)
                } catch {
                    throw failure("\(node.op.mnemonic): \(error.message)")
                }
                let number = graph.nodes.count
                let found = graph.insert(node)
                guard found.index == number else { throw failure("%\(number) is the same as \(found)") }
            }
        }
        return graph
    }

    private mutating func reference(before limit: Int) throws(ParseError) -> NodeID {
        try expect("%")
        let number = try integer()
        guard (0..<limit).contains(number) else { throw failure("%\(number) is not defined above") }
        return NodeID(number)
    }

    private mutating func statement(number: Int) throws(ParseError) -> Node {
        try expect("%")
        guard try integer() == number else { throw failure("expected %\(number)") }
        try expect("=")
        let mnemonic = try word()
        var inputs: [NodeID] = []
        if take("(") {
            repeat { inputs.append(try reference(before: number)) } while take(",")
            try expect(")")
        }
        let op = try op(mnemonic)
        try expect(":")
        var node = Node(op, inputs, type: try tensorType())
        if take("in ") { node.name = try quotedName() }
        if take("at ") { node.site = try site() }
        if take("adjoint ") { node.adjointOf = try reference(before: number) }
        if take("copy ") {
            node.copy = try integer()
            guard node.copy > 0 else { throw failure("copies are counted from 1, found \(node.copy)") }
        }
        if take("turn ") { node.turn = try integer() }
        if case .fused = op {
            guard depth == 0 else { throw failure("a fused graph cannot hold another") }
            depth += 1
            node.op = .fused(Fused(try graph()))
            depth -= 1
        }
        return node
    }

    package mutating func tensorType() throws(ParseError) -> TensorType {
        let element = try element()
        return TensorType(try integers(), element)
    }

    package mutating func element() throws(ParseError) -> ElementType {
        let name = try word()
        guard let element = ElementType(rawValue: name) else {
            throw failure("“\(name)” is no element type; there are \(ElementType.allCases.map(\.rawValue))")
        }
        return element
    }

    package mutating func site() throws(ParseError) -> Site {
        let text = try quotedName()
        guard let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]) else {
            throw failure("“\(text)” is not file:line")
        }
        return Site(String(text[..<colon]), line)
    }

    private mutating func setting<Value>(
        _ key: String, _ read: (inout Scanner) throws(ParseError) -> Value
    ) throws(ParseError) -> Value {
        try expect(key)
        try expect("=")
        return try read(&self)
    }

    private mutating func flag(_ key: String) throws(ParseError) -> Bool {
        let text = try setting(key) { scanner throws(ParseError) in try scanner.word() }
        guard let value = Bool(text) else { throw failure("\(key) is true or false, not “\(text)”") }
        return value
    }

    private mutating func integers(_ key: String) throws(ParseError) -> [Int] {
        try setting(key) { scanner throws(ParseError) in try scanner.integers() }
    }

    private mutating func name() throws(ParseError) -> String {
        try setting("name") { scanner throws(ParseError) in try scanner.quotedName() }
    }

    private mutating func window() throws(ParseError) -> Window {
        Window(
            kernel: try integers("kernel"), strides: try integers("strides"), padding: try integers("padding"),
            groups: try setting("groups") { scanner throws(ParseError) in try scanner.integer() })
    }

    /// What is set behind a collective's name, in the graph's text form and in the program's.
    package mutating func collective(_ mnemonic: String) throws(ParseError) -> Collective {
        func number(_ key: String, _ scanner: inout Scanner) throws(ParseError) -> Int {
            try scanner.setting(key) { scanner throws(ParseError) in try scanner.unsigned() }
        }
        let ranks = try number("ranks", &self)
        var axis: BatchAxis?
        if mnemonic != "allReduce" {
            axis = BatchAxis(
                axis: try number("axis", &self), groups: try number("groups", &self), inner: try number("inner", &self))
        }
        guard var collective = Collective(mnemonic: mnemonic, ranks: ranks, axis: axis) else {
            throw failure("“\(mnemonic)” is no collective")
        }
        if take("sums=") {
            func name(_ key: String, _ scanner: inout Scanner) throws(ParseError) -> String {
                try scanner.setting(key) { scanner throws(ParseError) in try scanner.quotedName() }
            }
            collective.bucket = Collective.Bucket(
                try unsigned(), from: try name("from", &self), to: try name("to", &self))
        }
        return collective
    }

    private mutating func op(_ mnemonic: String) throws(ParseError) -> Op {
        if let kind = Unary(rawValue: mnemonic) { return .unary(kind) }
        if let kind = Binary(rawValue: mnemonic) { return .binary(kind) }
        if let kind = Comparison(rawValue: mnemonic) { return .compare(kind) }
        if mnemonic.hasPrefix("reduce."), let kind = Reduction(rawValue: String(mnemonic.dropFirst(7))) {
            return .reduce(kind, axes: try integers("axes"))
        }
        if Collective.mnemonics.contains(mnemonic) { return .collective(try collective(mnemonic)) }
        switch mnemonic {
        case "input": return .input(try name())
        case "state": return .state(try name())
        case "assign": return .assign(try name())
        case "constant":
            let text = try setting("value") { scanner throws(ParseError) in try scanner.word() }
            guard let value = Double(text), !value.isNaN else { throw failure("“\(text)” is no number") }
            return .constant(value)
        case "iota": return .iota(axis: try setting("axis") { scanner throws(ParseError) in try scanner.integer() })
        case "select": return .select
        case "stopGradient": return .stopGradient
        case "reshape": return .reshape
        case "broadcast": return .broadcast
        case "transpose": return .transpose(try integers("order"))
        case "slice": return .slice(starts: try integers("starts"))
        case "pad": return .pad(low: try integers("low"))
        case "concatenate":
            return .concatenate(axis: try setting("axis") { scanner throws(ParseError) in try scanner.integer() })
        case "matmul": return .matmul(transposeA: try flag("transposeA"), transposeB: try flag("transposeB"))
        case "convolution": return .convolution(try window())
        case "convolution.inputGradient": return .convolutionInputGradient(try window())
        case "convolution.weightGradient": return .convolutionWeightGradient(try window())
        case "maxPool": return .maxPool(try window())
        case "maxPool.gradient": return .maxPoolGradient(try window())
        case "cholesky": return .cholesky
        case "triangularSolve": return .triangularSolve(transposed: try flag("transposed"))
        case "result":
            return .result(try setting("index") { scanner throws(ParseError) in try scanner.integer() })
        case "fused": return .fused(Fused(Graph()))
        default: throw failure("“\(mnemonic)” is no op")
        }
    }
}
