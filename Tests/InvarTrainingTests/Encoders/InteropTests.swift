import Foundation
import Invar
import InvarData
import InvarGraph
import InvarTraining
import TestSupport
import Testing

/// Where torchvision's half lies; nothing where these tests are not asked for.
private let folder = ProcessInfo.processInfo.environment["INVAR_INTEROP"]

/// Our half of Tests/Interop/torchvision.sh, which says in INVAR_INTEROP where torchvision's half lies: weights and images
/// that it drew. Features, and encoders of ours for torchvision to read, are written beside them.
@Suite(.enabled(if: folder != nil)) struct InteropTests {
    private static func path(_ name: String) -> String { "\(folder ?? ".")/\(name).safetensors" }

    @Test(arguments: TorchvisionNetwork.allCases, [64, 224])
    func featuresOfTorchvisionsWeights(network: TorchvisionNetwork, side: Int) throws {
        let states = try network.model(side: side).captureEncoder(batch: 1).states
        let contents = try EncoderFile.read(
            Self.path(network.rawValue), states: states, architecture: network.rawValue)
        #expect(contents.ignoredInWords?.hasPrefix("fc.bias, fc.weight and ") == true)
        #expect(Set(contents.values.keys) == Set(states.map(\.name)))
        var found: [StoredTensor] = []
        for executor in [interpreter, jit] {
            let features = try Self.features(network, side, contents.values, executor)
            found.append(features)
            let kind = executor.isCompiled ? "jit" : "blas"
            try SafetensorsFile.write(
                ["features": features], to: Self.path("\(network.rawValue)-\(side)-\(kind)"))
        }
        Self.expectNear(found[1], found[0])
    }

    @Test(arguments: TorchvisionNetwork.allCases) func encodersForTorchvision(network: TorchvisionNetwork) throws {
        let model = network.model(side: 64)
        let states = try model.captureEncoder(batch: 1).states
        let weights = EncoderValueTests.weights(states).mapValues { $0.values.map { Float($0) } }
        try EncoderFile.write(states, of: model, step: 0, to: Self.path("ours-\(network.rawValue)")) {
            weights[$0.name] ?? []
        }
        // what torchvision is about to read is what we meant to write: its names, and its order of axes
        let file = try SafetensorsFile(path: Self.path("ours-\(network.rawValue)"))
        #expect(Set(file.names) == Set(states.map { String($0.name.dropFirst("encoder.".count)) }))
        #expect(
            try states.allSatisfy { try file.tensor(String($0.name.dropFirst("encoder.".count))).shape == $0.fileShape }
        )
        let read = try EncoderFile.read(
            Self.path("ours-\(network.rawValue)"), states: states, architecture: network.rawValue)
        #expect(read.values == weights && read.ignoredInWords == nil)
        let features = try Self.features(network, 64, weights, jit)
        Self.expectNear(features, try Self.features(network, 64, read.values, interpreter))
        try SafetensorsFile.write(["features": features], to: Self.path("ours-\(network.rawValue)-64-jit"))
    }

    /// Winograd's products included: see EncoderValueTests.
    private static func expectNear(_ got: StoredTensor, _ want: StoredTensor) {
        let largest = want.floats.map(\.magnitude).max() ?? 0
        #expect(got.shape == want.shape && largest > 0)
        #expect(largestDifference(got.floats, want.floats) < 1e-5 * Double(largest))
    }

    private static func features(
        _ network: TorchvisionNetwork, _ side: Int, _ values: [String: [Float]], _ executor: TestedExecutor
    ) throws -> StoredTensor {
        let images = try SafetensorsFile(path: path("images-\(side)")).tensor("images")
        let encoder = try network.model(side: side).captureEncoder(batch: images.shape[0])
        let states = Dictionary(
            uniqueKeysWithValues: encoder.states.map {
                ($0.name, HostTensor(shape: $0.type.shape, (values[$0.name] ?? []).map { Double($0) }))
            })
        let image = HostTensor(shape: images.shape, images.floats.map { Double($0) })
        let found = try run(encoder.graph, on: executor, threads: 2, inputs: ["image": image], states: states)
        let features = try #require(found.outputs["representation"])
        return StoredTensor(shape: features.shape, features.values.map { Float($0) })
    }
}
