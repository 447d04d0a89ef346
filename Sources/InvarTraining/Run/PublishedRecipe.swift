/// What each method was trained with when it was published, on ImageNet: optimizer, schedule, batch and epochs.
public enum PublishedRecipe: String, Sendable, CaseIterable {
    case vicreg
    case barlowTwins = "barlow-twins"
    case simCLR = "simclr"
    case byol
    case simSiam = "simsiam"

    /// For ImageNet, with its batch and epochs.
    public var configuration: TrainingConfiguration {
        switch self {
        case .vicreg:
            // the official code's defaults; its authors use 0.3 for 100 epochs of smaller batches
            TrainingConfiguration(
                optimizer: .lars(LARS(weightDecay: 1e-6)), schedule: large(0.2, finalFraction: 0.001), batch: 2048,
                epochs: 100)
        case .barlowTwins:
            TrainingConfiguration(
                optimizer: .lars(LARS(weightDecay: 1e-6, vectorRate: 0.0048 / 0.2)),
                schedule: large(0.2, finalFraction: 0.001), batch: 2048, epochs: 1000)
        case .simCLR:
            TrainingConfiguration(
                optimizer: .lars(LARS(weightDecay: 1e-6)), schedule: large(0.3), batch: 4096, epochs: 1000)
        case .byol:
            TrainingConfiguration(
                optimizer: .lars(LARS(weightDecay: 1.5e-6)), schedule: large(0.2), batch: 4096, epochs: 1000)
        case .simSiam:
            TrainingConfiguration(
                optimizer: .sgd(SGD(weightDecay: 1e-4, excludesVectors: false)),
                schedule: LearningRateSchedule(
                    learningRate: 0.05, scalesWithBatch: true, warmUpEpochs: 0, constantWithinEpochs: true,
                    keepsPredictorRate: true),
                batch: 512, epochs: 100)
        }
    }

    /// Ten epochs of warm-up from 0, and a learning rate for a batch of 256: step s of W is at s/W of the peak in the code of all four.
    private func large(_ learningRate: Double, finalFraction: Double = 0) -> LearningRateSchedule {
        LearningRateSchedule(
            learningRate: learningRate, scalesWithBatch: true, warmUpEpochs: 10, beginsAtZero: true,
            finalFraction: finalFraction)
    }
}
