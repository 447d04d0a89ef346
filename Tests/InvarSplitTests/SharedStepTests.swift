import Invar
import InvarCompiler
import InvarGraph
import InvarRuntime
import InvarTraining
import Synchronization
import TestSupport
import Testing

/// R ranks make of R parts of a batch, whose images differ, the same step as one process of the whole batch: losses, terms, embeddings,
/// gradients, and every state after the update. All ranks have the same bits.
@Suite struct SharedStepTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let model: JointEmbedding
        let optimizer: Optimizer
        var limit: Double?
        var testDescription: String { "\(model.name), \(optimizer.name)\(limit == nil ? "" : ", clipped")" }
    }

    static let batch = 12

    /// Some methods with each of the optimizers, and each of the others with one: what an optimizer makes of a gradient has nothing to do with where it is from.
    static let examples =
        [SharedModels.gram, SharedModels.byol, SharedModels.residual, SharedModels.multiCrop].flatMap { model in
            SharedModels.optimizers.map { Example(model: model, optimizer: $0) }
        } + inTurns(SharedModels.all)

    /// Each method with one of the optimizers, in turns, where it is enough that each of both is there.
    static func inTurns(_ models: [JointEmbedding]) -> [Example] {
        models.enumerated().map { index, model in
            Example(model: model, optimizer: SharedModels.optimizers[index % SharedModels.optimizers.count])
        }
    }

    static func step(_ example: Example, ranks: Int, _ element: ElementType) throws -> TrainingStep {
        try TrainingStep.build(
            example.model, optimizer: example.optimizer, gradientNormLimit: example.limit, batch: batch, ranks: ranks,
            element: element,
            exposing: [.embeddings, .gradients])
    }

    @Test(arguments: examples) func isTheWholeStep(_ example: Example) throws {
        try check(example, .float64, [2, 3, 4], on: interpreter, tolerance: 1e-12)
    }

    /// The norm that gradients are clipped by is that of the whole batch's.
    @Test(arguments: inTurns(SharedModels.all)) func isTheWholeStepWhereItIsClipped(_ example: Example) throws {
        let example = Example(model: example.model, optimizer: example.optimizer, limit: 0.02)
        let whole = try Self.step(example, ranks: 1, .float64)
        let norm = try run(whole.program, on: interpreter, ranks: 1, WholeValues(whole, seed: 1))[0]
            .outputs["gradientNorm"]?.values.first
        #expect(try #require(norm) > 0.02, "it is clipped")
        try check(example, .float64, [2, 3, 4], on: interpreter, tolerance: 1e-12)
    }

    /// To rounding, on what users have.
    @Test(arguments: SharedModels.all.map { Example(model: $0, optimizer: .sgd(SGD(momentum: 0.9))) })
    func isTheWholeStepInSinglePrecision(_ example: Example) throws {
        for executor in [interpreter, jit] { try check(example, .float32, [4], on: executor, tolerance: 2e-5) }
    }

    @Test func byDefinition() throws {
        for model in [SharedModels.twoBranches, SharedModels.simclr] {
            try check(Example(model: model, optimizer: .lars()), .float64, [3], on: reference, tolerance: 1e-12)
        }
    }

    private func check(
        _ example: Example, _ element: ElementType, _ counts: [Int], on executor: TestedExecutor, tolerance: Double
    ) throws {
        let whole = try Self.step(example, ranks: 1, element)
        let values = WholeValues(whole, seed: 1)
        let want = try run(whole.program, on: executor, ranks: 1, values)[0]
        // The gradient of a bias before a norm is 0 but for rounding, of sums that are as large as other gradients.
        let gradients = want.outputs.filter { $0.key.hasPrefix("gradient.") }.flatMap(\.value.values)
        let largest = gradients.reduce(1) { max($0, $1.magnitude) }
        #expect(want.states.contains { $0.value.values != values.states[$0.key] }, "the step changes states")
        for ranks in counts {
            let step = try Self.step(example, ranks: ranks, element)
            let results = try run(step.program, on: executor, ranks: ranks, values)
            let wrong = results[0].complaints(against: want, relative: tolerance, absolute: tolerance * largest)
            #expect(wrong == [], "\(ranks) ranks on \(executor.name)")
            for other in results.dropFirst() { #expect(other == results[0], "\(ranks) ranks have the same bits") }
            #expect(step.program.inputTypes["view1"]?.shape.first == Self.batch / ranks, "views are shared out")
            let embedding = step.program.outputs.first { $0.name == "embedding1" }?.view.shape
            #expect(embedding == [Self.batch / ranks, step.embeddingWidth], "and so are embeddings")
            #expect(step.isPart(output: "embedding1") && !step.isPart(output: "loss"))
        }
    }

    /// A shadow looks at every step but the exchanges, which it cannot repeat.
    @Test func aShadowLetsRanksExchange() throws {
        let example = Example(model: SharedModels.simclr, optimizer: .sgd())
        let step = try Self.step(example, ranks: 2, .float32)
        let wrong = Mutex<[String]>([])
        let shadow = ShadowExecutor(jit, against: interpreter) { mismatch in
            wrong.withLock { $0.append(mismatch.description) }
        }
        _ = try run(step.program, on: shadow, ranks: 2, WholeValues(step, seed: 2))
        #expect(wrong.withLock { $0 } == [])
    }

    /// One rank is no special case for anybody: it is the program that there is without ranks.
    @Test func oneRankIsTheWholeStep() throws {
        let example = Example(model: SharedModels.gram, optimizer: .adamW())
        let step = try Self.step(example, ranks: 1, .float32)
        #expect(step.program == Program(planning: pipeline.run(step.graph).graph))
    }
}
