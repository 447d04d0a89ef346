import ArgumentParser
import Foundation
import Invar
import InvarData
import InvarTraining

struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Say how good a run's representation is, beside the untrained encoder and the raw pixels.",
        discussion: """
            The encoder is frozen, its BatchNorms use their running statistics, images
            are not augmented. Percent of the test images classified right:

              kNN           the 20 most similar training images (cosine) vote with weight exp(similarity / 0.07)
              linear probe  logistic regression on standardized features with all training labels
              60 a class    the same on 60 labels of each class, mean ± standard deviation over five draws

            The table is also written to evaluation.json in the run's directory.

            Examples:

              \(programName) evaluate runs/first
              # fewer images: sooner, and one or two points off
              \(programName) evaluate runs/first --quick
            """)

    @Argument(help: ArgumentHelp("The directory of a run.", valueName: "run"))
    var directory: String
    @Option(help: "A data set's name or a directory (see: list); the run's own unless given.")
    var data: String?
    @Flag(help: "Use 10000 training and 2000 test images only; evaluation.json then says so.")
    var quick = false
    @Option(help: "1 or 2, where the branches have encoders of their own.")
    var branch = 1
    @Option(help: "Which executor computes: \(ExecutorChoice.help)")
    var executor = ExecutorChoice.standard.rawValue
    @OptionGroup var schedules: SchedulesOption
    @Option(help: "Threads; one for each core unless given.")
    var threads: Int?
    @Option(help: "How many different images may be unreadable (bad-images.log names them).")
    var badImages = 100
    @Flag(help: "Plain lines instead of a progress bar.")
    var plain = false

    func run() throws {
        let trained = try TrainedRun(directory)
        guard (1...2).contains(branch) else { throw CommandError("--branch \(branch): it must be 1 or 2") }
        let source = data ?? trained.data
        let (training, test) = try (Dataset.load(source, split: .train), Dataset.load(source, split: .test))
        var evaluator = EncoderEvaluator(
            model: trained.model, branch: branch - 1, seed: trained.record.run.configuration.seed,
            training: quick ? try training.prefix(10_000) : training, test: quick ? try test.prefix(2000) : test,
            executor: try Choices.executor(executor), threads: try Choices.threads(threads))
        evaluator.bad = try Choices.badImages(badImages, of: trained)
        let display = ProgressDisplay(plain: plain)
        let evaluation = try evaluator.evaluate(trained.encoder(branch: branch - 1)) { what, fraction in
            display.update { ProgressBar(label: what, fraction: fraction, isUnicode: Terminal.isUnicode) }
        }
        display.finish(clearing: true)
        let path = "\(directory)/evaluation.json"
        try AtomicFile.write(evaluation.json(), to: path)
        Output.line(
            "\(trained.model.name) on \(training.name): percent of \(Format.grouped(evaluation.settings.testImages)) test images"
        )
        Output.line()
        Output.line(evaluation.table)
    }
}
