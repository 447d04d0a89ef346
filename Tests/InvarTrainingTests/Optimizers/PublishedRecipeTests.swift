import Invar
import InvarBLAS
import InvarRandom
import InvarRuntime
import InvarTraining
import Testing

/// What recipes were published with, by numbers of their sources.
@Suite struct PublishedRecipeTests {
    /// vturrisi/solo-learn, scripts/pretrain/cifar/vicreg.yaml.
    @Test func cifarIsSoloLearns() throws {
        let configuration = PublishedRecipe.cifar.configuration
        let rule = try #require(configuration.optimizer.rule as? LARS)
        #expect(rule.isClipped && rule.excludesVectors)
        #expect(rule.eta == 0.02 && rule.weightDecay == 1e-4 && rule.momentum == 0.9)
        #expect(configuration.batch == 256 && configuration.epochs == 1000)
        // 50,000 images; a step of warm-up, its end, half of the cosine, the last
        let (perEpoch, steps) = (195, 195_000)
        func rate(_ step: Int) -> Double {
            configuration.schedule.learningRate(step: step, stepsPerEpoch: perEpoch, steps: steps, batch: 256)
        }
        // theirs begins at 3e-5 and is at the peak one step earlier
        for step in [0, 1, 700, 1949] {
            let theirs = 3e-5 + (0.3 - 3e-5) * Double(step) / 1949
            #expect(abs(rate(step) - theirs) < 2e-4)
        }
        #expect(rate(1950) == 0.3 && abs(rate(1950 + 193_050 / 2) - 0.15) < 1e-9 && rate(194_999) < 1e-9)

        let model = Zoo.vicregCIFAR
        #expect(model.name == PublishedRecipe.cifar.architecture)
        let captured = try model.captureTraining(batch: 4)
        #expect(captured.terms.map(\.name) == ["invariance", "variance", "covariance"])
        #expect(captured.terms.map(\.coefficient) == [25, 25, 1])
        let widths = captured.states.filter { $0.name.hasPrefix("expander.linear") && $0.name.hasSuffix(".weight") }
        #expect(widths.map(\.type.shape) == [[2048, 512], [2048, 2048], [2048, 2048]])
        // both views alike
        #expect(model.views.steps.compactMap { $0.step as? Solarize }.map(\.probability) == [PerView(0.1)])
    }

    /// The shortfalls of both branches are summed, and not their mean taken.
    @Test func theVarianceOfBothBranchesCounts() throws {
        let batch = 4
        let step = try TrainingStep.build(Zoo.vicregCIFAR, optimizer: .sgd(), batch: batch)
        let session = try BLASExecutor().prepare(step.program, threads: 1)
        for spec in step.states { session.memory.setState(spec.name, spec.initialValues(seed: 1).map(Double.init)) }
        for (name, type) in step.program.inputTypes {
            var random = CounterRandom(seed: 2, name: name)
            session.memory.setInput(name, (0..<type.count).map { _ in Double(random.normal()) })
        }
        session.run()
        var shortfall = 0.0
        for branch in 1...2 {
            let values = try #require(session.memory.output("embedding\(branch)"))
            let width = values.count / batch
            for j in 0..<width {
                let column = (0..<batch).map { values[$0 * width + j] }
                let mean = column.reduce(0, +) / Double(batch)
                let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(batch - 1)
                shortfall += max(0, 1 - (variance + 1e-4).squareRoot()) / Double(width)
            }
        }
        let term = try #require(session.memory.output("term.variance")?.first)
        #expect(shortfall > 0.1 && abs(term - shortfall) < 1e-4 * shortfall)
    }

    /// The author's advice: facebookresearch/vicreg, issue 21, and appendix C.4 of the paper.
    @Test func smallBatchesHaveALargerRate() {
        let configuration = PublishedRecipe.smallBatch.configuration
        #expect(configuration.batch == 256 && configuration.schedule.peak(batch: 256) == 0.5)
        #expect(configuration.optimizer == PublishedRecipe.vicreg.configuration.optimizer)
    }

    @Test(arguments: PublishedRecipe.allCases) func isOfABuiltInArchitecture(_ recipe: PublishedRecipe) {
        #expect((Zoo.all + Zoo.ablations).contains { $0.name == recipe.architecture })
        #expect(recipe.configuration.description.contains("batch \(recipe.configuration.batch); "))
    }
}
