import ArgumentParser
import Foundation
import Invar
import InvarData
import InvarTraining

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Train several architectures alike, and put what they learned side by side.",
        discussion: """
            Trains each architecture with each seed, for the same epochs with the same
            optimizer, and asks of each frozen encoder what evaluate asks: nearest
            neighbours and linear probe. Writes into --output: comparison.json,
            comparison.svg (a picture), and for every run a directory ARCHITECTURE/SEED
            that all other commands read.

            The table: std, |corr| and rank are measures of collapse of the last epoch's
            embeddings (a collapsed one has std near 0 or rank near 1), kNN and linear are
            percent of the test images, ± is the standard deviation over the seeds.

            Ctrl-C ends the step, saves, and says how to go on; with --resume what is
            finished is kept and what is not goes on, bit for bit.

            Examples:

              \(programName) compare vicreg-small byol-small --epochs 1 --seeds 0,1,2
              \(programName) compare vicreg-small vicreg-nocov-small --output runs/covariance
              \(programName) compare vicreg-small byol-small --epochs 1 --seeds 0,1,2 --resume
            """.flowing)

    @Argument(help: "Two architectures or more (see: list --all).")
    var architectures: [String]
    @Option(help: "A data set's name or a directory (see: list).")
    var data = "fashion-mnist"
    @OptionGroup(title: "Data") var reading: DataOptions
    @Option(help: ArgumentHelp("For architectures with Encoder(features:): as of pretrain.", valueName: "file"))
    var features: String?
    @Option(help: "Directory of the comparison.")
    var output = "runs/compare"
    @Option(help: "Seeds with commas between: each architecture is trained with each.")
    var seeds = "0"
    @OptionGroup(title: "Recipe") var recipe: Recipe
    @Flag(help: "Go on with the comparison in --output.")
    var resume = false
    @Option(help: "Use the first so many training images only.")
    var trainImages: Int?
    @Option(help: "Use the first so many test images only.")
    var testImages: Int?
    @OptionGroup var bad: BadImagesOption
    @OptionGroup var compute: ExecutorOptions
    @Option(help: "Threads that prepare views.")
    var workers = 2
    @Flag(help: "Plain lines instead of a progress bar.")
    var plain = false

    func run() throws {
        let models = try architectures.map(Architectures.named)
        guard Set(architectures).count == models.count, models.count >= 2 else {
            throw CommandError("name two different architectures or more; \(programName) list --all shows them")
        }
        let seeds = try self.seeds.split(separator: ",").map { text in
            guard let seed = UInt64(text.trimmingCharacters(in: .whitespaces)) else {
                throw CommandError("--seeds \(self.seeds): whole numbers with commas between, such as 0,1,2")
            }
            return seed
        }
        guard !seeds.isEmpty, Set(seeds).count == seeds.count else {
            throw CommandError("--seeds \(self.seeds): give different seeds, one at least")
        }
        let (executor, threads) = try compute.chosen()
        var options = RunOptions(
            threads: threads, workers: workers, dataPath: Choices.absolute(data),
            featuresPath: features.map(Choices.absolute))
        options.badImages = bad.badImages
        let found = try reading.source(data)
        options.dataSettings = found.settings
        let comparer = Comparer(
            models: models, seeds: seeds, configuration: try recipe.configuration(earlier: nil, seed: nil),
            training: try found.dataset(.train, images: trainImages),
            test: try found.dataset(.test, images: testImages),
            features: try features.map(FeatureRows.init(npy:)), executor: executor, options: options, directory: output)
        try comparer.begin(resuming: resume)
        let display = CompareReport(plain: plain)
        let stop = StopRequest()
        let interrupts = Interrupts(stop) {
            Output.note("stopping after this step; again: at once", onNewLine: true)
        }
        let comparison = try withExtendedLifetime(interrupts) {
            try comparer.run(stop: stop, observer: display.show) { comparison in
                try AtomicFile.write(comparison.json(), to: "\(output)/comparison.json")
                try AtomicFile.write(ComparisonPicture(comparison).svg, to: "\(output)/comparison.svg")
            }
        }
        display.finish()
        Output.lines(ComparisonTable(comparison).text)
        Output.line()
        guard !stop.isRequested else {
            Output.line("stopped, and saved. To go on: the same command with --resume")
            throw ExitCode(130)
        }
        Output.line("table:   \(output)/comparison.json")
        Output.line("picture: \(output)/comparison.svg")
    }
}
