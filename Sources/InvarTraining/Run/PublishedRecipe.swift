/// What a method was trained with where it was published: optimizer, schedule, batch and epochs. Views, widths and coefficients are the
/// model's: what the recipe was published with says `architecture`.
public enum PublishedRecipe: String, Sendable, CaseIterable {
    case vicreg
    case barlowTwins = "barlow-twins"
    case simCLR = "simclr"
    case byol
    case simSiam = "simsiam"
    /// VICReg on ImageNet in batches of 256.
    case smallBatch = "vicreg-256"
    /// VICReg on CIFAR by solo-learn.
    case cifar = "vicreg-cifar"

    /// With its batch and epochs.
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
        case .smallBatch:
            // what VICReg's author advises for ResNet-18 and batches of 256 (facebookresearch/vicreg, issue 21), as in appendix
            // C.4 of the paper; the rest is the official code's
            TrainingConfiguration(
                optimizer: .lars(LARS(weightDecay: 1e-6)), schedule: large(0.5, finalFraction: 0.001), batch: 256,
                epochs: 100)
        case .cifar:
            // vturrisi/solo-learn, scripts/pretrain/cifar/vicreg.yaml, and its defaults: 10 epochs of warm-up, cosine to 0
            TrainingConfiguration(
                optimizer: .lars(LARS(weightDecay: 1e-4, eta: 0.02, isClipped: true)), schedule: large(0.3),
                batch: 256, epochs: 1000)
        }
    }

    /// The built-in model with the views, widths and coefficients that it was published with.
    public var architecture: String {
        switch self {
        case .vicreg, .barlowTwins, .simCLR, .byol, .simSiam: "\(rawValue)-resnet50"
        case .smallBatch: "vicreg-resnet50"
        case .cifar: "vicreg-cifar-resnet18"
        }
    }

    /// Ten epochs of warm-up from 0, and a learning rate for a batch of 256: step s of W is at s/W of the peak in the code of all of them.
    private func large(_ learningRate: Double, finalFraction: Double = 0) -> LearningRateSchedule {
        LearningRateSchedule(
            learningRate: learningRate, scalesWithBatch: true, warmUpEpochs: 10, beginsAtZero: true,
            finalFraction: finalFraction)
    }
}
