import Foundation
import Invar
import func InvarGraph.counted
import InvarData
import InvarRuntime

/// Trains a model on the views of a dataset, and keeps the run's directory.
///
///     let trainer = try Trainer(configuration, model: vicreg, dataset: images, executor: BLASExecutor(), directory: "runs/a")
///     let summary = try trainer.run { event in … }
///
/// The numbers of a run depend on the configuration, the model and the data alone: a run that was stopped at any moment and
/// resumed has the losses, bit for bit, of one that was not.
///
/// Several ranks may share a run: each has a trainer, and all take every step together. Rank 0 alone reads and writes the
/// directory and tells what happens.
package final class Trainer {
    package let configuration: TrainingConfiguration
    package let directory: RunDirectory
    package let step: TrainingStep
    package let stepsPerEpoch: Int
    /// Steps of the whole run.
    package var steps: Int { stepsPerEpoch * configuration.epochs }
    /// Looks at the encoder after each epoch, and changes no number of the run.
    package var monitor: OnlineMonitor?

    private let communicator: any Communicator
    private let options: RunOptions
    private let dataset: Dataset
    private let views: BatchViews
    private let executor: any Executor
    package let threads: Int
    private let session: any Session
    private let state: StateStore
    let identity: RunIdentity
    /// On rank 0.
    private let earlier: RunDirectory.Earlier?
    private let isResumed: Bool
    /// The states of each encoder that the branches have.
    private let encoders: [[StateSpec]]

    private var progress: Progress
    private var throughput: Throughput
    /// Steps that the last good checkpoint holds; nothing before the first.
    private var savedStep: Int?

    /// Checks everything that can be checked, and takes all memory. Writes nothing.
    ///
    /// - Parameters:
    ///   - features: rows that belong to the images, for encoders that take them; two are the first branch's and the second's. Those
    ///     of a data set of rows are in it.
    ///   - initial: what a new run's encoder begins with; random values where it is not given.
    ///   - communicator: how this rank exchanges with those that share the run.
    /// - Throws: `TrainingError`, `DataError`, `Diagnostic` for a mistake in the configuration, the
    ///   directory, the data, the views, the architecture; `ArenaError` for too little memory; `RankFailure` for any of these on another
    ///   rank.
    package init(
        _ configuration: TrainingConfiguration, model: JointEmbedding, dataset: Dataset, features: [FeatureRows] = [],
        executor: any Executor, directory: String, start: RunStart = .new, initial: InitialEncoder? = nil,
        options: RunOptions = RunOptions(), communicator: any Communicator = Alone()
    ) throws {
        try configuration.check()
        try options.check()
        guard configuration.batch <= dataset.count else {
            throw TrainingError(
                .configuration,
                "the batch is \(configuration.batch), and \(dataset.name) has \(counted(dataset.count, dataset.item)); use a "
                    + "smaller batch")
        }
        self.configuration = configuration
        self.communicator = communicator
        self.options = options
        self.dataset = dataset
        self.executor = executor
        self.directory = RunDirectory(directory)
        let places = try RankPlaces(communicator)
        let threads = options.threads == 0 ? places.threads : options.threads
        self.threads = threads
        stepsPerEpoch = dataset.count / configuration.batch
        let plans = try model.image.isNone ? [] : ViewPlan.all(model.views, image: model.image)
        step = try TrainingStep.build(
            model, optimizer: configuration.optimizer, gradientNormLimit: configuration.gradientNormLimit,
            batch: configuration.batch, ranks: communicator.ranks, microBatches: options.microBatches,
            shardsOptimizer: options.shardsOptimizer, memory: options.memory, options: options.compile,
            taking: { try executor.bytes($0, threads: threads) })
        let given = features.isEmpty ? dataset.rows : features
        let rows = try step.rowsOfViews(given, for: dataset)
        views = BatchViews(plans, rows: rows, signals: step.signals, model.rowViews)
        let asked = RunIdentity(step, configuration, dataset, given, initial: initial?.source)
        try RankFacts(step, asked, executor, stepsPerEpoch * configuration.epochs).check(communicator, places)
        let isFirst = communicator.rank == 0
        let earlier = try isFirst ? self.directory.inspect(start, for: asked) : nil
        let beginning = try Beginning(asked, earlier, in: directory).ofFirst(communicator)
        (identity, progress, isResumed) = (beginning.identity, beginning.progress, beginning.isResumed)
        self.earlier = earlier
        encoders = try Trainer.encoders(of: model)
        throughput = Throughput(batch: configuration.batch)
        let values = try earlier?.checkpoint?.values(step.states)
        // exchanging while computing takes a core that does not compute
        let exchanging = threads < places.cores ? Overlapping(communicator) : communicator
        session = try executor.prepare(step.program, threads: threads, as: places, exchanging)
        state = StateStore(
            session, step.states, seed: configuration.seed, parts: step.parts, communicator: communicator)
        if beginning.hasCheckpoint {
            for (index, spec) in step.states.enumerated() { state.setFromFirst(spec, values?[index], communicator) }
        } else {
            state.initialize()
            state.setColumns(rows)
            for spec in step.states { if let values = initial?.values(spec) { state.set(spec, values) } }
        }
        guard progress.totals.steps == progress.step % stepsPerEpoch else {
            throw TrainingError(
                .checkpoint,
                "\(self.directory.lastCheckpoint) is damaged: after step \(progress.step) it counts \(progress.totals.steps) "
                    + "steps of the epoch. Restore it from a copy, or delete it to begin this run again")
        }
        guard progress.step <= steps else {
            throw TrainingError(
                .directory,
                "\(directory) holds a run with \(progress.step) steps done, and \(configuration.epochs) epochs "
                    + "are \(steps) steps; ask for more epochs")
        }
        savedStep = beginning.hasCheckpoint ? progress.step : nil
        communicator.watch?.name(exchangesOf: step.program)
    }

    /// Whether this rank reads and writes the directory.
    private var isFirst: Bool { communicator.rank == 0 }

    /// One where both branches go through the same.
    private static func encoders(of model: JointEmbedding) throws -> [[StateSpec]] {
        let both = try (0..<2).map { try model.captureEncoder(batch: 1, branch: $0).states }
        return both[0] == both[1] ? [both[0]] : both
    }

    /// Trains until the last epoch is done, or a stop is asked for.
    ///
    /// - Throws: `TrainingError` where a loss is no longer finite, or where something cannot be written; the last good
    ///   checkpoint is then still there.
    @discardableResult
    package func run(
        stop: StopRequest = StopRequest(), observer: (TrainingEvent) throws -> Void = { _ in }
    ) throws -> TrainingSummary {
        let log = try isFirst ? beginLog() : nil
        options.logger.debug("\(directory.path): steps \(progress.step) to \(steps) on \(threads) threads")
        if isFirst { try observer(.started(started)) }
        // one count for training and monitor
        let bad = try BadImages(
            limit: options.badImages, log: isFirst ? directory.badImages : nil, isResumed: isResumed)
        // of a resumed run the first knows of some, and all leave them out
        try communicator.share(bad)
        // the first one also shows, before any work is done, that checkpoints can be written
        if savedStep == nil { try save(log, bad, observer) }
        let loader = try BatchLoader(
            dataset, views: views, batch: configuration.batch, seed: configuration.seed, firstStep: progress.step,
            steps: steps, workers: options.workers, bad: bad, rank: communicator.rank, ranks: communicator.ranks)
        var waited = 0.0
        while progress.step < steps {
            let begin = ContinuousClock.now
            guard try loader.withNext(copy) != nil else { break }
            communicator.watch?.enter(step: progress.step + 1)
            // from here to the end of the step no rank fails alone
            let isStopAgreed = try communicator.any(stop.isRequested)
            let report = try runStep(since: begin)
            if progress.step.isMultiple(of: options.logEvery) { try log?.append(MetricsLog.Line(report)) }
            if isFirst { try observer(.step(report)) }
            let isEpochEnd = progress.step.isMultiple(of: stepsPerEpoch)
            if isEpochEnd {
                warnOfWaiting(loader.secondsWaited - waited)
                waited = loader.secondsWaited
                try finishEpoch(log, bad, observer)
            }
            // whoever trains alone is heard at once
            let isStopping = communicator.ranks > 1 ? isStopAgreed : stop.isRequested
            let isDue = options.checkpointEvery.map { progress.step.isMultiple(of: $0) } ?? false
            if isEpochEnd || isDue || isStopping { try save(log, bad, observer) }
            if isStopping { break }
        }
        if isFirst { try writeEncoders() }
        let summary = summary(badImages: bad.count)
        if isFirst { try observer(.finished(summary)) }
        return summary
    }

    /// Makes the directory, and puts into it what is known before the first step.
    private func beginLog() throws -> MetricsLog {
        try directory.prepare(checkpointBytes: state.byteCount)
        let log = try MetricsLog(path: directory.metrics)
        for line in try log.truncate(after: progress.step) {
            options.logger.warning("\(log.path): line \(line) is damaged; it stays as it is")
        }
        try writeRecord()
        warnOfLongWarmUp()
        return log
    }
}

