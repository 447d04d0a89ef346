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
///
/// Photographs pull harder than noise: their black backgrounds are one value, so that a rounding decides for many pixels alike.
/// Where vicreg-small's paths parted most (1e-3 after four steps), each kernel of each step agreed with the interpreter's on the same
/// operands (INVAR_SHADOW=1). So they did for ResNet-18 with 512-bit vectors, whose paths part most of all (2e-3 in the third step).
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
        Example(model: Zoo.vicregResNet18, batch: 4, steps: 4, growth: 60),
    ]

    static let examplesOnPhotographs = [
        Example(model: Zoo.vicregSmall, batch: 16, growth: 30), Example(model: Zoo.vicregMLP, batch: 32),
        Example(model: Zoo.vicregConvNet, batch: 7, growth: 30),
    ]

    static let first = 1e-6, last = 0.05

    @Test(arguments: examples) func lossesAgree(_ example: Example) throws {
        try check(example, .madeUp, seeds: 1...3)
    }

    @Test(.enabled(if: TrainingBatches.hasFashionMNIST), arguments: examplesOnPhotographs)
    func lossesAgreeOnFashionMNIST(_ example: Example) throws {
        try check(example, .fashionMNIST, seeds: 1...2)
    }

    private func check(_ example: Example, _ batches: TrainingBatches, seeds: ClosedRange<Int>) throws {
        let step = try TrainingStep.build(
            example.model, optimizer: .sgd(SGD(momentum: 0.9)), batch: example.batch)
        let sessions = try [interpreter, jit].map { try $0.prepare(step.program, threads: 2) }
        for seed in seeds {
            let views = try batches.views(example.model, batch: example.batch, steps: example.steps, seed: seed)
            let losses = sessions.map { Self.losses(step, views, seed, $0) }
            var bound = Self.first
            for (index, (want, got)) in zip(losses[0], losses[1]).enumerated() {
                let difference = (want - got).magnitude / want.magnitude
                #expect(difference <= min(bound, Self.last), "seed \(seed), step \(index): \(got) is not \(want)")
                bound *= example.growth
            }
            #expect(losses[0].allSatisfy(\.isFinite) && Set(losses[0]).count == example.steps, "it trains: \(losses)")
        }
    }

    /// The losses of some steps from this seed's initial values.
    private static func losses(
        _ step: TrainingStep, _ views: [[[Double]]], _ seed: Int, _ session: any Session
    ) -> [Double] {
        for state in step.states {
            session.memory.setState(state.name, state.initialValues(seed: UInt64(seed)).map(Double.init))
        }
        session.memory.setInput("learningRate", [0.003])
        return views.map { views in
            session.memory.setInput("view1", views[0])
            session.memory.setInput("view2", views[1])
            session.run()
            return session.memory.output("loss")?[0] ?? .nan
        }
    }
}
