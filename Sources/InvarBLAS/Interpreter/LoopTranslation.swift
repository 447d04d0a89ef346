import InvarCompiler
import InvarGraph

extension LoopTape {
    /// What a nest computes.
    init(_ nest: LoopNest) {
        self.init()
        for instruction in nest.instructions { _ = append(Instruction(instruction, nest)) }
    }
}

extension LoopNest {
    /// What becomes of its values.
    var loopResults: [LoopResult] {
        results.map { result in
            switch result.fate {
            case .reduce(let kind): LoopResult(register: result.value, kind: LoopResult.Kind(kind))
            case .store(let strides): LoopResult(register: result.value, kind: .store, strides: strides)
            }
        }
    }

    /// Sources with memory, in order.
    var loaded: [Source] { sources.filter { $0.memory != .index } }
    var reducedAxes: [Int] { axes.indices.filter { axes[$0].isReduced } }
}

extension LoopNest.Source {
    /// Of the step's operand.
    var number: Int {
        guard case .operand(let number) = memory else { preconditionFailure("internal: no operand") }
        return number
    }
}

extension LoopKernel {
    convenience init(_ nest: LoopNest, following rows: ContractionRows? = nil) {
        self.init(
            shape: nest.axes.map(\.size), operandStrides: nest.loaded.map(\.strides), tape: LoopTape(nest),
            results: nest.loopResults, reducedAxes: nest.reducedAxes, following: rows)
    }
}

extension LoopTape.Instruction {
    fileprivate init(_ instruction: LoopNest.Instruction, _ nest: LoopNest) {
        switch instruction {
        case .load(let source): self = .load(source)
        case .index(let source):
            // An axis of size 1 is no axis any more: there the index is 0.
            self = nest.sources[source].strides.firstIndex { $0 != 0 }.map(Self.iota) ?? .constant(0)
        case .constant(let value): self = .constant(value)
        case .unary(let kind, let a): self = .unary(LoopUnary(kind), a)
        case .binary(let kind, let a, let b): self = .binary(LoopBinary(kind), a, b)
        case .compare(let kind, let a, let b): self = .compare(LoopCompare(kind), a, b)
        case .select(let a, let b, let c): self = .select(a, b, c)
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
