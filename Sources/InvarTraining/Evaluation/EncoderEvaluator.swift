import Invar
import InvarData
import InvarRuntime

/// Evaluates an encoder beside its untrained self and the raw pixels, or the raw rows.
package struct EncoderEvaluator {
    package let model: JointEmbedding
    package let branch: Int
    /// Of the untrained encoder: the run's, so that it is the encoder that the run began with.
    package let seed: UInt64
    package let training: Dataset
    package let test: Dataset
    package let executor: any Executor
    package let threads: Int
    package var settings = Evaluation.Settings()
    /// Where images that cannot be read are counted.
    package var bad: BadImages?
    /// Of the ranks that share the images: all of them evaluate, and come to the same.
    package var communicator: any Communicator = Alone()

    package init(
        model: JointEmbedding, branch: Int = 0, seed: UInt64, training: Dataset, test: Dataset, executor: any Executor,
        threads: Int
    ) {
        (self.model, self.branch, self.seed) = (model, branch, seed)
        (self.training, self.test) = (training, test)
        (self.executor, self.threads) = (executor, threads)
        (settings.trainImages, settings.testImages) = (training.count, test.count)
    }

    /// - Parameters:
    ///   - trained: the encoder's states by name.
    ///   - progress: called with what is being done, and how much of all is done, from 0 to 1.
    /// - Throws: `EvaluationError` for an encoder that does not fit or has diverged, and for images of one class; `ArenaError` for too little
    ///   memory.
    package func evaluate(
        _ trained: [String: [Float]], progress: (String, Double) -> Void = { _, _ in }
    ) throws -> Evaluation {
        try check()
        let states = try model.captureEncoder(batch: 1, branch: branch).states
        let ofTrained = try scores(of: trained, "trained encoder") { progress($0, $1 * 0.35) }
        var initial = states.initialValues(seed: seed)
        // what is known of the columns was known before the first step
        for spec in states where spec.column != nil { initial[spec.name] = trained[spec.name] }
        let ofUntrained = try scores(of: initial, "untrained encoder") {
            progress($0, 0.35 + $1 * 0.35)
        }
        let ofPixels =
            try training.isOfRows
            ? scoresOfRows { progress($0, 0.7 + $1 * 0.3) } : scoresOfPixels { progress($0, 0.7 + $1 * 0.3) }
        return Evaluation(
            trained: ofTrained.scores, untrained: ofUntrained.scores, pixels: ofPixels.scores,
            settings: settings(of: ofTrained.settings))
    }

    private func settings(of measured: Evaluation.Settings) -> Evaluation.Settings {
        var settings = measured
        settings.itemName = training.isOfRows ? training.item : nil
        return settings
    }

    private func check() throws {
        try LabelledImages.check(training, test: test, for: "an evaluation")
        for dataset in [training, test] { try FrozenInput.check(dataset, for: model, branch: branch) }
        if settings.sgd?.isAugmented == true, !training.rows.isEmpty {
            throw EvaluationError(
                "--augment crops and flips images, and branch \(branch + 1) of \(model.name) takes rows of numbers; "
                    + "leave it out")
        }
    }

    /// What came of one kind of features, and how it was measured on as many images as there were.
    private typealias Measured = (scores: Evaluation.Scores, settings: Evaluation.Settings)

    private func scores(
        of values: [String: [Float]], _ name: String, _ progress: (String, Double) -> Void
    ) throws -> Measured {
        let encoder = try EncoderFeatures(
            model, values: values, branch: branch, executor: executor, threads: threads, communicator: communicator)
        let total = Double(training.count + test.count)
        let trainingFeatures = try encoder(training, bad: bad) {
            progress("\(name): features", 0.3 * Double($0) / total)
        }
        let testFeatures = try encoder(test, bad: bad) {
            progress("\(name): features", 0.3 * Double(training.count + $0) / total)
        }
        let augmented = try augmentedImages(for: model.image, views: model.views, normalized: true)
        return try scores(trainingFeatures, testFeatures, name, progress, from: 0.3) { epoch in
            try augmented.map { try encoder($0, epoch: epoch) }
        }
    }

    /// Raw pixels have the data's own size.
    private func scoresOfPixels(_ progress: (String, Double) -> Void) throws -> Measured {
        let channels = model.image.channels
        let own = training.rawShape(of: channels)
        let image = Image(channels: own.channels, height: own.height, width: own.width)
        let augmented = try augmentedImages(for: image, views: Views(steps: []), normalized: false)
        return try scores(
            Features(pixelsOf: training, of: channels, bad: bad), Features(pixelsOf: test, of: channels, bad: bad),
            "raw pixels", progress, from: 0
        ) { epoch in try augmented.map { try Features(pixelsOf: $0, epoch: epoch) } }
    }

    private func scoresOfRows(_ progress: (String, Double) -> Void) throws -> Measured {
        let shape = try model.signalShapes()[branch]
        let features = try [training, test].map {
            try Features(rowsOf: $0, branch: branch, standardizedBy: training, as: shape)
        }
        return try scores(features[0], features[1], "standardized \(training.item)s", progress, from: 0) { _ in nil }
    }

    /// Nothing, where the SGD probe is not asked for, or sees the images as they are.
    private func augmentedImages(for image: Image, views: Views, normalized: Bool) throws -> AugmentedImages? {
        guard let sgd = settings.sgd, sgd.isAugmented else { return nil }
        return try AugmentedImages(
            training, image: image, views: views, smallestCrop: sgd.smallestCrop, seed: sgd.seed,
            normalized: normalized,
            bad: bad)
    }

    /// - Parameter augmented: the training features of an epoch; nothing where they are always the same.
    private func scores(
        _ trainingFeatures: Features, _ testFeatures: Features, _ name: String, _ progress: (String, Double) -> Void,
        from done: Double, augmented: (Int) throws -> Features?
    ) throws -> Measured {
        var settings = settings
        try settings.settle(training: trainingFeatures, test: testFeatures)
        let quick = settings.sgd == nil ? 1 - done : (1 - done) * 0.4
        var stage = 0.0
        var scores = try settings.scores(
            training: trainingFeatures, test: testFeatures, executor: executor, threads: threads
        ) {
            progress("\(name): \($0)", done + quick * stage / 3)
            stage += 1
        }
        guard let sgd = settings.sgd else { return (scores, settings) }
        let probe = try SGDProbe(
            width: testFeatures.width, classes: trainingFeatures.classes, settings: sgd, executor: executor,
            threads: threads)
        scores.sgd = try probe.fit(test: testFeatures) {
            progress("\(name): probe by SGD", done + quick + (1 - done - quick) * $0)
        } training: {
            try augmented($0) ?? trainingFeatures
        }
        return (scores, settings)
    }
}
