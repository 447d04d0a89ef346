import Invar
import InvarCompiler
import InvarData
import InvarGraph

/// One step of training as one program: all views forward, the loss, backward, the update.
///
/// Inputs: `view1`, `view2`, … [batch, height, width, channels], and the scalar `learningRate`; with a predictor
/// `predictorLearningRate`, with a target `targetMomentum`; and what layers draw (`randomInputs`). Outputs: `loss`, `term.<name>` for each
/// term before its coefficient, `embedding1`, `embedding2`, …, and `gradientNorm` where the gradient is clipped. Where ranks share the step, each has its own images' rows of inputs and
/// outputs that have the batch along their first axis.
package struct TrainingStep: Sendable {
    package struct Term: Sendable, Hashable {
        package let name: String
        package let coefficient: Double
    }

    package let model: JointEmbedding
    package let optimizer: Optimizer
    /// What the norm of the whole gradient is brought down to where it is larger.
    package let gradientNormLimit: Double?
    package let batch: Int
    /// The whole step before the compiler's passes.
    package let graph: Graph
    /// These.
    package let passes: [Pass]
    package let program: Program
    package let terms: [Term]
    /// Parameters and statistics in the order of the architecture, then the optimizer's moments.
    package let states: [StateSpec]
    /// Those of them that each rank has a part of, and along which axis. All others are the same on each rank.
    package let parts: [String: BatchAxis]
    /// To be filled before each step.
    package let randomInputs: RandomInputs
    package let embeddingWidth: Int
    package let target: Target?
    /// For each view the numbers that it takes for each image, where it takes no image.
    package let featureWidths: [Int?]
    /// For each view the values of one item.
    package let viewSizes: [Int]
    /// For each view the signal that its encoder takes, where it takes one.
    package let signals: [SignalShape?]
    /// Tells architectures apart: of the forward graph, without the lines that it was written on.
    package let fingerprint: String

    /// What a caller may read after a step, beside the loss and its terms.
    package struct Exposed: OptionSet, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }
        package static let embeddings = Exposed(rawValue: 1)
        /// `representation1`, `representation2`, …
        package static let representations = Exposed(rawValue: 2)
        /// `gradient.<parameter>`
        package static let gradients = Exposed(rawValue: 4)
    }

    /// The forward half, with the loss and its terms as outputs.
    /// - Throws: `Diagnostic` for an architecture that cannot be built.
    package static func forward(
        _ model: JointEmbedding, batch: Int, element: ElementType = .float32
    ) throws -> CapturedTraining {
        let captured = try model.captureTraining(batch: batch, element: element)
        captured.builder.output("loss", captured.loss)
        for term in captured.terms { captured.builder.output("term.\(term.name)", term.value) }
        return captured
    }

    /// - Parameters:
    ///   - gradientNormLimit: see `TrainingConfiguration`.
    ///   - batch: images in a step, of all ranks together.
    ///   - ranks: how many share the step: the program is what each of them runs, and takes its own images' part of the inputs.
    ///   - microBatches: in how many parts, one after another, each of them computes its images; the values are the same, to rounding.
    ///   - shardsOptimizer: whether each rank keeps a part of the large moments (`parts`) instead of all of them.
    ///   - memory: bytes that the step may take; what does not fit is computed again when it is needed.
    ///   - options: what is to be written on the way.
    ///   - bytes: what a program takes where it will run (`Executor.bytes`); its own buffers alone unless given.
    /// - Throws: `Diagnostic` for an architecture that cannot be built, or that ranks cannot share; `MemoryLimitError` for too little
    ///   memory.
    package static func build(
        _ model: JointEmbedding, optimizer: Optimizer, gradientNormLimit: Double? = nil, batch: Int, ranks: Int = 1,
        microBatches: Int = 1, shardsOptimizer: Bool = false, element: ElementType = .float32,
        exposing exposed: Exposed = .embeddings,
        memory: Int? = nil,
        options: CompileOptions = CompileOptions(),
        taking bytes: @escaping @Sendable (Program) throws -> Int = { $0.byteCount }
    ) throws -> TrainingStep {
        let written = try TrainingStep.forward(model, batch: batch, element: element)
        let captured = try written.simplified()
        let (graph, moments) = try captured.completed(
            by: optimizer, gradientNormLimit: gradientNormLimit, exposing: exposed)
        let ranks = try Ranks(ranks, in: microBatches, sharing: batch)
        try checkSplit(graph, over: ranks)
        let shared = shardsOptimizer && ranks.count > 1 ? captured.sharedUpdates(moments, over: ranks.parts) : []
        let plain = pipeline(over: ranks, sharing: shared)
        let passes = memory.map { plain.within($0, taking: bytes) } ?? plain
        let program = try options.compile(
            captured: try written.builder.finish(), keeping: written.kept, differentiated: graph, passes: passes
        ) { last in
            try memory.map { try Program(planning: last, within: $0, taking: bytes) } ?? Program(planning: last)
        }
        return TrainingStep(
            model: model, optimizer: optimizer, gradientNormLimit: gradientNormLimit, batch: batch, graph: graph,
            passes: passes, program: program,
            terms: captured.terms.map { Term(name: $0.name, coefficient: $0.coefficient) },
            states: captured.states + moments,
            parts: shared.reduce(into: [:]) { for moment in $1.moments { $0[moment] = $1.axis } },
            randomInputs: RandomInputs(captured.randomInputs),
            embeddingWidth: captured.embeddings.first?.shape.last ?? 0,
            target: captured.target, featureWidths: try model.featureWidths(), viewSizes: try model.viewSizes(),
            signals: try model.signalShapes(),
            fingerprint: try written.builder.finish().fingerprint)
    }

    package var parameterCount: Int { states.reduce(0) { $0 + ($1.role == .parameter ? $1.type.count : 0) } }
}

