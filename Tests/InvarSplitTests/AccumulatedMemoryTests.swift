import Invar
import InvarCompiler
import InvarTraining
import Testing

/// What micro-batches are for: less memory, for not much more work. docs/batches.md has the table.
@Suite struct AccumulatedMemoryTests {
    struct Bound: Sendable, CustomTestStringConvertible {
        let model: JointEmbedding
        let batch: Int
        /// How many times smaller the arena of four micro-batches is, at least.
        let saving: Double
        /// How many times more operations they take, at most.
        let work: Double
        var testDescription: String { model.name }
    }

    static let bounds = [
        // without batch statistics in the encoder: nearly four times, but for what the whole step forgets by itself
        Bound(model: Zoo.vicregViT, batch: 64, saving: 3.3, work: 1.34),
        // with them, half of what waits for them is kept
        Bound(model: Zoo.vicregResNet18, batch: 32, saving: 1.4, work: 1.2),
    ]

    @Test(arguments: bounds) func memoryIsLess(_ bound: Bound) throws {
        func step(_ microBatches: Int) throws -> TrainingStep {
            try TrainingStep.build(
                bound.model, optimizer: .sgd(SGD(momentum: 0.9)), batch: bound.batch, microBatches: microBatches,
                exposing: [])
        }
        let (whole, parts) = (try step(1).program, try step(4).program)
        let saving = Double(whole.arenaByteCount) / Double(parts.arenaByteCount)
        let work = Double(parts.flops) / Double(whole.flops)
        #expect(saving >= bound.saving && work <= bound.work, "\(saving) times less, \(work) times the work")
    }
}
