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
        var seeds = 2
        var testDescription: String { "\(model.name), batch \(batch)" }
    }

    static let examples = [
        Example(model: Zoo.vicregSmall, batch: 16), Example(model: Zoo.vicregMLP, batch: 32),
        Example(model: tiny, batch: 9), Example(model: dropping, batch: 16),
        Example(model: Zoo.vicregConvNet, batch: 7, growth: 30),
        Example(model: Zoo.vicregResNet18, batch: 4, steps: 4, growth: 60, seeds: 1),
    ]

    static let examplesOnPhotographs = [
        Example(model: Zoo.vicregSmall, batch: 16, growth: 30), Example(model: Zoo.vicregMLP, batch: 32),
        Example(model: Zoo.vicregConvNet, batch: 7, growth: 30),
    ]

    /// Layers that draw random numbers, the same for both executors.
    static let dropping = JointEmbedding("dropping", image: Image(channels: 3, height: 12, width: 12)) {
        Encoder {
            Conv(8, kernel: 3); BatchNorm(); SiLU(); Dropout(0.2)
            Conv(16, kernel: 3, stride: 2); LayerNorm(); Sigmoid()
            GlobalAveragePool(); Dropout(0.5)
        }
        Expander {
            Linear(32); Softmax(); Identity()
            Linear(32, bias: false)
        }
        Loss.vicreg()
    }

    static let first = 1e-6, last = 0.05

    @Test(arguments: examples) func lossesAgree(_ example: Example) throws {
        try check(example, .madeUp)
    }

    @Test(.enabled(if: TrainingBatches.hasFashionMNIST), arguments: examplesOnPhotographs)
    func lossesAgreeOnFashionMNIST(_ example: Example) throws {
        try check(example, .fashionMNIST)
    }

    private func check(_ example: Example, _ batches: TrainingBatches) throws {
        let step = try TrainingStep.build(
            example.model, optimizer: .sgd(SGD(momentum: 0.9)), batch: example.batch)
        let sessions = try [interpreter, jit].map { try $0.prepare(step.program, threads: 2) }
        for seed in 1...example.seeds {
            let views = try batches.views(example.model, batch: example.batch, steps: example.steps, seed: seed)
            let initial = step.states.map { state in
                (name: state.name, values: state.initialValues(seed: UInt64(seed)).map(Double.init))
            }
            let losses = sessions.map { Self.losses(initial, views, step.randomInputs, $0) }
            var bound = Self.first
            for (index, (want, got)) in zip(losses[0], losses[1]).enumerated() {
                let difference = (want - got).magnitude / want.magnitude
                #expect(difference <= min(bound, Self.last), "seed \(seed), step \(index): \(got) is not \(want)")
                bound *= example.growth
            }
            #expect(losses[0].allSatisfy(\.isFinite) && Set(losses[0]).count == example.steps, "it trains: \(losses)")
        }
    }

    /// The losses of some steps from these initial values.
    private static func losses(
        _ initial: [(name: String, values: [Double])], _ views: [[[Double]]], _ random: RandomInputs,
        _ session: any Session
    ) -> [Double] {
        for state in initial { session.memory.setState(state.name, state.values) }
        session.memory.setInput("learningRate", [0.003])
        return views.enumerated().map { number, views in
            random.fill(session.memory, seed: 1, step: number)
            session.memory.setInput("view1", views[0])
            session.memory.setInput("view2", views[1])
            session.run()
            return session.memory.output("loss")?[0] ?? .nan
        }
    }
}
