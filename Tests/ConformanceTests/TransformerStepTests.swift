import Invar
import InvarGraph
import InvarTraining
import TestSupport
import Testing

/// A whole training step of a Vision Transformer with VICReg, at sizes that divide nothing: 3 images of 15 tokens, heads of 7
/// channels.
@Suite struct TransformerStepTests {
    private func step(_ element: ElementType, _ pooling: TokenPooling) throws -> TrainingStep {
        let model = JointEmbedding("tiny-vit", image: Image(channels: 3, height: 10, width: 6)) {
            Encoder { vit(patch: 2, width: 21, depth: 2, heads: 3, pooling: pooling) }
            Expander {
                Linear(33); GELU()
                Linear(33, bias: false)
            }
            Loss {
                25 * Invariance()
                25 * Variance()
                Covariance()
            }
        }
        return try TrainingStep.build(model, optimizer: .sgd(SGD()), batch: 3, element: element, exposing: .gradients)
    }

    /// Values under which nothing saturates and no gradient is zero but for roundings.
    private func values(_ step: TrainingStep) -> (inputs: [String: HostTensor], states: [String: HostTensor]) {
        var inputs = ["learningRate": HostTensor(1e-3)]
        for view in ["view1", "view2"] {
            inputs[view] = HostTensor(
                shape: [3, 10, 6, 3], FormulaValues.uniform(view, count: 540).map { 4 * $0 - 2 })
        }
        var states: [String: HostTensor] = [:]
        for spec in step.states {
            let shape = spec.type.shape
            let values = FormulaValues.weight(spec.name, shape).map { spec.role == .moment ? 0 : Double($0) }
            states[spec.name] = HostTensor(shape: shape, values)
        }
        return (inputs, states)
    }

    @Test(arguments: [TokenPooling.classToken, .mean]) func theStepIsRight(pooling: TokenPooling) throws {
        let (single, double) = try (step(.float32, pooling), step(.float64, pooling))
        let (inputs, states) = values(double)
        let want = runNaively(double.graph, inputs: inputs, states: states)
        for executor in executors(all: pooling == .classToken) {
            let exact = try run(double.program, double.graph, on: executor, threads: 2, inputs: inputs, states: states)
            #expect(exact.complaints(against: want, relative: 1e-9, absolute: 1e-9) == [], "\(executor.name)")
            let found = try run(single.program, single.graph, on: executor, threads: 2, inputs: inputs, states: states)
            #expect(found.complaints(against: want, relative: 1e-4, absolute: 1e-5) == [], "\(executor.name)")
            guard executor.isUsual && executor.hasThreads else { continue }
            // here, where its kernels are compiled already: the same bits on any number of threads
            func result(_ threads: Int) throws -> RunResult {
                try run(
                    single.program, single.graph, on: executor, threads: threads, inputs: inputs, states: states,
                    times: 3)
            }
            let one = try result(1)
            #expect(try haveSameBits(one, result(2)) && haveSameBits(one, result(3)), "\(executor.name)")
            #expect(one.outputs["loss"]?.values[0].isFinite == true)
        }
    }
}
