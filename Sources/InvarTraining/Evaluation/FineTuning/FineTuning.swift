import Invar
import InvarData
import InvarRuntime

/// Trains all layers of an encoder, and a linear layer on it, with a few labelled images, as VICReg's semi-supervised
/// evaluation does: SGD with momentum, a cosine over whole epochs, random resized crops and flips, batch statistics. Rows and signals stay as
/// they are.
package struct FineTuning {
    private enum Input {
        case images(AugmentedImages)
        case rows(FeatureRows)

        /// Which of these can be read.
        func readable(_ places: [Int]) throws -> [Int] {
            switch self {
            case .images(let images): try images.batches.readable(places)
            case .rows: places
            }
        }

        /// - Returns: those that cannot be read.
        func write(_ places: [Int], epoch: Int, into target: UnsafeMutableBufferPointer<Float>) throws -> [Int] {
            switch self {
            case .images(let images): return try unsafe images.write(places, epoch: epoch, into: target)
            case .rows(let rows):
                for (row, place) in places.enumerated() {
                    let own = unsafe UnsafeMutableBufferPointer(
                        rebasing: target[(row * rows.width)..<((row + 1) * rows.width)])
                    _ = unsafe own.update(fromContentsOf: rows.values[rows.range(of: place)])
                }
                return []
            }
        }
    }

    private let model: JointEmbedding
    private let training: Dataset
    private let test: Dataset
    /// The images of `training` whose labels are used: those of the settings' share that can be read.
    package let places: [Int]
    /// Test images that were read: known after a call.
    package private(set) var testImages = 0
    /// How many of the share cannot be read.
    package let unreadable: Int
    package let settings: FineTuningSettings
    /// Images in a step: the labelled ones in as few equal parts as the settings' batch allows.
    package let batch: Int
    private let step: SupervisedStep
    private let session: any Session
    private let store: StateStore
    private let evaluation: EncoderFeatures
    private let input: Input
    /// Where images that cannot be read are counted.
    private let bad: BadImages?

    /// - Throws: `EvaluationError` for too few labelled images, images of one class or others than the encoder takes, `Diagnostic` where model and images do not fit.
    package init(
        _ model: JointEmbedding, branch: Int = 0, training: Dataset, test: Dataset, settings: FineTuningSettings,
        executor: any Executor, threads: Int, bad: BadImages? = nil
    ) throws {
        guard try model.featureWidths()[branch] == nil || training.isOfRows else {
            throw EvaluationError(
                "branch \(branch + 1) of \(model.name) takes rows of numbers beside images, and fine-tuning is given none; "
                    + "choose a branch that sees images (--branch)")
        }
        for dataset in [training, test] { try FrozenInput.check(dataset, for: model, branch: branch) }
        try LabelledImages.check(training, for: "fine-tuning")
        self.bad = bad
        (self.model, self.training, self.test, self.settings) = (model, training, test, settings)
        let classes = max(training.classNames.count, test.classNames.count)
        if try model.featureWidths()[branch] != nil, let rows = training.rows(of: branch) {
            input = .rows(rows.taken(as: try model.signalShapes()[branch]))
        } else {
            input = .images(
                try AugmentedImages(
                    training, image: model.image, views: model.views, smallestCrop: settings.smallestCrop,
                    seed: settings.seed, bad: bad))
        }
        let share = LabelledShare.places(
            settings.share, labels: training.labels.map { Int($0) }, classes: classes, seed: settings.seed)
        places = try input.readable(share)
        unreadable = share.count - places.count
        let parts = (places.count + settings.batch - 1) / settings.batch
        batch = places.count / max(parts, 1)
        guard batch >= 2 else {
            throw EvaluationError("\(places.count) labelled images; batch statistics need 2 or more")
        }
        let optimizer = Optimizer.sgd(SGD(momentum: settings.momentum, weightDecay: settings.weightDecay))
        step = try SupervisedStep(model, branch: branch, classes: classes, batch: batch, optimizer: optimizer)
        session = try executor.prepare(step.program, threads: threads)
        store = StateStore(session, step.states, seed: settings.seed)
        evaluation = try EncoderFeatures(model, branch: branch, executor: executor, threads: threads)
    }

    /// - Parameters:
    ///   - encoder: the values that its states begin with, by name.
    ///   - progress: called with the share that is done.
    /// - Returns: percent of the test images classified right, after each epoch.
    /// - Throws: `EvaluationError` where a value is missing, or no longer finite.
    package mutating func callAsFunction(
        from encoder: [String: [Float]], progress: (Double) -> Void = { _ in }
    ) throws -> EpochScores {
        store.initialize()
        for spec in step.encoder {
            guard let values = encoder[spec.name], values.count == spec.type.count else {
                throw EvaluationError("the encoder's \(spec.name) is missing, or of another size")
            }
            store.set(spec, values)
        }
        var scores = EpochScores()
        for epoch in 0..<settings.epochs {
            try train(epoch)
            if let name = store.firstNotFinite {
                throw EvaluationError("\(name) is not finite in epoch \(epoch + 1); use lower learning rates")
            }
            scores.add(try accuracy())
            progress(Double(epoch + 1) / Double(settings.epochs))
        }
        return scores
    }

    private func train(_ epoch: Int) throws {
        let factor = cosine(epoch: epoch, of: settings.epochs)
        session.memory.setInput("learningRate.encoder", [settings.encoderLearningRate * factor])
        session.memory.setInput("learningRate.head", [settings.headLearningRate * factor])
        let order = CounterRandom.permutation(of: places.count, seed: settings.seed, epoch: epoch)
        for (number, start) in stride(from: 0, through: places.count - batch, by: batch).enumerated() {
            let part = order[start..<(start + batch)].map { places[Int($0)] }
            if let target = unsafe session.memory.input("image") {
                if let lost = try unsafe input.write(part, epoch: epoch, into: target).first {
                    throw EvaluationError(
                        "\(training.images.name(of: lost)) could be read at the start and no longer can; "
                            + "leave \(training.name) as it is while it is used")
                }
            }
            if let labels = unsafe session.memory.input("labels") {
                unsafe labels.update(repeating: 0)
                let classes = labels.count / batch
                for (row, place) in part.enumerated() { unsafe labels[row * classes + Int(training.labels[place])] = 1 }
            }
            step.randomInputs.fill(
                session.memory, seed: settings.seed, step: epoch * (places.count / batch) + number)
            session.run()
        }
    }

    /// In evaluation mode, with running statistics.
    private mutating func accuracy() throws -> Double {
        let specs = step.encoder.byName(\.self)
        try evaluation.load { specs[$0].map(store.values) }
        let features = try evaluation(test, bad: bad)
        testImages = features.count
        return step.head.classifier(store).accuracy(features)
    }
}
