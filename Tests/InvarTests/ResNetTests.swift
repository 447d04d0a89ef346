import Foundation
import Invar
import TestSupport
import Testing

@Suite struct ResNetTests {
    /// What a checkpoint of torchvision's holds, its classifier and its counters left out; buffers have a star.
    @Test(arguments: TorchvisionNetwork.allCases)
    func parametersAreNamedAndShapedAsTorchvisions(network: TorchvisionNetwork) throws {
        let states = try network.model(side: 64).captureEncoder(batch: 1).states
        let found: [String] = states.map { state in
            let shape = state.type.shape
            let stored = state.layout == .convolution ? [shape[3], shape[2], shape[0], shape[1]] : shape
            return String(state.name.dropFirst("encoder.".count)) + (state.role == .parameter ? ":" : "*:")
                + stored.map(String.init).joined(separator: "x")
        }
        #expect(try found == Self.expected(network))
    }

    /// Counted in torch, encoder and expander of the benchmarks.
    @Test func parametersAreAsManyAsThePeers() throws {
        func count(_ states: [StateSpec]) -> Int {
            states.reduce(0) { $0 + ($1.role == .parameter ? $1.type.count : 0) }
        }
        #expect(try count(Zoo.vicregResNet18.captureTraining(batch: 2).states) == 20_618_304)
        #expect(try count(Zoo.vicregResNet50.captureTraining(batch: 2).states) == 174_552_128)
        #expect(try count(Zoo.vicregResNet50.captureEncoder(batch: 1).states) == 23_508_032)
    }

    /// Height and width after the stem and after each stage.
    @Test(arguments: [
        (ResNetStem.imageNet, 224, [112, 56, 28, 14, 7]), (.imageNet, 33, [17, 9, 5, 3, 2]),
        (.cifar, 32, [32, 16, 8, 4]), (.cifar, 9, [9, 5, 3, 2]),
    ])
    func stagesHalveTheMaps(stem: ResNetStem, side: Int, sizes: [Int]) throws {
        for network in TorchvisionNetwork.allCases {
            let encoder = try network.model(side: side, stem: stem).captureEncoder(batch: 2)
            #expect(encoder.width == network.width)
            let maps = encoder.graph.nodes.filter {
                if case .input = $0.op { return false }
                return $0.type.rank == 4 && $0.type.shape[0] == 2 && $0.type.shape[1] > 1
            }
            #expect(Set(maps.map { $0.type.shape[1] }).sorted(by: >) == sizes)
        }
    }

    @Test(arguments: [true, false])
    func theLastNormOfABlockMayStartAtZero(zero: Bool) throws {
        let model = JointEmbedding("zero", image: Image(channels: 3, height: 16, width: 16)) {
            Encoder { resNet50(stem: .cifar, zeroInitialized: zero) }
            Loss { Variance() }
        }
        let states = try model.captureEncoder(batch: 1).states
        let zeros = states.filter { $0.name.hasSuffix(".weight") && $0.initializer == .zeros }
        #expect(zeros.count == (zero ? 16 : 0))
        #expect(zeros.allSatisfy { $0.name.hasSuffix(".bn3.weight") })
    }

    /// `layer1.0.bn1.weight:64`, from a line for each layer.
    private static func expected(_ network: TorchvisionNetwork) throws -> [String] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: tests.appending(path: "Golden/resnet-names.txt"), encoding: .utf8)
        let lines = text.split(separator: "\n").drop { $0 != network.rawValue }.dropFirst()
        return lines.prefix { $0.hasPrefix("  ") }.flatMap { line in
            let words = line.split(separator: " ")
            return words.dropFirst().map { "\(words[0]).\($0)" }
        }
    }
}
