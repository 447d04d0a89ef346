import Invar
import TestSupport
import Testing

@Suite struct CaptureTests {
    static let vicreg = Zoo.all.filter { $0.name.hasPrefix("vicreg") }

    @Test(arguments: [convNet, tiny] + vicreg)
    func everyModelBecomesAWellFormedGraph(model: JointEmbedding) throws {
        let training = try model.captureTraining(batch: 4)
        training.builder.output("loss", training.loss)
        #expect(try training.builder.finish().problems() == [])
        #expect(training.loss.shape == [])
        #expect(training.terms.map(\.name) == ["invariance", "variance", "covariance"])
        #expect(training.terms.map(\.coefficient) == [25, 25, 1])
        #expect(training.builder.graph.assignments.count == training.states.filter { $0.role == .statistic }.count)
        let encoder = try model.captureEncoder(batch: 3)
        #expect(encoder.graph.problems() == [])
        #expect(encoder.graph.assignments == [])
        #expect(
            encoder.graph.output(named: "representation").map { encoder.graph[$0].type.shape } == [3, encoder.width])
        #expect(encoder.states == training.states.filter { $0.name.hasPrefix("encoder.") })
    }
}
