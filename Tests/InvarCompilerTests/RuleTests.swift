import Invar
import InvarCompiler
import InvarGraph
import TestSupport
import Testing

/// What each rule promises: it fires on its example, and values and gradients stay.
@Suite struct RuleTests {
    @Test(arguments: rules)
    func firesAndKeepsValues(_ rule: Rule) throws {
        let graph = try rule.example()
        let simplified = simplify(graph, by: [rule])
        let rewritten = simplified.graph
        #expect(rewritten.problems() == [])
        #expect(simplified.report.fired[rule.name] != nil, "\(rule.name) does not fire")
        #expect(simplified.report.unsettled == [])
        let values = graph.randomValues(seed: 1)
        let want = runNaively(try Self.withGradients(graph, graph), inputs: values.inputs, states: [:], times: 1)
        let got = runNaively(try Self.withGradients(rewritten, graph), inputs: values.inputs, states: [:], times: 1)
        #expect(got.complaints(against: want, relative: 1e-10) == [])
    }

    /// Beside the graph in which a rule fires stand those that look like it: there it must not. What all rules together make of them
    /// keeps values and gradients all the same.
    @Test(arguments: rules)
    func doesNotFireWhereItMustNot(_ rule: Rule) throws {
        let graphs = CounterExamples.of(rule)
        #expect(graphs.count > 0, "nobody knows where \(rule.name) ends")
        for (reason, make) in graphs {
            let graph = try make()
            #expect(graph.problems() == [])
            #expect(graph.nodes.contains { rule.roots.contains($0.op.kind) }, "\(rule.name) is not asked: \(reason)")
            #expect(simplify(graph, by: [rule]).report.fired == [:], "\(rule.name) fires although: \(reason)")
            let values = graph.randomValues(seed: 3)
            // what overflows may be infinite or no number
            let want = runNaively(try Self.withGradients(graph, graph), inputs: values.inputs).withOneOddValue
            let all = simplify(graph)
            #expect(all.report.unsettled == [])
            let got = runNaively(try Self.withGradients(all.graph, graph), inputs: values.inputs).withOneOddValue
            #expect(got.complaints(against: want, relative: 1e-10) == [], "\(rule.name): \(reason)")
        }
    }

    @Test func counterExamplesAreOfRulesThatThereAre() {
        #expect(Set(CounterExamples.all.map(\.rule)) == Set(rules.map(\.name)))
        #expect(CounterExamples.all.count == rules.count)
    }

    /// Constants fold to what the ops compute, bit for bit, also where they are not finite, and 0 of either sign.
    @Test func oddConstantsFoldAsTheOpsCompute() throws {
        let odd: [Double] = [.infinity, -.infinity, 0, -0.0, 1, -1, 2, 0.5, -3]
        let ops =
            Unary.allCases.map(Op.unary) + Binary.allCases.map(Op.binary) + Comparison.allCases.map(Op.compare) + [
                .select
            ]
        for op in ops {
            for a in odd {
                for b in odd {
                    let builder = GraphBuilder()
                    let operands = [a, b, 7].map { builder.constant($0, TensorType([2], .float64)) }
                    let count = if case .unary = op { 1 } else if case .select = op { 3 } else { 2 }
                    builder.output("y", builder.emit(op, Array(operands.prefix(count))))
                    let graph = try builder.finish()
                    let want = try #require(runNaively(graph, inputs: [:]).outputs["y"]).values[0]
                    let got = try #require(runNaively(simplify(graph).graph, inputs: [:]).outputs["y"]).values[0]
                    // √(−0) is −0, and (−0)^½ is 0
                    let isSame =
                        got.bitPattern == want.bitPattern || got.isNaN && want.isNaN
                        || got == want && op == .binary(.power)
                    #expect(isSame, "\(op) of \(a) and \(b) is \(want), folded \(got)")
                }
            }
        }
    }

    /// max(max(x, a), b) with infinite constants.
    @Test(arguments: [Binary.maximum, .minimum], [(-Double.infinity, 0.0), (0, .infinity), (.infinity, -.infinity)])
    func nestedExtremaOfOddConstants(_ kind: Binary, _ constants: (Double, Double)) throws {
        let builder = GraphBuilder()
        let x = builder.input("x", TensorType([4], .float64))
        let inner = Tensor.binary(kind, x, x.filled(constants.0))
        builder.output("y", Tensor.binary(kind, inner, x.filled(constants.1)))
        let graph = try builder.finish()
        let inputs = ["x": HostTensor(shape: [4], [-1, 0, .infinity, .nan])]
        let got = runNaively(simplify(graph).graph, inputs: inputs)
        #expect(got.complaints(against: runNaively(graph, inputs: inputs), relative: 0) == [])
    }

    /// y and its gradients with respect to all inputs of the rule's example.
    private static func withGradients(_ graph: Graph, _ example: Graph) throws -> Graph {
        let builder = GraphBuilder(extending: graph)
        let inputs = example.nodes.compactMap { node in
            if case .input(let name) = node.op { builder.input(name, node.type) } else { nil }
        }
        let y = try #require(graph.output(named: "y"))
        let gradients = builder.gradients(of: builder.tensor(y), withRespectTo: inputs)
        for (index, gradient) in gradients.enumerated() { builder.output("gradient\(index)", gradient) }
        return try builder.finish()
    }

    /// The DSL's own covariance term: N×N where the batch is small beside the width, D×D where it is not.
    @Test(arguments: [(4, 4), (4, 16), (8, 9)])
    func theGramOfACovarianceTermIsTheSmallerOne(batch: Int, width: Int) throws {
        let model = JointEmbedding("gram", image: Image(channels: 1, height: 1, width: width)) {
            Encoder { Flatten() }
            Loss { Covariance() }
        }
        let captured = try model.captureTraining(batch: batch)
        captured.builder.output("loss", captured.loss)
        let graph = optimize(simplify(try captured.builder.finish()).graph)
        let products = graph.nodes.compactMap { if case .matmul = $0.op { $0.type.shape } else { nil } }
        let side = 2 * batch < width ? batch : width
        #expect(products == [[side, side], [side, side]])
    }
}

extension RunResult {
    /// Whatever is not finite is not a number.
    var withOneOddValue: RunResult {
        var result = self
        result.outputs = outputs.mapValues { value in
            HostTensor(shape: value.shape, value.values.map { $0.isFinite ? $0 : .nan })
        }
        return result
    }
}

extension Rule: CustomTestStringConvertible {
    public var testDescription: String { name }
}
