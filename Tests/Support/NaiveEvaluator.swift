import InvarCompiler
import InvarGraph
import InvarReference

/// Evaluates a graph in double precision, each op by its definition: slow, and simple enough to be believed. The oracle
/// of the executors, and of the passes.
package struct NaiveEvaluator {
    /// The value of each node.
    package private(set) var values: [HostTensor] = []
    /// By name, after the step.
    package private(set) var outputs: [String: HostTensor] = [:]
    package private(set) var states: [String: HostTensor]

    /// Carries out one step.
    package init(_ graph: Graph, inputs: [String: HostTensor] = [:], states: [String: HostTensor] = [:]) {
        self.states = states
        var assigned: [String: HostTensor] = [:]
        for node in graph.nodes {
            let operands = node.inputs.map { values[$0.index] }
            let value: HostTensor
            switch node.op {
            case .input(let name): value = Self.given(inputs, name, node)
            case .state(let name): value = Self.given(states, name, node)
            case .assign(let name):
                value = operands[0]
                assigned[name] = value
            case .result(let index):
                guard case .fused(let fused) = graph[node.inputs[0]].op else {
                    preconditionFailure("\(node.inputs[0]) has one result")
                }
                value = Self.outputs(fused, graph[node.inputs[0]].inputs.map { values[$0.index] })[index]
            default: value = Self.value(node, operands)
            }
            precondition(value.shape == node.type.shape, "\(node.op) gave \(value.shape), not \(node.type)")
            values.append(value)
        }
        for output in graph.outputs { outputs[output.name] = values[output.node.index] }
        self.states.merge(assigned) { $1 }
    }

    private static func given(_ values: [String: HostTensor], _ name: String, _ node: Node) -> HostTensor {
        guard let value = values[name] else { preconditionFailure("no value is given for \(node.op)") }
        return value
    }

    private static func value(_ node: Node, _ x: [HostTensor]) -> HostTensor {
        let shape = node.type.shape
        switch node.op {
        case .input, .state, .assign, .result:
            preconditionFailure("\(node.op) is handled before")
        case .constant(let value):
            return HostTensor(shape: shape, filledWith: value)
        case .iota(let axis):
            return HostTensor(shape: shape, positions(shape).map { Double($0[axis]) })
        case .unary(let kind):
            return HostTensor(shape: shape, x[0].values.map { kind.reference($0) })
        case .binary(let kind):
            return HostTensor(shape: shape, zip(x[0].values, x[1].values).map { kind.reference($0, $1) })
        case .compare(let kind):
            return HostTensor(shape: shape, zip(x[0].values, x[1].values).map { kind.reference($0, $1) ? 1 : 0 })
        case .select:
            return HostTensor(
                shape: shape, x[0].values.indices.map { x[0].values[$0] != 0 ? x[1].values[$0] : x[2].values[$0] })
        case .stopGradient:
            return x[0]
        case .reduce(let kind, let axes):
            return naiveReduce(kind, axes, x[0])
        case .reshape, .broadcast, .transpose, .slice, .pad, .concatenate:
            return naiveMovement(node.op, x, shape)
        case .matmul, .convolution, .convolutionInputGradient, .convolutionWeightGradient:
            guard let kind = Contraction.Kind(node.op) else { preconditionFailure("\(node.op) is no contraction") }
            let contraction = Contraction(
                kind, .init(x[0].shape, .operand(0)), .init(x[1].shape, .operand(1)), shape: shape)
            return HostTensor(shape: shape, contraction.product(x[0].values, x[1].values))
        case .maxPool(let window):
            return HostTensor(shape: shape, window.pooled(x[0].shape, shape) { x[0].values[$0] }.map(\.value))
        case .maxPoolGradient(let window):
            let winners = window.pooled(x[1].shape, x[0].shape) { x[1].values[$0] }
            var result = HostTensor(shape: shape, filledWith: 0)
            for (gradient, winner) in zip(x[0].values, winners) { result.values[winner.place] += gradient }
            return result
        case .cholesky:
            let (width, size) = (shape[shape.count - 1], shape.suffix(2).reduce(1, *))
            return HostTensor(
                shape: shape,
                stride(from: 0, to: x[0].values.count, by: size).flatMap {
                    choleskyFactor(Array(x[0].values[$0..<($0 + size)]), width: width)
                })
        case .triangularSolve(let transposed):
            let (width, columns) = (shape[shape.count - 2], shape[shape.count - 1])
            return HostTensor(
                shape: shape,
                (0..<(x[1].values.count / (width * columns))).flatMap { matrix in
                    triangularSolution(
                        Array(x[0].values[(matrix * width * width)..<((matrix + 1) * width * width)]),
                        Array(x[1].values[(matrix * width * columns)..<((matrix + 1) * width * columns)]),
                        transposed: transposed, width: width, columns: columns)
                })
        case .collective:
            preconditionFailure("\(node.op) takes several ranks")
        case .fused(let fused):
            return outputs(fused, x)[0]
        }
    }

    /// All results of a kernel.
    package static func outputs(_ fused: Fused, _ x: [HostTensor]) -> [HostTensor] {
        let operands = Dictionary(uniqueKeysWithValues: x.enumerated().map { ("\($0)", $1) })
        let inner = NaiveEvaluator(fused.graph, inputs: operands)
        return fused.graph.outputs.map { inner.values[$0.node.index] }
    }
}
