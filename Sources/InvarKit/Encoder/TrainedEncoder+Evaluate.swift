import Invar
import InvarData
import InvarRuntime
import func InvarGraph.counted
import InvarTraining

extension TrainedEncoder {
    /// How good the representations are, beside those of the untrained encoder and the raw pixels: percent of the test images classified right by nearest neighbours
    /// and linear probes that were given the training images' labels (docs/evaluation.md).
    ///
    /// - Parameters:
    ///   - training: labelled images of two classes or more.
    ///   - test: labelled images of the same classes.
    ///   - settings: neighbours, labels a class, whether a probe is trained by SGD too.
    ///   - progress: called with what is being done, and how much of all is done, from 0 to 1.
    /// - Throws: `EvaluationError` where the images are of one class or do not have what the encoder takes; `DataError` where too many cannot be read.
    public func evaluate(
        training: Dataset, test: Dataset, settings: Evaluation.Settings = Evaluation.Settings(),
        progress: (String, Double) -> Void = { _, _ in }
    ) throws -> Evaluation {
        try evaluate(training: training, test: test, settings: settings, bad: nil, progress: progress)
    }

    /// - Parameter bad: where images that cannot be read are counted.
    package func evaluate(
        training: Dataset, test: Dataset, settings: Evaluation.Settings, bad: BadImages?,
        progress: (String, Double) -> Void
    ) throws -> Evaluation {
        var evaluator = EncoderEvaluator(
            model: model, branch: branch, seed: seed, training: training, test: test, executor: executor,
            threads: threads)
        evaluator.settings = settings
        (evaluator.settings.trainImages, evaluator.settings.testImages) = (training.count, test.count)
        evaluator.settings.data = settings.data ?? training.name
        evaluator.bad = bad
        evaluator.communicator = communicator
        return try evaluator.evaluate(values, progress: progress)
    }

    /// Of the run that it is from; 0 for a file.
    package var seed: UInt64 { record?.run.configuration.seed ?? 0 }

    /// How the dimensions of what encoder and expander make of images depend on each other.
    ///
    /// - Parameters:
    ///   - dataset: two images or more.
    ///   - progress: called with the number of images done.
    /// - Returns: what it comes to for the representations and for the embeddings; the same twice where there is no expander.
    /// - Throws: `TrainingError` where this is not from a run, or the run has no checkpoint: the expander is in the checkpoint alone; `EvaluationError` where
    ///   fewer than two images can be read.
    public func correlate(
        _ dataset: Dataset, progress: (Int) -> Void = { _ in }
    ) throws -> (representation: Correlation, embedding: Correlation) {
        guard record != nil else {
            throw TrainingError(
                .checkpoint,
                "\(source) holds an encoder alone, and correlations are also of what the expander makes; give a run's directory"
            )
        }
        let found = try RunDirectory(source).correlate(
            dataset, model, branch: branch, executor: executor, threads: threads, progress: progress)
        return (found.representation, found.embedding)
    }
}

extension RunDirectory {
    /// What encoder and expander of the last checkpoint make of images, with the steps that they were trained for, and how many of the images could be
    /// read.
    /// - Parameter bad: where images that cannot be read are counted.
    package func correlate(
        _ dataset: Dataset, _ model: JointEmbedding, branch: Int, executor: any Executor, threads: Int,
        bad: BadImages? = nil, progress: (Int) -> Void
    ) throws -> (representation: Correlation, embedding: Correlation, step: Int, images: Int) {
        let path = lastCheckpoint
        guard FileStatus(path) != nil else {
            throw TrainingError(
                .checkpoint, "\(path) is not there: the expander is in the checkpoint alone; train the run again")
        }
        let embedder = try EmbedderFeatures(model, branch: branch, executor: executor, threads: threads)
        let checkpoint = try Checkpoint(path: path)
        let values = try checkpoint.values(ofSome: embedder.states)
        try embedder.load { values[$0] }
        let outputs = try embedder(dataset, bad: bad, progress: progress)
        guard outputs.embeddings.count > 1 else {
            throw EvaluationError(
                "\(dataset.name) has \(counted(outputs.embeddings.count, "\(dataset.split) image")) that can be looked at; correlations are over several: give two or more"
            )
        }
        return (
            try Correlation(outputs.representations), try Correlation(outputs.embeddings), checkpoint.progress.step,
            outputs.embeddings.count
        )
    }
}
