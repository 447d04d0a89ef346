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
            finished is kept and what is not goes on, bit for bit. What is not given then,
            all but --plain, is as it was.

            Examples:

              \(programName) compare vicreg-small byol-small --epochs 1 --seeds 0,1,2
              \(programName) compare vicreg-small vicreg-nocov-small --output runs/covariance
              \(programName) compare vicreg-small byol-small --epochs 1 --seeds 0,1,2 --resume
            """.flowing)

    @Argument(help: "Two architectures or more (see: list --all).")
    var architectures: [String]
    @Option(help: "A data set's name or a directory (see: list). (default: fashion-mnist)", transform: PathOption.parse)
    var data: String?
    @OptionGroup(title: "Data") var reading: DataOptions
    @Option(
        help: ArgumentHelp("For architectures with Encoder(features:): as of pretrain.", valueName: "file"),
        transform: PathOption.parse)
    var features: String?
    @Option(help: "Directory of the comparison.", transform: PathOption.parse)
    var output = "runs/compare"
    @Option(help: "Seeds with commas between: each architecture is trained with each. (default: 0)")
    var seeds: String?
    @OptionGroup(title: "Recipe") var recipe: Recipe
    @Flag(help: "Go on with the comparison in --output.")
    var resume = false
    @Option(help: "Use the first so many training images only.")
    var trainImages: Int?
    @Option(help: "Use the first so many test images only.")
    var testImages: Int?
    @OptionGroup var bad: BadImagesOption
    @OptionGroup var compute: ExecutorOptions
    @Option(help: "Threads that prepare views. (default: 2)")
    var workers: Int?
    @Flag(help: "Plain lines instead of a progress bar.")
    var plain = false

    func run() throws {
        let models = try architectures.map(Architectures.named)
        guard Set(architectures).count == models.count, models.count >= 2 else {
            throw CommandError("name two different architectures or more; \(programName) list --all shows them")
        }
        let comparer = try comparer(models)
        try comparer.begin(resuming: resume)
        let display = CompareReport(plain: plain)
        let stop = StopRequest()
        let interrupts = Interrupts(stop, notice: Interrupts.notice)
        let comparison = try withExtendedLifetime(interrupts) {
            try comparer.run(stop: stop, observer: display.show) { comparison in
                try AtomicFile.write(comparison.json(), to: "\(output)/comparison.json")
                try AtomicFile.write(ComparisonPicture(comparison).svg, to: "\(output)/comparison.svg")
            }
        }
        display.finish()
        let settings = comparison.settings
        BadImagesOption.say(
            [
                ("training", settings.trainImages, comparer.training.count),
                ("test", settings.testImages, comparer.test.count),
            ], log: "each run's \(BadImagesOption.log)")
        Output.lines(ComparisonTable(comparison).text)
        Output.line()
        guard !stop.isRequested else {
            Output.line("stopped, and saved. To go on: the same command with --resume")
            throw ExitCode(130)
        }
        Output.line("table:   \(output)/comparison.json")
        Output.line("picture: \(output)/comparison.svg")
    }

    private func comparer(_ models: [JointEmbedding]) throws -> Comparer {
        let settings = resume ? Comparison.settings(in: output) : nil
        let seeds = try seeds(before: settings?.seeds)
        let earlier = try resume ? earlierRun(models, seeds) : nil
        let before = earlier?.asked ?? RunRecord.Asked()
        let (executor, _) = try compute.chosen(before: before)
        let source = data ?? earlier?.dataPath ?? "fashion-mnist"
        let found = try reading.source(source, earlier: data == nil ? earlier?.dataSettings : nil)
        let features = features ?? earlier?.featuresPath
        var options = RunOptions(
            threads: compute.threads ?? before.threads ?? 0,
            workers: try Choices.workers(workers ?? before.workers ?? 2),
            dataPath: Choices.absolute(source), featuresPath: features.map(Choices.absolute))
        options.dataSettings = found.settings
        options.badImages = bad.badImages ?? before.badImages ?? BadImages.usualLimit
        options.schedules = compute.schedules.asked(before: before)
        return Comparer(
            models: models, seeds: seeds,
            configuration: try recipe.configuration(earlier: earlier?.run.configuration, seed: nil),
            training: try found.dataset(.train, images: trainImages ?? earlier?.run.data.count),
            test: try found.dataset(.test, images: testImages ?? settings?.testImages),
            features: try features.map(FeatureRows.init(npy:)), executor: executor, options: options, directory: output)
    }

    private func seeds(before: [UInt64]?) throws -> [UInt64] {
        guard let text = self.seeds else { return before ?? [0] }
        let seeds = try text.split(separator: ",").map { part in
            guard let seed = UInt64(part.trimmingCharacters(in: .whitespaces)) else {
                throw CommandError("--seeds \(text): whole numbers with commas between, such as 0,1,2")
            }
            return seed
        }
        guard !seeds.isEmpty, Set(seeds).count == seeds.count else {
            throw CommandError("--seeds \(text): give different seeds, one at least")
        }
        return seeds
    }

    /// The first that was begun: all of them are trained alike.
    private func earlierRun(_ models: [JointEmbedding], _ seeds: [UInt64]) throws -> RunRecord? {
        for seed in seeds {
            for model in models {
                if let found = try RunRecord.ofRun(Comparer.path(output, model.name, seed)) { return found }
            }
        }
        return nil
    }
}
