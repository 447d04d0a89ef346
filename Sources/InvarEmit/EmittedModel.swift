import Invar
import InvarCompiler
import InvarData
import InvarTraining

/// What is written out of a model: its programs, and what those who call them must know.
package struct EmittedModel: Sendable {
    /// The encoder in evaluation mode, or a step of training.
    package enum Part: Sendable {
        case encoder(EncoderFacts)
        case training(TrainingFacts)
    }

    package struct EncoderFacts: Sendable {
        /// Images that are computed together, ascending; a program for each.
        package let batches: [Int]
        /// Numbers of a representation.
        package let width: Int
        /// Numbers that are taken for each image, in its place; nothing where images are taken.
        package let features: Int?
    }

    package struct TrainingFacts: Sendable {
        package let batch: Int
        /// `loss`, and the terms before their coefficients.
        package let terms: [String]
        package let randomInputs: [RandomInput]
        /// Numbers of one image or row, for each view.
        package let inputSizes: [Int]
        package let optimizer: String
        /// Metadata of a checkpoint that `pretrain` would go on from; nothing without a run.
        package let run: String?
        /// Steps of the run's epochs; 0 without a run.
        package let stepsPerEpoch: Int
    }

    /// A tensor of the state.
    package struct State: Sendable {
        package let spec: StateSpec
        /// In the encoder's file; nothing where it is no part of that.
        package let encoderName: String?
    }

    package let architecture: String
    package let name: CName
    package let part: Part
    package let image: Image
    package let views: Views
    /// By name.
    package let states: [State]
    package let programs: [Program]

    package var isTraining: Bool { if case .training = part { true } else { false } }

    /// The encoder of a branch.
    /// - Throws: `Diagnostic` for an architecture that cannot be built.
    package init(encoderOf model: JointEmbedding, branch: Int = 0, batches: [Int], name: CName? = nil) throws {
        let batches = Set(batches).sorted()
        let captured = try batches.map { try model.captureEncoder(batch: $0, branch: branch) }
        guard let first = captured.first else { throw EmissionError("there is no batch to emit the encoder for") }
        let features = try model.featureWidths()[branch]
        part = .encoder(EncoderFacts(batches: batches, width: first.width, features: features))
        programs = captured.map { compile($0.graph) }
        // what no step reads need not be in a file
        let used = Set(programs.flatMap(\.states).map(\.name))
        states = first.states.filter { used.contains($0.name) }.map { State(spec: $0, encoderName: $0.localName) }
            .sorted { $0.spec.name < $1.spec.name }
        architecture = model.name
        (image, views) = (model.image, model.views)
        self.name = name ?? CName(model.name)
        try check()
    }

    /// A whole step of training.
    /// - Parameter run: whose checkpoints a state is to be saved as.
    package init(training step: TrainingStep, run: RunRecord? = nil, name: CName? = nil) throws {
        let model = step.model
        part = .training(
            TrainingFacts(
                batch: step.batch, terms: ["loss"] + step.terms.map { "term.\($0.name)" },
                randomInputs: step.randomInputs.inputs,
                inputSizes: step.viewSizes,
                optimizer: step.optimizer.name, run: try run.map { try compactJSON($0.run) },
                stepsPerEpoch: run?.stepsPerEpoch ?? 0))
        programs = [step.program]
        states = step.states.map { spec in
            let isEncoder = spec.owner?.part == .encoder && spec.owner?.isTarget == false
            let isFirst = (spec.owner?.branch ?? 0) == 0
            return State(spec: spec, encoderName: isEncoder && isFirst ? spec.localName : nil)
        }.sorted { $0.spec.name < $1.spec.name }
        architecture = model.name
        (image, views) = (model.image, model.views)
        self.name = name ?? CName(model.name + "-training")
        try check()
    }

    private func check() throws {
        guard let wide = states.first(where: { $0.spec.fileShape.count > 4 }) else { return }
        throw EmissionError("\(wide.spec.name) has \(wide.spec.fileShape.count) axes; tensors of up to 4 are emitted")
    }
}

/// Why something cannot be written out.
package struct EmissionError: Error, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}
