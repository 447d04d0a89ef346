import ArgumentParser
import Invar
import InvarTraining

/// The options that decide a run's numbers, besides its seed. What is not given comes from the run that is resumed, or else is the
/// optimizer's usual; AdamW's are the demo's.
struct Recipe: ParsableArguments {
    @Option(
        help:
            "What a method was published with: vicreg, vicreg-256, barlow-twins, simclr, byol or simsiam (ImageNet), or vicreg-cifar. The options below change parts of it."
    )
    var recipe: String?
    @Option(help: "Passes over the data. (default: 5)")
    var epochs: Int?
    @Option(help: "Images in a step, each with its views. (default: 256)")
    var batch: Int?
    @Option(
        help: "adamw, sgd, sgd-nesterov, lars (as VICReg's code) or lars-clipped (for small data). (default: adamw)",
        completion: .optimizers)
    var optimizer: String?
    @Option(
        help:
            "The highest, as it is: a larger batch does not change it. (default: 0.001 for adamw, 0.03 for sgd, 0.3 × batch/256 for lars)"
    )
    var learningRate: Double?
    @Option(help: "Of matrices and kernels; biases and norms never decay. (default: 1e-4, 1e-6 for lars)")
    var weightDecay: Double?
    @Option(help: "Epochs of linear warm-up before the cosine; a part of one is possible. (default: 0.5)")
    var warmupEpochs: Double?
    @Option(help: "What the norm of the whole gradient is brought down to where it is larger. (default: never)")
    var clipGradientNorm: Double?

    /// - Throws: `CommandError` for an optimizer that there is not. Impossible numbers are the trainer's to refuse.
    func configuration(earlier: TrainingConfiguration?, seed: UInt64?) throws -> TrainingConfiguration {
        var result = earlier ?? .demo()
        result.optimizer = try result.optimizer.restored(by: Architectures.known.optimizers)
        if let recipe {
            let seed = result.seed
            result = try PublishedRecipe("recipe", named: recipe).configuration
            result.seed = seed
        }
        if let optimizer { try use(optimizer, in: &result) }
        if let learningRate { (result.schedule.learningRate, result.schedule.scalesWithBatch) = (learningRate, false) }
        if let warmupEpochs { result.schedule.warmUpEpochs = warmupEpochs }
        if let weightDecay { result.optimizer = try result.optimizer.decaying(weightDecay) }
        if let clipGradientNorm { result.gradientNormLimit = clipGradientNorm }
        if let epochs { result.epochs = epochs }
        if let batch { result.batch = batch }
        if let seed { result.seed = seed }
        return result
    }

    /// Where a recipe was named: what it and the other options come to, and whether the model is the one that it was published with.
    func show(_ configuration: TrainingConfiguration, for model: JointEmbedding) throws {
        guard let recipe else { return }
        let published = try PublishedRecipe("recipe", named: recipe)
        Output.line("recipe \(recipe): \(configuration)")
        if model.name != published.architecture {
            Output.line(
                "it was published with the views, widths and coefficients of \(published.architecture), not of \(model.name)"
            )
        }
    }

    /// One that is in use already keeps its numbers.
    private func use(_ name: String, in configuration: inout TrainingConfiguration) throws {
        let own = Architectures.known.optimizers
        if let rule = own.first(where: { $0.name == name }) {
            if configuration.optimizer.name != name { configuration.optimizer = Optimizer(rule) }
            return
        }
        guard let variant = OptimizerVariant(rawValue: name) else {
            throw CommandError(
                unknown: "optimizer", name, among: OptimizerVariant.allCases.map(\.rawValue) + own.map(\.name))
        }
        guard variant != OptimizerVariant(configuration.optimizer) else { return }
        let usual = variant.usual
        (configuration.optimizer, configuration.schedule) = (usual.optimizer, usual.schedule)
    }
}

/// What `--optimizer` may name.
enum OptimizerVariant: String, CaseIterable {
    case adamW = "adamw"
    case sgd
    case nesterov = "sgd-nesterov"
    case lars
    case clippedLARS = "lars-clipped"

    /// Nothing for a rule of the user's own.
    init?(_ optimizer: Optimizer) {
        switch optimizer.rule {
        case let rule as SGD: self = rule.nesterov ? .nesterov : .sgd
        case let rule as LARS: self = rule.isClipped ? .clippedLARS : .lars
        case is AdamW: self = .adamW
        default: return nil
        }
    }

    /// What it is used with where nothing else is said.
    var usual: TrainingConfiguration {
        var result = TrainingConfiguration.demo()
        func use(_ optimizer: Optimizer, _ learningRate: Double, scalesWithBatch: Bool = false) {
            (result.optimizer, result.schedule.learningRate) = (optimizer, learningRate)
            result.schedule.scalesWithBatch = scalesWithBatch
        }
        switch self {
        case .adamW: break
        case .sgd: use(.sgd(SGD()), 0.03)
        case .nesterov: use(.sgd(SGD(nesterov: true)), 0.03)
        case .lars: use(.lars(LARS()), 0.3, scalesWithBatch: true)
        case .clippedLARS: use(.lars(LARS(weightDecay: 1e-4, isClipped: true)), 0.3, scalesWithBatch: true)
        }
        return result
    }
}

extension Optimizer {
    /// - Throws: `CommandError` for a rule of the user's own, whose numbers stand in the program.
    func decaying(_ weightDecay: Double) throws -> Optimizer {
        switch rule {
        case var rule as SGD:
            rule.weightDecay = weightDecay
            return .sgd(rule)
        case var rule as LARS:
            rule.weightDecay = weightDecay
            return .lars(rule)
        case var rule as AdamW:
            rule.weightDecay = weightDecay
            return .adamW(rule)
        default:
            throw CommandError(
                "--weight-decay is for Invar's own optimizers; the numbers of \(name) stand in the program")
        }
    }
}
