import InvarRuntime
import InvarTraining
import InvarData
import Invar

/// Everything that a run is made of: a model, images, and where it is written. Its methods train.
///
///     var run = TrainingRun(mine, on: images, into: "runs/mine")
///     run.configuration.epochs = 20
///     for try await event in run.events {
///         if case .epoch(let report) = event { print(report.epoch, report.loss) }
///     }
///
/// The numbers of a run depend on model, images and configuration alone: one that was stopped at any moment and goes on
/// (`start = .resume`) has the losses, bit for bit, of one that was not.
public struct TrainingRun: Sendable {
    /// What is trained.
    public var model: JointEmbedding
    /// What it is trained on; labels take no part.
    public var dataset: Dataset
    /// For an encoder that takes numbers beside one that sees images: a row for each image of the data set. A table without images
    /// is a data set of its own, `Dataset(name:split:rows:)`.
    public var features: FeatureRows?
    /// Path of the run's directory: it gets run.json, metrics.jsonl, checkpoints/last.safetensors and encoder.safetensors.
    public var directory: String
    /// Optimizer, learning rates, batch, epochs, seed: with model and images all that the numbers depend on.
    public var configuration: TrainingConfiguration
    /// What computes.
    public var executor: ExecutorKind
    /// How it is carried out: threads, memory, how often it logs and saves.
    public var options: RunOptions
    /// What to do about a run that is in the directory already.
    public var start: RunStart
    /// Path of a safetensors file whose encoder the run begins with, instead of random values: another run's, or torchvision's of the same architecture.
    public var initialEncoder: String?
    /// Labelled images by which the encoder is judged after each epoch: no number of the run changes by it.
    public var monitor: Monitor?
    /// How many ranks share every step, as threads of this process: each computes its part of the images on its part of the cores. The batch
    /// stays that of all together, and the numbers are those of one rank, to rounding.
    public var ranks = 1
    /// Instead of one that `executor` names.
    package var ownExecutor: (any Executor)?

    /// Images of two splits, the first 10,000 and 2,000 of which are used.
    public struct Monitor: Sendable {
        /// Whose labels a linear probe and nearest neighbours learn.
        public var training: Dataset
        /// Whose labels are then guessed.
        public var test: Dataset

        /// - Parameters: images of the same classes.
        public init(training: Dataset, test: Dataset) { (self.training, self.test) = (training, test) }
    }

    /// - Parameters:
    ///   - model: what is trained.
    ///   - dataset: images of any size.
    ///   - directory: path of the run's directory, which is made.
    ///   - configuration: AdamW for 5 epochs, unless given.
    ///   - executor: what computes.
    public init(
        _ model: JointEmbedding, on dataset: Dataset, into directory: String,
        configuration: TrainingConfiguration = .demo(), executor: ExecutorKind = .jit
    ) {
        (self.model, self.dataset, self.directory) = (model, dataset, directory)
        (self.configuration, self.executor) = (configuration, executor)
        (options, start) = (RunOptions(), .new)
    }

    /// Trains until the last epoch is done or a stop is asked for, on the calling thread and threads of its own.
    ///
    /// - Parameters:
    ///   - stop: heard after every step; the run then saves and ends.
    ///   - observer: told what happens, on the calling thread. What it throws ends the run; what was saved stays.
    /// - Throws: `TrainingError`, `DataError` or `Diagnostic` for a mistake in configuration, directory, images, architecture, before anything is
    ///   written; later `TrainingError` where a loss is no longer finite or a file cannot be written. The last good checkpoint is then still there.
    @discardableResult
    public func trainOnThisThread(
        stop: StopRequest = StopRequest(), observer: (TrainingEvent) throws -> Void = { _ in }
    ) throws -> TrainingSummary {
        let most = TargetDescription.current.mostThreads
        guard (1...most).contains(ranks) else {
            throw TrainingError(.configuration, "\(ranks) ranks; 1 to \(most) are possible on this machine")
        }
        do {
            return try train(over: ranks > 1 ? RankGroup(threads: ranks) : .alone, stop: stop, observer: observer)
        } catch let failure as RankFailure {
            throw failure.underlying ?? TrainingError(.ranks, failure.description)
        }
    }

    /// Trains on a thread of its own. Cancelling the task ends the run after the step at hand: it saves, and the summary's outcome is `interrupted`.
    ///
    /// - Parameter observer: told what happens, on the run's thread.
    /// - Throws: as ``trainOnThisThread(stop:observer:)``.
    @discardableResult
    public func train(
        observer: @escaping @Sendable (TrainingEvent) throws -> Void = { _ in }
    ) async throws -> TrainingSummary {
        let stop = StopRequest()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                do {
                    try WorkerThread {
                        continuation.resume(with: Result { try trainOnThisThread(stop: stop, observer: observer) })
                    }
                    .detach()
                } catch { continuation.resume(throwing: error) }
            }
        } onCancel: {
            stop.request()
        }
    }

    /// Begins the run, and gives what happens in it, one event after another; the last is `finished`. Who stops listening, or whose task is cancelled, ends the run
    /// after the step at hand; it saves then, in the background. Who has to know when it is saved calls ``train(observer:)``.
    public var events: AsyncThrowingStream<TrainingEvent, any Error> {
        AsyncThrowingStream { continuation in
            let stop = StopRequest()
            continuation.onTermination = { _ in stop.request() }
            do {
                try WorkerThread {
                    do {
                        try trainOnThisThread(stop: stop) { _ = continuation.yield($0) }
                        continuation.finish()
                    } catch { continuation.finish(throwing: error) }
                }.detach()
            } catch { continuation.finish(throwing: error) }
        }
    }

    /// Trains as the ranks of this process, together with those of others.
    ///
    /// - Parameter begin: called on the calling thread when all that can be checked was, before anything is written; what it gives is
    ///   kept until the run ends.
    package func train(
        over group: RankGroup, stop: StopRequest, begin: () -> AnyObject? = { nil },
        observer: (TrainingEvent) throws -> Void
    ) throws -> TrainingSummary {
        try group.run { communicator in
            let trainer = try trainer(communicator)
            let kept = group.isFirst(communicator) ? begin() : nil
            return try withExtendedLifetime(kept) { try trainer.run(stop: stop, observer: observer) }
        }
    }

    /// Everything that can be checked is, and the step is compiled: nothing is written yet.
    /// - Parameter communicator: of the ranks that share the run.
    private func trainer(_ communicator: any Communicator) throws -> Trainer {
        var options = options
        let executor = try ownExecutor ?? executor.executor(schedules: options.schedules)
        if options.compile.code == nil { options.compile.code = compiledKernels(schedules: options.schedules) }
        let initial = try initialEncoder.map { try InitialEncoder($0, for: model) }
        if let initial, let ignored = initial.ignored {
            options.logger.warning("\(initial.source.path): \(ignored) ignored")
        }
        let trainer = try Trainer(
            configuration, model: model, dataset: dataset, features: features.map { [$0] } ?? [], executor: executor,
            directory: directory, start: start, initial: initial, options: options, communicator: communicator)
        if let monitor {
            trainer.monitor = try OnlineMonitor(
                model, training: monitor.training, test: monitor.test, executor: executor, threads: trainer.threads,
                communicator: communicator)
        }
        return trainer
    }
}
