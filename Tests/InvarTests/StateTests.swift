import Invar
import TestSupport
import Testing

/// Names, shapes and first values of the state.
@Suite struct StateTests {
    @Test func namesAreTorchvisions() throws {
        func norm(_ name: String) -> [String] {
            ["weight", "bias", "running_mean", "running_var"].map { "\(name).\($0)" }
        }
        #expect(
            try tiny.stateNames()
                == ["encoder.conv1.weight"] + norm("encoder.bn1")
                + ["encoder.layer1.0.conv1.weight"] + norm("encoder.layer1.0.bn1")
                + ["encoder.layer1.0.conv2.weight"] + norm("encoder.layer1.0.bn2")
                + ["encoder.layer1.0.downsample.0.weight"] + norm("encoder.layer1.0.downsample.1")
                + ["expander.linear1.weight", "expander.linear1.bias"] + norm("expander.bn1")
                + ["expander.linear2.weight", "expander.linear2.bias"] + norm("expander.bn2")
                + ["expander.linear3.weight"])
    }

    @Test func sequentialNumbersItsLayers() throws {
        let encoder = Encoder {
            Sequential("head") {
                Conv(2, kernel: 1); ReLU(); Residual { Conv(2, kernel: 1) }; BasicBlock(2)
            }
            GlobalAveragePool()
        }
        #expect(
            try model(encoder).stateNames().filter { $0.contains("conv") || $0.hasSuffix("0.weight") }
                == [
                    "encoder.head.0.weight", "encoder.head.2.conv1.weight", "encoder.head.3.conv1.weight",
                    "encoder.head.3.conv2.weight",
                ])
    }

    struct Stem: Layer {
        var body: Stack<Maps, Maps> { Conv(2, kernel: 1); Conv(2, kernel: 1).named("wide") }
    }

    @Test func aUsersLayerIsNamedAfterItsType() throws {
        let encoder = Encoder {
            Stem()
            Stem()
            Stem().named("trunk")
            Conv(2, kernel: 1)
            Residual {
                Conv(2, kernel: 1)
            } shortcut: {
                Conv(2, kernel: 1)
            }
            Residual {
                Conv(2, kernel: 1)
            } shortcut: {
                Conv(2, kernel: 1)
            }
            GlobalAveragePool()
        }
        #expect(
            try model(encoder).stateNames()
                == [
                    "encoder.stem1.conv1.weight", "encoder.stem1.wide.weight", "encoder.stem2.conv1.weight",
                    "encoder.stem2.wide.weight", "encoder.trunk.conv1.weight", "encoder.trunk.wide.weight",
                    "encoder.conv1.weight", "encoder.conv2.weight", "encoder.downsample.0.weight",
                    "encoder.conv3.weight",
                    "encoder.downsample2.0.weight",
                ])
    }

    @Test func separateWeightsAreTwiceTheSharedOnes() throws {
        func names(_ weights: Branches.Weights) throws -> [String] {
            try JointEmbedding("test", image: Image(channels: 3, height: 8, width: 8)) {
                Branches(weights)
                Encoder {
                    Conv(4, kernel: 1); GlobalAveragePool()
                }
                Expander { Linear(4, bias: false) }
                Loss { Invariance() }
            }.stateNames()
        }
        let shared = try names(.sharedWeights)
        #expect(shared == ["encoder.conv1.weight", "expander.linear1.weight"])
        #expect(try names(.separateWeights) == shared.map { "branch1.\($0)" } + shared.map { "branch2.\($0)" })
    }

    @Test func aConvolutionCanStartAsTorchsOwnDoes() throws {
        let found = try model(
            Encoder {
                Conv(4, kernel: 5, initial: .uniformFanIn)
                GlobalAveragePool()
            }
        ).captureTraining(batch: 4).states
        // 5·5 pixels of 3 channels
        #expect(found.first?.initializer == .uniform(bound: 1 / 75.0.squareRoot()))
    }

    @Test func firstValuesAreTorchvisions() throws {
        let encoder = Encoder {
            Conv(8, kernel: 3, groups: 1, bias: true)
            Conv(4, kernel: 5, groups: 2)
            BatchNorm(zeroInitialized: true)
            LayerNorm()
            GlobalAveragePool()
            Linear(10)
        }
        let found = try model(encoder).captureTraining(batch: 4).states
        func spec(
            _ name: String, _ shape: [Int], _ initializer: Initializer, _ role: StateSpec.Role = .parameter,
            layout: StateSpec.Layout = .plain
        ) -> StateSpec {
            StateSpec(
                name: "encoder.\(name)", type: TensorType(shape), role: role, initializer: initializer, layout: layout,
                owner: StateSpec.Owner(.encoder))
        }
        let want = [
            spec(
                "conv1.weight", [3, 3, 3, 8], .normal(standardDeviation: (2.0 / 72).squareRoot()), layout: .convolution),
            spec("conv1.bias", [8], .uniform(bound: 1 / 27.0.squareRoot())),
            spec(
                "conv2.weight", [5, 5, 4, 4], .normal(standardDeviation: (2.0 / 100).squareRoot()), layout: .convolution
            ),
            spec("bn1.weight", [4], .zeros),
            spec("bn1.bias", [4], .zeros),
            spec("bn1.running_mean", [4], .zeros, .statistic),
            spec("bn1.running_var", [4], .ones, .statistic),
            spec("ln1.weight", [4], .ones),
            spec("ln1.bias", [4], .zeros),
            spec("linear1.weight", [10, 4], .uniform(bound: 0.5)),
            spec("linear1.bias", [10], .uniform(bound: 0.5)),
        ]
        #expect(found.count == want.count)
        for (found, want) in zip(found, want) { #expect(found == want) }
    }

    @Test func everyNodeOfALayerCarriesItsNameAndLine() throws {
        let line = #line + 2
        let encoder = Encoder {
            Conv(4, kernel: 3); GlobalAveragePool()
        }
        let graph = try model(encoder).captureEncoder(batch: 2).graph
        let convolution = graph.nodes.first { if case .convolution = $0.op { true } else { false } }
        #expect(convolution?.name == "encoder.conv1")
        #expect(convolution?.site == Site(#fileID, line))
    }
}
