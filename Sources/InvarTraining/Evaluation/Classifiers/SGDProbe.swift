import InvarCompiler
import InvarGraph
import InvarRuntime

/// A linear layer on the frozen encoder, trained step by step as VICReg's evaluation does it: cross-entropy, SGD with
/// momentum, a cosine over whole epochs, representations as they are.
public struct SGDProbe {
    /// How a linear layer is trained: as VICReg's code does it, unless something else is said.
    public struct Settings: Codable, Sendable, Hashable {
        /// Passes over the training images.
        public var epochs = 100
        /// Images in a step.
        public var batch = 256
        /// Of the first epoch; a cosine leads to 0.
        public var learningRate = 0.02
        /// Of SGD.
        public var momentum = 0.9
        /// Of weights and biases.
        public var weightDecay = 1e-6
        /// Random resized crops and flips of the training images, drawn anew in every epoch.
        public var isAugmented = false
        /// The least share of an image that a random crop has, where images are augmented.
        public var smallestCrop = 0.08
        /// Of the order of the images, the crops and the layer's first values.
        public var seed: UInt64 = 0

        /// As VICReg's code does it.
        public init() {}
    }

    private let settings: Settings
    private let session: any Session
    private let store: StateStore
    private let head: LinearHead
    private let width: Int
    private let classes: Int

    package init(
        width: Int, classes: Int, settings: Settings, executor: any Executor, threads: Int
    ) throws {
        (self.width, self.classes, self.settings) = (width, classes, settings)
        head = LinearHead(width: width, classes: classes)
        let builder = GraphBuilder("sgd-probe")
        let x = builder.input("features", TensorType([settings.batch, width]))
        let labels = builder.input("labels", TensorType([settings.batch, classes]))
        // 1 / rows for a row that is there, 0 for one that only fills a last short batch up
        let share = builder.input("share", TensorType([settings.batch, 1]))
        let loss = (crossEntropy(head.logits(x, builder), labels) * share).sum()
        builder.output("loss", loss)
        let values = head.states.map { builder.state($0.name, $0.type) }
        let gradients = builder.gradients(of: loss, withRespectTo: values)
        let trained = zip(head.states, zip(values, gradients)).map { TrainedParameter($0, value: $1.0, gradient: $1.1) }
        // as in the official code, the biases decay too
        let optimizer = SGD(
            momentum: settings.momentum, weightDecay: settings.weightDecay, excludesVectors: false)
        let moments = Optimizer.sgd(optimizer).updates(
            builder, trained, learningRate: builder.input("learningRate", TensorType([])))
        session = try executor.prepare(compile(try builder.finish()), threads: threads)
        store = StateStore(session, head.states + moments, seed: settings.seed)
    }

    /// Trains from the beginning.
    /// - Parameters:
    ///   - training: the training images' representations in an epoch, counted from 0.
    ///   - progress: called with the share that is done.
    /// - Returns: the percentage of the test rows that get their own label, after each epoch.
    package func fit(
        test: Features, progress: (Double) -> Void = { _ in }, training: (_ epoch: Int) throws -> Features
    ) throws -> EpochScores {
        store.initialize()
        var scores = EpochScores()
        for epoch in 0..<settings.epochs {
            let features = try training(epoch)
            session.memory.setInput("learningRate", [settings.learningRate * cosine(epoch: epoch, of: settings.epochs)])
            let order = CounterRandom.permutation(of: features.count, seed: settings.seed, epoch: epoch)
            for start in stride(from: 0, to: features.count, by: settings.batch) {
                fill(features, order[start..<min(start + settings.batch, features.count)])
                session.run()
            }
            guard store.firstNotFinite == nil else {
                throw EvaluationError("the SGD probe has diverged in epoch \(epoch + 1); use a lower learning rate")
            }
            scores.add(head.classifier(store).accuracy(test))
            progress(Double(epoch + 1) / Double(settings.epochs))
        }
        return scores
    }

    /// The weights after the last epoch.
    package var classifier: LinearClassifier { head.classifier(store) }

    private func fill(_ features: Features, _ places: ArraySlice<Int32>) {
        guard let x = unsafe session.memory.input("features"), let labels = unsafe session.memory.input("labels"),
            let share = unsafe session.memory.input("share")
        else { return }
        unsafe labels.update(repeating: 0)
        unsafe share.update(repeating: 0)
        unsafe features.values.withUnsafeBufferPointer { values in
            for (row, place) in places.enumerated() {
                let from = Int(place) * width
                _ = unsafe UnsafeMutableBufferPointer(rebasing: x[(row * width)..<((row + 1) * width)])
                    .update(fromContentsOf: UnsafeBufferPointer(rebasing: values[from..<(from + width)]))
                unsafe labels[row * classes + Int(features.labels[Int(place)])] = 1
                unsafe share[row] = 1 / Float(places.count)
            }
        }
    }
}
