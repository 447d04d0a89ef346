import Invar
import InvarCompiler
import InvarData
import InvarGraph
import InvarRuntime
import InvarTraining

/// A workload's program, before an executor has it.
struct PlannedWorkload {
    let name: String
    let program: Program
    var states: [StateSpec] = []
    /// What its layers draw for a step.
    var randomInputs = RandomInputs([])
    /// Source images in a step; nothing where the workload has none.
    var images: Int?
    /// From the description to the program.
    var seconds = 0.0

    var parameters: Int { states.reduce(0) { $0 + ($1.role == .parameter ? $1.type.count : 0) } }

    /// The session with initial values and synthetic images in its memory, and how long the executor took.
    func prepare(_ executor: any Executor, threads: Int) throws -> (session: any Session, seconds: Double) {
        let begin = ContinuousClock.now
        let session = try executor.prepare(program, threads: threads)
        StateStore(session, states, seed: 0).initialize()
        let seconds = begin.duration(to: .now) / .seconds(1)
        for (name, value) in ["learningRate": 0.01, "predictorLearningRate": 0.01, "targetMomentum": 0.99] {
            session.memory.setInput(name, [value])
        }
        let views = (1...Views.most).map { "view\($0)" }
        for (index, name) in (["view1", "view2", "image"] + views.dropFirst(2)).enumerated() {
            var random = CounterRandom(seed: 0, stream: index)
            guard let input = unsafe session.memory.input(name) else { continue }
            for place in input.indices { unsafe input[place] = random.normal() }
        }
        // The same for all steps: how long a step takes does not depend on them.
        randomInputs.fill(session.memory, seed: 0, step: 0)
        return (session, seconds)
    }
}

extension Workload {
    /// - Parameters:
    ///   - threads: of the executors.
    ///   - microBatches: in how many parts a step of training is computed.
    ///   - memory: bytes that a step may take, by whichever of the executors takes most.
    ///   - options: what is to be written of a training step.
    /// - Throws: `CommandError` for views: they are no program; and for parts of what is no step of training.
    func plan(
        for executors: [any Executor], threads: Int, microBatches: Int = 1, memory: Int?, _ options: CompileOptions
    ) throws -> PlannedWorkload {
        let begin = ContinuousClock.now
        var planned = try timeless(microBatches, memory, options) { program in
            try executors.map { try $0.bytes(program, threads: threads) }.max() ?? program.byteCount
        }
        planned.seconds = begin.duration(to: .now) / .seconds(1)
        return planned
    }

    private func timeless(
        _ microBatches: Int, _ memory: Int?, _ options: CompileOptions,
        _ bytes: @escaping @Sendable (Program) throws -> Int
    ) throws -> PlannedWorkload {
        func planned(_ graph: Graph) throws -> Program {
            try memory.map { try compile(graph, within: $0, taking: bytes) } ?? compile(graph)
        }
        guard microBatches == 1 || isTraining else {
            throw CommandError(
                "\(name) is no step of training, and is not computed in parts; leave --micro-batches out")
        }
        switch kind {
        case .loss(let batch, let width): return PlannedWorkload(name: name, program: try planned(loss(batch, width)))
        case .training(let model, let batch):
            let optimizer = Optimizer.sgd(SGD(momentum: 0.9, weightDecay: 0))
            let step = try TrainingStep.build(
                model, optimizer: optimizer, batch: batch, microBatches: microBatches, exposing: [], memory: memory,
                options: options, taking: bytes)
            return PlannedWorkload(
                name: name, program: step.program, states: step.states, randomInputs: step.randomInputs, images: batch)
        case .embedding(let model):
            return try Workload(name: name, kind: .inference(model, batch: 1)).timeless(1, memory, options, bytes)
        case .inference(let model, let batch):
            let encoder = try model.captureEncoder(batch: batch)
            return PlannedWorkload(
                name: name, program: try planned(simplify(encoder.graph).graph), states: encoder.states, images: batch)
        case .augmentation, .effects:
            throw CommandError("\(name) makes views; it is no program that an executor runs")
        }
    }

    var isTraining: Bool { if case .training = kind { true } else { false } }

    private func loss(_ batch: Int, _ width: Int) throws -> Graph {
        // an encoder that only flattens: the views are the embeddings
        let model = JointEmbedding(name, image: Image(channels: 1, height: 1, width: width)) {
            Encoder { Flatten() }
            Loss.vicreg()
        }
        let captured = try TrainingStep.forward(model, batch: batch).simplified()
        let builder = captured.builder
        let gradients = builder.gradients(of: captured.loss, withRespectTo: captured.embeddings)
        for (index, gradient) in gradients.enumerated() { builder.output("gradient\(index + 1)", gradient) }
        return try builder.finish()
    }
}
