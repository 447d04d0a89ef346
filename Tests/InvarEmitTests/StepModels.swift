import Foundation
import Invar
import InvarData
import InvarEmit
import InvarJIT
import InvarRuntime
import InvarTraining
import TestSupport

/// A step of training that is written out, with a state and views for some steps.
struct StepCase: Sendable {
    static let steps = 3
    static let seed: UInt64 = 7

    let step: TrainingStep
    let emission: Emission
    let state: String
    let inputs: String
    /// For each step: of both views, and of both places where the loss asks for them.
    private let views: [[[Float]]]
    /// What the inputs have beside views and learning rate, as Tests/Emitted/train.c calls it.
    let definitions: [String]

    private init(_ name: String, _ joint: JointEmbedding, _ optimizer: Optimizer, batch: Int) throws {
        step = try TrainingStep.build(joint, optimizer: optimizer, batch: batch, exposing: [])
        emission = try Emission(EmittedModel(training: step), targets: [.v3, .v4], folder: name)
        state = emission.file("state")
        inputs = emission.file("inputs")
        var tensors: [String: StoredTensor] = [:]
        for spec in step.states { tensors[spec.name] = spec.stored(spec.initialValues(seed: 5)) }
        try SafetensorsFile.write(tensors, to: state)
        let image = joint.image.channels * joint.image.height * joint.image.width
        let sizes = step.featureWidths.map { batch * ($0 ?? image) }
        let names = Set(step.program.inputs.map(\.name))
        let hasPlaces = names.contains("view1.place")
        views = (0..<Self.steps).map { number in
            sizes.enumerated().map { view, size in
                FormulaValues.uniform("view \(number) \(view)", count: size).map { Float(4 * $0 - 2) }
            } + (hasPlaces ? [0, 1].map { Self.places(of: batch, "place \(number) \($0)") } : [])
        }
        try Numbers.write(views.flatMap { $0.flatMap(\.self) }, to: inputs)
        let random = step.randomInputs.inputs.contains { names.contains($0.name) }
        definitions =
            (names.contains("predictorLearningRate") ? ["HAS_PREDICTOR"] : [])
            + (names.contains("targetMomentum") ? ["HAS_TARGET"] : []) + (random ? ["HAS_SEED"] : [])
            + (hasPlaces ? ["HAS_PLACES"] : [])
    }

    /// Crops of 4 to 8 pixels' height and width, every second one mirrored.
    private static func places(of batch: Int, _ name: String) -> [Float] {
        let values = FormulaValues.uniform(name, count: 4 * batch).map { Float($0) }
        return (0..<batch).flatMap { row -> [Float] in
            let (top, left) = (4 * values[4 * row], 4 * values[4 * row + 1])
            return [top, left, 4 + 4 * values[4 * row + 2], 4 + 4 * values[4 * row + 3], Float(row % 2)]
        }
    }

    /// The state after all steps, by name, and each step's loss and terms.
    struct Trained {
        var states: [String: [Float]]
        var terms: [Float]
    }

    /// What the JIT comes to with code for a kind of processor.
    func expected(_ target: EmissionTarget) throws -> Trained {
        let session = try JITExecutor(for: target, cache: TestKernels.cache()).prepare(step.program, threads: 1)
        let memory = session.memory
        StateStore(session, step.states, seed: 5).initialize()
        memory.setInput("predictorLearningRate", [0.015625])
        memory.setInput("targetMomentum", [0.875])
        var trained = Trained(states: [:], terms: [])
        for number in 0..<Self.steps {
            memory.setInput("learningRate", [0.0078125 * Double(number + 1)])
            for (view, values) in views[number].enumerated() {
                let name = view < 2 ? "view\(view + 1)" : "view\(view - 1).place"
                memory.setInput(name, values.map { Double($0) })
            }
            step.randomInputs.fill(memory, seed: Self.seed, step: number)
            session.run()
            for name in ["loss"] + step.terms.map({ "term.\($0.name)" }) {
                trained.terms += (memory.output(name) ?? []).map { Float($0) }
            }
        }
        let store = StateStore(session, step.states, seed: 5)
        for spec in step.states { trained.states[spec.name] = store.values(spec) }
        return trained
    }

