import Invar
import InvarCompiler
import InvarGraph
import InvarRuntime
import InvarTraining
import TestSupport
import Testing

/// A step in M micro-batches is the step over the whole batch: losses, terms, embeddings, gradients, and every state after the update.
@Suite struct AccumulatedStepTests {
    /// Without batch statistics: what is kept between forward and backward is the embeddings alone.
    static let plain = JointEmbedding("no norms", image: SharedModels.image) {
        Encoder {
            Conv(6, kernel: 3); ReLU()
            MaxPool(2)
            Conv(8, kernel: 3); SiLU()
            GlobalAveragePool(); Dropout(0.2)
        }
        Expander {
            Linear(16); ReLU(); Linear(12)
        }
        Loss { NTXent(temperature: 0.5) }
    }
    static let layerNorms = JointEmbedding("layer norms", image: SharedModels.image) {
        Encoder { vit(patch: 4, width: 12, depth: 2, heads: 2) }
        Expander {
            Linear(16); LayerNorm(); ReLU(); Linear(40)
        }
        Loss.vicreg()
    }
    static let deep = JointEmbedding("deep residual", image: SharedModels.image) {
        Encoder {
            Conv(8, kernel: 3); BatchNorm(); ReLU()
            Sequential("layer1") {
                BasicBlock(8); BasicBlock(8)
            }
            Sequential("layer2") {
                BasicBlock(12, stride: 2); BasicBlock(12)
            }
            GlobalAveragePool()
        }
        Expander {
            Linear(16); BatchNorm(); ReLU(); Linear(10)
        }
        Loss { BarlowTwins() }
    }
    static let apart = JointEmbedding("two encoders", image: SharedModels.image) {
        Branch {
            Encoder {
                Conv(6, kernel: 3); ReLU(); GlobalAveragePool(); Linear(10)
            }
        }
        Branch {
            Encoder {
                Conv(5, kernel: 3); BatchNorm(); ReLU(); GlobalAveragePool(); Linear(10)
            }
        }
        Loss.vicreg()
    }

    static let models = SharedModels.all + [plain, layerNorms, deep, apart]
    typealias Example = SharedStepTests.Example
    static let batch = SharedStepTests.batch

    static let examples = SharedStepTests.inTurns(models)

    static func step(
        _ example: Example, ranks: Int = 1, _ microBatches: Int, shards: Bool = false, _ element: ElementType = .float64
    ) throws -> TrainingStep {
        try TrainingStep.build(
            example.model, optimizer: example.optimizer, gradientNormLimit: example.limit, batch: batch, ranks: ranks,
            microBatches: microBatches, shardsOptimizer: shards, element: element, exposing: [.embeddings, .gradients])
    }

    @Test(arguments: examples) func isTheWholeStep(_ example: Example) throws {
        try check(example, .float64, [2, 3, 12], on: interpreter, tolerance: 1e-12)
    }

    @Test(arguments: models) func isTheWholeStepWhereItIsClipped(_ model: JointEmbedding) throws {
        let example = Example(model: model, optimizer: .lars(), limit: 0.02)
        try check(example, .float64, [4, 6], on: interpreter, tolerance: 1e-12)
    }

    /// To rounding, on what users have.
    @Test(arguments: models.map { Example(model: $0, optimizer: .sgd(SGD(momentum: 0.9))) })
    func isTheWholeStepInSinglePrecision(_ example: Example) throws {
        for executor in [interpreter, jit] { try check(example, .float32, [4], on: executor, tolerance: 2e-5) }
    }

    @Test func byDefinition() throws {
        for model in [SharedModels.twoBranches, SharedModels.simclr, Self.plain] {
            try check(Example(model: model, optimizer: .lars()), .float64, [3], on: reference, tolerance: 1e-12)
        }
    }

