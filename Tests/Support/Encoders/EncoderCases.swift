import Foundation
import Invar

/// What torchvision's encoders make of the formulas' weights and images: `Tests/Golden/encoders.json`, written by
/// Tests/Interop/expected.py in double precision.
package struct EncoderCases: Decodable, Sendable {
    package struct ResNet: Decodable, Sendable {
        package let network: TorchvisionNetwork
        package let side: Int
        /// The first six of each image's representation.
        package let features: [[Double]]
        /// Σ and Σ of squares of each whole representation.
        package let sums: [[Double]]
        let stem: String

        package var model: JointEmbedding { network.model(side: side, stem: stem == "cifar" ? .cifar : .imageNet) }
        package var name: String { "\(network.rawValue) \(stem) \(side)" }
    }

    package struct Transformer: Decodable, Sendable {
        package let side, patch, width, depth, heads: Int
        package let features: [[Double]]
        /// Of Σ features · direction by each parameter: Σ of squares, and Σ of products with the formula's values − ½.
        package let gradients: [String: [Double]]
        let pooling: String

        package var model: JointEmbedding {
            JointEmbedding("vit", image: Image(channels: 3, height: side, width: side)) {
                Encoder {
                    vit(
                        patch: patch, width: width, depth: depth, heads: heads,
                        pooling: pooling == "mean" ? .mean : .classToken)
                }
                Loss { Variance() }
            }
        }
    }

    package let resnets: [ResNet]
    package let transformers: [Transformer]

    /// - Throws: where the file is not there or not what it should be.
    package init() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = tests.appending(path: "Golden/encoders.json")
        self = try JSONDecoder().decode(EncoderCases.self, from: Data(contentsOf: file))
    }
}