    /// What C comes to, and the file with the state; the encoder's file is beside it.
    func trained(
        _ program: String, _ target: EmissionTarget, threads: Int, from begin: String? = nil, steps: Int = Self.steps
    ) throws -> (trained: Trained, file: String) {
        let (out, terms) = (emission.file("trained"), emission.file("terms"))
        let ended = try run(
            program, [begin ?? state, inputs, out, terms, target.rawValue, "\(threads)", "\(steps)"])
        guard ended.isFine else { throw Failure("\(program): \(ended.status) \(ended.output)") }
        let file = try SafetensorsFile(path: out)
        var states: [String: [Float]] = [:]
        for spec in step.states { states[spec.name] = spec.values(try file.tensor(spec.name)) }
        return (Trained(states: states, terms: try Numbers.read(terms)), out)
    }

    /// The program that trains.
    func program(_ compiler: Compiler = .gcc) throws -> String {
        try emission.program("train", by: compiler.rawValue, defining: definitions)
    }

    // MARK: The models

    static let names = ["mlp-adamw", "convnet-sgd", "convnet-lars", "byol-adamw", "dropout-sgd", "local-adamw"]

    static func named(_ name: String) throws -> StepCase {
        switch name {
        case "mlp-adamw": try mlp.get()
        case "convnet-sgd": try convNet.get()
        case "convnet-lars": try lars.get()
        case "byol-adamw": try byol.get()
        case "dropout-sgd": try dropout.get()
        case "local-adamw": try local.get()
        default: throw Failure("there is no model \(name)")
        }
    }

    static let mlp = Result { try StepCase("mlp-adamw", StepModels.mlp, .adamW(), batch: 12) }
    private static let convNet = Result {
        try StepCase("convnet-sgd", StepModels.convNet, .sgd(SGD(nesterov: true)), batch: 6)
    }
    private static let lars = Result { try StepCase("convnet-lars", StepModels.convNet, .lars(), batch: 6) }
    static let byol = Result { try StepCase("byol-adamw", StepModels.byol, .adamW(), batch: 9) }
    private static let dropout = Result { try StepCase("dropout-sgd", StepModels.dropout, .sgd(), batch: 7) }
    private static let local = Result { try StepCase("local-adamw", StepModels.local, .adamW(), batch: 5) }
}

enum StepModels {
    private static let grey = Image(channels: 1, height: 8, width: 8, mean: [0.5], std: [0.25])

    private static let vicreg = Loss {
        25 * Invariance()
        25 * Variance()
        Covariance()
    }

    static let mlp = JointEmbedding("step-mlp", image: grey) {
        Encoder {
            Flatten()
            Linear(24); BatchNorm(); ReLU()
            Linear(10)
        }
        Expander {
            Linear(20); BatchNorm(); ReLU()
            Linear(20, bias: false)
        }
        vicreg
    }

    static let convNet = JointEmbedding("step-convnet", image: Image(channels: 3, height: 12, width: 12)) {
        Encoder {
            Conv(16, kernel: 3); BatchNorm(); ReLU(); MaxPool(2)
            Conv(16, kernel: 3); BatchNorm(); ReLU()
            Conv(16, kernel: 3, stride: 2, groups: 16); BatchNorm(); ReLU()
            Conv(20, kernel: 1); BatchNorm(); ReLU()
            GlobalAveragePool()
        }
        Expander {
            Linear(18); BatchNorm(); ReLU()
            Linear(18, bias: false)
        }
        vicreg
    }

    static let byol = JointEmbedding("step-byol", image: grey) {
        Encoder {
            Conv(6, kernel: 3, stride: 2); BatchNorm(); ReLU()
            GlobalAveragePool()
        }
        Expander {
            Linear(12); BatchNorm(); ReLU()
            Linear(8, bias: false)
        }
        Predictor {
            Linear(12); BatchNorm(); ReLU()
            Linear(8)
        }
        Target(momentum: 0.9)
        Loss { PredictionDistance() }
    }

    static let local = JointEmbedding("step-local", image: grey) {
        Encoder {
            Conv(6, kernel: 3, stride: 2); BatchNorm(); ReLU()
            GlobalAveragePool()
        }
        Expander { Linear(12) }
        MapExpander {
            Linear(5); BatchNorm(); ReLU(); Linear(3)
        }
        Loss {
            0.75 * (25 * Invariance() + 25 * Variance())
            0.25 * LocalVICReg(matches: (first: 5, second: 2))
        }
    }

    static let dropout = JointEmbedding("step-dropout", image: grey) {
        Encoder {
            Flatten()
            Linear(16); BatchNorm(); ReLU(); Dropout(0.25)
            Linear(9)
        }
        Expander {
            Dropout(0.5)
            Linear(11)
        }
        vicreg
    }
}
