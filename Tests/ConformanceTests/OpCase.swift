import InvarCompiler
import InvarGraph
import TestSupport
import Testing

/// One op on operands of given shapes.
struct OpCase: Sendable, CustomTestStringConvertible {
    var op: Op
    var shapes: [[Int]]
    /// For ops whose result does not follow from the operands.
    var result: [Int]?
    /// Summands of one element of the result.
    var terms = 1
    /// Operands; random ones where nothing is given.
    var values: [HostTensor]?

    var testDescription: String { "\(op.mnemonic) \(shapes)" }

    /// The op alone in a graph: `x0`, `x1`, … to `y`.
    func graph(_ element: ElementType) throws -> Graph {
        let builder = GraphBuilder(op.mnemonic)
        let operands = shapes.enumerated().map { builder.input("x\($0)", TensorType($1, element)) }
        builder.output("y", builder.emit(op, operands, result.map { TensorType($0, element) }))
        return try builder.finish()
    }

    func operands() -> [String: HostTensor] {
        var random = SplitMix(seed: shapes.reduce(7) { $1.reduce($0 &* 31) { $0 &* 17 &+ $1 } })
        var operands: [String: HostTensor] = [:]
        for (index, shape) in shapes.enumerated() {
            var tensor = values?[index] ?? random.tensor(shape)
            if values == nil, needsPositive(index) { tensor.values = tensor.values.map { $0.magnitude + 0.125 } }
            operands["x\(index)"] = tensor
        }
        return operands
    }

    /// Whether compiled code may take Winograd's way, which is less exact: 3×3 convolutions of stride 1.
    func mayUseWinograd(_ element: ElementType) -> Bool {
        let window: Window? =
            switch op {
            case .convolution(let window), .convolutionInputGradient(let window),
                .convolutionWeightGradient(let window):
                window
            default: nil
            }
        return window.map { $0.kernel == [3, 3] && $0.strides == [1, 1] && $0.groups == 1 && element == .float32 }
            ?? false
    }

    private func needsPositive(_ index: Int) -> Bool {
        switch op {
        case .unary(.log), .unary(.sqrt), .unary(.rsqrt): true
        case .binary(.power): index == 0
        default: false
        }
    }
}

/// Runs the case on these executors, in this precision, on 1, 2 and 3 threads: the naive evaluator's value within the
/// tolerance, and the same bits for any number of threads. The reference has one thread whatever it is asked for.
func check(_ example: OpCase, _ precision: Precision, on executors: [TestedExecutor] = executors) throws {
    let graph = try example.graph(precision.element)
    #expect(graph.problems() == [])
    let inputs = example.operands()
    var want = runNaively(graph, inputs: inputs)
    if precision.element == .float32 {
        want.outputs = want.outputs.mapValues { HostTensor(shape: $0.shape, $0.values.map { Double(Float($0)) }) }
    }
    let program = compile(graph)
    for executor in executors {
        let name = "\(executor.name) \(precision.element.rawValue) \(example.testDescription)"
        let relative =
            precision.relative(example.op, terms: example.terms)
            * (executor.isCompiled && example.mayUseWinograd(precision.element) ? Precision.winograd : 1)
        let one = try run(program, graph, on: executor, threads: 1, inputs: inputs)
        let rounded = precision.element == .float32 ? 1.01 * relative : relative
        #expect(one.complaints(against: want, relative: rounded) == [], "\(name)")
        for threads in executor.hasThreads ? [2, 3] : [] {
            let several = try run(program, graph, on: executor, threads: threads, inputs: inputs)
            #expect(haveSameBits(one, several), "\(name), \(threads) threads")
        }
    }
}

func haveSameBits(_ a: RunResult, _ b: RunResult) -> Bool {
    func bits(_ values: [String: HostTensor]) -> [String: [UInt64]] { values.mapValues { $0.values.map(\.bitPattern) } }
    return bits(a.outputs) == bits(b.outputs) && bits(a.states) == bits(b.states)
}