// MARK: One step

extension Trainer {
    private func copy(_ batch: ViewBatch) {
        for index in unsafe batch.views.indices {
            guard let view = unsafe session.memory.input("view\(index + 1)") else { continue }
            _ = unsafe view.update(fromContentsOf: batch.views[index])
            if let place = unsafe session.memory.input("view\(index + 1).place") {
                _ = unsafe place.update(fromContentsOf: batch.places[index])
            }
        }
    }

    private func runStep(since begin: ContinuousClock.Instant) throws -> StepReport {
        let learningRate = setScalars()
        step.randomInputs.fill(
            session.memory, seed: configuration.seed, step: progress.step, rank: communicator.rank)
        session.run()
        let loss = session.memory.output("loss")?.first ?? .nan
        let values = step.terms.map { session.memory.output("term.\($0.name)")?.first ?? .nan }
        progress.step += 1
        let terms = Trainer.terms(step.terms, values)
        if let bad = terms.first(where: { !$0.value.isFinite }) { throw notFinite("the term \(bad.name)", bad.value) }
        if !loss.isFinite { throw notFinite("the loss", loss) }
        let norm = session.memory.output("gradientNorm")?.first
        // one that overflows would make every gradient 0, and the run stand still
        if let norm, !norm.isFinite { throw notFinite("the gradient's norm", norm) }
        let seconds = begin.duration(to: .now) / .seconds(1)
        progress.totals.add(loss: loss, terms: values, gradientNorm: norm, seconds: seconds)
        throughput.add(seconds: seconds)
        return StepReport(
            step: progress.step, steps: steps, epoch: (progress.step - 1) / stepsPerEpoch + 1,
            stepInEpoch: (progress.step - 1) % stepsPerEpoch + 1, learningRate: learningRate, loss: loss, terms: terms,
            gradientNorm: norm, imagesPerSecond: throughput.imagesPerSecond)
    }

