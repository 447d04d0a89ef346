import Foundation
import Invar
import func InvarGraph.counted
import InvarData
import InvarRuntime

/// Trains several architectures with several seeds alike, and judges each one's frozen encoder.
///
/// Every run has a directory of its own, `ARCHITECTURE/SEED`, or with `eachBudget` `ARCHITECTURE/SEED/epochs-N`; what is finished there is
/// kept in `result.json`, and what is known of an unfinished one in `points.json`.
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
    /// After how many epochs runs are judged, upwards, besides their end.
    package let atEpochs: [Int]
    /// Whether each of these is a budget for a run of its own, with learning rates of its own.
    package let eachBudget: Bool
    private let judge: Judge

    /// What goes on, for a person.
    package enum Event {
        /// `index` of `count` begins; where each budget has runs of its own, with the epochs of this one.
        case run(architecture: String, seed: UInt64, budget: Int?, index: Int, count: Int)
        case training(TrainingEvent)
        case evaluating
        /// The images' pixels are judged.
        case pixels
        case result(Comparison.Run)
    }

    package init(
        models: [JointEmbedding], seeds: [UInt64], configuration: TrainingConfiguration, training: Dataset,
        test: Dataset, features: [FeatureRows] = [], executor: any Executor, options: RunOptions, directory: String,
        atEpochs: [Int] = [], eachBudget: Bool = false, communicator: any Communicator = Alone()
    ) {
        (self.models, self.seeds, self.configuration) = (models, seeds, configuration)
        (self.training, self.test, self.features) = (training, test, features)
        (self.executor, self.options, self.directory) = (executor, options, directory)
        (self.atEpochs, self.eachBudget) = (atEpochs.sorted(), eachBudget)
        self.communicator = communicator
        judge = Judge(training: training, test: test, executor: executor, options: options)
    }

    /// Of one run's directory.
    /// - Parameter budget: epochs, where each budget has runs of its own.
    package static func path(
        _ directory: String, _ architecture: String, _ seed: UInt64, budget: Int? = nil
    ) -> String {
        "\(directory)/\(architecture)/\(seed)" + (budget.map { "/epochs-\($0)" } ?? "")
    }

    /// What is to be trained.
    private struct Job {
        let model: JointEmbedding
        let configuration: TrainingConfiguration
        let place: String
    }

    /// Seed by seed, and of each the short ones first.
    private var jobs: [Job] {
        let budgets: [Int?] = eachBudget ? atEpochs : [nil]
        return seeds.flatMap { seed in
            budgets.flatMap { budget in
                models.map { model in
                    var own = configuration
                    (own.seed, own.epochs) = (seed, budget ?? configuration.epochs)
                    return Job(
                        model: model, configuration: own,
                        place: Comparer.path(directory, model.name, seed, budget: budget))
                }
            }
        }
    }

    /// Refuses what could not be judged in the end, and a directory with runs of an earlier comparison, unless they are to be continued.
    /// - Throws: `EvaluationError`, `TrainingError`.
    package func begin(resuming: Bool) throws {
        try LabelledImages.check(training, test: test, for: "a comparison")
        for model in models { try FrozenInput.check(training, for: model, branch: model.judgedBranch()) }
        guard !resuming else { return }
        for job in jobs where FileStatus(RunDirectory(job.place).record) != nil {
            throw TrainingError(
                .directory,
                "\(job.place) holds a run already; go on with it by --resume, or choose another --output")
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
        comparison.settings.itemName = training.isOfRows ? training.item : nil
        comparison.settings.atEpochs = atEpochs.isEmpty ? nil : atEpochs
        comparison.settings.eachBudget = eachBudget ? true : nil
        if eachBudget { comparison.settings.epochs = atEpochs.last ?? configuration.epochs }
        // what was asked for is known to --resume before the first run is finished
        try Folder.make(directory)
        let earlier = Comparison.read(in: directory)
        if earlier == nil { try keep(comparison) }
        let jobs = self.jobs
        // no rank begins a run before all have looked for earlier ones
        _ = try communicator.gathered([])
        if communicator.rank == 0 {
            if let earlier, earlier.settings.data == training.name, earlier.pixels?.isOf(training, test) == true {
                comparison.pixels = earlier.pixels
            } else {
                try observer(.pixels)
                comparison.pixels = try judge.raw(of: models[0])
            }
        }
        for (index, job) in jobs.enumerated() where index % communicator.ranks == communicator.rank {
            try observer(
                .run(
                    architecture: job.model.name, seed: job.configuration.seed,
                    budget: eachBudget ? job.configuration.epochs : nil, index: index, count: jobs.count))
            guard let run = try result(job, stop: stop, observer: observer) else { break }
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
        let seed = model * seeds.count + (seeds.firstIndex(of: run.seed) ?? 0)
        return seed * (atEpochs.count + 1) + (atEpochs.firstIndex { $0 == run.epochs } ?? atEpochs.count)
    }

    /// Nothing where it was stopped before its end.
    private func result(
        _ job: Job, stop: StopRequest, observer: (Event) throws -> Void
    ) throws -> Comparison.Run? {
        let (model, place, epochs) = (job.model, job.place, job.configuration.epochs)
        let wanted = eachBudget ? [] : atEpochs.filter { $0 < epochs }
        func bad() throws -> BadImages {
            try BadImages(limit: options.badImages, log: RunDirectory(place).badImages, isResumed: true)
        }
        let branch = try model.judgedBranch()
        let states = try model.captureEncoder(batch: 1, branch: branch).states
        func trained() throws -> [String: [Float]] {
            try EncoderFile.read(RunDirectory(place).encoder(branch: branch), states: states, architecture: model.name)
                .values
        }
        if var known = try FinishedRun.read(place, where: { try isOf($0, model, job.configuration) }) {
            try check(wanted, judged: known.points ?? [], upTo: known.failure == nil ? epochs : 0, in: place)
            guard known.untrained == nil, known.failure == nil else { return known }
            // kept by an earlier version
            known.untrained = try judge.untrained(model, seed: known.seed, trained: trained(), bad: bad())
            return known
        }
        let exists = FileStatus(RunDirectory(place).record) != nil
        let trainer = try Trainer(
            job.configuration, model: model, dataset: training, features: features, executor: executor,
            directory: place, start: exists ? .resume : .new, options: options)
        var run = Comparison.Run(architecture: model.name, seed: job.configuration.seed)
        (run.epochs, run.fullRank) = (epochs, min(trainer.step.embeddingWidth, job.configuration.batch))
        var judged = JudgedPoints(in: place, of: trainer.identity, testImages: test.count)
        /// Of the checkpoint that was just written, or that the run goes on from.
        func judgeCheckpoint(after step: Int) throws {
            let epoch = step / trainer.stepsPerEpoch
            guard step.isMultiple(of: trainer.stepsPerEpoch), wanted.contains(epoch), !judged.has(epoch) else { return }
            try observer(.evaluating)
            let values = try Checkpoint(path: RunDirectory(place).lastCheckpoint).values(ofSome: states)
            // the run has a log of its own open
            let bad = try BadImages(limit: options.badImages)
            try judged.add(judge.encoder(model, values, epochs: epoch, bad: bad), to: place)
        }
        do {
            let summary = try trainer.run(stop: stop) { event in
                switch event {
                case .started(let started):
                    let done = started.fromStep / trainer.stepsPerEpoch
                    try judgeCheckpoint(after: started.fromStep)
                    try check(wanted, judged: judged.points, upTo: done, in: place)
                case .checkpoint(_, let step): try judgeCheckpoint(after: step)
                default: break
                }
                try observer(.training(event))
            }
            guard summary.outcome == .finished else { return nil }
        } catch let error as TrainingError where error.kind == .notFinite {
            run.failure = error.message
        }
        run.points = judged.points
        if run.failure == nil {
            try observer(.evaluating)
            if let last = MetricsLog.lastEpoch(RunDirectory(place).metrics) {
                (run.terms, run.collapse, run.imagesPerSecond) = (last.terms, last.collapse, last.imagesPerSecond)
            }
            let (values, bad) = (try trained(), try bad())
            let last = try judge.encoder(model, values, epochs: epochs, bad: bad)
            (run.knn, run.linear) = (last.knn, last.linear)
            (run.trainImages, run.testImages) = (last.trainImages, last.testImages)
            run.points = judged.points + [last]
            run.untrained = try judge.untrained(model, seed: run.seed, trained: values, bad: bad)
        }
        try FinishedRun(run: run, identity: trainer.identity, testImages: test.count).write(place)
        return run
    }

    /// - Throws: `TrainingError` where a run is beyond an epoch that it was to be judged after.
    private func check(_ wanted: [Int], judged: [Comparison.Point], upTo done: Int, in place: String) throws {
        let missed = wanted.filter { epoch in epoch <= done && !judged.contains { $0.epochs == epoch } }
        guard !missed.isEmpty else { return }
        throw TrainingError(
            .directory,
            "\(place) is trained beyond \(counted(missed[0], "epoch")) and was not judged then, and its encoder of that time is "
                + "gone; ask for the epochs that it was begun with, or choose another --output")
    }

    /// Whether a result is of what is asked for now; cheaper than a `Trainer`, which takes memory and compiles kernels.
    private func isOf(
        _ finished: FinishedRun, _ model: JointEmbedding, _ configuration: TrainingConfiguration
    ) throws -> Bool {
        let step = try TrainingStep.build(
            model, optimizer: configuration.optimizer, gradientNormLimit: configuration.gradientNormLimit,
            batch: configuration.batch, memory: options.memory)
        return finished.identity
            == RunIdentity(step, configuration, training, features.isEmpty ? training.rows : features)
            && finished.testImages == test.count
    }
}

extension Comparison.Point {
    /// Whether it is of as many images; of fewer, where some could not be read, it is judged again.
    fileprivate func isOf(_ training: Dataset, _ test: Dataset) -> Bool {
        trainImages == training.count && testImages == test.count
    }
}
