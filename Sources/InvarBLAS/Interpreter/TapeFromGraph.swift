import InvarGraph

/// What a fused node computes, as the loop kernels take it.
struct TranslatedGroup {
    var tape = LoopTape()
    /// The registers to store or reduce, in the order of the outputs.
    var results: [LoopResult] = []
    var reducedAxes: [Int] = []
    /// The shape that is iterated over.
    var shape: [Int] = []

    /// The inner graph's inputs "0", "1", … are operands 0, 1, ….
    init(_ fused: Fused, strides: [[Int]]) {
        let graph = fused.graph
        var registers: [NodeID: Int] = [:]
        func register(_ id: NodeID) -> Int {
            guard let known = registers[id] else { preconditionFailure("internal: \(id) is used before it is made") }
            return known
        }
        for id in graph.ids {
            if case .reduce = graph[id].op { continue }
            registers[id] = tape.append(LoopTape.Instruction(graph[id].op, graph[id].inputs.map(register)))
        }
        for (output, strides) in zip(graph.outputs, strides) {
            let node = graph[output.node]
            if case .reduce(let kind, _) = node.op {
                results.append(LoopResult(register: register(node.inputs[0]), kind: LoopResult.Kind(kind)))
            } else {
                results.append(LoopResult(register: register(output.node), kind: .store, strides: strides))
            }
        }
        reducedAxes = fused.reducedAxes ?? []
        shape = fused.iterationShape
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
