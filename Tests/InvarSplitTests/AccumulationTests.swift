import Invar
import InvarCompiler
import InvarGraph
import InvarRuntime
import InvarTraining
import TestSupport
import Testing

/// What the pass writes: turns, what is computed again, and how much memory that takes.
@Suite struct AccumulationTests {
    private static let convolutions: [OpKinds] = [.convolution, .inputGradient, .weightGradient]

    private func optimized(_ step: TrainingStep) -> Graph { step.passes.run(step.graph).graph }

    /// Of a graph and of what its kernels are made of.
    private func ops(_ graph: Graph) -> [Op] {
        graph.nodes.flatMap { node -> [Op] in
            if case .fused(let fused) = node.op { fused.graph.nodes.map(\.op) } else { [node.op] }
        }
    }

    @Test(arguments: AccumulatedStepTests.models) func everyStageIsWellFormed(_ model: JointEmbedding) throws {
        let step = try AccumulatedStepTests.step(.init(model: model, optimizer: .lars()), 3, .float32)
        var stages: [String] = []
        _ = step.passes.run(step.graph) { pass, graph in
            stages.append(pass.name)
            #expect(graph.problems() == [], "\(pass.name)")
            #expect((try? Graph(parsing: graph.description)) == graph, "\(pass.name)")
            #expect(graph.nodes.allSatisfy { !$0.op.is(.collective) })
        }
        #expect(stages.contains("accumulate") && !stages.contains("split"))
        #expect(try Program(parsing: step.program.description) == step.program)
    }

    /// Without batch statistics the forward half is computed twice, the backward half once: nothing more.
    @Test func theForwardHalfIsComputedTwice() throws {
        let example = SharedStepTests.Example(model: AccumulatedStepTests.plain, optimizer: .sgd())
        func count(_ microBatches: Int) throws -> [Int] {
            let graph = optimized(try AccumulatedStepTests.step(example, microBatches, .float32))
            return Self.convolutions.map { kind in ops(graph).count { $0.is(kind) } }
        }
        let (whole, parts) = (try count(1), try count(3))
        #expect(whole == [2, 1, 2])
        #expect(parts == [3 * 2 * 2, 3 * 1, 3 * 2])
    }

    /// With batch statistics a layer is computed again for its statistics' sums and for what follows from them: forward, and twice more at
    /// most, where that is cheap. Gradients are computed once.
    @Test(arguments: AccumulatedStepTests.models) func nothingIsComputedOften(_ model: JointEmbedding) throws {
        let example = SharedStepTests.Example(model: model, optimizer: .sgd())
        func count(_ microBatches: Int) throws -> [Int] {
            let graph = optimized(try AccumulatedStepTests.step(example, microBatches, .float32))
            return Self.convolutions.map { kind in ops(graph).count { $0.is(kind) } }
        }
        let (whole, parts) = (try count(1), try count(3))
        #expect(
            parts[0] <= 3 * 3 * whole[0] && parts[1] <= 3 * whole[1] && parts[2] <= 3 * whole[2], "\(whole) \(parts)")
    }

    /// What a kernel of a turn is made of belongs to that turn, or to the batch as a whole.
    @Test(arguments: AccumulatedStepTests.models) func turnsAreOneAfterAnother(_ model: JointEmbedding) throws {
        let step = try AccumulatedStepTests.step(.init(model: model, optimizer: .adamW()), 4, .float32)
        let graph = optimized(step)
        #expect(Set(graph.nodes.compactMap(\.turn)).count >= 8)
        // an earlier turn never waits for a later one
        for node in graph.nodes {
            guard let turn = node.turn else { continue }
            for input in node.inputs {
                if let before = graph[input].turn { #expect(before <= turn, "\(node.name)") }
            }
        }
    }

    /// Random graphs have every op along every axis.
    @Test(arguments: [false, true]) func randomGraphsAreWhole(isDifferentiated: Bool) throws {
        var options = RandomGraphOptions()
        (options.isSmooth, options.isDifferentiated) = (true, isDifferentiated)
        var tried = 0
        for seed in 1...250 {
            let graph = try RandomGraph.make(seed: seed, options)
            let batch = graph.nodes.first { $0.op.is(.input) }?.type.shape.first ?? 1
            guard let count = (2...max(2, batch)).first(where: { batch % $0 == 0 }), batch > 1 else { continue }
            var kept: [Graph] = []
            let parts = pipeline(over: try Ranks(1, in: count, sharing: batch)).run(graph) { kept.append($1) }.graph
            for graph in kept { #expect(graph.problems() == [], "seed \(seed)") }
            let values = WholeValues(graph, seed: seed)
            func tensors(_ found: [String: [Double]]) -> [String: HostTensor] {
                var tensors: [String: HostTensor] = [:]
                for node in graph.nodes where node.op.is([.input, .state]) {
                    guard let name = node.op.valueName, let value = found[name] else { continue }
                    tensors[name] = HostTensor(shape: node.type.shape, value)
                }
                return tensors
            }
            let want = runNaively(graph, inputs: tensors(values.inputs), states: tensors(values.states))
            let result = try run(Program(planning: parts), on: reference, ranks: 1, values)[0]
            let wrong = result.complaints(
                against: RunResult(
                    outputs: want.outputs, states: want.states.filter { result.states[$0.key] != nil }),
                relative: 1e-9, absolute: 1e-9)
            #expect(wrong == [], "seed \(seed), \(count) micro-batches")
            tried += 1
        }
        #expect(tried > 100)
    }

    // MARK: What is refused

    @Test func aBatchThatIsNotDivisible() {
        func message(_ ranks: Int, _ microBatches: Int, _ batch: Int) -> String? {
            do {
                _ = try Ranks(ranks, in: microBatches, sharing: batch)
                return nil
            } catch { return error.message }
        }
        #expect(
            message(1, 5, 12)
                == "the 12 images of a step cannot be 5 equal micro-batches; use 4 or 6, or a batch of 10 or 15")
        #expect(
            message(2, 4, 12)
                == "the 6 images of a step on each rank cannot be 4 equal micro-batches; use 3 or 6, or a batch of 8 or 16"
        )
        #expect(
            message(1, 13, 12) == "the 12 images of a step cannot be 13 equal micro-batches; use 12, or a batch of 13")
        #expect(message(1, Int.max, 12) == "the 12 images of a step cannot be \(Int.max) equal micro-batches; use 12")
        #expect(message(3, Int.max, 12)?.hasSuffix("use 4") == true)
        #expect(message(1, 0, 12) == "0 micro-batches; use at least 1")
        #expect(message(1, 12, 12) == nil && message(3, 4, 12) == nil)
    }

    @Test func mapsThatAreNotImageByImage() throws {
        #expect {
            _ = try TrainingStep.build(SplitRefusalTests.turned, optimizer: .sgd(), batch: 8, microBatches: 2)
        } throws: { error in
            let error = error as? Diagnostic
            return error?.site?.line == SplitRefusalTests.line
                && error?.message.contains("cannot be computed for one of 2 micro-batches after another") == true
        }
    }
}
