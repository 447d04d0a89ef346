import ArgumentParser
import Foundation
import Invar
import InvarData
import InvarDrawing
import InvarDump
import InvarGraph
import InvarKit
import InvarRuntime
import InvarTraining

struct Correlate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correlate",
        abstract: "Draw how the dimensions of representations and embeddings depend on each other.",
        usage: "\(programName) correlate <run> ... [<options>]",
        discussion: """
            Runs encoder and expander in evaluation mode over the test images, and writes the
            correlation matrix of each one's outputs: PREFIX.png (or .svg), a heat map (blue: -1, white: 0,
            red: 1, grey: a dimension that does not vary) with a row for each run, and
            PREFIX.json with the numbers of the table. A matrix of more than 512 dimensions
            has several in a pixel: the mean |correlation| of their pairs.

              mean |c|, rms c  over the pairs of different dimensions: 0 is decorrelated
              rank             dimensions in use (RankMe)
              spread           mean standard deviation of outputs scaled to length 1, times
                               sqrt(dimensions): 1 is everywhere, 0 is collapsed
              dead             dimensions that do not vary

            Examples:

              \(programName) correlate runs/first
              \(programName) correlate runs/with-covariance runs/without --output runs/both
            """.flowing)

    @Argument(
        help: ArgumentHelp("The directories of runs.", valueName: "run"), completion: .runs,
        transform: PathOption.parse)
    var directories: [String]
    @OptionGroup(title: "Data") var reading: DataOptions
    @Option(help: "train or test.", completion: .list(["train", "test"]))
    var split = "test"
    @Option(help: "Use the first so many images only. (default: 10000)")
    var images: Int?
    @Option(
        help: ArgumentHelp(
            "PREFIX of the files. (default: correlation, in the run's directory where there is one run)",
            discussion: "PREFIX.svg makes the picture SVG."),
        transform: PathOption.parse)
    var output: String?
    @OptionGroup var features: FeaturesOption
    @OptionGroup var branch: BranchOption
    @OptionGroup var compute: ExecutorOptions
    @OptionGroup var bad: BadImagesOption

    func validate() throws {
        if directories.isEmpty { throw ValidationError("give the directory of a run, or of several") }
    }

    func run() throws {
        let part = try Dataset.Split("split", named: split)
        let branch = try branch.index()
        try Choices.atLeastOne(images, "--images")
        let (executor, threads) = try compute.chosen()
        let display = ProgressDisplay()
        var reports: [CorrelationReport.Run] = []
        var rows: [CorrelationPicture.Row] = []
        var names: Set<String> = []
        var item = "image"
        var suffix = ""
        for directory in directories {
            let run = try FinishedRunRecord(directory)
            let model = try Architectures.named(run.record.run.architecture)
            let chosen = try images(run.record, model, part)
            let dataset = try features.apply(to: chosen.dataset(part)).prefix(self.images ?? 10_000)
            try Choices.atLeastTwo(dataset.count, of: dataset, "correlations are over several")
            names.insert(chosen.described(dataset.name))
            item = dataset.item
            suffix = BranchOption.suffix(branch) + chosen.suffix
            let log = run.directory.badImages
            let found = try run.directory.correlate(
                dataset, model, branch: branch, executor: executor, threads: threads, bad: bad.count(in: log)
            ) { done in display.show(directory, Double(done) / Double(dataset.count) * 0.5) }
            BadImagesOption.say([(part.rawValue, found.images, dataset.count)], log: log)
            reports.append(
                CorrelationReport.Run(
                    run: directory, architecture: model.name, step: found.step,
                    representation: found.representation.measures, embedding: found.embedding.measures))
            let title = "\(PathParts.name(directory)): \(model.name), \(Format.count(found.step, "step"))"
            rows.append(
                CorrelationPicture.Row(
                    title: visible(title.shown), representation: found.representation, embedding: found.embedding))
        }
        display.finish(clearing: true)
        let report = CorrelationReport(
            data: names.sorted().joined(separator: ", "), split: part.rawValue, runs: reports)
        try write(report, rows, suffix, item)
    }

    private func images(
        _ record: RunRecord, _ model: JointEmbedding, _ part: Dataset.Split
    ) throws -> ChosenImages {
        if model.image.isNone {
            let given = try features.part()
            let files =
                part == .test ? TableFiles(training: TableFiles.Part(), test: given) : TableFiles(training: given)
            let (place, found) = try reading.rows(
                files, earlier: record.dataSettings, own: record.dataPath, for: model)
            return found.settings.table == nil
                ? ChosenImages(place, own: record.dataPath, found)
                : ChosenImages(own: record.dataSettings?.table, found)
        }
        let own = record.dataPath ?? record.run.data.name
        let (place, images) = try reading.source(own: own, earlier: record.dataSettings)
        return ChosenImages(place, own: own, images)
    }

    private func write(
        _ report: CorrelationReport, _ rows: [CorrelationPicture.Row], _ suffix: String, _ item: String
    ) throws {
        var prefix = output ?? (directories.count == 1 ? "\(directories[0])/correlation\(suffix)" : "correlation")
        var ending = PictureFormat.png
        for format in PictureFormat.allCases where prefix.hasSuffix(".\(format)") {
            (prefix, ending) = (String(prefix.dropLast(format.rawValue.count + 1)), format)
        }
        try Output.write(report.json(), to: prefix + ".json")
        try Output.write(CorrelationPicture.figure(rows), to: "\(prefix).\(ending)")
        Output.line("\(prefix).\(ending), \(prefix).json: \(report.split) \(item)s of \(report.data)")
        Output.line()
        Output.lines(Format.table(report.rows, leftAligned: [0, 1]))
    }
}