    /// What the schedules say for this step. Returns the learning rate.
    private func setScalars() -> Double {
        let (schedule, batch) = (configuration.schedule, configuration.batch)
        func set(_ name: String, _ value: Double) { session.memory.setInput(name, [value]) }
        let learningRate = schedule.learningRate(
            step: progress.step, stepsPerEpoch: stepsPerEpoch, steps: steps, batch: batch)
        set("learningRate", learningRate)
        set(
            "predictorLearningRate",
            schedule.predictorLearningRate(
                step: progress.step, stepsPerEpoch: stepsPerEpoch, steps: steps, batch: batch))
        if let target = step.target { set("targetMomentum", target.momentum(step: progress.step, steps: steps)) }
        return learningRate
    }

    private static func terms(_ terms: [TrainingStep.Term], _ values: [Double]) -> [TermValue] {
        zip(terms, values).map { TermValue(name: $0.name, coefficient: $0.coefficient, value: $1) }
    }

    private func notFinite(_ what: String, _ value: Double?) -> TrainingError {
        let saved = savedStep.map { "the last good checkpoint is \(directory.lastCheckpoint), after step \($0)" }
        let epoch = (progress.step - 1) / stepsPerEpoch + 1
        return TrainingError(
            .notFinite,
            "in step \(progress.step) (epoch \(epoch)) \(what) became \(value.map { "\($0)" } ?? "not finite"). "
                + "Nothing was saved since; \(saved ?? "there is no checkpoint"). Resumed, the run would come to the same: "
                + "begin again with a lower learning rate or a longer warm-up")
    }
}

// MARK: Epochs, checkpoints, the record

extension Trainer {
    private func finishEpoch(
        _ log: MetricsLog?, _ bad: BadImages, _ observer: (TrainingEvent) throws -> Void
    ) throws {
        let totals = progress.totals
        let epoch = progress.step / stepsPerEpoch
        progress.totals = EpochTotals()
        let embedding = try communicator.wholeRows(
            session.memory.outputValues("embedding1"), count: configuration.batch * step.embeddingWidth)
        let seen = try monitor?.measure(state, epoch: epoch, step: progress.step, bad: bad)
        guard let log else { return }
        let collapse = CollapseMeasures(embedding: embedding, rows: configuration.batch, width: step.embeddingWidth)
        let report = EpochReport(
            epoch: epoch, step: progress.step, loss: totals.meanLoss,
            terms: Trainer.terms(step.terms, totals.meanTerms), gradientNorm: totals.meanGradientNorm,
            seconds: totals.seconds,
            imagesPerSecond: Double(totals.steps * configuration.batch) / max(totals.seconds, 1e-9), collapse: collapse,
            residentMemory: ResidentMemory.current)
        try log.append(MetricsLog.Line(report))
        try observer(.epoch(report))
        if let seen {
            try log.append(seen)
            try observer(.monitor(seen))
        }
    }

