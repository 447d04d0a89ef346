import Invar
import InvarData
import InvarRuntime

/// Asks of frozen representations what `evaluate` asks: nearest neighbours and a linear probe.
final class Judge {
    private let training: Dataset
    private let test: Dataset
    private let executor: any Executor
    private let threads: Int
    private let badImages: Int
    /// By encoder and seed: several architectures begin with the same encoder.
    private var untrained: [String: Comparison.Point] = [:]

    /// Pixels in larger arrays are not judged: 1 GiB of numbers.
    private static let mostPixels = 1 << 28

    init(training: Dataset, test: Dataset, executor: any Executor, options: RunOptions) {
        (self.training, self.test, self.executor) = (training, test, executor)
        threads = options.threads == 0 ? TargetDescription.current.cores : options.threads
        badImages = options.badImages
    }

    /// - Parameters:
    ///   - values: the encoder's states by name.
    ///   - epochs: after which they are so.
    func encoder(
        _ model: JointEmbedding, _ values: [String: [Float]], epochs: Int, bad: BadImages
    ) throws -> Comparison.Point {
        let encoder = try EncoderFeatures(
            model, values: values, branch: try model.judgedBranch(), executor: executor, threads: threads)
        return try point(encoder(training, bad: bad), encoder(test, bad: bad), epochs: epochs)
    }

    /// The encoder that a run of this seed begins with.
    /// - Parameter trained: its states in the end: what is known of the columns of a table was known before the first step.
    func untrained(
        _ model: JointEmbedding, seed: UInt64, trained: [String: [Float]], bad: BadImages
    ) throws -> Comparison.Point {
        let captured = try model.captureEncoder(batch: 1, branch: try model.judgedBranch())
        var values = captured.states.initialValues(seed: seed)
        for spec in captured.states where spec.column != nil { values[spec.name] = trained[spec.name] }
        var hash = Fingerprint()
        hash.add(captured.graph.fingerprint)
        for (_, values) in values.sorted(by: { $0.key < $1.key }) { hash.add(values) }
        if let known = untrained[hash.text] { return known }
        let point = try encoder(model, values, epochs: 0, bad: bad)
        untrained[hash.text] = point
        return point
    }

    /// The images' pixels themselves; nothing where these are too many. Of a table the standardized rows.
    func raw(of model: JointEmbedding) throws -> Comparison.Point? {
        if training.isOfRows {
            let branch = try model.judgedBranch()
            let shape = try model.signalShapes()[branch]
            let rows = try [training, test].map {
                try Features(rowsOf: $0, branch: branch, standardizedBy: training, as: shape)
            }
            return try point(rows[0], rows[1], epochs: 0)
        }
        let channels = model.image.channels
        guard (training.count + test.count) * training.rawShape(of: channels).size <= Self.mostPixels else {
            return nil
        }
        let bad = try BadImages(limit: badImages)
        return try point(
            Features(pixelsOf: training, of: channels, bad: bad), Features(pixelsOf: test, of: channels, bad: bad),
            epochs: 0)
    }

    private func point(_ bank: Features, _ queries: Features, epochs: Int) throws -> Comparison.Point {
        let knn = try NearestNeighbours().accuracy(bank: bank, queries: queries, executor: executor, threads: threads)
        var probe = try LinearProbe(
            rows: bank.count, width: bank.width, classes: bank.classes, executor: executor, threads: threads)
        let settings = Evaluation.Settings()
        probe.optimizer.iterations = settings.iterations
        let linear = try probe.fit(bank, l2: settings.linearL2).accuracy(queries)
        return Comparison.Point(
            epochs: epochs, knn: knn, linear: linear, trainImages: bank.count, testImages: queries.count)
    }
}
