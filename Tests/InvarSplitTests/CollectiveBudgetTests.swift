import Invar
import InvarCompiler
import InvarTraining
import Testing

/// How often ranks exchange something in a step, and how much each sends: counts that do not wobble.
@Suite struct CollectiveBudgetTests {
    struct Budget: Sendable, CustomTestStringConvertible {
        let model: String
        let collectives: Int
        /// That a rank sends.
        let megabytes: Double
        var batch = 256
        var ranks = 4
        var testDescription: String { "\(model), \(batch) images over \(ranks) ranks" }

        init(_ model: String, _ collectives: Int, _ megabytes: Double) {
            (self.model, self.collectives, self.megabytes) = (model, collectives, megabytes)
        }
    }

    /// Every built-in architecture with 256 images over 4 ranks, float32.
    static let budgets = [
        Budget("vicreg-small", 22, 8.3), Budget("vicreg-mlp", 19, 74.5), Budget("vicreg-convnet", 25, 7.7),
        Budget("vicreg-resnet18", 66, 127.3), Budget("vicreg-resnet50", 165, 1062.0), Budget("vicreg-vit", 13, 72.4),
        Budget("barlow-twins-small", 23, 6.7), Budget("simclr-small", 20, 2.7), Budget("byol-small", 19, 3.2),
        Budget("simsiam-small", 25, 5.9), Budget("barlow-twins-resnet18", 69, 130.5),
        Budget("simclr-resnet18", 61, 77.6), Budget("byol-resnet18", 60, 83.4), Budget("simsiam-resnet18", 68, 130.5),
        Budget("barlow-twins-resnet50", 168, 1074.7), Budget("simclr-resnet50", 160, 169.4),
        Budget("byol-resnet50", 160, 212.6), Budget("simsiam-resnet50", 168, 230.6),
    ]

    @Test func noneIsLeftOut() { #expect(Set(Self.budgets.map(\.model)) == Set(Zoo.all.map(\.name))) }

    @Test(arguments: budgets) func aStepStaysWithinItsBudget(_ budget: Budget) throws {
        let model = try #require(Zoo.all.first { $0.name == budget.model })
        let step = try TrainingStep.build(model, optimizer: .lars(), batch: budget.batch, ranks: budget.ranks)
        #expect(step.program.collectiveCount <= budget.collectives)
        #expect(Double(step.program.sentBytes) <= budget.megabytes * 1e6)
        // The gradients alone, summed once each.
        let gradients = 2 * (budget.ranks - 1) * 4 * step.parameterCount / budget.ranks
        #expect(step.program.sentBytes > gradients)
        #expect(
            (try? Program(parsing: step.program.description)) == step.program, "and nothing touches what is under way")
    }

    /// D = 8192 and N = 256: rows are gathered, N·D for each view once, and no D × D matrix is summed but for the gradients of such
    /// weights. Where N is not small, the covariances are.
    @Test(arguments: ["vicreg-resnet50", "barlow-twins-resnet50"]) func rowsAreGatheredWhereTheyAreFewer(_ name: String)
        throws
    {
        let model = try #require(Zoo.all.first { $0.name == name })
        let (batch, ranks, width) = (256, 4, 8192)
        let program = try TrainingStep.build(model, optimizer: .lars(), batch: batch, ranks: ranks).program
        let exchanged = program.steps.filter {
            $0.kernel.collective != nil && $0.kernel.phase != .finish && !$0.isBackward
        }
        let gathered = exchanged.filter { $0.kernel.collective?.batchAxis != nil }
            .reduce(0) { $0 + $1.sentBytes(of: .float32) }
        #expect(gathered > 0 && gathered <= 2 * batch * width * 4 * (ranks - 1) / ranks)
        #expect(exchanged.allSatisfy { $0.results[0].count <= 2 * batch * width })
        // the official code gathers forward, and sums what is gathered backward: three times as much
        let matrices = 2 * 2 * width * width * 4 * (ranks - 1) / ranks
        #expect(gathered * 10 < matrices)
    }

    /// The gradient's norm adds few exchanges of few bytes, and gradients stay apart from what the next layer waits for.
    @Test func clippingIsWithinItsBudget() throws {
        func program(_ limit: Double?) throws -> Program {
            try TrainingStep.build(
                Zoo.vicregMLP, optimizer: .lars(), gradientNormLimit: limit, batch: 256, ranks: 4
            ).program
        }
        let (plain, clipped) = try (program(nil), program(1))
        #expect(clipped.collectiveCount == plain.collectiveCount && clipped.sentBytes == plain.sentBytes)
    }

    @Test func aLargeClusterStaysWithinItsBudget() throws {
        let step = try TrainingStep.build(Zoo.vicregResNet50, optimizer: .lars(), batch: 2048, ranks: 32)
        #expect(step.program.collectiveCount <= 165)
        #expect(Double(step.program.sentBytes) <= 1486e6)
    }

    /// A rank's program is smaller by three quarters of the moments that four ranks share, but for a little.
    @Test(arguments: [(Zoo.vicregMLP, 33), (Zoo.vicregResNet18, 58), (Zoo.vicregViT, 32)])
    func sharingTheOptimizerSavesMemory(_ model: JointEmbedding, _ mebibytes: Int) throws {
        func step(_ shards: Bool) throws -> TrainingStep {
            try TrainingStep.build(model, optimizer: .lars(), batch: 256, ranks: 4, shardsOptimizer: shards)
        }
        let (plain, shared) = try (step(false), step(true))
        let moments = shared.states.filter { shared.parts[$0.name] != nil }.reduce(0) { $0 + $1.type.byteCount }
        #expect((moments * 3 / 4) >> 20 >= mebibytes)
        #expect((plain.program.byteCount - shared.program.byteCount) >> 20 >= mebibytes * 9 / 10)
    }
}