    private func check(
        _ example: Example, _ element: ElementType, _ counts: [Int], on executor: TestedExecutor, tolerance: Double
    ) throws {
        let whole = try Self.step(example, 1, element)
        let values = WholeValues(whole, seed: 1)
        let want = try run(whole.program, on: executor, ranks: 1, values)[0]
        let gradients = want.outputs.filter { $0.key.hasPrefix("gradient.") }.flatMap(\.value.values)
        let largest = gradients.reduce(1) { max($0, $1.magnitude) }
        #expect(want.states.contains { $0.value.values != values.states[$0.key] }, "the step changes states")
        for count in counts {
            let step = try Self.step(example, count, element)
            #expect(step.program.inputTypes == whole.program.inputTypes && step.states == whole.states)
            let result = try run(step.program, on: executor, ranks: 1, values)[0]
            let wrong = result.complaints(against: want, relative: tolerance, absolute: tolerance * largest)
            #expect(wrong == [], "\(count) micro-batches on \(executor.name)")
        }
    }

    /// Each rank computes its own images in micro-batches, and exchanges as often as without.
    @Test(arguments: models, [false, true]) func ranksHaveMicroBatchesToo(_ model: JointEmbedding, shards: Bool) throws
    {
        let example = Example(model: model, optimizer: .adamW(), limit: 0.02)
        let whole = try Self.step(example, 1)
        let values = WholeValues(whole, seed: 3)
        let want = try run(whole.program, on: interpreter, ranks: 1, values)[0]
        for (ranks, count) in [(2, 3), (3, 2)] {
            let step = try Self.step(example, ranks: ranks, count, shards: shards)
            let results = try run(step.program, on: interpreter, ranks: ranks, values, parts: step.parts)
            #expect(results[0].complaints(against: want, relative: 1e-11, absolute: 1e-11) == [], "\(ranks) × \(count)")
            for other in results.dropFirst() { #expect(other == results[0], "all ranks have the same bits") }
            let plain = try Self.step(example, ranks: ranks, 1, shards: shards)
            func exchanges(_ step: TrainingStep) -> Int {
                step.program.steps.count {
                    $0.kernel.mnemonic.hasPrefix("all") && !$0.kernel.mnemonic.hasSuffix(".finish")
                }
            }
            #expect(exchanges(step) <= exchanges(plain), "\(ranks) × \(count)")
        }
    }

    /// With large moments, of which each rank keeps a part.
    @Test(arguments: SharedOptimizerTests.models, SharedOptimizerTests.optimizers)
    func momentsAreSharedOut(_ model: JointEmbedding, _ optimizer: Optimizer) throws {
        let example = Example(model: model, optimizer: optimizer)
        let whole = try Self.step(example, 1)
        var values = WholeValues(whole, seed: 3)
        values.inputs["learningRate"] = [1e-4]
        values.inputs["predictorLearningRate"] = values.inputs["predictorLearningRate"].map { _ in [1e-4] }
        let want = try run(whole.program, on: interpreter, ranks: 1, values)[0]
        let step = try Self.step(example, ranks: 2, 3, shards: true)
        #expect(!step.parts.isEmpty)
        let results = try run(step.program, on: interpreter, ranks: 2, values, parts: step.parts)
        #expect(results[0].complaints(against: want, relative: 1e-11, absolute: 1e-11) == [])
        #expect(results[1] == results[0])
    }

    /// Images are dropped out as in the whole batch, and the loss of one micro-batch is another: all of them matter.
    @Test func everyImageMatters() throws {
        let example = Example(model: Self.plain, optimizer: .sgd())
        let step = try Self.step(example, 3)
        let values = WholeValues(step, seed: 2)
        let want = try run(step.program, on: interpreter, ranks: 1, values)[0].outputs["loss"]?.values
        for name in ["view1", "view2"] + step.randomInputs.inputs.map(\.name) {
            for image in [0, 5, 11] {
                var changed = values
                var numbers = try #require(values.inputs[name])
                let own = numbers.count / Self.batch
                for place in (image * own)..<((image + 1) * own) { numbers[place] = 1 - numbers[place] }
                changed.inputs[name] = numbers
                #expect(
                    try run(step.program, on: interpreter, ranks: 1, changed)[0].outputs["loss"]?.values != want,
                    "\(name), image \(image)")
            }
        }
    }

    /// All at once is no special case for anybody: it is the program that there is without micro-batches.
    @Test func oneMicroBatchIsTheWholeStep() throws {
        let example = Example(model: SharedModels.gram, optimizer: .adamW())
        let step = try Self.step(example, 1, .float32)
        #expect(step.program == Program(planning: pipeline.run(step.graph).graph))
        #expect(step.passes.allSatisfy { $0.name != "accumulate" })
    }
}
