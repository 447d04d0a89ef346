import Foundation
import Invar
import InvarData
import InvarEmit
import InvarJIT
import InvarRuntime
import InvarTraining
import Synchronization
import TestSupport

/// An encoder that is written out, with weights and inputs for it.
struct EncoderCase: Sendable, CustomStringConvertible {
    let joint: JointEmbedding
    let batches: [Int]
    /// Representations are asked for of 1, 2, … so many images.
    let images: Int
    let emission: Emission
    /// Safetensors.
    let weights: String
    let inputs: String
    let inputValues: [Float]

    var description: String { joint.name }

    private let known: Known

    /// What the JIT came to, for several tests.
    private final class Known: Sendable {
        let results = Mutex<[EmissionTarget: [Float]]>([:])
    }

    private init(
        _ joint: JointEmbedding, batches: [Int], images: Int,
        targets: [EmissionTarget] = [.v2, .v3, .v4, .aarch64]
    ) throws {
        known = Known()
        self.joint = joint
        self.batches = batches
        self.images = images
        let model = try EmittedModel(encoderOf: joint, batches: batches)
        emission = try Emission(model, targets: targets, folder: joint.name)
        weights = emission.file("weights")
        inputs = emission.file("images")
        var tensors: [String: StoredTensor] = [:]
        for state in model.states { tensors[state.spec.localName] = Self.tensor(state.spec) }
        try SafetensorsFile.write(tensors, to: weights)
        let size = Self.inputSize(model)
        inputValues = FormulaValues.uniform(joint.name, count: images * size).map { Float(4 * $0 - 2) }
        try Numbers.write(inputValues, to: inputs)
    }

    static func tensor(_ spec: StateSpec) -> StoredTensor {
        StoredTensor(shape: spec.fileShape, FormulaValues.weight(spec.localName, spec.fileShape))
    }

    /// Numbers of one image, or row.
    static func inputSize(_ model: EmittedModel) -> Int {
        if case .encoder(let facts) = model.part, let features = facts.features { return features }
        return model.image.channels * model.image.height * model.image.width
    }

    /// What the JIT computes with code for that kind of processor, of the first image, then of the first two, and so
    /// on.
    func expected(_ target: EmissionTarget) throws -> [Float] {
        if let values = known.results.withLock({ $0[target] }) { return values }
        let values = try results(of: CompiledEncoder(emission.model, target))
        known.results.withLock { $0[target] = values }
        return values
    }

    func results(of encoder: CompiledEncoder) throws -> [Float] {
        let size = Self.inputSize(emission.model)
        return try (1...images).flatMap { try encoder.embed(Array(inputValues.prefix($0 * size))) }
    }

    // MARK: The models

    static let names = ["vicreg-small", "tiny-vit", "tiny-resnet", "odd-convolutions", "tiny-mlp"]

    static func named(_ name: String) throws -> EncoderCase {
        switch name {
        case "vicreg-small": try small.get()
        case "tiny-vit": try vit.get()
        case "tiny-resnet": try resnet.get()
        case "odd-convolutions": try odd.get()
        case "tiny-mlp": try mlp.get()
        default: throw Failure("there is no model \(name)")
        }
    }

    static let small = Result { try EncoderCase(Zoo.vicregSmall, batches: [1, 4], images: 9) }
    static let vit = Result { try EncoderCase(EncoderModels.vit, batches: [3], images: 7) }
    static let resnet = Result { try EncoderCase(EncoderModels.resnet, batches: [1, 4], images: 9) }
    static let odd = Result { try EncoderCase(EncoderModels.odd, batches: [3], images: 5) }
    static let mlp = Result { try EncoderCase(EncoderModels.mlp, batches: [1], images: 3) }
    /// Of views that are taken out of the middle of a larger image.
    static let large = Result {
        try EncoderCase(EncoderModels.large, batches: [1], images: 1, targets: [.v2, .aarch64])
    }
}

