import Invar
import InvarCompiler
import InvarData
import InvarGraph
import InvarRuntime

/// The frozen encoder as evaluation runs it: BatchNorm with its running statistics, images normalized and not augmented.
package struct EncoderFeatures {
    private let session: any Session
    private let model: JointEmbedding
    private let batch: Int
    package let width: Int

    /// - Parameters:
    ///   - values: each state of the encoder by name; names that the encoder does not have are ignored.
    ///   - branch: which encoder, where the branches have their own.
    /// - Throws: `EvaluationError` where a state is missing or has another size, `Diagnostic` for an architecture
    ///   that cannot be built, `ArenaError` for too little memory.
    package init(
        _ model: JointEmbedding, values: [String: [Float]], branch: Int = 0, batch: Int = 500,
        executor: any Executor, threads: Int
    ) throws {
        let captured = try model.captureEncoder(batch: batch, branch: branch)
        session = try executor.prepare(compile(captured.graph), threads: threads)
        for spec in captured.states {
            guard let target = session.memory.state(spec.name) else { continue }
            guard let source = values[spec.name] else { throw EvaluationError("the encoder's \(spec.name) is missing") }
            guard source.count == target.count else {
                throw EvaluationError(
                    "\(spec.name) has \(source.count) values, the architecture \(model.name) wants \(target.count)")
            }
            session.memory.setState(spec.name) { _ = $0.update(fromContentsOf: source) }
        }
        self.model = model
        self.batch = batch
        width = captured.width
    }

    /// One representation for each image, in the dataset's order.
    /// - Parameter progress: called with the number of images done.
    /// - Throws: `EvaluationError` where a representation is not finite, `Diagnostic` where the images do not fit the
    ///   architecture.
    package func callAsFunction(_ dataset: Dataset, progress: (Int) -> Void = { _ in }) throws -> Features {
        let images = try PlainBatches(dataset, views: model.views, image: model.image)
        guard let input = session.memory.input("image") else {
            throw EvaluationError("the encoder of \(model.name) does not look at its image")
        }
        var values: [Float] = []
        values.reserveCapacity(dataset.count * width)
        for start in stride(from: 0, to: dataset.count, by: batch) {
            images.write(start..<(start + batch), into: input)
            session.run()
            let rows = min(batch, dataset.count - start)
            let output = session.memory.outputValues("representation").prefix(rows * width)
            guard output.allSatisfy(\.isFinite) else {
                throw EvaluationError(
                    "the encoder's representations are not finite (images \(start) to \(start + rows - 1)); "
                        + "the run has diverged: start again with a lower learning rate")
            }
            values += output
            progress(start + rows)
        }
        return Features(values: values, width: width, labels: dataset.labels, classes: dataset.classNames.count)
    }
}
