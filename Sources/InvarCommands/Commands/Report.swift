import ArgumentParser
import Invar
import InvarData
import InvarDump
import InvarKit
import InvarRuntime
import InvarTraining

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write one page about a run, or about several side by side: how it was trained, and what it learned.",
        usage: "\(programName) report <run> ... [<options>]",
        discussion: """
            The page is one HTML file that needs no network and no other file, for light and
            dark screens, narrow and wide ones, and for paper. It has the recipe and the lines
            of the model, views as pictures, curves, what evaluate found, which classes are
            taken for which, nearest neighbours as pictures, a projection whose points show
            their image, speed, versions, and the commands that make all of it again.

            pretrain keeps the page of its run up to date while it trains, without what takes
            time: this command adds what the encoder makes of images. It looks at some of the
            run's own images, or at those of --data. What is not there, such as an encoder
            before the first checkpoint, is left out, and the page says so.

            Examples:

              \(programName) evaluate runs/first
              \(programName) report runs/first
              \(programName) report runs/first runs/second --output both.html
              # the run's images have moved
              \(programName) report runs/first --data /mnt/images
            """.flowing)

    @Argument(
        help: ArgumentHelp("The directories of runs.", valueName: "run"), completion: .runs,
        transform: PathOption.parse)
    var directories: [String]
    @Option(
        help: "The page. (default: report.html in the run's directory; of several runs, in this directory)",
        completion: .file(extensions: ["html"]), transform: PathOption.parse)
    var output: String?
    @OptionGroup(title: "Data") var data: DataOptions
    @Option(help: "Training images among which neighbours are looked for, the first ones.")
    var trainImages = OnlineMonitor.trainImages
    @Option(help: "Test images that are looked at, the first ones.")
    var testImages = OnlineMonitor.testImages
    @OptionGroup var compute: ExecutorOptions
    @OptionGroup var bad: BadImagesOption
    @OptionGroup var display: DisplayOption

    func validate() throws {
        if directories.isEmpty { throw ValidationError("give the directory of a run, or of several") }
    }

    func run() throws {
        try Choices.atLeastOne(trainImages, "--train-images")
        try Choices.atLeastOne(testImages, "--test-images")
        let (executor, threads) = try compute.chosen()
        var runs = try directories.map { try ReportedRun($0) }
        for place in runs.indices {
            for problem in runs[place].problems { Output.warning(problem) }
            try look(at: &runs[place], executor, threads)
            if let missing = runs[place].lookIsMissing { Output.warning("\(directories[place]): \(missing)") }
        }
        let path = output ?? (runs.count == 1 ? PathParts.join(directories[0], "report.html") : "report.html")
        let page = try ReportPage(runs, command: CommandText.ofProcess).text()
        try Output.write(page, to: path)
        guard path != "-" else { return }
        Output.line("\(path): \(Format.count(runs.count, "run")), \(Format.bytes(page.utf8.count))")
    }

    /// What only the encoder and the images say. What is not there is no error: the page says that it is missing.
    private func look(at run: inout ReportedRun, _ executor: any Executor, _ threads: Int) throws {
        guard let model = try WrittenModel(of: run.record) else {
            run.lookIsMissing =
                "this program does not know \(run.record.run.architecture) as it was trained; run the program that trained it"
            return
        }
        run.model = model
        let branch = try model.model.judgedBranch()
        let file = RunDirectory(run.directory).encoder(branch: branch)
        guard FileStatus(file) != nil else {
            run.lookIsMissing = "\(file) is not there; the run has not saved its encoder yet"
            return
        }
        let trained = try TrainedEncoder(
            run.directory, named: { _ in model.model }, given: model.model, branch: branch, batch: nil,
            executor: executor, threads: threads)
        let images: ChosenImages
        do {
            images = try ChosenEncoder(trained).images(data, TableFiles(training: TableFiles.Part()))
        } catch let error as DataError where data.data == nil {
            run.lookIsMissing =
                "the run's images cannot be read (\(explanation(of: error))); --data says where they are now"
            return
        }
        // where the first images cannot be read, others are looked at
        run.views = (try? ShownViews.entries(of: run, model.model, images)) ?? []
        let display = ProgressDisplay(plain: display.plain)
        let bank = try (try? images.dataset(.train)) ?? images.dataset(.unlabeled)
        let test = try? images.dataset(.test)
        let several = directories.count > 2
        run.look = try EncoderLook(
            trained, bank: bank.prefix(trainImages), test: test?.prefix(testImages), likenesses: several ? 4 : 8,
            side: directories.count > 1 ? 48 : 64, bad: bad.count(in: ChosenEncoder(trained).badImages)
        ) { display.show($0, $1) }
        display.finish(clearing: true)
    }
}

/// What a person is shown of a model's views.
enum ShownViews {
    /// Of the run's own data, or of those that are looked at in their place; nothing of rows, which have no pictures.
    static func entries(
        of run: ReportedRun, _ model: JointEmbedding, _ images: ChosenImages
    ) throws -> [ContactSheet.Entry] {
        let split = Dataset.Split(rawValue: run.record.dataSplit ?? "train") ?? .train
        let dataset = try (try? images.dataset(split)) ?? images.dataset(.train)
        return try entries(model, dataset, seed: run.record.run.configuration.seed)
    }

    /// Originals and their views, as a run of this seed sees them in an epoch; nothing of rows.
    static func entries(
        _ model: JointEmbedding, _ dataset: Dataset, count: Int = 6, seed: UInt64, epoch: Int = 0
    ) throws -> [ContactSheet.Entry] {
        if try model.image.isNone && model.takesSignals {
            return try SignalSheet(dataset, shapes: model.signalShapes(), views: model.rowViews)
                .entries(signals: count, seed: seed, epoch: epoch)
        }
        guard !model.image.isNone, !dataset.isOfRows else { return [] }
        return try ContactSheet(dataset, views: model.views, image: model.image)
            .entries(images: count, seed: seed, epoch: epoch)
    }
}