enum EncoderModels {
    private static let loss = Loss { Variance() }

    static let vit = JointEmbedding("tiny-vit", image: Image(channels: 3, height: 16, width: 16)) {
        Encoder { Invar.vit(patch: 4, width: 24, depth: 2, heads: 3) }
        loss
    }

    static let resnet = JointEmbedding("tiny-resnet", image: Image(channels: 3, height: 16, width: 16)) {
        Encoder {
            Conv(16, kernel: 3); BatchNorm(); ReLU(); MaxPool(3, stride: 2, padding: 1)
            Sequential("layer1") {
                BasicBlock(16); BasicBlock(32, stride: 2)
            }
            Sequential("layer2") { Bottleneck(8, stride: 2) }
            GlobalAveragePool()
        }
        loss
    }

    /// Windows of all kinds over 13×11 pixels, down to a single one: primes, five channels, groups, each channel for
    /// itself.
    static let odd = JointEmbedding("odd-convolutions", image: Image(channels: 3, height: 13, width: 11)) {
        Encoder {
            Conv(5, kernel: 3, bias: true); GELU()
            Conv(5, kernel: 5, groups: 5); BatchNorm(); SiLU()
            Conv(10, kernel: 3, stride: 2, groups: 5); Sigmoid()
            Conv(6, kernel: 3, groups: 2, bias: true); ReLU()
            Conv(18, kernel: 1, groups: 3)
            Conv(18, kernel: 3, stride: 2, groups: 18); BatchNorm(); ReLU()
            Conv(7, kernel: 3, stride: 3, padding: 0)
            GlobalAveragePool()
        }
        loss
    }

    static let large = JointEmbedding(
        "large-images", image: Image(channels: 3, height: 64, width: 80, mean: [0.5, 0.4, 0.3], std: [0.2, 0.25, 0.3])
    ) {
        Encoder {
            Conv(4, kernel: 8, stride: 8, padding: 0); ReLU()
            GlobalAveragePool()
        }
        loss
    }

    static let mlp = JointEmbedding("tiny-mlp") {
        Encoder(features: 7) {
            Standardize(); Linear(19); BatchNorm(); ReLU()
            Linear(5)
        }
        loss
    }
}

/// What the JIT makes of images with code for a kind of processor: what C must give too. Batches are split as C splits
/// them.
final class CompiledEncoder {
    private let model: EmittedModel
    private let sessions: [any Session]

    convenience init(_ model: EmittedModel, _ target: EmissionTarget) throws {
        try self.init(model, JITExecutor(for: target, cache: TestKernels.cache()))
    }

    init(_ model: EmittedModel, _ executor: JITExecutor) throws {
        self.model = model
        sessions = try model.programs.map { try executor.prepare($0, threads: 1) }
        for state in model.states {
            let values = state.spec.values(EncoderCase.tensor(state.spec))
            for session in sessions {
                session.memory.setState(state.spec.name) { _ = $0.update(fromContentsOf: values) }
            }
        }
    }

    func embed(_ images: [Float]) throws -> [Float] {
        guard case .encoder(let facts) = model.part else { throw Failure("no encoder") }
        let size = EncoderCase.inputSize(model)
        var (left, at) = (images.count / size, 0)
        var result: [Float] = []
        while left > 0 {
            let number = facts.batches.lastIndex { $0 <= left } ?? 0
            let (batch, session) = (facts.batches[number], sessions[number])
            let present = min(batch, left)
            guard let name = session.program.inputs.first?.name, let input = session.memory.input(name),
                input.count == batch * size
            else { throw Failure("the encoder takes something else") }
            input.update(repeating: 0)
            _ = input.update(fromContentsOf: images[at..<at + present * size])
            session.run()
            guard let output = session.memory.output("representation") else { throw Failure("no representation") }
            result += output.prefix(present * facts.width).map { Float($0) }
            (left, at) = (left - present, at + present * size)
        }
        return result
    }
}
