import ArgumentParser
import InvarDump
import InvarTraining

/// Which classifiers `evaluate` puts on the frozen encoder.
struct ClassifierOptions: ParsableArguments {
    @Option(
        help: "Numbers of neighbours, with commas between; the first is the table's column. (default: 20)")
    var knnK: String?
    @Option(help: "Temperatures of their votes, with commas between. (default: 0.07)")
    var knnTemperature: String?
    @Option(help: "quick (L-BFGS), or sgd: beside it also as VICReg's code trains it.")
    var probe = Probe.quick.rawValue
    @Option(help: "Epochs of the probe by SGD. (default: 100)")
    var probeEpochs: Int?
    @Option(help: "Its highest learning rate. (default: 0.02)")
    var probeLearningRate: Double?
    @Flag(help: "It sees random resized crops and flips, drawn anew in every epoch: the encoder runs each time.")
    var augment = false
    @Option(help: "With --augment: the least share of an image that a crop has. (default: 0.08)")
    var smallestCrop: Double?

    enum Probe: String, CaseIterable { case quick, sgd }

    func apply(to settings: inout Evaluation.Settings) throws {
        // the usual number becomes smaller by itself where there are fewer images; what was asked for does not
        let k = try Choices.list(knnK ?? "20", "--knn-k", "whole numbers above 0") { text in
            Int(text).flatMap { (1...100_000).contains($0) ? $0 : nil }
        }
        if knnK != nil, let most = k.max(), most > settings.trainImages {
            throw CommandError(
                "--knn-k \(most): there \(settings.trainImages == 1 ? "is" : "are") "
                    + "\(Format.count(settings.trainImages, "training image")), and no more can vote")
        }
        let temperatures = try Choices.list(knnTemperature ?? "0.07", "--knn-temperature", "numbers above 0") { text in
            Double(text).flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
        }
        settings.tryNeighbours(NeighbourChoice.all(k: unique(k), temperatures: unique(temperatures)))
        switch try Probe("probe", named: probe) {
        case .quick:
            guard probeEpochs == nil, probeLearningRate == nil, smallestCrop == nil, !augment else {
                throw CommandError(
                    "--probe-epochs, --probe-learning-rate, --augment and --smallest-crop need --probe sgd")
            }
        case .sgd: settings.sgd = try sgd()
        }
    }

    private func sgd() throws -> SGDProbe.Settings {
        var settings = SGDProbe.Settings()
        try Choices.atLeastOne(probeEpochs, "--probe-epochs")
        if let probeEpochs { settings.epochs = probeEpochs }
        try Choices.positive(probeLearningRate, "--probe-learning-rate")
        if let probeLearningRate { settings.learningRate = probeLearningRate }
        settings.isAugmented = augment
        guard augment || smallestCrop == nil else { throw CommandError("--smallest-crop needs --augment") }
        if let smallestCrop { settings.smallestCrop = try Choices.share(smallestCrop, "--smallest-crop") }
        return settings
    }
}
