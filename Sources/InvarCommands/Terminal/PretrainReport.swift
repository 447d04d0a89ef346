import InvarDump
import InvarTraining

/// What a person sees of a run while it goes on.
final class PretrainReport {
    private let display: ProgressDisplay
    private var embeddingWidth = 0
    private var epochs = 0
    private var batch = 0
    private var item = "image"

    init(plain: Bool) { display = ProgressDisplay(plain: plain) }

    func show(_ event: TrainingEvent) {
        switch event {
        case .started(let started): show(started)
        case .step(let report): show(report)
        case .epoch(let report): show(report)
        case .monitor(let report): show(report)
        case .checkpoint, .finished: break
        }
    }

    func finish() { display.finish(clearing: true) }

    private func show(_ started: RunStarted) {
        (epochs, batch, item) = (started.epochs, started.batch, started.item)
        embeddingWidth = started.embeddingWidth
        let steps = started.epochs * started.stepsPerEpoch
        display.line(
            "\(started.architecture): \(Format.count(started.parameters, "parameter")), \(Format.count(started.epochs, "epoch")) of "
                + "\(Format.count(started.stepsPerEpoch, "step")), batch \(started.batch); into \(started.directory)")
        for note in started.notes { display.line(note) }
        display.line(
            "executor \(started.executor) on \(Format.count(started.threads, "thread")), "
                + "\(Format.mebibytes(started.memory)) for the step")
        if started.fromStep > 0 && started.fromStep < steps {
            display.line("goes on after step \(started.fromStep) of \(steps)")
        } else if started.fromStep >= steps {
            display.line("this run is already finished; nothing is left to do")
        }
    }

    private func show(_ report: StepReport) {
        display.show(
            "epoch \(report.epoch)/\(epochs)", Double(report.step) / Double(report.steps), facts(report))
    }

    private func facts(_ report: StepReport) -> [String] {
        let left = Double((report.steps - report.step) * batch) / max(report.imagesPerSecond, 1e-9)
        return [
            "ETA \(Format.duration(left))", "\(Format.fixed(report.imagesPerSecond, 0)) images/s",
            "loss \(Format.short(report.loss))",
        ] + report.terms.map { "\(shortName($0.name)) \(Format.short($0.value))" }
            + (report.gradientNorm.map { ["|g| \(Format.short($0))"] } ?? [])
    }

    /// VICReg's terms by their usual letters: they share a line with much else.
    private func shortName(_ name: String) -> String {
        ["invariance", "variance", "covariance"].contains(name) ? String(name.prefix(3)) : name
    }

    private func show(_ report: MonitorReport) {
        display.line(
            "epoch \(report.epoch)/\(epochs): kNN \(Format.fixed(report.knn, 1)) %, linear probe "
                + "\(Format.fixed(report.linear, 1)) % of \(Format.count(report.testImages, "test \(item)")) "
                + "(\(Format.count(report.trainImages, "training \(item)")), \(Format.duration(report.seconds)))")
    }

    private func show(_ report: EpochReport) {
        let terms = report.terms.map { "\($0.name) \(Format.short($0.value))" }.joined(separator: ", ")
        let collapse = report.collapse
        let norm = report.gradientNorm.map { ", |gradient| \(Format.short($0))" } ?? ""
        display.line(
            "epoch \(report.epoch)/\(epochs): loss \(Format.short(report.loss)), \(terms)\(norm); std "
                + "\(Format.fixed(collapse.meanStandardDeviation, 2)), |correlation| "
                + "\(Format.fixed(collapse.meanAbsoluteCorrelation, 2)), rank \(Format.fixed(collapse.effectiveRank, 0)) of "
                + "\(min(embeddingWidth, batch)); \(Format.fixed(report.imagesPerSecond, 0)) \(item)s/s, "
                + "\(Format.duration(report.seconds))")
        if collapse.meanStandardDeviation < 0.02 || collapse.effectiveRank < 1.5 {
            display.line(
                "warning: the embeddings have collapsed: nearly the same for every \(item); a higher weight of the "
                    + "variance term or a lower learning rate may help")
        }
    }
}
