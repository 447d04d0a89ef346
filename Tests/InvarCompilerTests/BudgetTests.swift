import Invar
import InvarCompiler
import InvarTraining
import Testing

/// How many kernels a training step takes, and how much memory: counts that do not wobble. docs/performance.md has the table.
@Suite struct BudgetTests {
    struct Budget: Sendable, CustomTestStringConvertible {
        let workload: String
        let model: JointEmbedding
        let batch: Int
        let kernels: Int
        /// Of the arena.
        let mebibytes: Int
        var testDescription: String { workload }
    }

    static let budgets = [
        Budget(workload: "mlp-fmnist", model: Zoo.vicregMLP, batch: 256, kernels: 70, mebibytes: 43),
        Budget(workload: "convnet-fmnist", model: Zoo.vicregConvNet, batch: 256, kernels: 100, mebibytes: 170),
        Budget(workload: "resnet18-cifar", model: Zoo.vicregResNet18, batch: 128, kernels: 248, mebibytes: 720),
        Budget(workload: "resnet50-224", model: Zoo.vicregResNet50, batch: 8, kernels: 556, mebibytes: 830),
    ]

    @Test(arguments: budgets) func aStepStaysWithinItsBudget(_ budget: Budget) throws {
        let step = try TrainingStep.build(
            budget.model, optimizer: .sgd(SGD(momentum: 0.9, weightDecay: 0)), batch: budget.batch, exposing: [])
        #expect(step.program.steps.count <= budget.kernels)
        #expect(step.program.arenaByteCount <= budget.mebibytes << 20)
    }
}
