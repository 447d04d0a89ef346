import Invar
import InvarGraph
import InvarRuntime
import InvarTraining
import TestSupport
import Testing

/// What layers draw, under ranks.
@Suite struct SharedRandomTests {
    /// An image is dropped out alike whatever rank it is on: the loss is that of one process.
    @Test(arguments: [ElementType.float32, .float64]) func dropoutIsOfTheImage(_ element: ElementType) throws {
        let losses = try [1, 2, 4].map { try run(SharedModels.residual, ranks: $0, element) }
        let tolerance = element == .float64 ? 1e-12 : 1e-5
        for loss in losses { #expect(abs(loss - losses[0]) <= tolerance * abs(losses[0]), "\(losses)") }
        #expect(losses[0] != (try run(SharedModels.residual, ranks: 1, element, seed: 8)), "numbers matter")
    }

    private func run(_ model: JointEmbedding, ranks: Int, _ element: ElementType, seed: UInt64 = 7) throws -> Double {
        let whole = try TrainingStep.build(model, optimizer: .sgd(), batch: 12, element: element)
        let step = try TrainingStep.build(model, optimizer: .sgd(), batch: 12, ranks: ranks, element: element)
        let values = WholeValues(whole, seed: 5)
        let sessions = try LocalRanks(ranks).communicators.map {
            try interpreter.prepare(step.program, threads: 1, communicator: $0)
        }
        for (rank, session) in sessions.enumerated() {
            for (name, type) in step.program.inputTypes {
                let whole = values.inputs[name] ?? []
                let first = whole.count == type.count ? 0 : rank * type.count
                session.memory.setInput(name, Array(whole[first..<(first + type.count)]))
            }
            for (name, value) in values.states { session.memory.setState(name, value) }
            step.randomInputs.fill(session.memory, seed: seed, step: 3, rank: rank)
        }
        #expect(!step.randomInputs.inputs.isEmpty)
        inParallel(ranks) { sessions[$0].run() }
        return sessions[0].memory.output("loss")?.first ?? .nan
    }
}
