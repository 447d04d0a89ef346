import Invar
import InvarCompiler
import InvarTraining
import Testing

/// How often ranks exchange something in a step, and how much each sends: counts that do not wobble.
@Suite struct CollectiveBudgetTests {
    struct Budget: Sendable, CustomTestStringConvertible {
        let model: JointEmbedding
        let batch: Int
        let ranks: Int
        let collectives: Int
        let megabytes: Double
        var testDescription: String { "\(model.name), \(batch) images over \(ranks) ranks" }
    }

    static let budgets = [
        Budget(model: Zoo.vicregMLP, batch: 256, ranks: 4, collectives: 17, megabytes: 74.5),
        Budget(model: Zoo.vicregConvNet, batch: 256, ranks: 4, collectives: 25, megabytes: 7.7),
        Budget(model: Zoo.vicregResNet18, batch: 128, ranks: 4, collectives: 62, megabytes: 126),
        Budget(model: Zoo.vicregViT, batch: 128, ranks: 4, collectives: 11, megabytes: 71),
        Budget(model: Zoo.vicregResNet50, batch: 2048, ranks: 32, collectives: 161, megabytes: 1486),
    ]

    @Test(arguments: budgets) func aStepStaysWithinItsBudget(_ budget: Budget) throws {
        let step = try TrainingStep.build(
            budget.model, optimizer: .lars(), batch: budget.batch, ranks: budget.ranks, exposing: [])
        #expect(step.program.collectiveCount <= budget.collectives)
        #expect(Double(step.program.sentBytes) <= budget.megabytes * 1e6)
        // The gradients alone, summed once each.
        let gradients = 2 * (budget.ranks - 1) * 4 * step.parameterCount / budget.ranks
        #expect(step.program.sentBytes > gradients)
    }

    @Test func printTable() throws {
        for model in Zoo.all {
            let step = try TrainingStep.build(model, optimizer: .lars(), batch: 256, ranks: 4)
            let p = step.program
            let gradients = 2 * 3 * 4 * step.parameterCount / 4
            let one = try TrainingStep.build(model, optimizer: .lars(), batch: 256, ranks: 4, shardsOptimizer: true)
            print("TABLE", model.name, p.collectiveCount, Double(p.sentBytes) / 1e6, Double(gradients) / 1e6, "starts",
                p.steps.count { $0.kernel.phase == .start }, "arena", p.arenaByteCount >> 20, "shared", one.program.arenaByteCount >> 20, "all", p.byteCount >> 20, one.program.byteCount >> 20, one.program.collectiveCount, Double(one.program.sentBytes) / 1e6)
            #expect((try? Program(parsing: p.description)) == p)
            #expect((try? Program(parsing: one.program.description)) == one.program)
        }
    }
}
