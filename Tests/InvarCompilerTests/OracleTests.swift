import Invar
import InvarCompiler
import InvarGraph
import InvarTraining
import TestSupport
import Testing

/// What the compiler makes of a training step is what was written: the optimized program, interpreted and compiled, beside the
/// graph in which every op is a kernel of its own, all in double precision.
@Suite struct OracleTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let model: JointEmbedding
        let batch: Int
        var optimizer = Optimizer.sgd(SGD(momentum: 0.9))
        var testDescription: String { "\(model.name), batch \(batch), \(optimizer.name)" }
    }

    /// AdamW with a large epsilon: a gradient that is zero but for its roundings would become a step of full length.
    static let examples = [
        Example(model: tiny, batch: 5), Example(model: tiny, batch: 2, optimizer: .lars(LARS())),
        Example(model: tiny, batch: 3, optimizer: .adamW(AdamW(epsilon: 1e-3))),
        Example(model: Zoo.vicregSmall, batch: 3), Example(model: Zoo.vicregMLP, batch: 4),
        Example(model: Zoo.vicregConvNet, batch: 3, optimizer: .adamW(AdamW(epsilon: 1e-3))),
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
        let plain = Program(planning: try written.completed(by: example.optimizer).graph)
        let built = try TrainingStep.build(
            example.model, optimizer: example.optimizer, batch: example.batch, element: .float64)
        #expect(2 * built.program.steps.count < plain.steps.count, "what is compared is not the same program")
        var random = SplitMix(seed: example.batch)
        var inputs: [String: [Double]] = [:]
        for input in plain.inputs { inputs[input.name] = random.tensor(input.view.shape).values }
        inputs["learningRate"] = [0.01]
        let initial = built.states.map { (name: $0.name, values: $0.initialValues(seed: 3).map(Double.init)) }
        func run(_ program: Program, on executor: TestedExecutor) throws -> [String: [Double]] {
            let session = try executor.prepare(program, threads: 2)
            for (name, values) in inputs { session.memory.setInput(name, values) }
            for state in initial { session.memory.setState(state.name, state.values) }
            for _ in 0..<2 { session.run() }
            var result: [String: [Double]] = [:]
            for output in program.outputs { result["output " + output.name] = session.memory.output(output.name) }
            for state in program.states { result["state " + state.name] = session.memory.stateValues(state.name) }
            return result
        }
        let want = try run(plain, on: interpreter)
        for executor in [interpreter, jit] {
            let got = try run(built.program, on: executor)
            #expect(got.keys.sorted() == want.keys.sorted())
            for (name, values) in want {
                let largest = values.reduce(0.1) { max($0, $1.magnitude) }
                let worst = largestDifference(got[name] ?? [], values)
                // Norms over the few pixels of a batch of 2 magnify roundings some ten million times in two steps.
                #expect(worst <= 1e-7 * largest, "\(executor.name), \(name): \(worst) beside values up to \(largest)")
            }
        }
    }
}
