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
    private let communicator: any Communicator
    /// How many images are decoded at a time, at least.
    private static let staged = 64

    /// - Parameters:
    ///   - graph: of this many images; its input is `image`.
    ///   - communicator: of the ranks that share the images of a dataset.
    init(
        _ model: JointEmbedding, _ graph: Graph, _ states: [StateSpec], batch: Int, executor: any Executor,
        threads: Int,
        communicator: any Communicator
    ) throws {
        session = try executor.prepare(compile(graph), threads: threads)
        (self.model, self.states, self.batch, self.communicator) = (model, states, batch, communicator)
    }

    /// Where a batch of images is written.
    private func input() throws -> UnsafeMutableBufferPointer<Float> {
        guard let input = unsafe session.memory.input("image") else {
            throw EvaluationError("the encoder of \(model.name) does not look at its image")
        }
        return unsafe input
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
    /// with their labels, so that every count that is made of the result is one of images that were read. Of several ranks each
    /// computes those of a part of the images, and all get all.
    /// - Parameter progress: called with the number of images done.
    /// - Throws: `EvaluationError` where a number is not finite, `DataError` where too many images cannot be read, or none
    ///   can.
    func callAsFunction(
        _ images: FrozenInput, _ outputs: [Output], progress: (Int) -> Void
    ) throws -> [Features] {
        let dataset = images.dataset
        let own = communicator.part(of: dataset.count)
        let input = unsafe try input()
        let imageSize = input.count / batch
        var values = outputs.map { output in
            var room: [Float] = []
            room.reserveCapacity(own.count * output.width)
            return room
        }
        var missing: Set<Int> = []
        // images are decoded on all cores, and so several at a time, also where few are computed together
        let stage = max(1, FrozenForward.staged / batch) * batch
        var room = [Float](repeating: 0, count: stage == batch ? 0 : stage * imageSize)
        for start in stride(from: own.lowerBound, to: own.upperBound, by: stage) {
            if stage > batch {
                unsafe try room.withUnsafeMutableBufferPointer { target in
                    let staged = start..<min(start + stage, own.upperBound)
                    unsafe missing.formUnion(try images.write(staged, into: target))
                }
            }
            for first in stride(from: start, to: min(start + stage, own.upperBound), by: batch) {
                let range = first..<min(first + batch, own.upperBound)
                if stage > batch {
                    let begin = (first - start) * imageSize
                    _ = unsafe input.update(fromContentsOf: room[begin..<(begin + batch * imageSize)])
                } else {
                    unsafe missing.formUnion(try images.write(range, into: input))
                }
                session.run()
                for (place, output) in outputs.enumerated() { values[place] += try rows(range, of: output) }
                progress((range.upperBound - own.lowerBound) * dataset.count / own.count)
            }
        }
        missing = Set(try communicator.gatheredNumbers(Array(missing)))
        values = try values.map(communicator.gatheredNumbers)
        try images.checkSomeAreLeft(without: missing)
        return zip(outputs, values).map {
            Features(values: $1, width: $0.width, labels: dataset.labels, classes: dataset.classNames.count)
                .without(missing)
        }
    }

    /// An output of images that are in memory already.
    /// - Parameter fill: writes the images of a range, and no more, normalized.
    /// - Throws: `EvaluationError` where a number is not finite, or what `fill` throws.
    func callAsFunction(
        _ count: Int, _ output: Output, fill: (Range<Int>, inout MutableSpan<Float>) throws -> Void
    ) throws -> [Float] {
        var values: [Float] = []
        values.reserveCapacity(count * output.width)
        let input = unsafe try input()
        let imageSize = input.count / batch
        for start in stride(from: 0, to: count, by: batch) {
            let range = start..<min(start + batch, count)
            var target = unsafe MutableSpan(
                _unsafeElements: UnsafeMutableBufferPointer(rebasing: input[0..<(range.count * imageSize)]))
            try fill(range, &target)
            session.run()
            values += try rows(range, of: output)
        }
        return values
    }

    /// What the last run made of the images of a range.
    private func rows(_ range: Range<Int>, of output: Output) throws -> ArraySlice<Float> {
        let found = session.memory.outputValues(output.name).prefix(range.count * output.width)
        guard found.allSatisfy(\.isFinite) else {
            throw EvaluationError(
                "the encoder's \(output.name)s are not finite (images \(range.lowerBound) to \(range.upperBound - 1)); "
                    + "the run has diverged: start again with a lower learning rate")
        }
        return found
    }
}