    /// Of an epoch that is too short for a person to notice, nothing is said.
    private func warnOfWaiting(_ waited: Double) {
        let seconds = progress.totals.seconds
        guard waited > 0.2 * seconds, waited >= 1 else { return }
        options.logger.warning(
            "\(Int(waited)) of this epoch's \(Int(seconds)) seconds were spent waiting for views; more workers may help"
        )
    }

    private func warnOfLongWarmUp() {
        let warm = configuration.schedule.warmUpSteps(stepsPerEpoch: stepsPerEpoch)
        guard warm > steps else { return }
        let last = configuration.schedule.learningRate(
            step: steps - 1, stepsPerEpoch: stepsPerEpoch, steps: steps, batch: configuration.batch)
        let peak = configuration.schedule.peak(batch: configuration.batch)
        options.logger.warning(
            "the warm-up is \(warm) steps long and the run \(steps): the learning rate only rises, to \(last) of \(peak)"
        )
    }

    /// Log, checkpoint and encoder, in this order: what a checkpoint follows is on the disk before it.
    private func save(
        _ log: MetricsLog?, _ bad: BadImages, _ observer: (TrainingEvent) throws -> Void
    ) throws {
        // a finite loss can still be followed by an update that is not
        if let name = state.firstNotFinite { throw notFinite("the state \(name)", nil) }
        do { try log?.sync() } catch { throw writing(error) }
        try communicator.share(bad)
        // the last exchange in which a rank may fail: after it all hand over what they have parts of
        try state.checkSameOnAll(communicator, step: progress.step)
        guard isFirst else {
            state.handOver()
            savedStep = progress.step
            return
        }
        do {
            try Checkpoint.write(state, progress, of: identity, to: directory.lastCheckpoint)
            savedStep = progress.step
            try writeEncoders()
        } catch { throw writing(error) }
        options.logger.debug("\(directory.lastCheckpoint) holds step \(progress.step)")
        try observer(.checkpoint(path: directory.lastCheckpoint, step: progress.step))
    }

    private func writing(_ error: any Error) -> TrainingError {
        TrainingError(
            .writing,
            "\(TrainingError.words(error)). The run stops at step \(progress.step); \(directory.adviceAfterFailure())")
    }

    private func writeEncoders() throws {
        for (branch, states) in encoders.enumerated() {
            try EncoderFile.write(
                states, of: step.model, step: progress.step, to: directory.encoder(branch: branch), values: state.values
            )
        }
    }

    private func writeRecord() throws {
        var record =
            earlier?.record
            ?? RunRecord(
                identity, dataPath: options.dataPath, featuresPath: options.featuresPath,
                parameters: step.parameterCount, stepsPerEpoch: stepsPerEpoch)
        record.run = identity
        record.dataPath = options.dataPath ?? record.dataPath
        record.featuresPath = options.featuresPath ?? record.featuresPath
        record.asked = asked
        (record.dataSplit, record.dataItem) = (dataset.split.rawValue, dataset.item)
        record.dataSettings = options.dataSettings
        record.sessions.append(
            RunRecord.Session(
                started: Date().formatted(.iso8601), fromStep: progress.step, invar: invarVersion,
                executor: executor.name,
                notes: executor.notes, threads: threads, workers: options.workers, machine: .current,
                ranks: communicator.ranks, command: options.command))
        try record.write(to: directory.record)
    }

    private var asked: RunRecord.Asked {
        var result = RunRecord.Asked()
        (result.executor, result.schedules) = (executor.name, options.schedules)
        (result.threads, result.memory, result.workers) = (options.threads, options.memory, options.workers)
        (result.logEvery, result.checkpointEvery) = (options.logEvery, options.checkpointEvery)
        result.microBatches = options.microBatches
        (result.badImages, result.monitor) = (options.badImages, monitor != nil)
        (result.ranks, result.shardsOptimizer) = (options.ranks, options.shardsOptimizer)
        (result.isReproducible, result.tensorBoard) = (options.isReproducible, options.tensorBoard)
        result.report = options.report
        return result
    }

    private var started: RunStarted {
        RunStarted(
            architecture: step.model.name, parameters: step.parameterCount, directory: directory.path,
            epochs: configuration.epochs, stepsPerEpoch: stepsPerEpoch, fromStep: progress.step,
            batch: configuration.batch, item: dataset.item, embeddingWidth: step.embeddingWidth,
            executor: executor.name, threads: threads,
            memory: session.memory.byteCount, notes: executor.notes)
    }

    private func summary(badImages: Int) -> TrainingSummary {
        TrainingSummary(
            outcome: progress.step == steps ? .finished : .interrupted, step: progress.step, steps: steps,
            directory: directory.path, checkpoint: directory.lastCheckpoint, encoder: directory.encoder(),
            badImages: badImages)
    }
}
