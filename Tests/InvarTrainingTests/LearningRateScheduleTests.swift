import Foundation
import InvarTraining
import Testing

@Suite struct ScheduleTests {
    /// `reference_fmnist.py`, line by line: steps, warm = n // b * e, n // b // 2.
    @Test(arguments: [(60000, 256, 5), (60000, 256, 1), (1000, 7, 3), (10, 3, 1)])
    func isTheReferencesArithmetic(_ images: Int, _ batch: Int, _ epochs: Int) {
        let schedule = LearningRateSchedule(learningRate: 1e-3)
        let perEpoch = images / batch
        let (steps, warm) = (perEpoch * epochs, perEpoch / 2)
        for step in 0..<steps {
            let factor =
                step < warm
                ? min(1, Double(step + 1) / Double(warm))
                : 0.5 * (1 + cos(Double.pi * Double(step - warm) / Double(steps - warm)))
            let got = schedule.learningRate(step: step, stepsPerEpoch: perEpoch, steps: steps, batch: batch)
            #expect(abs(got - 1e-3 * factor) <= 1e-18, "step \(step)")
        }
    }

    @Test func tableOfASmallRun() {
        let schedule = LearningRateSchedule(
            learningRate: 0.4, scalesWithBatch: true, warmUpEpochs: 2, finalFraction: 0.001)
        let table = (0..<12).map { schedule.learningRate(step: $0, stepsPerEpoch: 2, steps: 12, batch: 512) }
        let peak = 0.8
        #expect(table[..<4].elementsEqual([0.2, 0.4, 0.6000000000000001, 0.8]) { abs($0 - $1) < 1e-15 })
        #expect(table[4] == peak)
        // half of the cosine: the middle between peak and 0.001 of it
        #expect(abs(table[8] - peak * (0.001 + 0.999 * 0.5)) < 1e-15)
        #expect(table[11] > peak * 0.001 && table[11] < peak * 0.05)
        #expect(zip(table[4...], table[5...]).allSatisfy { $0 > $1 })
    }

    /// The official codes of VICReg, Barlow Twins, SimCLR and BYOL: step/warm·peak with steps from 0, then the cosine of what is left.
    @Test(arguments: [PublishedRecipe.vicreg, .barlowTwins, .simCLR, .byol, .smallBatch, .cifar])
    func recipesBeginAtZero(_ recipe: PublishedRecipe) {
        let configuration = recipe.configuration
        let (perEpoch, batch) = (7, configuration.batch)
        let (steps, warm) = (perEpoch * 30, perEpoch * 10)
        let peak = configuration.schedule.learningRate * Double(batch) / 256
        let end = [.vicreg, .barlowTwins, .smallBatch].contains(recipe) ? 0.001 * peak : 0
        for step in 0..<steps {
            let q = 0.5 * (1 + cos(Double.pi * Double(step - warm) / Double(steps - warm)))
            let official = step < warm ? peak * Double(step) / Double(warm) : peak * q + end * (1 - q)
            let got = configuration.schedule.learningRate(
                step: step, stepsPerEpoch: perEpoch, steps: steps, batch: batch)
            #expect(abs(got - official) < 1e-12, "step \(step)")
        }
    }

    /// SimSiam's: no warm-up, and a rate for each epoch.
    @Test func simSiamsRateIsConstantWithinEpochs() {
        let configuration = PublishedRecipe.simSiam.configuration
        let (perEpoch, epochs) = (5, 8)
        for step in 0..<(perEpoch * epochs) {
            let official = 0.05 * 512 / 256 * 0.5 * (1 + cos(Double.pi * Double(step / perEpoch) / Double(epochs)))
            let got = configuration.schedule.learningRate(
                step: step, stepsPerEpoch: perEpoch, steps: perEpoch * epochs, batch: 512)
            #expect(abs(got - official) < 1e-15, "step \(step)")
        }
    }

    /// A run that was begun before there was a choice goes on as it began.
    @Test func filesOfEarlierVersionsMeanWhatTheyMeant() throws {
        let text = #"{"finalFraction":0,"learningRate":0.2,"scalesWithBatch":true,"warmUpEpochs":10}"#
        let schedule = try JSONDecoder().decode(LearningRateSchedule.self, from: Data(text.utf8))
        #expect(schedule == LearningRateSchedule(learningRate: 0.2, scalesWithBatch: true, warmUpEpochs: 10))
        let first = schedule.learningRate(step: 0, stepsPerEpoch: 1, steps: 20, batch: 256)
        #expect((first - 0.2 / 10).magnitude < 1e-15)
    }

    @Test func edges() {
        // no warm-up
        #expect(
            LearningRateSchedule(learningRate: 1, warmUpEpochs: 0).learningRate(
                step: 0, stepsPerEpoch: 5, steps: 5, batch: 1) == 1)
        // a warm-up longer than the run
        let long = LearningRateSchedule(learningRate: 1, warmUpEpochs: 10)
        #expect(long.learningRate(step: 4, stepsPerEpoch: 5, steps: 5, batch: 1) == 0.1)
        // a run of one step, and a step past the end
        #expect(LearningRateSchedule(learningRate: 1).learningRate(step: 0, stepsPerEpoch: 1, steps: 1, batch: 1) == 1)
        #expect(LearningRateSchedule(learningRate: 1).learningRate(step: 9, stepsPerEpoch: 1, steps: 1, batch: 1) == 0)
    }

    @Test func impossibleNumbersAreProblems() {
        #expect(LearningRateSchedule(learningRate: 1e-3).problems.isEmpty)
        #expect(LearningRateSchedule(learningRate: 0).problems.count == 1)
        #expect(LearningRateSchedule(learningRate: .infinity, warmUpEpochs: -1, finalFraction: 1.5).problems.count == 3)
        #expect(LearningRateSchedule(learningRate: 1, warmUpEpochs: .nan).problems.count == 1)
    }

    @Test func survivesJSONAndPrints() throws {
        let schedule = LearningRateSchedule(
            learningRate: 0.3, scalesWithBatch: true, warmUpEpochs: 10, finalFraction: 0.001)
        #expect(schedule.description == "0.3 × batch/256, warm-up 10.0 epochs, cosine to 0.001 of it")
        for schedule in [schedule] + PublishedRecipe.allCases.map(\.configuration.schedule) {
            #expect(
                try JSONDecoder().decode(LearningRateSchedule.self, from: JSONEncoder().encode(schedule)) == schedule)
        }
        #expect(PublishedRecipe.byol.configuration.schedule.description.contains("warm-up 10.0 epochs from 0"))
        #expect(PublishedRecipe.simSiam.configuration.schedule.description.contains("cosine by epochs"))
    }
}
