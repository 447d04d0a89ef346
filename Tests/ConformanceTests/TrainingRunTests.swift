import Invar
import InvarCompiler
import InvarGraph
import InvarTraining
import TestSupport
import Testing

/// The built-in architectures trained for some steps by compiled code and by the interpreter: the losses agree to rounding.
///
/// Both begin with the same values and round differently; training then pulls two paths apart by a factor in every step, which
/// the tolerance grants: `first · growth^step`, relative to the loss.
@Suite struct TrainingRunTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let model: JointEmbedding
        let batch: Int
        var steps = 6
        var testDescription: String { "\(model.name), batch \(batch)" }
    }

    static let examples = [
        Example(model: Zoo.vicregSmall, batch: 16), Example(model: Zoo.vicregConvNet, batch: 7),
        Example(model: Zoo.vicregMLP, batch: 32), Example(model: Zoo.vicregResNet18, batch: 4, steps: 4),
        Example(model: tiny, batch: 9),
    ]

    static let first = 2e-6, growth = 4.0

    @Test(arguments: examples, [1, 2, 3]) func lossesAgree(_ example: Example, _ seed: Int) throws {
        let step = try TrainingStep.build(
            example.model, optimizer: .sgd(SGD(momentum: 0.9)), batch: example.batch)
        let want = try Self.losses(step, example, seed, on: interpreter)
        let got = try Self.losses(step, example, seed, on: jit)
        var bound = Self.first
        for (index, (want, got)) in zip(want, got).enumerated() {
            #expect((want - got).magnitude <= bound * want.magnitude, "step \(index): \(got) is not \(want)")
            bound *= Self.growth
        }
        #expect(want.allSatisfy(\.isFinite) && Set(want).count == want.count, "it learns: \(want)")
    }

    /// Images with areas and edges, anew for each step, of which the second view is a shifted and noisy copy.
    private static func losses(
        _ step: TrainingStep, _ example: Example, _ seed: Int, on executor: TestedExecutor
    ) throws -> [Double] {
        let session = try executor.prepare(step.program, threads: 2)
        for state in step.states {
            session.memory.setState(state.name, state.initialValues(seed: UInt64(seed)).map(Double.init))
        }
        session.memory.setInput("learningRate", [0.05])
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
