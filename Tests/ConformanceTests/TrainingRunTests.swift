import Invar
import InvarCompiler
import InvarGraph
import InvarRuntime
import InvarTraining
import TestSupport
import Testing

/// The built-in architectures trained for some steps by compiled code and by the interpreter: the losses agree to rounding.
///
/// Both begin with the same values and round differently. The first loss agrees to some roundings of float32; training then
/// pulls the two paths apart: by little in each step, and by much where a rounding decides on which side of a ReLU or of the
/// variance's hinge a value lies, which is often in small batches and deep networks. The tolerance is `first · growth^step`
/// relative to the loss, at most `last`.
@Suite struct TrainingRunTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let model: JointEmbedding
        let batch: Int
        var steps = 6
        var growth = 4.0
        var testDescription: String { "\(model.name), batch \(batch)" }
    }

    static let examples = [
        Example(model: Zoo.vicregSmall, batch: 16), Example(model: Zoo.vicregMLP, batch: 32),
        Example(model: tiny, batch: 9), Example(model: Zoo.vicregConvNet, batch: 7, growth: 30),
        Example(model: Zoo.vicregResNet18, batch: 4, steps: 4, growth: 30),
    ]

    static let first = 1e-6, last = 0.05

    @Test(arguments: examples) func lossesAgree(_ example: Example) throws {
        let step = try TrainingStep.build(
            example.model, optimizer: .sgd(SGD(momentum: 0.9)), batch: example.batch)
        let sessions = try [interpreter, jit].map { try $0.prepare(step.program, threads: 2) }
        for seed in 1...3 {
            let losses = sessions.map { Self.losses(step, example, seed, $0) }
            var bound = Self.first
            for (index, (want, got)) in zip(losses[0], losses[1]).enumerated() {
                let difference = (want - got).magnitude / want.magnitude
                #expect(difference <= min(bound, Self.last), "seed \(seed), step \(index): \(got) is not \(want)")
                bound *= example.growth
            }
            #expect(losses[0].allSatisfy(\.isFinite) && Set(losses[0]).count == example.steps, "it trains: \(losses)")
        }
    }

    /// The losses of some steps from this seed's initial values. Images have areas and edges, anew for each step; the second
    /// view of each is shifted, and both are noisy.
    private static func losses(
        _ step: TrainingStep, _ example: Example, _ seed: Int, _ session: any Session
    ) -> [Double] {
        for state in step.states {
            session.memory.setState(state.name, state.initialValues(seed: UInt64(seed)).map(Double.init))
        }
        session.memory.setInput("learningRate", [0.003])
        var random = SplitMix(seed: seed)
        let image = example.model.image
        return (0..<example.steps).map { _ in
            var views: [[Double]] = [[], []]
            for _ in 0..<example.batch {
                let (fx, fy, phase) = (random.normal(), random.normal(), random.normal())
                for index in 0..<image.height * image.width * image.channels {
                    let (y, x) = (index / image.channels / image.width, index / image.channels % image.width)
                    for view in 0..<2 {
                        let place = fx * Double(x + view) + fy * Double(y - view) + phase
                        let wave = (place / 4 + Double(index % image.channels)).remainder(dividingBy: 2)
                        views[view].append((wave > 0 ? 1 : -1) + 0.2 * random.normal())
                    }
                }
            }
            session.memory.setInput("view1", views[0])
            session.memory.setInput("view2", views[1])
            session.run()
            return session.memory.output("loss")?[0] ?? .nan
        }
    }
}
