import Foundation
import InvarTraining
import Testing

@Suite struct ScheduleTests {
    /// `reference_fmnist.py`, line by line: steps, warm = n // b * e, n // b // 2.
    @Test(arguments: [(60000, 256, 5), (60000, 256, 1), (1000, 7, 3), (10, 3, 1)])
    func isTheReferencesArithmetic(_ images: Int, _ batch: Int, _ epochs: Int) {
        let schedule = Schedule(learningRate: 1e-3)
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
        let schedule = Schedule(learningRate: 0.4, scalesWithBatch: true, warmUpEpochs: 2, finalFraction: 0.001)
        let table = (0..<12).map { schedule.learningRate(step: $0, stepsPerEpoch: 2, steps: 12, batch: 512) }
        let peak = 0.8
        #expect(table[..<4].elementsEqual([0.2, 0.4, 0.6000000000000001, 0.8]) { abs($0 - $1) < 1e-15 })
        #expect(table[4] == peak)
        // half of the cosine: the middle between peak and 0.001 of it
        #expect(abs(table[8] - peak * (0.001 + 0.999 * 0.5)) < 1e-15)
        #expect(table[11] > peak * 0.001 && table[11] < peak * 0.05)
        #expect(zip(table[4...], table[5...]).allSatisfy { $0 > $1 })
    }

    @Test func edges() {
        // no warm-up
        #expect(
            Schedule(learningRate: 1, warmUpEpochs: 0).learningRate(step: 0, stepsPerEpoch: 5, steps: 5, batch: 1) == 1)
        // a warm-up longer than the run
        let long = Schedule(learningRate: 1, warmUpEpochs: 10)
        #expect(long.learningRate(step: 4, stepsPerEpoch: 5, steps: 5, batch: 1) == 0.1)
        // a run of one step, and a step past the end
        #expect(Schedule(learningRate: 1).learningRate(step: 0, stepsPerEpoch: 1, steps: 1, batch: 1) == 1)
        #expect(Schedule(learningRate: 1).learningRate(step: 9, stepsPerEpoch: 1, steps: 1, batch: 1) == 0)
    }

    @Test func impossibleNumbersAreProblems() {
        #expect(Schedule(learningRate: 1e-3).problems.isEmpty)
        #expect(Schedule(learningRate: 0).problems.count == 1)
        #expect(Schedule(learningRate: .infinity, warmUpEpochs: -1, finalFraction: 1.5).problems.count == 3)
        #expect(Schedule(learningRate: 1, warmUpEpochs: .nan).problems.count == 1)
    }

    @Test func survivesJSONAndPrints() throws {
        let schedule = Schedule(learningRate: 0.3, scalesWithBatch: true, warmUpEpochs: 10, finalFraction: 0.001)
        #expect(try JSONDecoder().decode(Schedule.self, from: JSONEncoder().encode(schedule)) == schedule)
        #expect(schedule.description == "0.3 × batch/256, warm-up 10.0 epochs, cosine to 0.001 of it")
    }
}
