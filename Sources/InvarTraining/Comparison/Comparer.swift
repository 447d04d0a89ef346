import Foundation
import Invar
import InvarData
import InvarRuntime

/// Trains several architectures with several seeds alike, and judges each one's frozen encoder.
///
/// Every run has a directory of its own, `ARCHITECTURE/SEED`; what is finished there is kept in `result.json`.
package struct Comparer {
    package let models: [JointEmbedding]
    package let seeds: [UInt64]
    /// Of every run, but for the seed.
    package let configuration: TrainingConfiguration
    package let training: Dataset
    package let test: Dataset
    /// For models with an encoder that takes no images.
    package let features: [FeatureRows]
    package let executor: any Executor
    package let options: RunOptions
    package let directory: String
    /// Of the ranks that share the runs: each trains some of them by itself.
    package let communicator: any Communicator

    /// What goes on, for a person.
    package enum Event {
        /// `index` of `count` begins.
        case run(architecture: String, seed: UInt64, index: Int, count: Int)
        case training(TrainingEvent)
        case evaluating
        case result(Comparison.Run)
    }

    package init(
        models: [JointEmbedding], seeds: [UInt64], configuration: TrainingConfiguration, training: Dataset,
        test: Dataset, features: [FeatureRows] = [], executor: any Executor, options: RunOptions, directory: String,
        communicator: any Communicator = Alone()
    ) {
        (self.models, self.seeds, self.configuration) = (models, seeds, configuration)
        (self.training, self.test, self.features) = (training, test, features)
        (self.executor, self.options, self.directory) = (executor, options, directory)
        self.communicator = communicator
    }

    private func path(_ model: JointEmbedding, _ seed: UInt64) -> String {
        Comparer.path(directory, model.name, seed)
    }

    /// Of one run's directory.
    package static func path(_ directory: String, _ architecture: String, _ seed: UInt64) -> String {
        "\(directory)/\(architecture)/\(seed)"
    }

    /// Refuses what could not be judged in the end, and a directory with runs of an earlier comparison, unless they are to be continued.
    /// - Throws: `EvaluationError`, `TrainingError`.
    package func begin(resuming: Bool) throws {
        try LabelledImages.check(training, test: test, for: "a comparison")
        for model in models { try FrozenInput.check(training, for: model, branch: model.judgedBranch()) }
        guard !resuming else { return }
        for model in models {
            for seed in seeds where FileStatus(RunDirectory(path(model, seed)).record) != nil {
                throw TrainingError(
                    .directory,
                    "\(path(model, seed)) holds a run already; go on with it by --resume, or choose another --output")
            }
        }
    }

    /// Trains and judges one after another, seed by seed, so that a comparison that is stopped early compares something.
    /// - Parameter keep: called at the beginning, and after each run, with everything so far.
    /// - Throws: as `Trainer`; a run that diverges is a result.
    package func run(
        stop: StopRequest, observer: (Event) throws -> Void, keep: (Comparison) throws -> Void
    ) throws -> Comparison {
        var comparison = Comparison(
            settings: Comparison.Settings(
                data: training.name, trainImages: training.count, testImages: test.count,
                configuration: configuration, neighbours: NeighbourChoice(k: min(NeighbourChoice().k, training.count)),
                seeds: seeds))
        comparison.settings.isOfRows = training.isOfRows ? true : nil
        // what was asked for is known to --resume before the first run is finished
        try Folder.make(directory)
        if Comparison.settings(in: directory) == nil { try keep(comparison) }
        let jobs = seeds.flatMap { seed in models.map { (model: $0, seed: seed) } }
        // no rank begins a run before all have looked for earlier ones
        _ = try communicator.gathered([])
        for (index, job) in jobs.enumerated() where index % communicator.ranks == communicator.rank {
            try observer(
                .run(architecture: job.model.name, seed: job.seed, index: index, count: jobs.count))
            guard let run = try result(job.model, job.seed, stop: stop, observer: observer) else { break }
            comparison.runs.append(run)
            comparison.settings.trainImages = run.trainImages ?? training.count
            comparison.settings.testImages = run.testImages ?? test.count
            // seeds stand beside each other in the table whatever came first
            comparison.runs.sort { order($0) < order($1) }
            try keep(comparison)
            try observer(.result(run))
            if stop.isRequested { break }
        }
        guard communicator.ranks > 1 else { return comparison }
        comparison.runs = try communicator.gathered(Array(prettyJSON(comparison.runs).utf8)).flatMap {
            try jsonDecoder().decode([Comparison.Run].self, from: Data($0))
        }.sorted { order($0) < order($1) }
        for run in comparison.runs {
            comparison.settings.trainImages = run.trainImages ?? training.count
            comparison.settings.testImages = run.testImages ?? test.count
        }
        try keep(comparison)
        return comparison
    }

    private func order(_ run: Comparison.Run) -> Int {
        let model = models.firstIndex { $0.name == run.architecture } ?? 0
        return model * seeds.count + (seeds.firstIndex(of: run.seed) ?? 0)
    }

    /// Nothing where it was stopped before its end.
    private func result(
        _ model: JointEmbedding, _ seed: UInt64, stop: StopRequest, observer: (Event) throws -> Void
    ) throws -> Comparison.Run? {
        var configuration = configuration
        configuration.seed = seed
        let place = path(model, seed)
        if let known = try FinishedRun.read(place, where: { try isOf($0, model, configuration) }) { return known }
        let exists = FileStatus(RunDirectory(place).record) != nil
        let trainer = try Trainer(
            configuration, model: model, dataset: training, features: features, executor: executor, directory: place,
            start: exists ? .resume : .new, options: options)
        var run = Comparison.Run(architecture: model.name, seed: seed)
        run.fullRank = min(trainer.step.embeddingWidth, configuration.batch)
        do {
            let summary = try trainer.run(stop: stop) { try observer(.training($0)) }
            guard summary.outcome == .finished else { return nil }
        } catch let error as TrainingError where error.kind == .notFinite {
            run.failure = error.message
        }
        if run.failure == nil {
            try observer(.evaluating)
            if let last = MetricsLog.lastEpoch(RunDirectory(place).metrics) {
                (run.terms, run.collapse, run.imagesPerSecond) = (last.terms, last.collapse, last.imagesPerSecond)
            }
            try judge(&run, model, place)
        }
        try FinishedRun(run: run, identity: trainer.identity, testImages: test.count).write(place)
        return run
    }

    private func judge(_ run: inout Comparison.Run, _ model: JointEmbedding, _ place: String) throws {
        let branch = try model.judgedBranch()
        let states = try model.captureEncoder(batch: 1, branch: branch).states
        let file = RunDirectory(place).encoder(branch: branch)
        let values = try EncoderFile.read(file, states: states, architecture: model.name).values
        let threads = options.threads == 0 ? TargetDescription.current.cores : options.threads
        let encoder = try EncoderFeatures(model, values: values, branch: branch, executor: executor, threads: threads)
        let bad = try BadImages(
            limit: options.badImages, log: RunDirectory(place).badImages, isResumed: true)
        let (bank, queries) = (try encoder(training, bad: bad), try encoder(test, bad: bad))
        (run.trainImages, run.testImages) = (bank.count, queries.count)
        run.knn = try NearestNeighbours().accuracy(bank: bank, queries: queries, executor: executor, threads: threads)
        var probe = try LinearProbe(
            rows: bank.count, width: bank.width, classes: bank.classes, executor: executor, threads: threads)
        let settings = Evaluation.Settings()
        probe.optimizer.iterations = settings.iterations
        run.linear = try probe.fit(bank, l2: settings.linearL2).accuracy(queries)
    }

    /// Whether a result is of what is asked for now; cheaper than a `Trainer`, which takes memory and compiles kernels.
    private func isOf(
        _ finished: FinishedRun, _ model: JointEmbedding, _ configuration: TrainingConfiguration
    ) throws -> Bool {
        let step = try TrainingStep.build(
            model, optimizer: configuration.optimizer, batch: configuration.batch, memory: options.memory)
        return finished.identity
            == RunIdentity(
                step, configuration, training, features.isEmpty ? training.rows : features)
            && finished.testImages == test.count
    }
}
