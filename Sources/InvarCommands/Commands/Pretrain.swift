import ArgumentParser
import Foundation
import Invar
import InvarData
import InvarDrawing
import InvarDump
import InvarKit
import InvarTraining

struct Pretrain: SharedCommand {
    static let configuration = CommandConfiguration(
        commandName: "pretrain",
        abstract: "Train an encoder without labels.",
        discussion: """
            Writes into --output: run.json (what was asked for, seed, versions, machine),
            metrics.jsonl (losses, each term on its own, measures of collapse),
            checkpoints/last.safetensors, encoder.safetensors and report.html, a page about the
            run (--no-report: none). Seed, data and options
            alone decide the numbers: a run that was killed at any moment and resumed has
            the losses of one that was not, bit for bit.

            Ctrl-C ends the step, saves, and says how to go on; a second Ctrl-C ends at
            once. So do SIGTERM, and the end of the terminal. SIGUSR1 saves and ends too, also
            through mpirun, which hands it to all processes.

            Examples:

              \(programName) pretrain vicreg-small --epochs 5 --output runs/first
              \(programName) pretrain vicreg-small --output runs/first --resume
              \(programName) pretrain vicreg-mlp --optimizer lars --output runs/lars
              \(programName) pretrain vicreg-resnet18 --init resnet18.safetensors --data DIRECTORY
              # curves in a browser, while it trains: tensorboard --logdir runs
              \(programName) pretrain vicreg-small --tensorboard scalars --output runs/b
              # four processes, on this machine or on several (docs/distributed.md)
              mpirun -n 4 \(programName) pretrain vicreg-resnet18 --batch 512 --output runs/four
              # a table instead of images (docs/rows.md)
              \(programName) pretrain MODEL --features rows.npy --output runs/table
              # some seconds, to see that everything works
              \(programName) pretrain vicreg-small --train-images 2560 --epochs 1 --output runs/try

            With --resume, what is not given is taken from the run, all but --plain: data and
            recipe, and also how often it logs and saves, --monitor (--no-monitor ends
            it), --no-report, executor, threads. INVAR_LOG=debug tells more about what goes on.
            """.flowing)

    @Argument(help: "The architecture (see: list).", completion: .architectures)
    var architecture: String
    @Option(
        help: "Which images of it: train, or unlabeled where it has such. (default: train)",
        completion: .list(["train", "unlabeled"]))
    var split: String?
    @Option(
        help: "Directory of the run. (default: runs/ARCHITECTURE)", completion: .directory, transform: PathOption.parse)
    var output: String?
    @OptionGroup(title: "Recipe") var recipe: Recipe
    @Option(help: "Of initial values, order and views. (default: 0)")
    var seed: UInt64?
    @Option(
        name: .customLong("init"),
        help: "Begin with the encoder in this safetensors file: a run's, or torchvision's of the same architecture.",
        completion: .file(extensions: ["safetensors"]), transform: PathOption.parse)
    var initial: String?
    @Flag(help: "Go on with the run in --output.")
    var resume = false
    @Flag(
        help:
            "With --resume: allow another number of epochs; the learning rate's cosine is then that of the new length.")
    var changeEpochs = false
    @Option(help: "Use the first so many images only.")
    var trainImages: Int?
    @Option(help: "Steps between checkpoints; at the end of each epoch in any case.")
    var checkpointEvery: Int?
    @Option(help: "Steps between lines of metrics.jsonl. (default: 50)")
    var logEvery: Int?
    @OptionGroup var microBatches: MicroBatchesOption
    @OptionGroup var memory: MemoryOption
    @OptionGroup(title: "Several ranks") var ranks: RanksOptions
    @OptionGroup var training: TrainingOptions
    @Flag(
        inversion: .prefixedNo,
        help:
            "After each epoch say how good the encoder is (kNN and linear probe on some labelled images); changes no number of the run."
    )
    var monitor: Bool?
    @Option(
        help: ArgumentHelp(
            "Write TensorBoard's events into the run's directory: scalars (curves, and a picture of the views), histograms (weights too) or off. (default: off)",
            valueName: "what"), completion: .list(BoardReport.Contents.allCases.map(\.rawValue)))
    var tensorboard: String?
    @Flag(
        inversion: .prefixedNo,
        help:
            "Keep a page about the run up to date, report.html in its directory (see: report); changes no number of the run. (default: --report)"
    )
    var report: Bool?

