import ArgumentParser
import Foundation
import Invar
import InvarData
import InvarDump
import InvarRuntime
import InvarTraining

struct Finetune: SharedCommand {
    static let configuration = CommandConfiguration(
        commandName: "finetune",
        abstract: "Train all layers of a run's encoder with few labels, and say how good it is then.",
        discussion: """
            Semi-supervised evaluation as VICReg's code does it: encoder and a linear layer, 20
            epochs of SGD with momentum 0.9, no weight decay, batches of at most 256, random
            resized crops and flips, a cosine over whole epochs. Rows of a table and signals stay as
            they are, and come from the run's own files. Which images keep their label
            depends on data and --seed alone: so many of each class. The same is done from the
            encoder's initial values: what pretraining is worth is the difference.

            Writes finetune-1-percent.json and so on into the run's directory; of other images than
            the run's own (--data), these files' names end as those of evaluate do. The best
            epoch is chosen by the test images and flatters; the last is honest.

            Examples:

              \(programName) finetune runs/first --labels 1%
              \(programName) finetune runs/first --labels 1%,10% --threads 2
              # four trainings in four processes
              mpirun -n 4 \(programName) finetune runs/first --labels 1%,10%
            """.flowing)

    @OptionGroup var options: EncoderOptions
    @Option(help: "The share of the labels, 1% or 10% or any other, or several with commas between.")
    var labels: String
    @Option(help: "Passes over the labelled images. (default: 20)")
    var epochs: Int?
    @Option(help: "The encoder's highest learning rate. (default: 0.03 up to 1 %, else 0.01)")
    var learningRate: Double?
    @Option(help: "The linear layer's. (default: 0.08 up to 1 %, else 0.1)")
    var headLearningRate: Double?
    @Option(help: "The least share of an image that a random crop has.")
    var smallestCrop = 0.08
    @Option(help: "Of the labelled images, the linear layer, the order and the crops.")
    var seed: UInt64 = 0
    @Flag(help: "Leave out training from the encoder's initial values.")
    var noBaseline = false

    func run() throws {
        let settings = try shares().map(settings)
        let chosen = try options.chosen()
        let (trained, images) = (chosen.trained, chosen.images)
        let (training, test) = try (images.dataset(.train), images.dataset(.test))
        var reports: [FineTuningReport] = []
        // one process writes what a share came to before it begins the next; several share out all trainings
        let process = ProcessRanks.current.communicator
        for part in process.ranks == 1 ? settings.map({ [$0] }) : [settings] {
            for report in try self.reports(chosen, training, test, part, process) {
                reports.append(report)
                let path = trained.path("finetune-\(report.percent)-percent", of: images, ending: ".json")
                try Output.write(report.json(), to: path)
            }
        }
        Output.line(
            "\(trained.model.name) on \(images.described(training.name)): percent of "
                + Format.count(reports.first?.testImages ?? test.count, "test \(test.item)"))
        Output.line()
        Output.lines(Format.table(FineTuningReport.rows(reports)))
    }

    /// What came of one beginning with one share of the labels.
    private struct Part: Codable {
        let share: Int
        let isTrained: Bool
        let scores: EpochScores
        let labelledImages: Int
        let unreadable: Int
        let batch: Int
        let testImages: Int
    }

    /// - Parameter process: of the processes that share the trainings: each does some of them by itself.
    private func reports(
        _ chosen: EncoderOptions.Chosen, _ training: Dataset, _ test: Dataset, _ settings: [FineTuningSettings],
        _ process: any Communicator
    ) throws -> [FineTuningReport] {
        let trained = chosen.trained.encoder
        let states = try trained.model.captureEncoder(batch: 1, branch: trained.branch).states
        let bad = try chosen.badImages()
        let display = ProgressDisplay()
        var own: [Part] = []
        var number = 0
        for (share, one) in settings.enumerated() {
            var tuning: FineTuning?
            for isTrained in noBaseline ? [true] : [true, false] {
                defer { number += 1 }
                guard number % process.ranks == process.rank else { continue }
                var ready =
                    try tuning
                    ?? FineTuning(
                        trained.model, branch: trained.branch, training: training, test: test, settings: one,
                        executor: chosen.executor, threads: chosen.threads, bad: bad)
                let values = isTrained ? trained.values : states.initialValues(seed: trained.seed)
                let scores = try ready(from: values) { done in
                    let name = isTrained ? "trained encoder" : "untrained encoder"
                    display.show("\(FineTuningReport.percent(one.share)) %, \(name)", done)
                }
                own.append(
                    Part(
                        share: share, isTrained: isTrained, scores: scores, labelledImages: ready.places.count,
                        unreadable: ready.unreadable, batch: ready.batch, testImages: ready.testImages))
                tuning = ready
            }
        }
        display.finish(clearing: true)
        try process.share(bad)
        let parts = try process.gathered(Array(prettyJSON(own).utf8)).flatMap {
            try jsonDecoder().decode([Part].self, from: Data($0))
        }
        return settings.enumerated().compactMap { share, one in
            func part(_ isTrained: Bool) -> Part? { parts.first { $0.share == share && $0.isTrained == isTrained } }
            guard let own = part(true) else { return nil }
            chosen.sayLeftOut([
                ("labelled", own.labelledImages, own.labelledImages + own.unreadable),
                ("test", own.testImages, test.count),
            ])
            return FineTuningReport(
                run: trained.source, data: training.name, settings: one, labelledImages: own.labelledImages,
                batch: own.batch, testImages: own.testImages, trained: own.scores, untrained: part(false)?.scores)
        }
    }

    private func settings(_ share: Double) throws -> FineTuningSettings {
        var result = FineTuningSettings(share: share)
        try Choices.atLeastOne(epochs, "--epochs")
        try Choices.positive(learningRate, "--learning-rate")
        try Choices.positive(headLearningRate, "--head-learning-rate")
        if let epochs { result.epochs = epochs }
        if let learningRate { result.encoderLearningRate = learningRate }
        if let headLearningRate { result.headLearningRate = headLearningRate }
        (result.seed, result.smallestCrop) = (seed, try Choices.share(smallestCrop, "--smallest-crop"))
        return result
    }

    /// `1%,10%`
    private func shares() throws -> [Double] {
        try Choices.list(labels, "--labels", "a share such as 1% or 10%") { text in
            guard text.hasSuffix("%"), let percent = Double(text.dropLast()), percent > 0, percent <= 100 else {
                return nil
            }
            return percent / 100
        }
    }
}
