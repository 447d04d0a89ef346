import Foundation
import Invar
import InvarData
import InvarJIT
import InvarTraining

/// What an emission is of, for programs: `NAME.json`. It also tells a directory of ours from others.
struct EmissionDescription: Codable {
    struct Tensor: Codable {
        let name: String
        /// In an encoder's file.
        let encoderName: String?
        let shape: [Int]
    }

    struct Picture: Codable {
        let height, width, channels: Int
        /// Of (value from 0 to 1 − mean) / deviation, for each channel.
        let mean, deviation: [Double]
    }

    static let format = "invar.emission"

    var format = Self.format
    var version = 1
    let invar, llvm: String
    let form, name, architecture: String
    /// `encoder` or `training`.
    let part: String
    let targets: [String]
    /// Images that are computed together.
    let batches: [Int]
    /// Numbers that are taken for an image, for each view of a step; and given, of an encoder.
    let inputs: [Int]
    let width: Int?
    /// Nothing where rows of numbers are taken.
    let image: Picture?
    let optimizer: String?
    let terms: [String]?
    /// The file with weights that lies in the directory, and whether they are a part of the code.
    let weights: String?
    let weightsAreEmbedded: Bool
    let tensors: [Tensor]

    init(_ package: EmittedPackage) {
        let model = package.model
        (invar, llvm) = (invarVersion, EmittedKernels.llvm)
        (form, name, architecture) = (package.form.rawValue, model.name.lower, model.architecture)
        targets = package.code.targets.map(\.rawValue)
        let pixels = model.image.height * model.image.width * model.image.channels
        switch model.part {
        case .encoder(let facts):
            (part, batches, inputs, width) = ("encoder", facts.batches, [facts.features ?? pixels], facts.width)
            (optimizer, terms) = (nil, nil)
        case .training(let facts):
            (part, batches, inputs, width) = ("training", [facts.batch], facts.inputSizes, nil)
            (optimizer, terms) = (facts.optimizer, model.termFields)
        }
        let normalization = model.views.normalization(for: model.image)
        image =
            inputs.contains(pixels)
            ? Picture(
                height: model.image.height, width: model.image.width, channels: model.image.channels,
                mean: normalization.mean, deviation: normalization.std) : nil
        weights = package.emission.weights?.name
        weightsAreEmbedded = package.code.embedded != nil
        tensors = model.states.map {
            Tensor(name: $0.spec.name, encoderName: $0.encoderName, shape: $0.spec.fileShape)
        }
    }

    var text: String { get throws { try prettyJSON(self) } }

    /// Whether a file is one of these.
    static func isOne(_ path: String) -> Bool {
        struct Head: Decodable { let format: String }
        guard path.hasSuffix(".json"), let bytes = FileManager.default.contents(atPath: path) else { return false }
        return (try? JSONDecoder().decode(Head.self, from: bytes))?.format == format
    }
}
