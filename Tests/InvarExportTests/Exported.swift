import Foundation
import Invar
import InvarExport
import InvarKit
import InvarRandom
import InvarReference
import SwiftProtobuf
import TestSupport

/// An encoder with made-up weights, and the file that it was written to.
struct Exported {
    let encoder: TrainedEncoder
    let file: ONNXModelProto
    let written: TrainedEncoder.Exported

    /// - Parameters:
    ///   - features: numbers of a row, for an encoder that sees no images.
    init(
        _ encoder: Encoder, image: Image = Image(channels: 3, height: 8, width: 8), normalizing: Bool = false
    ) throws {
        try self.init(
            JointEmbedding("exported", image: image) {
                encoder
                Loss { Variance() }
            }, normalizing: normalizing)
    }

    init(_ model: JointEmbedding, normalizing: Bool = false) throws {
        encoder = try Self.encoder(model)
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("invar-\(UUID().uuidString).onnx")
        defer { try? FileManager.default.removeItem(at: path) }
        written = try encoder.export(onnx: path.path, normalizing: normalizing)
        let bytes = try Data(contentsOf: path)
        precondition(bytes.count == written.bytes)
        file = try ONNXModelProto(serializedBytes: bytes)
    }

    /// Norms differ from each other, and no parameter is 0 or 1.
    static func encoder(_ model: JointEmbedding) throws -> TrainedEncoder {
        let states = try model.captureEncoder(batch: 1).states
        var values: [String: [Float]] = [:]
        for spec in states {
            var random = CounterRandom(seed: 1, name: spec.name)
            values[spec.name] = (0..<spec.type.count).map { _ in
                spec.role == .statistic && spec.name.hasSuffix("var") || spec.name.hasSuffix("square")
                    ? 0.5 + random.uniform() : 0.5 * random.normal()
            }
        }
        return try TrainedEncoder(model, values: values, executor: ReferenceExecutor(), threads: 1)
    }

    /// What is wrong with what the file gives for so many images, beside Invar's own graph.
    func complaint(images: Int) throws -> String? {
        let captured = try encoder.model.captureEncoder(batch: images)
        let type = captured.graph.nodes.first { $0.op == .input("image") }!.type
        var random = CounterRandom(seed: UInt64(images), name: "images")
        let given = HostTensor(shape: type.shape, (0..<type.count).map { _ in Double(random.normal()) })
        var states: [String: HostTensor] = [:]
        for spec in captured.states {
            states[spec.name] = HostTensor(
                shape: spec.type.shape, (encoder.values[spec.name] ?? []).map(Double.init))
        }
        let wanted = try run(captured.graph, on: ReferenceExecutor(), inputs: ["image": given], states: states)
        let found = try Evaluator(graph: file.graph)([file.graph.input[0].name: given.channelsFirst])
        let right = wanted.outputs["representation"]!
        try keep(given.channelsFirst, right)
        return found["representation"]!.complaint(against: right, relative: 1e-5)
    }

    /// With `INVAR_ONNX=DIRECTORY` all of these files stay there, with an input and what is right for it, for `scripts/onnx-check --files`.
    private func keep(_ given: HostTensor, _ right: HostTensor) throws {
        guard let folder = ProcessInfo.processInfo.environment["INVAR_ONNX"] else { return }
        let path = "\(folder)/\(UUID().uuidString)"
        let bytes: Data = try file.serializedBytes()
        try bytes.write(to: URL(fileURLWithPath: path + ".onnx"))
        for (name, tensor) in [("input", given), ("output", right)] {
            let stored = StoredTensor(shape: tensor.shape, tensor.values.map { Float($0) })
            try NpyFile.write(stored, to: "\(path)-\(name).npy")
        }
    }

    var operators: [String] { file.graph.node.map(\.opType) }
}
