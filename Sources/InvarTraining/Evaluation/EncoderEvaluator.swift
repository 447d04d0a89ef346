import Invar
import InvarData
import InvarRuntime

/// Evaluates an encoder beside its untrained self and the raw pixels.
package struct EncoderEvaluator {
    package let model: JointEmbedding
    package let branch: Int
    /// Of the untrained encoder: the run's, so that it is the encoder that the run began with.
    package let seed: UInt64
    package let training: Dataset
    package let test: Dataset
    package let executor: any Executor
    package let threads: Int
    package var settings = Evaluation.Settings()
    /// Where images that cannot be read are counted.
    package var bad: BadImages?

    package init(
        model: JointEmbedding, branch: Int = 0, seed: UInt64, training: Dataset, test: Dataset, executor: any Executor,
        threads: Int
    ) {
        (self.model, self.branch, self.seed) = (model, branch, seed)
        (self.training, self.test) = (training, test)
        (self.executor, self.threads) = (executor, threads)
        (settings.trainImages, settings.testImages) = (training.count, test.count)
    }

    /// - Parameters:
    ///   - trained: the encoder's states by name.
    ///   - progress: called with what is being done, and how much of all is done, from 0 to 1.
    /// - Throws: `EvaluationError` for an encoder that does not fit or has diverged, `ArenaError` for too little memory.
    package func evaluate(
        _ trained: [String: [Float]], progress: (String, Double) -> Void = { _, _ in }
    ) throws -> Evaluation {
        let states = try model.captureEncoder(batch: 1, branch: branch).states
        let untrained = Dictionary(
            states.map { ($0.name, $0.initialValues(seed: seed)) }, uniquingKeysWith: { first, _ in first })
        let ofTrained = try scores(of: trained, "trained encoder") { progress($0, $1 * 0.35) }
        let ofUntrained = try scores(of: untrained, "untrained encoder") { progress($0, 0.35 + $1 * 0.35) }
        let ofPixels = try scores(
            try Features(pixelsOf: training, bad: bad), try Features(pixelsOf: test, bad: bad), "raw pixels",
            { progress($0, 0.7 + $1 * 0.3) },
            from: 0)
        return Evaluation(trained: ofTrained, untrained: ofUntrained, pixels: ofPixels, settings: settings)
    }

    private func scores(
        of values: [String: [Float]], _ name: String, _ progress: (String, Double) -> Void
    ) throws -> Evaluation.Scores {
        let encoder = try EncoderFeatures(model, values: values, branch: branch, executor: executor, threads: threads)
        let total = Double(training.count + test.count)
        let trainingFeatures = try encoder(training, bad: bad) {
            progress("\(name): features", 0.5 * Double($0) / total)
        }
        let testFeatures = try encoder(test, bad: bad) {
            progress("\(name): features", 0.5 * Double(training.count + $0) / total)
        }
        return try scores(trainingFeatures, testFeatures, name, progress, from: 0.5)
    }

    private func scores(
        _ trainingFeatures: Features, _ testFeatures: Features, _ name: String, _ progress: (String, Double) -> Void,
        from done: Double
    ) throws -> Evaluation.Scores {
        var stage = 0.0
        return try settings.scores(training: trainingFeatures, test: testFeatures, executor: executor, threads: threads)
        {
            progress("\(name): \($0)", done + (1 - done) * stage / 3)
            stage += 1
        }
    }
}
