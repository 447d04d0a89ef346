import Foundation
import Invar
import InvarBLAS
import InvarData
import InvarTraining
import Testing

/// Runs that are judged on their way, stopped in every way, and gone on with.
@Suite struct ComparerTests {
    static let models = [Workshop.model("a"), Workshop.model("b", covariance: 0)]

    private func comparer(
        _ root: String, at epochs: [Int] = [], each: Bool = false, epochs last: Int = 4, seeds: [UInt64] = [3, 4]
    ) throws -> Comparer {
        Comparer(
            models: Self.models, seeds: seeds, configuration: Workshop.configuration(epochs: last),
            training: try Workshop.dataset(), test: try Workshop.dataset(30, seed: 2), executor: BLASExecutor(),
            options: Workshop.options, directory: root, atEpochs: epochs, eachBudget: each)
    }

    private struct Killed: Error {}

    /// - Parameter kill: a process that ends there.
    private func run(_ comparer: Comparer, kill: (Comparer.Event) -> Bool = { _ in false }) throws
        -> InvarTraining.Comparison
    {
        try comparer.run(
            stop: StopRequest(), observer: { if kill($0) { throw Killed() } },
            keep: { try AtomicFile.write($0.json(), to: "\(comparer.directory)/comparison.json") })
    }

    /// What does not depend on how fast the machine is.
    private func numbers(_ comparison: InvarTraining.Comparison) -> [InvarTraining.Comparison.Run] {
        comparison.runs.map { run in
            var run = run
            run.imagesPerSecond = nil
            return run
        }
    }

