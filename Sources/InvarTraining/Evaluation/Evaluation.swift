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
        /// Where several choices were asked for: for each of the settings' `neighbourChoices`.
        public var neighbours: [Double]?
        /// Where it was asked for: the linear probe trained by SGD.
        public var sgd: EpochScores?

        /// The three quick measures.
        public init(knn: Double, linear: Double, few: Double, fewSpread: Double) {
            (self.knn, self.linear, self.few, self.fewSpread) = (knn, linear, few, fewSpread)
        }
    }

    /// What was measured and how, so that results are compared with their like only.
    public struct Settings: Codable, Sendable, Hashable {
        /// How many nearest neighbours vote.
        public var neighbours = 20
        /// A vote weighs exp(similarity / temperature).
        public var temperature = 0.07
        /// More choices for nearest neighbours, the one above among them.
        public var neighbourChoices: [NeighbourChoice]?
        /// Weight of the squared norm in the linear probe's loss.
        public var linearL2 = 1e-4
        /// The same of the probe on few labels.
        public var fewL2 = 1e-2
        /// Labels of each class in that probe.
        public var fewPerClass = 60
        /// Where some class has fewer labelled images than that: how many the smallest one has.
        public var fewestPerClass: Int?
        /// How many such sets of labels are drawn.
        public var fewDraws = 5
        /// Of L-BFGS, at most.
        public var iterations = 150
        /// Trains a probe by SGD too.
        public var sgd: SGDProbe.Settings?
        /// Images that were read: those that cannot be are left out.
        public var trainImages = 0
        /// The same of the test images.
        public var testImages = 0
        /// `row` or `signal`, nothing for images. The scores of raw pixels are then those of the rows, each column standardized.
        public var itemName: String?
        /// What messages call one of them.
        public var item: String { itemName ?? "image" }
        /// What the images are called,
        public var data: String?
        /// and where they are.
        public var dataPath: String?

        /// What every table of ours was measured with.
        public init() {}

        /// Several choices for nearest neighbours; the first is the one of the table's first column.
        public mutating func tryNeighbours(_ choices: [NeighbourChoice]) {
            guard let first = choices.first else { return }
            (neighbours, temperature) = (first.k, first.temperature)
            neighbourChoices = choices.count > 1 ? choices : nil
        }
    }

    /// Of the trained encoder.
    public var trained: Scores
    /// Of the same encoder before training.
    public var untrained: Scores
    /// Of the images' pixels themselves; of rows, each column standardized, where there are no images.
    public var pixels: Scores
    /// How all of it was measured.
    public var settings: Settings

    /// - Parameters: percent of the test images, and how they were measured.
    public init(trained: Scores, untrained: Scores, pixels: Scores, settings: Settings) {
        (self.trained, self.untrained, self.pixels) = (trained, untrained, pixels)
        self.settings = settings
    }

    /// The text of `evaluation.json`.
    public func json() throws -> String { try prettyJSON(self) }
}

extension Evaluation.Settings {
    /// From what was asked for to what is possible with so many images: no more neighbours than there are images, no more labels of
    /// a class than it has.
    /// - Throws: `EvaluationError` where too little is left of the images to tell classes apart.
    mutating func settle(training: Features, test: Features) throws {
        let sizes = Dictionary(grouping: training.labels, by: \.self).values.map(\.count)
        guard sizes.count >= 2, let smallest = sizes.min(), let largest = sizes.max() else {
            throw EvaluationError(
                "the training images that can be read are of one class; there is nothing to tell apart")
        }
        (trainImages, testImages) = (training.count, test.count)
        neighbours = min(neighbours, training.count)
        neighbourChoices = neighbourChoices?.map {
            NeighbourChoice(k: min($0.k, training.count), temperature: $0.temperature)
        }
        fewestPerClass = smallest < min(fewPerClass, largest) ? smallest : nil
        fewPerClass = min(fewPerClass, largest)
    }

    /// The three quick measures of one kind of features.
    /// - Parameter progress: called with what begins.
    package func scores(
        training: Features, test: Features, executor: any Executor, threads: Int, progress: (String) -> Void = { _ in }
    ) throws -> Evaluation.Scores {
        progress("nearest neighbours")
        let choices = neighbourChoices ?? [NeighbourChoice(k: neighbours, temperature: temperature)]
        let found = try NearestNeighbours().accuracies(
            choices, bank: training, queries: test, executor: executor, threads: threads)
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
        var scores = Evaluation.Scores(
            knn: found.first ?? 0, linear: linear, few: outcome.mean, fewSpread: outcome.spread)
        if neighbourChoices != nil { scores.neighbours = found }
        return scores
    }
}
