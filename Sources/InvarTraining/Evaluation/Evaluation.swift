import Foundation
import InvarData
import InvarRuntime

/// How good a frozen representation is, in percent of the test images classified right, beside the same measures of the
/// untrained encoder and of the raw pixels.
public struct Evaluation: Codable, Sendable, Hashable {
    /// Percent correct.
    public struct Scores: Codable, Sendable, Hashable {
        /// Weighted cosine nearest neighbours.
        public var knn: Double
        /// Linear probe on all labels.
        public var linear: Double
        /// Linear probe on few labels: mean over the draws.
        public var few: Double
        /// Standard deviation of `few` over the draws.
        public var fewSpread: Double

        public init(knn: Double, linear: Double, few: Double, fewSpread: Double) {
            (self.knn, self.linear, self.few, self.fewSpread) = (knn, linear, few, fewSpread)
        }
    }

    /// What was measured and how, so that results are compared with their like only.
    public struct Settings: Codable, Sendable, Hashable {
        public var neighbours = 20
        public var temperature = 0.07
        public var linearL2 = 1e-4
        public var fewL2 = 1e-2
        public var fewPerClass = 60
        public var fewDraws = 5
        public var iterations = 150
        public var trainImages = 0
        public var testImages = 0

        public init() {}
    }

    public var trained: Scores
    public var untrained: Scores
    public var pixels: Scores
    public var settings: Settings

    public init(trained: Scores, untrained: Scores, pixels: Scores, settings: Settings) {
        (self.trained, self.untrained, self.pixels) = (trained, untrained, pixels)
        self.settings = settings
    }

    /// A table for the terminal.
    public var table: String {
        func row(_ name: String, _ cells: [String]) -> String {
            let padded = cells.map { String(repeating: " ", count: max(0, 16 - $0.count)) + $0 }
            return name + String(repeating: " ", count: max(0, 18 - name.count)) + padded.joined()
        }
        func scores(_ name: String, _ s: Scores) -> String {
            row(name, [fixed(s.knn, 1), fixed(s.linear, 1), "\(fixed(s.few, 1)) ± \(fixed(s.fewSpread, 1))"])
        }
        return [
            row("", ["kNN (k = \(settings.neighbours))", "linear probe", "\(settings.fewPerClass) a class"]),
            scores("raw pixels", pixels), scores("untrained encoder", untrained), scores("trained encoder", trained),
        ].joined(separator: "\n")
    }

    /// The text of `evaluation.json`.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    private func fixed(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
}

extension Evaluation.Settings {
    /// All three measures of one kind of features.
    /// - Parameter progress: called with what begins.
    package func scores(
        training: Features, test: Features, executor: any Executor, threads: Int, progress: (String) -> Void = { _ in }
    ) throws -> Evaluation.Scores {
        progress("nearest neighbours")
        var neighbours = NearestNeighbours()
        (neighbours.k, neighbours.temperature) = (self.neighbours, temperature)
        let knn = try neighbours.accuracy(bank: training, queries: test, executor: executor, threads: threads)
        progress("linear probe")
        var probe = try LinearProbe(
            rows: training.count, width: training.width, classes: training.classes, executor: executor, threads: threads
        )
        probe.optimizer.iterations = iterations
        let linear = try probe.fit(training, l2: linearL2).accuracy(test)
        progress("probe on \(fewPerClass) labels a class")
        var few = FewLabels()
        (few.perClass, few.draws, few.l2) = (fewPerClass, fewDraws, fewL2)
        let outcome = try few(training: training, test: test, executor: executor, threads: threads)
        return Evaluation.Scores(knn: knn, linear: linear, few: outcome.mean, fewSpread: outcome.spread)
    }
}
