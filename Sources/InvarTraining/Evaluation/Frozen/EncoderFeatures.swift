import Invar
import InvarCompiler
import InvarData
import InvarRuntime

/// The frozen encoder as evaluation runs it: BatchNorm with its running statistics, images normalized.
package struct EncoderFeatures {
    private let forward: FrozenForward
    private let model: JointEmbedding
    private let branch: Int
    private let communicator: any Communicator
    package let width: Int

    /// - Parameters:
    ///   - values: each state of the encoder by name; names that the encoder does not have are ignored.
    ///   - branch: which encoder, where the branches have their own.
    ///   - batch: images that are computed together; nothing: `usualBatch`.
    ///   - communicator: of the ranks that share the images of a dataset.
    /// - Throws: `EvaluationError` where a state is missing or has another size, `Diagnostic` for an architecture
    ///   that cannot be built, `ArenaError` for too little memory.
    package init(
        _ model: JointEmbedding, values: [String: [Float]], branch: Int = 0, batch: Int? = nil,
        executor: any Executor, threads: Int, communicator: any Communicator = Alone()
    ) throws {
        try self.init(
            model, branch: branch, batch: batch, executor: executor, threads: threads, communicator: communicator)
        try load { values[$0] }
    }

    /// Without values: `load` gives them, as often as they change.
    package init(
        _ model: JointEmbedding, branch: Int = 0, batch: Int? = nil, executor: any Executor, threads: Int,
        communicator: any Communicator = Alone()
    ) throws {
        let batch = try batch ?? EncoderFeatures.usualBatch(model, branch: branch)
        let captured = try model.captureEncoder(batch: batch, branch: branch)
        forward = try FrozenForward(
            model, captured.graph, captured.states, batch: batch, executor: executor, threads: threads,
            communicator: communicator)
        (self.model, self.branch, self.communicator) = (model, branch, communicator)
        width = captured.width
    }

    /// How many images are computed together: 500 by a small encoder, and fewer by a large one, so that a batch that a few images do not
    /// fill is no more than a second's work. It depends on the encoder alone: an image has the same bits alone and among others.
    /// - Throws: `Diagnostic` for an architecture that cannot be built.
    package static func usualBatch(_ model: JointEmbedding, branch: Int) throws -> Int {
        let one = compile(try model.captureEncoder(batch: 1, branch: branch).graph).flops
        return min(500, max(1, 64_000_000_000 / max(1, one)))
    }

    /// - Parameter values: the values of a state of this name.
    package func load(_ values: (String) -> [Float]?) throws { try forward.load(values) }

    /// One representation for each image that can be read, in the dataset's order, not augmented.
    /// - Parameters:
    ///   - bad: where images that cannot be read are counted.
    ///   - progress: called with the number of images done.
    /// - Throws: `EvaluationError` where a representation is not finite or the dataset does not have what the encoder takes, `DataError`
    ///   where too many images cannot be read, or none can.
    package func callAsFunction(
        _ dataset: Dataset, bad: BadImages? = nil, progress: (Int) -> Void = { _ in }
    ) throws -> Features {
        let input = try FrozenInput(dataset, for: model, branch: branch, bad: bad)
        let features = try forward(input, outputs, progress: progress)[0]
        if let bad { try communicator.share(bad) }
        return features
    }

    /// The same of augmented images, other ones in each epoch.
    func callAsFunction(_ images: AugmentedImages, epoch: Int, progress: (Int) -> Void = { _ in }) throws -> Features {
        try forward(FrozenInput(images, epoch: epoch), outputs, progress: progress)[0]
    }

    /// The representations of images that are in memory already.
    /// - Parameter fill: writes the images of a range, and no more, normalized.
    /// - Throws: `EvaluationError` where a representation is not finite, or what `fill` throws.
    package func rows(
        _ count: Int, fill: (Range<Int>, inout MutableSpan<Float>) throws -> Void
    ) throws -> [Float] { try forward(count, outputs[0], fill: fill) }

    private var outputs: [FrozenForward.Output] { [FrozenForward.Output(name: "representation", width: width)] }
}
