import InvarGraph

/// One step of a nest's computation. Operands are the results of earlier instructions, by their indices.
enum LoopInstruction: Hashable, Sendable {
    /// An element of a source.
    case load(Int)
    /// An index along an axis: a source without memory.
    case index(Int)
    case constant(Double)
    case unary(Unary, Int)
    case binary(Binary, Int, Int)
    case compare(Comparison, Int, Int)
    case select(Int, Int, Int)

    var inputs: [Int] {
        switch self {
        case .load, .index, .constant: []
        case .unary(_, let a): [a]
        case .binary(_, let a, let b), .compare(_, let a, let b): [a, b]
        case .select(let a, let b, let c): [a, b, c]
        }
    }

    /// Whether it becomes a long piece of code, or calls.
    var isLong: Bool {
        switch self {
        case .unary(let kind, _):
            switch kind {
            case .exp, .expm1, .log, .tanh, .erf: true
            case .negate, .abs, .sign, .sqrt, .rsqrt, .reciprocal: false
            }
        case .binary(let kind, _, _): kind == .power
        case .load, .index, .constant, .compare, .select: false
        }
    }
}

/// The instructions that compute some nodes of a fused node's inner graph.
struct LoopInstructions {
    private(set) var instructions: [LoopInstruction] = []
    /// Which of the step's operands the first sources are.
    private(set) var operands: [Int] = []
    /// Axes of the sources after these: indices.
    private(set) var indexedAxes: [Int] = []
    private var registers: [NodeID: Int] = [:]

    init(_ graph: Graph, roots: [NodeID], heart: NodeID?, heartOperand: Int) {
        var needed: Set<NodeID> = []
        var pending = roots
        while let id = pending.popLast() {
            if needed.insert(id).inserted, id != heart { pending.append(contentsOf: graph[id].inputs) }
        }
        let order = needed.sorted()
        for id in order {
            if id == heart { operands.append(heartOperand) }
            if case .input(let name) = graph[id].op { operands.append(Self.number(name)) }
        }
        var loads = 0
        for id in order where !isReduction(graph[id].op) {
            if case .reshape = graph[id].op, id != heart {
                registers[id] = register(graph[id].inputs[0])
                continue
            }
            if id == heart || isInput(graph[id].op) {
                instructions.append(.load(loads))
                loads += 1
            } else {
                instructions.append(instruction(graph[id]))
            }
            registers[id] = instructions.count - 1
        }
    }

    private func isReduction(_ op: Op) -> Bool { if case .reduce = op { true } else { false } }
    private func isInput(_ op: Op) -> Bool { if case .input = op { true } else { false } }

    private static func number(_ name: String) -> Int {
        guard let number = Int(name) else { preconditionFailure("internal: operand \(name)") }
        return number
    }

    /// The instruction that computes a node.
    func register(_ id: NodeID) -> Int {
        guard let known = registers[id] else { preconditionFailure("internal: \(id) is used before it is made") }
        return known
    }

    private mutating func instruction(_ node: Node) -> LoopInstruction {
        let inputs = node.inputs.map(register)
        switch node.op {
        case .constant(let value): return .constant(value)
        case .iota(let axis):
            indexedAxes.append(axis)
            return .index(operands.count + indexedAxes.count - 1)
        case .unary(let kind): return .unary(kind, inputs[0])
        case .binary(let kind): return .binary(kind, inputs[0], inputs[1])
        case .compare(let kind): return .compare(kind, inputs[0], inputs[1])
        case .select: return .select(inputs[0], inputs[1], inputs[2])
        case .input, .state, .stopGradient, .reduce, .reshape, .broadcast, .transpose, .slice, .pad, .concatenate,
            .matmul, .convolution, .convolutionInputGradient, .convolutionWeightGradient, .maxPool, .maxPoolGradient,
            .assign, .fused, .result:
            preconditionFailure("internal: \(node.op.mnemonic) inside a kernel")
        }
    }
}