extension CapturedTraining {
    /// The whole step: with the gradients, and the update of every parameter.
    /// - Returns: the graph, and the optimizer's moments.
    package func completed(
        by optimizer: Optimizer, gradientNormLimit: Double? = nil,
        exposing exposed: TrainingStep.Exposed = .embeddings
    ) throws -> (graph: Graph, moments: [StateSpec]) {
        let parameters = states.filter { $0.role == .parameter }
        let values = parameters.map { builder.state($0.name, $0.type) }
        let gradients = builder.gradients(of: loss, withRespectTo: values)
        let used = gradientNormLimit.map { clipped(gradients, to: $0) } ?? gradients
        let learningRate = scalar("learningRate")
        let hasPredictor = parameters.contains(where: \.isPredictor)
        let predictorRate = hasPredictor ? scalar("predictorLearningRate") : nil
        let trained = zip(parameters, zip(values, used)).map { parameter, computed in
            TrainedParameter(
                parameter, value: computed.0, gradient: computed.1,
                learningRate: parameter.isPredictor ? predictorRate : nil)
        }
        let moments = optimizer.updates(builder, trained, learningRate: learningRate)
        try moveTarget()

        func expose(_ option: TrainingStep.Exposed, _ name: String, _ tensors: [Tensor]) {
            guard exposed.contains(option) else { return }
            for (index, tensor) in tensors.enumerated() { builder.output("\(name)\(index + 1)", tensor) }
        }
        expose(.embeddings, "embedding", embeddings)
        expose(.representations, "representation", representations)
        if exposed.contains(.gradients) {
            for (parameter, gradient) in zip(parameters, gradients) {
                builder.output("gradient.\(parameter.name)", gradient)
            }
        }
        return (try builder.finish(), moments)
    }

    /// The gradients times min(1, limit/‖g‖), g being all of them as one vector, whose norm is the output `gradientNorm`
    /// (Pascanu, Mikolov and Bengio, ICML 2013). torch's `clip_grad_norm_` adds 10⁻⁶ to ‖g‖; here a clipped gradient has the
    /// norm that was asked for. A gradient that is not a number makes the norm and all gradients so.
    private func clipped(_ gradients: [Tensor], to limit: Double) -> [Tensor] {
        let outer = builder.name
        defer { builder.name = outer }
        builder.name = "optimizer/clipping"
        let squares = gradients.map { $0.squared().sum() }
        let norm = sqrt(squares.dropFirst().reduce(squares[0], +))
        builder.output("gradientNorm", norm)
        // 0 divides to ∞, of which the minimum is 1
        let factor = minimum(norm.filled(limit) / norm, 1)
        return gradients.map { $0 * factor }
    }

    private func scalar(_ name: String) -> Tensor { builder.input(name, TensorType([], loss.type.element)) }

    /// The target's parameters move towards what the update made of those that they follow.
    private func moveTarget() throws {
        guard target != nil else { return }
        var updated: [String: Tensor] = [:]
        for id in builder.graph.assignments {
            guard case .assign(let name) = builder.graph[id].op else { continue }
            updated[name] = builder.tensor(builder.graph[id].inputs[0])
        }
        let momentum = scalar("targetMomentum")
        for spec in states where spec.role == .target {
            guard let source = spec.follows, let new = updated[source] else {
                internalError("\(spec.name) follows a parameter that is not trained")
            }
            let outer = builder.name
            builder.name = "optimizer/\(spec.name)"
            let old = builder.state(spec.name, spec.type)
            builder.assign(spec.name, new + (old - new) * momentum)
            builder.name = outer
        }
    }

    /// What is still needed when the gradients are there, beside the outputs.
    package var kept: [NodeID] { (representations + embeddings).compactMap(\.id) }

    /// After what the compiler does before there are gradients.
    /// - Throws: the first `Diagnostic` of what was written, so that it is about the user's line.
    package func simplified() throws -> CapturedTraining {
        let result = capturedPipeline.run(try builder.finish(), keeping: kept)
        return moved(to: result)
    }
}

extension StateSpec {
    /// Whether it belongs to a `Predictor`, whose learning rate may be one of its own.
    fileprivate var isPredictor: Bool { owner?.part == .predictor }
}

extension Graph {
    /// The same for graphs that compute the same in the same way, whatever lines they were written on.
    package var fingerprint: String {
        let plain = rebuilt { result, _, node in
            var node = node
            node.site = nil
            return result.insert(node)
        }
        var hash = Fingerprint()
        hash.add(plain.graph.description)
        return hash.text
    }
}
