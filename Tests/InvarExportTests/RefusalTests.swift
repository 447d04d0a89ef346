import Foundation
import Invar
import InvarExport
import InvarKit
import InvarReference
import Testing

/// What a file cannot hold is named by its line.
@Suite struct RefusalTests {
    struct Refused: Sendable {
        let words: String
        let compute: @Sendable (Tensor) -> Tensor
    }

    static let refused: [Refused] = [
        Refused(words: "computes with the number of images") { $0 - $0.mean([0], keepingAxes: true) },
        Refused(words: "computes with the number of images") { x in
            x.slice(axis: 0, (x.shape[0] - 1)..<x.shape[0]) + x
        },
        Refused(words: "counts the images") { $0 * $0.positions(along: 0) },
        Refused(words: "does not grow evenly") { x in
            matmul(x, x, transposeB: true).reshape([x.shape[0] * x.shape[0]]).sum([0], keepingAxes: true) + x
        },
        Refused(words: "once for each image") { x in
            concatenate((0..<x.shape[0]).map { x.slice(axis: 0, $0..<($0 + 1)) * Double($0) }, axis: 0)
        },
    ]

    @Test(arguments: refused.indices) func namesTheLayerAndItsLine(place: Int) throws {
        let layer = Computed(Rows.self, Rows.self, Self.refused[place].compute)
        let line = #line + 3
        let encoder = Encoder {
            GlobalAveragePool()
            layer
        }
        let error = try #require(throws: Diagnostic.self) { try Exported(encoder) }
        #expect(error.message.contains(Self.refused[place].words), "\(error)")
        #expect(error.message.contains("Computed (encoder.computed1) cannot be exported to ONNX"), "\(error)")
        #expect(error.site?.line == line && error.site?.file.hasSuffix("RefusalTests.swift") == true, "\(error)")
    }

    @Test func moreThanTwoGigabytes() throws {
        let model = JointEmbedding("large", image: Image(channels: 1, height: 8, width: 8)) {
            Encoder {
                Flatten(); Linear(30_000); Linear(20_000)
            }
            Loss { Variance() }
        }
        let encoder = try TrainedEncoder(model, values: [:], executor: ReferenceExecutor(), threads: 1)
        let error = try #require(throws: Diagnostic.self) { try encoder.export(onnx: "/none/large.onnx") }
        #expect(error.message.contains("2407 MB of weights") && error.message.contains("less than 2 GB"), "\(error)")
    }

    @Test func weightsThatDiverged() throws {
        let encoder = try Exported.encoder(Zoo.vicregSmall)
        var values = encoder.values
        values["encoder.bn2.bias"]?[3] = .nan
        let diverged = try TrainedEncoder(encoder.model, values: values, executor: ReferenceExecutor(), threads: 1)
        let error = try #require(throws: Diagnostic.self) { try diverged.export(onnx: "/none/x.onnx") }
        #expect(error.message.contains("not finite in encoder.bn2.bias"), "\(error)")
    }

    @Test func whereNothingCanBeWritten() throws {
        let encoder = try Exported.encoder(Zoo.vicregSmall)
        #expect(throws: DataError.self) { try encoder.export(onnx: "/none/x.onnx") }
    }
}
