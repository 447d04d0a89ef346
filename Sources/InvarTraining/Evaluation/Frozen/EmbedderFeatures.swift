import Invar
import InvarData
import InvarRuntime

/// Encoder and expander of a branch in evaluation mode: what both make of images that are not augmented.
package struct EmbedderFeatures {
    private let forward: FrozenForward
    private let model: JointEmbedding
    private let branch: Int
    private let outputs: [FrozenForward.Output]
    /// Of encoder and expander.
    package let states: [StateSpec]

    package init(
        _ model: JointEmbedding, branch: Int = 0, batch: Int = 500, executor: any Executor, threads: Int
    ) throws {
        let captured = try model.captureBranch(branch, batch: batch, mode: .evaluation, expanding: true)
        let tensors = [("representation", captured.representation), ("embedding", captured.embedding)]
        let builder = captured.capture.builder
        outputs = tensors.compactMap { name, tensor in
            guard let tensor else { return nil }
            builder.output(name, tensor)
            return FrozenForward.Output(name: name, width: tensor.shape[1])
        }
        states = captured.capture.states
        forward = try FrozenForward(
            model, try builder.finish(), states, batch: batch, executor: executor, threads: threads,
            communicator: Alone())
        (self.model, self.branch) = (model, branch)
    }

    /// - Parameter values: the values of a state of this name.
    package func load(_ values: (String) -> [Float]?) throws { try forward.load(values) }

    /// Representations and embeddings of the images that can be read, in the dataset's order.
    /// - Throws: as `EncoderFeatures`.
    package func callAsFunction(
        _ dataset: Dataset, bad: BadImages? = nil, progress: (Int) -> Void = { _ in }
    ) throws -> (representations: Features, embeddings: Features) {
        let input = try FrozenInput(dataset, for: model, branch: branch, bad: bad)
        let found = try forward(input, outputs, progress: progress)
        return (found[0], found[1])
    }
}
