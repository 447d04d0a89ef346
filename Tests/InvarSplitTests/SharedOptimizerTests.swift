import Invar
import InvarCompiler
import InvarGraph
import InvarRuntime
import InvarTraining
import TestSupport
import Testing

/// Ranks that share the moments of large parameters make the same steps as one process, with less memory.
@Suite struct SharedOptimizerTests {
    /// With parameters that are large enough to be shared: matrices, and a convolution whose first axes no number of ranks divides.
    static let models: [JointEmbedding] = [
        JointEmbedding("wide", image: SharedModels.image) {
            Encoder {
                Conv(84, kernel: 5); BatchNorm(); ReLU()
                Conv(96, kernel: 3, stride: 2); BatchNorm(); ReLU()
                GlobalAveragePool()
            }
            Expander {
                Linear(720); BatchNorm(); ReLU()
                Linear(144, bias: false)
            }
            Loss.vicreg()
        },
        JointEmbedding("wide with a target", image: SharedModels.image) {
            Encoder {
                Flatten(); Linear(384); BatchNorm(); ReLU()
            }
            Expander { Linear(192) }
            Predictor {
                Linear(384); BatchNorm(); ReLU()
                Linear(192)
            }
            Target(momentum: 0.97)
            Loss { PredictionDistance() }
        },
        JointEmbedding("wide, by NT-Xent", image: SharedModels.image) {
            Encoder {
                Flatten(); Linear(400); LayerNorm(); ReLU()
            }
            Expander { Linear(240) }
            Loss { NTXent(temperature: 0.2) }
        },
    ]

    static let optimizers: [Optimizer] = [
        .sgd(SGD(momentum: 0.9, nesterov: true)), .lars(), .lars(LARS(isClipped: true)), .adamW(),
    ]
    static let batch = 12

    static func step(
        _ model: JointEmbedding, _ optimizer: Optimizer, limit: Double? = nil, ranks: Int, shards: Bool,
        _ element: ElementType = .float64
    ) throws -> TrainingStep {
        try TrainingStep.build(
            model, optimizer: optimizer, gradientNormLimit: limit, batch: batch, ranks: ranks,
            shardsOptimizer: shards, element: element)
    }

    @Test(arguments: models, optimizers) func areTheWholeSteps(_ model: JointEmbedding, _ optimizer: Optimizer) throws {
        try check(model, optimizer, limit: nil)
    }

    @Test(arguments: models, optimizers)
    func areTheWholeStepsWhereTheyAreClipped(_ model: JointEmbedding, _ optimizer: Optimizer) throws {
        try check(model, optimizer, limit: 0.02)
    }

    private func check(_ model: JointEmbedding, _ optimizer: Optimizer, limit: Double?) throws {
        let whole = try Self.step(model, optimizer, limit: limit, ranks: 1, shards: true)
        #expect(whole.parts.isEmpty, "one rank has all of its state")
        var values = WholeValues(whole, seed: 3)
        // steps that go astray make large differences of small ones
        for name in ["learningRate", "predictorLearningRate"] { values.inputs[name] = [1e-4] }
        let want = try run(whole.program, on: interpreter, ranks: 1, values, steps: 3)[0]
        if let limit {
            #expect(try #require(want.outputs["gradientNorm"]?.values.first) > limit, "it is clipped")
        }
        for ranks in [2, 3, 4] {
            let step = try Self.step(model, optimizer, limit: limit, ranks: ranks, shards: true)
            #expect(!step.parts.isEmpty)
            let results = try run(
                step.program, on: interpreter, ranks: ranks, values, parts: step.parts, steps: 3)
            let wrong = results[0].complaints(against: want, relative: 1e-11, absolute: 1e-11)
            #expect(wrong == [], "\(ranks) ranks")
            for other in results.dropFirst() { #expect(other == results[0], "\(ranks) ranks have the same bits") }
        }
    }

    /// What is shared out is saved, on each rank, to the byte.
    @Test(arguments: models, optimizers) func memoryIsLess(_ model: JointEmbedding, _ optimizer: Optimizer) throws {
        let plain = try Self.step(model, optimizer, ranks: 4, shards: false, .float32)
        let shared = try Self.step(model, optimizer, ranks: 4, shards: true, .float32)
        #expect(plain.states == shared.states, "whole states are what a run is made of")
        let moments = plain.states.filter { shared.parts[$0.name] != nil }.reduce(0) { $0 + $1.type.byteCount }
        #expect(moments > 0)
        func states(_ step: TrainingStep) -> Int { step.program.byteCount - step.program.arenaByteCount }
        #expect(states(plain) - states(shared) == moments * 3 / 4)
        // while it is updated, a parameter and its gradient are there in parts, too
        let largest = plain.states.filter { shared.parts[$0.name] != nil }.map(\.type.byteCount).max() ?? 0
        #expect(shared.program.arenaByteCount <= plain.program.arenaByteCount + largest)
        // what is reduced to parts and gathered is sent as often as what is reduced to wholes, but for LARS's norms
        #expect(shared.program.sentBytes < plain.program.sentBytes + 4096)
    }

    /// No copy of a new parameter waits for the step's end: it is gathered right where it lies.
    @Test func parametersAreGatheredInPlace() throws {
        let step = try Self.step(Self.models[0], .adamW(), ranks: 2, shards: true)
        let states = Set(step.program.states.map(\.view))
        let gathers = step.program.steps.filter {
            $0.kernel.mnemonic == "allGather" || $0.kernel.mnemonic == "allGather.start"
        }
        let ofParameters = gathers.filter { $0.name.hasPrefix("optimizer/") }
        #expect(ofParameters.count == step.parts.count / 2)
        #expect(ofParameters.allSatisfy { states.contains($0.results[0]) })
        #expect(step.program.steps.last?.kernel.loop?.instructions.count != 1, "nothing is copied at the end")
    }

    /// A checkpoint has wholes, whoever wrote it: rank 0 gets them, and each rank takes its part.
    @Test func statesGoInAndOutAsWholes() throws {
        let ranks = 3
        let step = try Self.step(Self.models[0], .adamW(), ranks: ranks, shards: true, .float32)
        let communicators = LocalRanks(ranks).communicators
        let stores = try communicators.map {
            StateStore(
                try reference.prepare(step.program, threads: 1, communicator: $0), step.states, seed: 1,
                parts: step.parts, communicator: $0)
        }
        let values = step.states.map { spec in (0..<spec.type.count).map { Float($0 % 8191) } }
        var found = step.states.map { _ in [Float]() }
        withUnsafeMutablePointer(to: &found) { found in
            inParallel(ranks) { rank in
                stores[rank].initialize()
                for (spec, values) in zip(step.states, values) { stores[rank].set(spec, values) }
                if rank == 0 { found.pointee = step.states.map(stores[0].values) } else { stores[rank].handOver() }
            }
        }
        #expect(found == values)
    }

    @Test func smallOrOddParametersAreWhole() {
        #expect(SharedUpdate.axis(of: [65536], over: 4) == BatchAxis(axis: 0))
        #expect(SharedUpdate.axis(of: [65535], over: 4) == nil)
        #expect(SharedUpdate.axis(of: [65537, 3], over: 4) == nil)
        #expect(SharedUpdate.axis(of: [3, 3, 512, 512], over: 4) == BatchAxis(axis: 2))
        #expect(SharedUpdate.axis(of: [512, 512], over: 1) == nil)
    }
}
