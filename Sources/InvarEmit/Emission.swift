import Invar
import InvarData
import InvarJIT
import InvarKit
import InvarTraining

/// What is written out: code, and the file of weights or of a state that it begins with.
package struct Emission {
    /// How it is written out.
    package struct Settings {
        package var targets: [EmissionTarget]
        package var schedules: ScheduleTable
        /// Whether the weights become a part of the code.
        package var isEmbedded: Bool
        /// What names begin with; from the architecture's name, where nothing is said.
        package var name: CName?
        /// Of an encoder.
        package var batches = [1, 16]

        package init(
            targets: [EmissionTarget] = EmissionTarget.allCases, schedules: ScheduleTable = .empty,
            isEmbedded: Bool = false, name: CName? = nil
        ) {
            (self.targets, self.schedules, self.isEmbedded, self.name) = (targets, schedules, isEmbedded, name)
        }
    }

    /// A safetensors file beside the code.
    package struct Weights {
        /// `encoder.safetensors`, or `state.safetensors` for training.
        package let name: String
        private let writer: (String) throws -> Void

        init(_ name: String, _ writer: @escaping (String) throws -> Void) { (self.name, self.writer) = (name, writer) }

        /// Writes it as a whole, or not at all.
        /// - Throws: `DataError` that names the file.
        package func write(to path: String) throws { try writer(path) }
    }

    package let code: EmittedCode
    /// Nothing where none were given.
    package let weights: Weights?

    /// An encoder that was not trained.
    /// - Parameter seed: of the initial values that are written beside the code; nothing for no weights.
    /// - Throws: `Diagnostic` for an architecture that cannot be built.
    package init(encoderOf model: JointEmbedding, branch: Int = 0, seed: UInt64? = nil, _ settings: Settings) throws {
        let emitted = try EmittedModel(encoderOf: model, branch: branch, batches: settings.batches, name: settings.name)
        code = try EmittedCode(emitted, targets: settings.targets, schedules: settings.schedules)
        let states = try model.captureEncoder(batch: 1, branch: branch).states
        if seed != nil { try Emission.expectNoColumns(states, model) }
        weights = seed.map { seed in
            Weights("encoder.safetensors") { path in
                try EncoderFile.write(states, of: model, step: 0, to: path) { $0.initialValues(seed: seed) }
            }
        }
    }

    /// - Throws: `EmissionError` where a state's first value is known from rows alone.
    private static func expectNoColumns(_ states: [StateSpec], _ model: JointEmbedding) throws {
        guard let state = states.first(where: { $0.column != nil }) else { return }
        throw EmissionError(
            "\(state.name) of \(model.name) is what a run finds of the columns of its rows; emit a run, which has it")
    }

    /// A trained encoder.
    package init(_ trained: TrainedEncoder, _ settings: Settings) throws {
        let model = trained.model
        let emitted = try EmittedModel(
            encoderOf: model, branch: trained.branch, batches: settings.batches, name: settings.name)
        let states = try model.captureEncoder(batch: 1, branch: trained.branch).states
        let values = trained.values
        let weights = Weights("encoder.safetensors") { path in
            try EncoderFile.write(states, of: model, step: trained.step.flatMap { Int($0) } ?? 0, to: path) {
                values[$0.name] ?? []
            }
        }
        code = try EmittedCode(
            emitted, targets: settings.targets, schedules: settings.schedules,
            embedding: settings.isEmbedded ? weights.name : nil)
        self.weights = weights
    }

    /// A step of training with the values that a run of this seed begins with.
    package init(
        trainingOf model: JointEmbedding, optimizer: Optimizer, batch: Int, seed: UInt64, _ settings: Settings
    ) throws {
        let step = try TrainingStep.build(model, optimizer: optimizer, batch: batch, exposing: [])
        try Emission.expectNoColumns(step.states, model)
        code = try EmittedCode(
            EmittedModel(training: step, name: settings.name), targets: settings.targets, schedules: settings.schedules)
        weights = Weights("state.safetensors") { path in
            let tensors = Dictionary(
                uniqueKeysWithValues: step.states.map { ($0.name, $0.stored($0.initialValues(seed: seed))) })
            try SafetensorsFile.write(
                tensors, metadata: ["format": "invar.state", "architecture": model.name, "step": "0"], to: path)
        }
    }

    /// A step of training that goes on with a run: its state is the run's last checkpoint, and what it saves is one that the run goes on from.
    /// - Parameter optimizers: rules of the user's own.
    /// - Throws: `TrainingError` where the run's architecture was changed since, or its checkpoint is damaged.
    package init(
        trainingOf model: JointEmbedding, run: FinishedRunRecord, optimizers: [any UpdateRule], _ settings: Settings
    ) throws {
        let identity = run.record.run
        let optimizer = try identity.configuration.optimizer.restored(by: optimizers)
        let step = try TrainingStep.build(
            model, optimizer: optimizer, gradientNormLimit: identity.configuration.gradientNormLimit,
            batch: identity.configuration.batch, microBatches: run.record.asked?.microBatches ?? 1, exposing: [])
        guard step.fingerprint == identity.graph else {
            throw TrainingError(
                .directory,
                "\(run.directory.path) was begun with another \(model.name): its layers, its sizes or its loss were changed since; "
                    + "emit it by the program that began it")
        }
        let path = run.directory.lastCheckpoint
        guard FileStatus(path) != nil else {
            throw TrainingError(
                .checkpoint, "\(path) is not there: the run has not saved a state yet, or was told to keep none")
        }
        _ = try Checkpoint(path: path).values(step.states)
        code = try EmittedCode(
            EmittedModel(training: step, run: run.record, name: settings.name), targets: settings.targets,
            schedules: settings.schedules)
        weights = Weights("state.safetensors") { try AtomicFile.write([UInt8](try FileBytes.read(path)), to: $0) }
    }
}

extension EmittedModel {
    /// In words, for who asked for it.
    package var described: String {
        switch part {
        case .encoder(let facts):
            "the encoder of \(architecture), in batches of \(facts.batches.map(String.init).joined(separator: " and "))"
        case .training(let facts): "a step of training of \(architecture) (\(facts.optimizer), batch \(facts.batch))"
        }
    }
}
