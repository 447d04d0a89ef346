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

            The table is also written to evaluation.json in the run's directory, or to
            NAME-evaluation.json beside NAME.safetensors, where that is the encoder.

            Examples:

              \(programName) evaluate runs/first
              # fewer images: sooner, and one or two points off
              \(programName) evaluate runs/first --quick
              # weights from elsewhere
              \(programName) evaluate --architecture vicreg-resnet18 --encoder resnet18.safetensors --data DIRECTORY
            """)

    @OptionGroup var source: EncoderChoice
    @Option(help: "fashion-mnist, mnist, or a directory; the run's own unless given.")
    var data: String?
    @Flag(help: "Use 10000 training and 2000 test images only; evaluation.json then says so.")
    var quick = false
    @Option(help: "Which executor computes: \(ExecutorChoice.help)")
    var executor = ExecutorChoice.standard.rawValue
    @OptionGroup var schedules: SchedulesOption
    @Option(help: "Threads; one for each core unless given.")
    var threads: Int?
    @Flag(help: "Plain lines instead of a progress bar.")
    var plain = false

    func run() throws {
        let trained = try source.read()
        let images = try trained.data(data)
        let (training, test) = try (Dataset.load(images, split: .train), Dataset.load(images, split: .test))
        let evaluator = EncoderEvaluator(
            model: trained.model, branch: trained.branch, seed: trained.seed,
            training: quick ? try training.prefix(10_000) : training, test: quick ? try test.prefix(2000) : test,
            executor: try Choices.executor(executor), threads: try Choices.threads(threads))
        let display = ProgressDisplay(plain: plain)
        let evaluation = try evaluator.evaluate(trained.values) { what, fraction in
            display.update { ProgressBar(label: what, fraction: fraction, isUnicode: Terminal.isUnicode) }
        }
        display.finish(clearing: true)
        let path = trained.path("evaluation.json")
        try AtomicFile.write(evaluation.json(), to: path)
        Output.line(
            "\(trained.model.name) on \(training.name): percent of \(Format.grouped(evaluation.settings.testImages)) test images"
        )
        Output.line()
        Output.line(evaluation.table)
    }
}
