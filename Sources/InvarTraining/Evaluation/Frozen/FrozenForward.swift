import Invar
import InvarCompiler
import InvarData
import InvarGraph
import InvarRuntime

/// A graph in evaluation mode that is run over many images, a batch at a time.
package struct FrozenForward {
    /// An output of the graph: N×width.
    package struct Output: Sendable {
        let name: String
        let width: Int
    }

    private let session: any Session
    private let model: JointEmbedding
    private let states: [StateSpec]
    private let batch: Int

    /// - Parameter graph: of this many images; its input is `image`.
    init(
        _ model: JointEmbedding, _ graph: Graph, _ states: [StateSpec], batch: Int, executor: any Executor, threads: Int
    ) throws {
        session = try executor.prepare(compile(graph), threads: threads)
        (self.model, self.states, self.batch) = (model, states, batch)
    }

    /// Gives every state its value, by name.
    /// - Throws: `EvaluationError` where one is missing or has another size.
    func load(_ values: (String) -> [Float]?) throws {
        for spec in states {
            guard let target = unsafe session.memory.state(spec.name) else { continue }
            guard let source = values(spec.name) else { throw EvaluationError("the encoder's \(spec.name) is missing") }
            guard source.count == target.count else {
                throw EvaluationError(
                    "\(spec.name) has \(source.count) values, the architecture \(model.name) wants \(target.count)")
            }
            unsafe session.memory.setState(spec.name) { _ = unsafe $0.update(fromContentsOf: source) }
        }
    }

    /// The outputs of the images of a dataset that can be read, in its order. Images that cannot be read are left out
    /// with their labels, so that every count that is made of the result is one of images that were read.
    /// - Parameter progress: called with the number of images done.
    /// - Throws: `EvaluationError` where a number is not finite, `DataError` where too many images cannot be read, or none
    ///   can.
    func callAsFunction(
        _ images: FrozenInput, _ outputs: [Output], progress: (Int) -> Void
    ) throws -> [Features] {
        let dataset = images.dataset
        let count = dataset.count
        guard let input = unsafe session.memory.input("image") else {
            throw EvaluationError("the encoder of \(model.name) does not look at its image")
        }
        var values = outputs.map { output in
            var room: [Float] = []
            room.reserveCapacity(count * output.width)
            return room
        }
        var missing: Set<Int> = []
        for start in stride(from: 0, to: count, by: batch) {
            unsafe missing.formUnion(try images.write(start..<(start + batch), into: input))
            session.run()
            let rows = min(batch, count - start)
            for (place, output) in outputs.enumerated() {
                let found = session.memory.outputValues(output.name).prefix(rows * output.width)
                guard found.allSatisfy(\.isFinite) else {
                    throw EvaluationError(
                        "the encoder's \(output.name)s are not finite (images \(start) to \(start + rows - 1)); "
                            + "the run has diverged: start again with a lower learning rate")
                }
                values[place] += found
            }
            progress(start + rows)
        }
        try images.checkSomeAreLeft(without: missing)
        return zip(outputs, values).map {
            Features(values: $1, width: $0.width, labels: dataset.labels, classes: dataset.classNames.count)
                .without(missing)
        }
    }
}
