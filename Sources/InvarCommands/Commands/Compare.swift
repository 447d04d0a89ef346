import ArgumentParser
import Foundation
import Invar
import InvarData
import InvarTraining

struct Compare: SharedCommand {
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
            percent of the test images, ± is the standard deviation over the seeds. The
            last rows are the encoders before training, and the images' pixels.

            --at-epochs judges each run several times on its way; with --each-budget there
            is a run for each of these numbers of epochs, with learning rates of its own, as
            in figure 3 of VICReg's paper. comparison.json then has a curve for each
            architecture: mean, and one standard deviation below and above it.

            Ctrl-C ends the step, saves, and says how to go on; with --resume what is
            finished is kept and what is not goes on, bit for bit. What is not given then,
            all but --plain, is as it was.

            Several processes (mpirun, srun) share the runs: each trains some of them by itself.

            Examples:

              \(programName) compare vicreg-small byol-small --epochs 1 --seeds 0,1,2
              \(programName) compare vicreg-small vicreg-nocov-small --output runs/covariance
              \(programName) compare vicreg-small byol-small --epochs 1 --seeds 0,1,2 --resume
              \(programName) compare byol-small byol-var-small --at-epochs 1,2,5,10,20 --each-budget
            """.flowing)

    @Argument(help: "Two architectures or more (see: list --all).", completion: .architectures)
    var architectures: [String]
    @Option(help: "Directory of the comparison.", transform: PathOption.parse)
    var output = "runs/compare"
    @Option(help: "Seeds with commas between: each architecture is trained with each. (default: 0)")
    var seeds: String?
    @Option(
        help:
            "Judge each run after so many epochs too, with commas between. Where --epochs is not given, the last ends it."
    )
    var atEpochs: String?
    @Flag(help: "With --at-epochs: a run for each of them, with learning rates of its own.")
    var eachBudget = false
    @OptionGroup(title: "Recipe") var recipe: Recipe
    @Flag(help: "Go on with the comparison in --output.")
    var resume = false
    @Option(help: "Use the first so many training images only.")
    var trainImages: Int?
    @Option(help: "Use the first so many test images only.")
    var testImages: Int?
    @OptionGroup var training: TrainingOptions

    func run() throws {
        let models = try architectures.map(Architectures.named)
        guard Set(architectures).count == models.count, models.count >= 2 else {
            throw CommandError("name two different architectures or more; \(programName) list --all shows them")
        }
        let comparer = try comparer(models)
        try comparer.begin(resuming: resume)
        let display = CompareReport(plain: training.display.plain)
        let stop = StopRequest()
        let interrupts = Interrupts(stop, notice: Interrupts.notice)
        let comparison = try withExtendedLifetime(interrupts) {
            try comparer.run(stop: stop, observer: display.show) { comparison in
                try Output.write(comparison.json(), to: "\(output)/comparison.json")
                try Output.write(ComparisonPicture(comparison).svg, to: "\(output)/comparison.svg")
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
        let (epochs, eachBudget) = try budgets(before: settings)
        let earlier = try resume ? earlierRun(models, seeds, eachBudget ? epochs : [nil]) : nil
        let before = earlier?.asked ?? RunRecord.Asked()
        let (executor, _) = try training.compute.chosen(before: before)
        let images = try training.images(of: models, earlier: earlier)
        let rows = try training.rows(earlier: earlier, isOfRows: models[0].image.isNone)
        var configuration = try recipe.configuration(earlier: earlier?.run.configuration, seed: nil)
        if let last = settings?.epochs ?? epochs.last, recipe.epochs == nil, earlier == nil {
            configuration.epochs = last
        }
        if let last = epochs.last, last > configuration.epochs, !eachBudget {
            throw CommandError(
                "--at-epochs \(last) is beyond the \(configuration.epochs) that a run is trained for; "
                    + "leave --epochs out, or give \(last)")
        }
        return Comparer(
            models: models, seeds: seeds, configuration: configuration,
            training: try images.found.dataset(.train, images: trainImages ?? earlier?.run.data.count),
            test: try images.found.dataset(.test, images: testImages ?? settings?.testImages),
            features: rows.map { [$0.rows] } ?? [], executor: executor,
            options: try training.options(before: before, images, featuresPath: rows?.path), directory: output,
            atEpochs: epochs, eachBudget: eachBudget,
            communicator: ProcessRanks.current.communicator)
    }

    private func seeds(before: [UInt64]?) throws -> [UInt64] {
        guard let text = self.seeds else { return before ?? [0] }
        let seeds = try Choices.list(text, "--seeds", "whole numbers") { UInt64($0) }
        guard Set(seeds).count == seeds.count else { throw CommandError("--seeds \(text): give different seeds") }
        return seeds
    }

    /// After how many epochs runs are judged, upwards, and whether each of these has runs of its own.
    private func budgets(before: InvarTraining.Comparison.Settings?) throws -> (epochs: [Int], each: Bool) {
        let each = eachBudget || before?.eachBudget == true
        guard let text = atEpochs else {
            if eachBudget, before?.atEpochs == nil { throw CommandError("--each-budget needs --at-epochs 1,2,5") }
            return (before?.atEpochs ?? [], each)
        }
        let epochs = try Choices.list(text, "--at-epochs", "whole numbers from 1 on") { part in
            Int(part).flatMap { $0 > 0 ? $0 : nil }
        }
        guard Set(epochs).count == epochs.count else {
            throw CommandError("--at-epochs \(text): give different numbers of epochs")
        }
        if each, recipe.epochs != nil {
            throw CommandError("--each-budget trains for the epochs of --at-epochs; leave --epochs out")
        }
        return (epochs.sorted(), each)
    }

    /// The first that was begun: all of them are trained alike.
    private func earlierRun(
        _ models: [JointEmbedding], _ seeds: [UInt64], _ budgets: [Int?]
    ) throws -> RunRecord? {
        for seed in seeds {
            for budget in budgets {
                for model in models {
                    let place = Comparer.path(output, model.name, seed, budget: budget)
                    if let found = try RunRecord.ofRun(place) { return found }
                }
            }
        }
        return nil
    }
}
