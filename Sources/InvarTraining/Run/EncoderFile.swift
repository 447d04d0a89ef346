import Foundation
import Invar
import InvarData

/// The encoder alone, as a safetensors file with torchvision's names and layouts (`conv1.weight`, O×I×H×W), running statistics
/// included: what `load_state_dict` takes.
package enum EncoderFile {
    private static let format = "invar.encoder"

    /// - Parameters:
    ///   - states: of the encoder, as the graph names them.
    ///   - step: how many steps it was trained for.
    package static func write(
        _ states: [StateSpec], of model: JointEmbedding, step: Int, to path: String, values: (StateSpec) -> [Float]
    ) throws {
        var tensors: [String: StoredTensor] = [:]
        for spec in states { tensors[spec.localName] = spec.stored(values(spec)) }
        var metadata = description(of: model.name, image: model.image, views: model.views)
        metadata["step"] = "\(step)"
        try SafetensorsFile.write(tensors, metadata: metadata, to: path)
    }

    /// What a file says of its encoder, but for the steps that it was trained for.
    package static func description(of architecture: String, image: Image, views: Views) -> [String: String] {
        let base = ["format": format, "version": "1", "invar": invarVersion, "architecture": architecture]
        guard !image.isNone else { return base }
        let (mean, std) = views.normalization(for: image)
        return base.merging([
            "image": "\(image.channels)x\(image.height)x\(image.width)",
            "mean": mean.map { "\($0)" }.joined(separator: " "), "std": std.map { "\($0)" }.joined(separator: " "),
        ]) { first, _ in first }
    }

    /// The architecture that a file says its encoder is of; nothing where it does not.
    /// - Throws: `DataError` for a damaged file.
    package static func architecture(of path: String) throws -> String? {
        try SafetensorsFile(path: path).metadata["architecture"]
    }

    /// What a file holds of an encoder.
    package struct Contents: Sendable {
        /// Of every state, in the graph's layout, by the graph's names.
        package let values: [String: [Float]]
        /// Tensors that are no part of the encoder: a classifier, counters of batches, the rest of a checkpoint.
        package let ignored: [String]
        /// For how many steps it was trained, where the file says it.
        package let step: String?
    }

    /// Reads what `write` wrote, a whole checkpoint, or another program's file with the same names and shapes. Weights in half or double
    /// precision (F16, BF16, F64) become single precision.
    /// - Throws: `DataError` for a damaged file, `TrainingError` for one of another architecture: where a tensor is missing, has
    ///   another shape, or is one that the architecture does not have.
    package static func read(_ path: String, states: [StateSpec], architecture: String) throws -> Contents {
        let file = try SafetensorsFile(path: path)
        let names = EncoderNames(states, in: file)
        var values: [String: [Float]] = [:]
        for spec in states {
            let name = names.inFile(spec)
            guard let entry = file.entries[name] else {
                throw foreign(path, file, architecture, "it has no tensor \(name)")
            }
            guard entry.shape == spec.fileShape else {
                throw foreign(
                    path, file, architecture, "\(name) has the shape \(entry.shape), \(spec.fileShape) is wanted")
            }
            guard entry.element?.holdsWeights == true else {
                throw foreign(
                    path, file, architecture, "\(name) holds \(entry.dtype); F32, F16, BF16 or F64 is wanted")
            }
            values[spec.name] = spec.values(try file.tensor(name))
        }
        if let name = names.unknown.first {
            throw foreign(
                path, file, architecture,
                "its \(name)\(names.unknown.count > 1 ? " and \(names.unknown.count - 1) more" : "") are not in it")
        }
        return Contents(values: values, ignored: names.ignored, step: file.metadata["step"])
    }

    private static func foreign(
        _ path: String, _ file: SafetensorsFile, _ architecture: String, _ why: String
    ) -> TrainingError {
        let owner = file.metadata["architecture"].map { ", but of \($0)" } ?? ""
        return TrainingError(
            .checkpoint,
            "\(path) is no encoder of \(architecture)\(owner): \(why). Name the architecture that it was "
                + "trained with")
    }
}