    @Test func whoIsKilledAnywhereGoesOn() throws {
        try Workshop.inDirectory { root in
            let whole = try run(comparer("\(root)/whole", at: [1, 3], seeds: [3]))
            #expect(whole.runs.map(\.architecture) == ["a", "b"])
            for run in whole.runs {
                #expect(run.points?.map(\.epochs) == [1, 3, 4])
                #expect(run.points?.last?.knn == run.knn && run.points?.last?.linear == run.linear)
            }
            // killed at each event but those of steps, which come to the same: between a checkpoint and its judgement, and after it
            var events = 0
            _ = try run(comparer("\(root)/again", at: [1, 3], seeds: [3])) { event in
                if case .training(.step) = event { return false }
                events += 1
                return false
            }
            #expect(events > 25)
            for place in 1...events {
                let directory = "\(root)/killed-\(place)"
                var seen = 0
                #expect(throws: Killed.self) {
                    try run(comparer(directory, at: [1, 3], seeds: [3])) { event in
                        if case .training(.step) = event { return false }
                        seen += 1
                        return seen == place
                    }
                }
                let rest = try run(comparer(directory, at: [1, 3], seeds: [3]))
                #expect(numbers(rest) == numbers(whole), "killed at event \(place)")
                #expect(rest.pixels == whole.pixels)
            }
        }
    }

    @Test func toBeJudgedOnTheWayChangesNothing() throws {
        try Workshop.inDirectory { root in
            let (plain, often) = try (run(comparer("\(root)/plain")), run(comparer("\(root)/often", at: [1, 2, 3])))
            #expect(
                plain.runs.map(\.linear) == often.runs.map(\.linear) && plain.runs.map(\.knn) == often.runs.map(\.knn))
            #expect(plain.runs.map { $0.points?.map(\.epochs) } == [[4], [4], [4], [4]])
        }
    }

    @Test func whatIsFinishedIsNotTrainedAgain() throws {
        try Workshop.inDirectory { root in
            let first = try run(comparer(root, at: [2]))
            var trained = 0
            let second = try run(comparer(root, at: [2])) { event in
                switch event {
                case .training, .evaluating, .pixels: trained += 1
                case .run, .result: break
                }
                return false
            }
            #expect(trained == 0 && second == first)
        }
    }

    /// The encoder of an epoch that is over is gone: that is said, and no number is made up.
    @Test func anEpochThatIsOverCannotBeAskedFor() throws {
        try Workshop.inDirectory { root in
            func message(_ epochs: [Int]) -> String {
                Workshop.message { _ = try run(comparer(root, at: epochs)) } ?? "-"
            }
            var epochs = 0
            _ = try? run(comparer(root, at: [3])) { event in
                if case .training(.epoch) = event { epochs += 1 }
                return epochs == 3
            }
            #expect(message([1, 3]).contains("a/3 is trained beyond 1 epoch "), "\(message([1, 3]))")
            _ = try run(comparer(root, at: [3]))
            #expect(message([2, 3]).contains("a/3 is trained beyond 2 epochs "), "\(message([2, 3]))")
        }
    }

    /// Each budget is what a comparison of that many epochs alone is: its learning rates end with it.
    @Test func budgetsAreComparisonsOfTheirOwn() throws {
        try Workshop.inDirectory { root in
            let budgets = try run(comparer("\(root)/budgets", at: [3, 1], each: true))
            #expect(budgets.runs.map(\.epochs) == [1, 3, 1, 3, 1, 3, 1, 3])
            #expect(budgets.settings.epochs == 3 && budgets.comparedEpochs == 3)
            for epochs in [1, 3] {
                let alone = try run(comparer("\(root)/\(epochs)", epochs: epochs))
                let found = numbers(budgets).filter { $0.epochs == epochs }
                #expect(found == numbers(alone))
                #expect(epochs != 3 || Self.models.flatMap { budgets.runs(of: $0.name) }.count == alone.runs.count)
            }
            let message = Workshop.message {
                try comparer("\(root)/budgets", at: [1], each: true).begin(resuming: false)
            }
            #expect(message?.contains("a/3/epochs-1 holds a run already") == true, "\(message ?? "-")")
        }
    }

    @Test func curvesAreMeansAndSpreadsOverSeeds() throws {
        try Workshop.inDirectory { root in
            let comparison = try run(comparer(root, at: [2]))
            let curves = comparison.curves(of: \.linear)
            #expect(curves.map(\.label) == ["a", "b"] && curves.allSatisfy { $0.epochs == [2, 4] })
            for (index, epochs) in [2, 4].enumerated() {
                let values = comparison.runs.filter { $0.architecture == "b" }.compactMap { run in
                    run.points?.first { $0.epochs == epochs }?.linear
                }
                #expect(values.count == 2)
                let mean = (values[0] + values[1]) / 2
                let spread = abs(values[0] - values[1]) / 2.0.squareRoot()
                #expect(abs(curves[1].mean[index] - mean) < 1e-12)
                #expect(abs(curves[1].high[index] - mean - spread) < 1e-12)
                #expect(abs(mean - curves[1].low[index] - spread) < 1e-12)
            }
            struct File: Decodable {
                struct Curves: Decodable { let knn: [Curve], linear: [Curve] }
                let curves: Curves
            }
            let bytes = Data(try comparison.json().utf8)
            let file = try JSONDecoder().decode(File.self, from: bytes)
            #expect(file.curves.linear == curves && file.curves.knn == comparison.curves(of: \.knn))
            #expect(try JSONDecoder().decode(InvarTraining.Comparison.self, from: bytes) == comparison)
        }
    }

    /// The rows beside the runs are those of `evaluate`.
    @Test func untrainedEncodersAndPixelsAreAsEvaluateHasThem() throws {
        try Workshop.inDirectory { root in
            let comparison = try run(comparer(root, epochs: 1))
            for run in comparison.runs {
                let evaluator = EncoderEvaluator(
                    model: Self.models[0], seed: run.seed, training: try Workshop.dataset(),
                    test: try Workshop.dataset(30, seed: 2), executor: BLASExecutor(), threads: 1)
                let states = try Self.models[0].captureEncoder(batch: 1).states
                let found = try evaluator.evaluate(states.initialValues(seed: run.seed))
                #expect(run.untrained?.knn == found.untrained.knn && run.untrained?.linear == found.untrained.linear)
                #expect(comparison.pixels?.knn == found.pixels.knn && comparison.pixels?.linear == found.pixels.linear)
            }
        }
    }

    /// A file of an earlier version has neither points nor epochs.
    @Test func earlierFilesAreRead() throws {
        try Workshop.inDirectory { root in
            let comparison = try run(comparer(root, seeds: [3]))
            var object = try #require(
                try JSONSerialization.jsonObject(with: Data(comparison.json().utf8)) as? [String: Any])
            for key in ["curves", "pixels"] { object[key] = nil }
            let runs = try #require(object["runs"] as? [[String: Any]])
            object["runs"] = runs.map { $0.filter { !["points", "epochs", "untrained"].contains($0.key) } }
            try JSONSerialization.data(withJSONObject: object).write(
                to: URL(fileURLWithPath: "\(root)/comparison.json"))
            #expect(InvarTraining.Comparison.settings(in: root)?.seeds == [3])
            let old = try JSONDecoder().decode(
                InvarTraining.Comparison.self, from: Data(contentsOf: URL(fileURLWithPath: "\(root)/comparison.json")))
            #expect(old.runs(of: "a").count == 1 && old.curves(of: \.knn).isEmpty)
        }
    }
}