    func run() throws {
        guard resume || !changeEpochs else { throw CommandError("--change-epochs needs --resume") }
        let model = try Architectures.named(architecture)
        let directory = output ?? "runs/\(model.name)"
        let earlier = try resume ? RunRecord.ofFirst(directory) : nil
        let before = earlier?.asked ?? RunRecord.Asked()
        let (executor, _) = try training.compute.chosen(before: before)
        let configuration = try recipe.configuration(earlier: earlier?.run.configuration, seed: seed)
        try recipe.show(configuration, for: model)
        let images = try training.images(of: [model], earlier: earlier)
        let dataset = try dataset(images.found, earlier)
        let start: RunStart = resume ? (changeEpochs ? .resumeChangingEpochs : .resume) : .new
        let rows = try training.rows(earlier: earlier, isOfRows: model.image.isNone)
        var options = try training.options(before: before, images, featuresPath: rows?.path)
        options.microBatches = try microBatches.count() ?? before.microBatches ?? 1
        options.memory = try memory.bytes() ?? before.memory
        options.logEvery = logEvery ?? before.logEvery ?? options.logEvery
        options.checkpointEvery = checkpointEvery ?? before.checkpointEvery
        let board = try BoardReport.Contents(
            "choice for --tensorboard", named: tensorboard ?? before.tensorBoard ?? BoardReport.Contents.off.rawValue)
        options.tensorBoard = board.rawValue
        let hasPage = report ?? before.report ?? true
        (options.report, options.command) = (hasPage, CommandText.ofProcess)
        let group = try ranks.group(before: before, &options)
        if !ProcessRanks.current.isFirst { options.logger.logLevel = .critical }
        var run = TrainingRun(model, on: dataset, into: directory, configuration: configuration)
        (run.features, run.ownExecutor, run.options, run.start) = (rows?.rows, executor, options, start)
        run.initialEncoder = initial.map(Choices.absolute)
        if monitor ?? before.monitor ?? false {
            // images without labels are judged by those that have some
            let labelled = dataset.split == .train ? dataset : try images.found.dataset(.train)
            run.monitor = try TrainingRun.Monitor(training: labelled, test: images.found.dataset(.test))
        }
        let report = PretrainReport(plain: training.display.plain)
        let events = BoardReport(directory, board) { try views(model, dataset, run.configuration.seed) }
        let page =
            hasPage
            ? RunReport(directory, model) { try ShownViews.entries(model, dataset, seed: run.configuration.seed) } : nil
        let stop = StopRequest()
        // until there is something to save, a signal ends the process at once
        let summary: TrainingSummary
        do {
            summary = try run.train(
                over: group, stop: stop, begin: { Interrupts(stop, notice: Interrupts.notice) },
                observer: { event in
                    report.show(event)
                    events.show(event)
                    page?.show(event)
                })
        } catch {
            page?.end()
            throw error
        }
        report.finish()
        conclude(summary, directory)
        if summary.outcome == .interrupted { throw ExitCode(130) }
    }

    private func conclude(_ summary: TrainingSummary, _ directory: String) {
        if summary.badImages > 0 {
            let log = RunDirectory(directory).badImages
            Output.note(
                "\(Format.count(summary.badImages, "image")) cannot be read, and others took the place; \(log) says which"
            )
        }
        switch summary.outcome {
        case .finished:
            Output.line("finished \(Format.count(summary.steps, "step")). The encoder: \(summary.encoder)")
            Output.line("How good it is: \(programName) evaluate \(shellQuoted(directory))")
        case .interrupted:
            Output.line("stopped after step \(summary.step) of \(summary.steps), and saved. To go on:")
            Output.line(
                "  \(shellQuoted(CommandLine.arguments.first ?? programName)) pretrain \(architecture) --output \(shellQuoted(directory)) --resume"
            )
        }
    }

    /// Of the first images or signals, and of the first epoch; nothing of a table.
    private func views(_ model: JointEmbedding, _ dataset: Dataset, _ seed: UInt64) throws -> Figure? {
        let entries = try ShownViews.entries(model, dataset, count: 8, seed: seed)
        return entries.isEmpty ? nil : ViewsPicture.figure(entries, areSignals: dataset.isOfRows)
    }

    /// A resumed run sees as many images as before, unless it is told otherwise.
    private func dataset(_ source: DataSource, _ earlier: RunRecord?) throws -> Dataset {
        let split = try Dataset.Split("split", named: split ?? earlier?.dataSplit ?? "train")
        if let trainImages { return try source.dataset(split, images: trainImages) }
        let whole = try source.dataset(split)
        guard let count = earlier?.run.data.count, count < whole.count else { return whole }
        return try whole.prefix(count)
    }
}

extension RunRecord {
    /// The record in a directory; nothing where there is none, which the trainer words.
    static func ofRun(_ directory: String) throws -> RunRecord? {
        let path = RunDirectory(directory).record
        return FileStatus(path) != nil ? try RunRecord(path: path) : nil
    }

    /// The same as the first of the processes that share the command finds it: no other needs the run's directory.
    static func ofFirst(_ directory: String) throws -> RunRecord? {
        let process = ProcessRanks.current.communicator
        guard process.ranks > 1 else { return try ofRun(directory) }
        let found = try process.fromFirst(ofRun(directory).map { try Array(prettyJSON($0).utf8) } ?? [])
        return found.isEmpty ? nil : try jsonDecoder().decode(RunRecord.self, from: Data(found))
    }
}

/// As a shell reads it back.
func shellQuoted(_ text: String) -> String {
    let plain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-+:=@%".contains($0)) }
    if plain && !text.isEmpty { return text }
    // bytes that are no UTF-8 are shown as \xE9, which shells read back within $'…'
    if text.shown != text {
        let escaped = text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "'", with: "\\'")
        return "$'" + escaped + "'"
    }
    return "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
}
