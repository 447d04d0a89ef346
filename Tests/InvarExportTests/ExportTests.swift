import Foundation
import Invar
import InvarExport
import InvarKit
import InvarReference
import TestSupport
import Testing

@Suite struct ExportTests {
    /// One file for any number of images.
    @Test(arguments: sampleEncoders.indices) func computesWhatInvarDoes(place: Int) throws {
        let exported = try Exported(sampleEncoders[place].encoder)
        for images in [1, 3, 5] {
            let complaint = try exported.complaint(images: images)
            #expect(complaint == nil, "\(sampleEncoders[place].name), \(images): \(exported.operators)")
        }
    }

    @Test func theSmallModelOfTheZoo() throws {
        let exported = try Exported(Zoo.vicregSmall)
        #expect(try exported.complaint(images: 2) == nil)
        let blocks = (0..<4).flatMap { _ in ["Conv", "BatchNormalization", "Relu"] }
        #expect(exported.operators == blocks + ["GlobalAveragePool", "Flatten"])
        let info = Dictionary(uniqueKeysWithValues: exported.file.metadataProps.map { ($0.key, $0.value) })
        #expect(info["architecture"] == "vicreg-small" && info["mean"] == "0.286" && info["std"] == "0.353")
        #expect(exported.file.producerName == "Invar" && exported.file.irVersion == 8)
        #expect(exported.file.opsetImport.map(\.version) == [17])
        #expect(exported.written.input == "image" && exported.written.inputShape == [1, 28, 28])
        #expect(exported.written.width == 128 && exported.written.nodes == 14)
        let shape = exported.file.graph.input[0].type.tensorType.shape.dim
        #expect(shape[0].dimParam == "batch" && shape.dropFirst().map(\.dimValue) == [1, 28, 28])
    }

    @Test(arguments: [TorchvisionNetwork.resnet18, .resnet50])
    func parametersAreNamedAndShapedAsTorchvisions(network: TorchvisionNetwork) throws {
        let model = network.model(side: 33)
        let exported = try Exported(model)
        let found = exported.file.graph.initializer.map { "\($0.name) \($0.dims)" }
        let wanted = try model.captureEncoder(batch: 1).states.map { "\($0.localName) \($0.fileShape.map(Int64.init))" }
        #expect(found.sorted() == wanted.sorted())
        #expect(
            Set(exported.operators).isSubset(of: [
                "Conv", "BatchNormalization", "Relu", "MaxPool", "Add", "GlobalAveragePool", "Flatten",
            ]))
        #expect(exported.operators.count { $0 == "BatchNormalization" } == exported.operators.count { $0 == "Conv" })
        let node = try #require(exported.file.graph.node.first { $0.input.contains("layer2.0.downsample.0.weight") })
        #expect(node.name == "layer2.0.downsample.0/Conv" && node.docString.contains("Blocks.swift:"))
    }

    /// Attention is written with a handful of operators.
    @Test func attentionIsShort() throws {
        let exported = try Exported(Encoder { vit(patch: 4, width: 6, depth: 1, heads: 3) })
        let attention = exported.file.graph.node.filter { $0.name.hasPrefix("blocks.0.attn") }.map(\.opType)
        #expect(attention.count { $0 == "Softmax" } == 1 && attention.count { $0 == "MatMul" } == 4)
        #expect(attention.count <= 24, "\(attention)")
    }

    @Test func normalizesWhereThatIsAskedFor() throws {
        let image = Image(channels: 3, height: 4, width: 4, mean: [0.1, 0.2, 0.3], std: [0.5, 0.25, 2])
        let encoder = Encoder {
            Flatten(); Linear(4)
        }
        let plain = try Exported(encoder, image: image)
        let normalizing = try Exported(encoder, image: image, normalizing: true)
        let pixels = HostTensor(shape: [2, 3, 4, 4], (0..<96).map { Double($0) / 96 })
        let normalized = HostTensor(
            shape: pixels.shape,
            pixels.values.indices.map { place in
                let channel = place / 16 % 3
                return (pixels.values[place] - image.mean[channel]) / image.std[channel]
            })
        let wanted = try Evaluator(graph: plain.file.graph)(["image": normalized])["representation"]!
        let found = try Evaluator(graph: normalizing.file.graph)(["image": pixels])["representation"]!
        #expect(found.complaint(against: wanted, relative: 1e-6) == nil)
        // and as the library's own call, which takes pixels channels last
        let rows = try plain.encoder.embed(pixels.channelsLast.values.map { Float($0) })
        let embedded = HostTensor(shape: [2, 4], rows.values.map(Double.init))
        #expect(embedded.complaint(against: found, relative: 1e-5) == nil)
    }

    /// The columns' means and deviations are in the file: who uses it gives rows in their own units.
    @Test func aTable() throws {
        let exported = try Exported(
            JointEmbedding("table") {
                Encoder(features: 3) {
                    Standardize(); Linear(4)
                }
                Loss { Variance() }
            })
        #expect(exported.written.input == "features" && exported.written.inputShape == [3])
        for rows in [1, 3] { #expect(try exported.complaint(images: rows) == nil) }
        #expect(exported.operators == ["Sub", "Div", "Gemm"])
    }

    @Test func anEncoderOfRows() throws {
        let model = JointEmbedding("rows", image: Image(channels: 1, height: 8, width: 8)) {
            Branch {
                Encoder(features: 3) {
                    Linear(6); BatchNorm(); ReLU(); Linear(4)
                }
            }
            Branch {
                Encoder {
                    Flatten(); Linear(4)
                }
            }
            Loss { Invariance() }
        }
        let exported = try Exported(model)
        #expect(exported.written.input == "features" && exported.written.inputShape == [3])
        for images in [1, 3] { #expect(try exported.complaint(images: images) == nil) }
        #expect(exported.operators == ["Gemm", "BatchNormalization", "Relu", "Gemm"])
        #expect(exported.file.graph.initializer.contains { $0.name == "linear1.weight" })
        // an encoder that does nothing still has an output of its own
        let nothing = try Exported(
            JointEmbedding("nothing", image: model.image) {
                Encoder(features: 3) { Identity() }
                Loss { Variance() }
            })
        #expect(try nothing.complaint(images: 2) == nil && nothing.operators == ["Identity"])
        let encoder = exported.encoder
        let error = #expect(throws: Diagnostic.self) { try encoder.export(onnx: "/none/x.onnx", normalizing: true) }
        #expect(error?.message.contains("takes rows of numbers") == true)
    }
}
