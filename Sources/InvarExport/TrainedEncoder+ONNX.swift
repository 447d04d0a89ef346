import Invar
import InvarData
import InvarKit
import InvarTraining
import SwiftProtobuf

extension TrainedEncoder {
    /// What was written.
    public struct Exported: Sendable, Hashable {
        /// `image` or `features`.
        public let input: String
        /// Of one image: channels, height and width; or the numbers of a row.
        public let inputShape: [Int]
        /// Numbers of a representation.
        public let width: Int
        /// Nodes of the graph.
        public let nodes: Int
        /// Of the file.
        public let bytes: Int
    }

    /// Writes the encoder as an ONNX model, for ONNX Runtime and others: operators of opset 17, any number of images at a time, BatchNorm
    /// with its running statistics. Weights have the names and layouts of the encoder's file, which are torchvision's.
    ///
    /// The model has one input, `image`, float32 N×C×H×W (`features`, N×n, for an encoder of rows), and one output, `representation`, N×D.
    /// Mean and standard deviation of the normalization are among its metadata.
    ///
    /// - Parameters:
    ///   - path: the file; a file that is there is replaced.
    ///   - normalizing: the model subtracts the mean and divides by the standard deviation by itself, so that pixels from 0 to 1 go in. Without it
    ///     normalized ones do, as torchvision's models have it.
    /// - Throws: a `Diagnostic` with the line of a layer that ONNX cannot hold, for weights that have diverged, and for more than 2 GB;
    ///   `DataError` where the file cannot be written.
    @discardableResult
    public func export(onnx path: String, normalizing: Bool = false) throws -> Exported {
        let model = try onnxModel(normalizing: normalizing)
        let bytes: [UInt8] = try model.serializedBytes()
        try AtomicFile.write(bytes, to: path)
        let input = model.graph.input[0]
        return Exported(
            input: input.name,
            inputShape: input.type.tensorType.shape.dim.dropFirst().map { Int($0.dimValue) },
            width: width, nodes: model.graph.node.count, bytes: bytes.count)
    }

    /// The model that is written.
    package func onnxModel(normalizing: Bool) throws -> ONNXModelProto {
        let source = try BatchFreeGraph(model, branch: branch)
        try expectWeightsFit(source.captured.states)
        let features = try model.featureWidths()[branch]
        let input = features == nil ? "image" : "features"
        let shape = features.map { [$0] } ?? [model.image.channels, model.image.height, model.image.width]
        let writer = EncoderWriter(source, weights: values, input: input, output: "representation")
        var given = ExportedValue(input, axes: features == nil ? channelsFirst : inOrder(2))
        if normalizing { given = try writer.normalized(given, model, takesRows: features != nil) }
        try writer.write(from: given)
        return .with {
            $0.irVersion = 8
            $0.opsetImport = [.with { ($0.domain, $0.version) = ("", 17) }]
            ($0.producerName, $0.producerVersion) = ("Invar", invarVersion)
            $0.docString = "The encoder of \(model.name), in evaluation mode."
            $0.metadataProps = metadata(input, normalizing: normalizing)
            $0.graph.name = model.name
            $0.graph.node = writer.model.nodes
            $0.graph.initializer = writer.model.initializers
            $0.graph.input = [.batch(input, of: shape)]
            $0.graph.output = [.batch(writer.output, of: [width])]
        }
    }

    private func metadata(_ input: String, normalizing: Bool) -> [ONNXStringStringEntryProto] {
        let (mean, std) = model.views.normalization(for: model.image)
        func words(_ values: [Double]) -> String { values.map { "\($0)" }.joined(separator: " ") }
        var entries = [("architecture", model.name)]
        if let step { entries.append(("step", step)) }
        if input == "image" {
            entries += [
                ("mean", words(mean)), ("std", words(std)),
                ("pixels", normalizing ? "0 to 1" : "(0 to 1, minus mean) / std"),
            ]
        }
        return entries.map { key, value in .with { ($0.key, $0.value) = (key, value) } }
    }

    /// A protobuf message holds less than 2³¹ bytes, and nodes and names need some of them.
    private func expectWeightsFit(_ states: [StateSpec]) throws {
        for spec in states where values[spec.name]?.allSatisfy(\.isFinite) == false {
            throw Diagnostic(
                "\(source) holds numbers that are not finite in \(spec.name); give an encoder that has not diverged")
        }
        let bytes = states.reduce(0) { $0 + $1.type.byteCount }
        guard bytes < Int(Int32.max) - (16 << 20) else {
            throw Diagnostic(
                "the encoder of \(model.name) has \(bytes / 1_000_000) MB of weights, and an ONNX file holds less than 2 GB; "
                    + "use its safetensors file", at: model.site)
        }
    }
}

extension EncoderWriter {
    /// (image − mean) / std for each channel.
    fileprivate func normalized(
        _ image: ExportedValue, _ model: JointEmbedding, takesRows: Bool
    ) throws -> ExportedValue {
        guard !takesRows else {
            throw Diagnostic(
                "this encoder of \(model.name) takes rows of numbers, which nothing normalizes; export it without that",
                at: model.site)
        }
        let (mean, std) = model.views.normalization(for: model.image)
        let place = ModelWriter.Place(path: "normalize", site: model.image.site)
        func channels(_ name: String, _ values: [Double]) -> String {
            self.model.tensor("normalize.\(name)", StoredTensor(shape: [values.count, 1, 1], values.map { Float($0) }))
        }
        let centred = self.model.node("Sub", [image.name, channels("mean", mean)], at: place)
        return ExportedValue(self.model.node("Div", [centred, channels("std", std)], at: place), axes: image.axes)
    }
}
