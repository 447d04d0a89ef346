import InvarGraph

/// What a loop kernel computes, of a fused node's inner graph.
struct LoopTranslation {
    private(set) var tape = LoopTape()
    /// Which of the step's operands the tape's operands are.
    private(set) var operands: [Int] = []
    private var registers: [NodeID: Int] = [:]

    /// - Parameters:
    ///   - roots: what is stored or reduced.
    ///   - heart: a contraction whose result is there, as a further operand.
    init(_ graph: Graph, roots: [NodeID], heart: NodeID?, heartOperand: Int = 0) {
        var needed: Set<NodeID> = []
        var pending = roots
        while let id = pending.popLast() {
            if needed.insert(id).inserted, id != heart { pending.append(contentsOf: graph[id].inputs) }
        }
        for id in needed.sorted() {
            switch graph[id].op {
            case .input(let name): load(id, Int(name))
            case _ where id == heart: load(id, heartOperand)
            case .reshape: registers[id] = register(graph[id].inputs[0])
            case .reduce: break
            default:
                registers[id] = tape.append(LoopTape.Instruction(graph[id].op, graph[id].inputs.map(register)))
            }
        }
    }

    private mutating func load(_ id: NodeID, _ operand: Int?) {
        guard let operand else { preconditionFailure("internal: an operand without a number") }
        registers[id] = tape.load(operands.count)
        operands.append(operand)
    }

    private func register(_ id: NodeID) -> Int {
        guard let known = registers[id] else { preconditionFailure("internal: \(id) is used before it is made") }
        return known
    }

    /// What becomes of the roots. Only stored ones have strides.
    func results(_ graph: Graph, _ roots: [NodeID], strides: [[Int]?]) -> [LoopResult] {
        zip(roots, strides).map { root, strides in
            if case .reduce(let kind, _) = graph[root].op {
                LoopResult(register: register(graph[root].inputs[0]), kind: LoopResult.Kind(kind))
            } else {
                LoopResult(register: register(root), kind: .store, strides: strides)
            }
        }
    }
}

extension LoopTape.Instruction {
    fileprivate init(_ op: Op, _ inputs: [Int]) {
        switch op {
        case .input(let name):
            guard let operand = Int(name) else { preconditionFailure("internal: operand \(name)") }
            self = .load(operand)
        case .constant(let value): self = .constant(value)
        case .iota(let axis): self = .iota(axis)
        case .unary(let kind): self = .unary(LoopUnary(kind), inputs[0])
        case .binary(let kind): self = .binary(LoopBinary(kind), inputs[0], inputs[1])
        case .compare(let kind): self = .compare(LoopCompare(kind), inputs[0], inputs[1])
        case .select: self = .select(inputs[0], inputs[1], inputs[2])
        case .state, .stopGradient, .reduce, .reshape, .broadcast, .transpose, .slice, .pad, .concatenate, .matmul,
            .convolution, .convolutionInputGradient, .convolutionWeightGradient, .maxPool, .maxPoolGradient, .assign,
            .fused, .result:
            preconditionFailure("internal: \(op.mnemonic) inside a kernel")
        }
    }
}

extension LoopResult.Kind {
    fileprivate init(_ kind: Reduction) {
        switch kind {
        case .sum: self = .sum
        case .max: self = .maximum
        case .centredSquares: self = .centredSquares
        }
    }
}

extension LoopUnary {
    fileprivate init(_ kind: Unary) {
        switch kind {
        case .negate: self = .negate
        case .abs: self = .abs
        case .sign: self = .sign
        case .exp: self = .exp
        case .expm1: self = .expm1
        case .log: self = .log
        case .sqrt: self = .sqrt
        case .rsqrt: self = .rsqrt
        case .reciprocal: self = .reciprocal
        case .tanh: self = .tanh
        case .erf: self = .erf
        }
    }
}

extension LoopBinary {
    fileprivate init(_ kind: Binary) {
        switch kind {
        case .add: self = .add
        case .subtract: self = .subtract
        case .multiply: self = .multiply
        case .divide: self = .divide
        case .maximum: self = .maximum
        case .minimum: self = .minimum
        case .power: self = .power
        }
    }
}

extension LoopCompare {
    fileprivate init(_ kind: Comparison) {
        switch kind {
        case .equal: self = .equal
        case .notEqual: self = .notEqual
        case .less: self = .less
        case .lessOrEqual: self = .lessOrEqual
        case .greater: self = .greater
        case .greaterOrEqual: self = .greaterOrEqual
        }
    }
}
