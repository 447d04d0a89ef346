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
        for executor in [interpreter, jit] {
            let features = try Self.features(network, side, contents.values, executor)
            let kind = executor.isCompiled ? "jit" : "blas"
            try SafetensorsFile.write(
                ["features": features], to: Self.path("\(network.rawValue)-\(side)-\(kind)"))
        }
    }

    @Test(arguments: TorchvisionNetwork.allCases) func encodersForTorchvision(network: TorchvisionNetwork) throws {
        let model = network.model(side: 64)
        let states = try model.captureEncoder(batch: 1).states
        let weights = EncoderValueTests.weights(states).mapValues { $0.values.map { Float($0) } }
        try EncoderFile.write(states, of: model, step: 0, to: Self.path("ours-\(network.rawValue)")) {
            weights[$0.name] ?? []
        }
        let features = try Self.features(network, 64, weights, jit)
        try SafetensorsFile.write(["features": features], to: Self.path("ours-\(network.rawValue)-64-jit"))
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
