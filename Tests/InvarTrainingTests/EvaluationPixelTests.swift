import Foundation
import InvarBLAS
import InvarData
import InvarTraining
import Testing

/// Raw pixels of the real data: what an independent implementation of the same protocol measured
/// (docs/reference-results.md).
@Suite struct EvaluationPixelTests {
    private static let isWhole = ProcessInfo.processInfo.environment["INVAR_SLOW_TESTS"] != nil

    @Test(.enabled(if: isWhole, "set INVAR_SLOW_TESTS=1 to run it on all 70,000 images"))
    func allImages() throws {
        let clock = ContinuousClock()
        var last = (name: "", begin: clock.now)
        let scores = try Evaluation.Settings().scores(
            training: Features(pixelsOf: Dataset.load("fashion-mnist", split: .train)),
            test: Features(pixelsOf: Dataset.load("fashion-mnist", split: .test)),
            executor: BLASExecutor(), threads: 2
        ) { name in
            if !last.name.isEmpty { print("\(last.name): \(last.begin.duration(to: clock.now))") }
            last = (name, clock.now)
        }
        print("\(last.name): \(last.begin.duration(to: clock.now)); \(scores)")
        #expect(abs(scores.knn - 84.6) < 0.1)
        #expect(abs(scores.linear - 84.2) < 0.2)
        #expect(abs(scores.few - 77.9) < 1.5)
    }

    @Test func someImages() throws {
        var settings = Evaluation.Settings()
        settings.iterations = 40
        let scores = try settings.scores(
            training: Features(pixelsOf: Dataset.load("fashion-mnist", split: .train).prefix(3000)),
            test: Features(pixelsOf: Dataset.load("fashion-mnist", split: .test).prefix(1000)),
            executor: BLASExecutor(), threads: 2)
        for score in [scores.knn, scores.linear, scores.few] { #expect((70...85).contains(score)) }
        #expect((0...3).contains(scores.fewSpread))
    }
}
