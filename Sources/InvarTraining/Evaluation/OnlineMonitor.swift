import Invar
import InvarData
import InvarRuntime

/// How good the encoder is while it is trained: after each epoch nearest neighbours and a linear probe on the frozen
/// representations of some images. It has a program of its own, draws no random numbers and only reads the run's state,
/// so that a run's numbers are the same with it and without.
package struct OnlineMonitor {
    package static let trainImages = 10_000
    package static let testImages = 2000

    private let encoder: EncoderFeatures
    private let training: Dataset
    private let test: Dataset
    private var probe: LinearProbe
    private let neighbours = NearestNeighbours()
    private let executor: any Executor
    private let threads: Int

    /// Of both datasets the first images; of the branches the first that sees images, if one does.
    /// - Throws: `EvaluationError` where the training images have no labels, or are of one class, `Diagnostic` where images and
    ///   architecture do not fit, `ArenaError` for too little memory.
    package init(
        _ model: JointEmbedding, training: Dataset, test: Dataset, executor: any Executor, threads: Int,
        communicator: any Communicator = Alone()
    ) throws {
        self.training = try training.prefix(Self.trainImages)
        self.test = try test.prefix(Self.testImages)
        (self.executor, self.threads) = (executor, threads)
        try LabelledImages.check(self.training, test: test, for: "--monitor")
        let branch = try model.judgedBranch()
        encoder = try EncoderFeatures(
            model, branch: branch, executor: executor, threads: threads, communicator: communicator)
        for dataset in [training, test] { _ = try FrozenInput(dataset, for: model, branch: branch) }
        probe = try LinearProbe(
            rows: self.training.count, width: encoder.width,
            classes: max(training.classNames.count, test.classNames.count), executor: executor, threads: threads)
        probe.optimizer.iterations = 50
    }

    /// Of the encoder that a run has now.
    /// - Parameter bad: where images that cannot be read are counted; they are left out.
    mutating func measure(_ state: StateStore, epoch: Int, step: Int, bad: BadImages) throws -> MonitorReport {
        let begin = ContinuousClock.now
        let specs = state.states.byName(\.self)
        try encoder.load { specs[$0].map(state.values) }
        let (bank, queries) = try (encoder(training, bad: bad), encoder(test, bad: bad))
        if bank.count != probe.rows {
            let iterations = probe.optimizer.iterations
            probe = try LinearProbe(
                rows: bank.count, width: encoder.width, classes: probe.classes, executor: executor, threads: threads)
            probe.optimizer.iterations = iterations
        }
        let knn = try neighbours.accuracy(bank: bank, queries: queries, executor: executor, threads: threads)
        let linear = try probe.fit(bank, l2: 1e-4).accuracy(queries)
        return MonitorReport(
            epoch: epoch, step: step, knn: knn, linear: linear, neighbours: min(neighbours.k, bank.count),
            temperature: neighbours.temperature, trainImages: bank.count, testImages: queries.count,
            seconds: begin.duration(to: .now) / .seconds(1))
    }
}

/// A line of `metrics.jsonl`, and what a person is shown.
public struct MonitorReport: Codable, Sendable, Hashable {
    /// Tells it from the lines of steps and epochs.
    public private(set) var kind = "monitor"
    /// Counted from 1.
    public let epoch: Int
    /// Steps done, over all epochs.
    public let step: Int
    /// Percent of the test images classified right by their nearest neighbours.
    public let knn: Double
    /// The same by a linear probe.
    public let linear: Double
    /// How many nearest neighbours voted.
    public let neighbours: Int
    /// A vote weighed exp(similarity / temperature).
    public let temperature: Double
    /// Images whose labels were learned.
    public let trainImages: Int
    /// Images whose labels were guessed.
    public let testImages: Int
    /// That it took, besides the epoch's own.
    public let seconds: Double
}
