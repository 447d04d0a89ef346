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

extension Rule: CustomTestStringConvertible {
    public var testDescription: String { name }
}
