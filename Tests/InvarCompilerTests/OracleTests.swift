import Invar
import InvarBLAS
import InvarCompiler
import InvarGraph
import InvarTraining
import TestSupport
import Testing

/// What the compiler makes of a training step is what was written: the optimized program beside the graph in which every op
/// is a kernel of its own, both in double precision.
@Suite struct OracleTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let model: JointEmbedding
        let batch: Int
        var optimizer = Optimizer.sgd(SGD(momentum: 0.9))
        var testDescription: String { "\(model.name), batch \(batch), \(optimizer.name)" }
    }

    static let examples = [
        Example(model: tiny, batch: 5), Example(model: tiny, batch: 2, optimizer: .lars(LARS())),
        Example(model: tiny, batch: 3, optimizer: .adamW(AdamW())),
        Example(model: Zoo.vicregSmall, batch: 3), Example(model: Zoo.vicregMLP, batch: 4),
        Example(model: Zoo.vicregConvNet, batch: 3, optimizer: .adamW(AdamW())),
        Example(model: Zoo.vicregResNet18, batch: 2), Example(model: bottlenecks, batch: 3),
    ]

    /// A ResNet-50 in small.
    static let bottlenecks = JointEmbedding("bottlenecks", image: Image(channels: 3, height: 17, width: 19)) {
        Encoder {
            Conv(5, kernel: 7, stride: 2); BatchNorm(); ReLU()
            MaxPool(3, stride: 2, padding: 1)
            Sequential("layer1") {
                Bottleneck(3, projects: true)
                Bottleneck(3)
            }
            Sequential("layer2") {
                Bottleneck(5, stride: 2)
                Bottleneck(5)
            }
            GlobalAveragePool()
        }
        Expander {
            Linear(37); BatchNorm(); ReLU()
            Linear(37, bias: false)
        }
        Loss {
            25 * Invariance()
            25 * Variance()
            Covariance()
        }
    }

    @Test(arguments: examples) func theStepIsWhatWasWritten(_ example: Example) throws {
        let written = try TrainingStep.forward(example.model, batch: example.batch, element: .float64)
        let plain = try TrainingStep.build(
            written, example.model, optimizer: example.optimizer, batch: example.batch, element: .float64)
        let built = try TrainingStep.build(
            example.model, optimizer: example.optimizer, batch: example.batch, element: .float64)
        let values = plain.randomValues(seed: example.batch)
        func run(_ program: Program) throws -> RunResult {
            let session = try BLASExecutor().prepare(program, threads: 2)
            for (name, value) in values.inputs { session.memory.setInput(name, value.values) }
            for (name, value) in values.states { session.memory.setState(name, value.values) }
            for _ in 0..<2 { session.run() }
            return RunResult(session)
        }
        let (want, got) = (try run(Program(planning: plain)), try run(built.program))
        #expect(got.outputs.keys.sorted() == want.outputs.keys.sorted())
        #expect(got.complaints(against: want, relative: 1e-7, absolute: 1e-7) == [])
    }
}
