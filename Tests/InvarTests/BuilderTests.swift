import Invar
import Testing

enum Choice: CaseIterable { case first, second, third }

/// Control flow in each builder: a part under a condition is there when it holds, and is not when it does not.
@Suite struct BuilderTests {
    static let bools = [false, true]

    // MARK: Encoder (and with it Expander, Residual, Sequential and body, which fold with the same builder)

    func weights(@StackBuilder _ layers: () -> Stack<Maps, Maps>) throws -> [String] {
        let stack = layers()
        return try model(
            Encoder {
                stack; GlobalAveragePool()
            }
        ).stateShapes().map {
            $0.replacing("encoder.", with: "")
        }
    }

    @Test(arguments: bools) func ifInEncoder(holds: Bool) throws {
        let found = try weights {
            Conv(4, kernel: 1)
            if holds { Conv(4, kernel: 3) }
        }
        #expect(found == ["conv1.weight [1, 1, 3, 4]"] + (holds ? ["conv2.weight [3, 3, 4, 4]"] : []))
    }

    @Test(arguments: bools) func ifElseInEncoder(holds: Bool) throws {
        let found = try weights { if holds { Conv(4, kernel: 1) } else { Conv(5, kernel: 3) } }
        #expect(found == [holds ? "conv1.weight [1, 1, 3, 4]" : "conv1.weight [3, 3, 3, 5]"])
    }

    @Test(arguments: bools) func ifElseOfAnActivationAndAConvolution(holds: Bool) throws {
        #expect(try weights { if holds { ReLU() } else { Conv(5, kernel: 1) } }.count == (holds ? 0 : 1))
        #expect(try weights { if holds { Conv(5, kernel: 1) } else { ReLU() } }.count == (holds ? 1 : 0))
        #expect(try weights { if holds { BatchNorm(affine: false) } else { ReLU() } }.count == (holds ? 2 : 0))
    }

    @Test(arguments: Choice.allCases) func switchInEncoder(choice: Choice) throws {
        let found = try weights {
            switch choice {
            case .first: Conv(1, kernel: 1)
            case .second: BatchNorm(affine: false)
            case .third: MaxPool(2)
            }
        }
        switch choice {
        case .first: #expect(found == ["conv1.weight [1, 1, 3, 1]"])
        case .second: #expect(found == ["bn1.running_mean [3]", "bn1.running_var [3]"])
        case .third: #expect(found == [])
        }
    }

    @Test(arguments: [0, 1, 3]) func forInEncoder(count: Int) throws {
        let found = try weights { for index in 0..<count { Conv(index + 1, kernel: 1); ReLU() } }
        let inputs = [3, 1, 2]
        #expect(found == (0..<count).map { "conv\($0 + 1).weight [1, 1, \(inputs[$0]), \($0 + 1)]" })
    }

    @Test(arguments: bools) func optionalsInEncoder(present: Bool) throws {
        let layer = present ? Conv(4, kernel: 1) : nil
        #expect(try weights { layer }.count == (present ? 1 : 0))
        #expect(try weights { if let layer { layer } }.count == (present ? 1 : 0))
        #expect(try weights { if #available(macOS 10, *) { Conv(4, kernel: 1) } }.count == 1)
    }

    @Test func functionsInEncoder() throws {
        func opaque() -> some Layer<Maps, Maps> { Conv(4, kernel: 1) }
        func any() -> any Layer<Maps, Maps> { Conv(5, kernel: 1) }
        @StackBuilder func stack() -> Stack<Maps, Maps> { Conv(6, kernel: 1); ReLU() }
        let widths = try weights {
            opaque(); any(); stack()
        }
        #expect(
            widths == ["conv1.weight [1, 1, 3, 4]", "conv2.weight [1, 1, 4, 5]", "conv3.weight [1, 1, 5, 6]"])
    }

    @Test(arguments: bools) func bothBranchesMayTurnMapsIntoRows(pooled: Bool) throws {
        let encoder = Encoder { if pooled { GlobalAveragePool() } else { Flatten() } }
        #expect(try model(encoder).captureEncoder(batch: 2).width == (pooled ? 3 : 192))
    }

    // MARK: The others

    @Test(arguments: bools) func controlFlowInExpander(holds: Bool) throws {
        let expander = Expander {
            if holds { Linear(8, bias: false) }
            if holds { BatchNorm(affine: false) } else { Linear(2, bias: false); Linear(3, bias: false) }
            for _ in 0..<2 { Linear(5, bias: false) }
            switch holds {
            case true: ReLU()
            case false: Linear(6, bias: false)
            }
        }
        let found = try model(expander: expander).stateShapes().filter { $0.hasPrefix("expander") }
        #expect(
            found
                == (holds
                    ? [
                        "expander.linear1.weight [8, 4]", "expander.bn1.running_mean [8]",
                        "expander.bn1.running_var [8]", "expander.linear2.weight [5, 8]",
                        "expander.linear3.weight [5, 5]",
                    ]
                    : [
                        "expander.linear1.weight [2, 4]", "expander.linear2.weight [3, 2]",
                        "expander.linear3.weight [5, 3]", "expander.linear4.weight [5, 5]",
                        "expander.linear5.weight [6, 5]",
                    ]))
    }

    @Test(arguments: bools) func controlFlowInResidual(holds: Bool) throws {
        let found = try weights {
            Residual {
                if holds { Conv(3, kernel: 3) } else { Conv(3, kernel: 1); Conv(3, kernel: 1) }
                for _ in 0..<2 { ReLU() }
            } shortcut: {
                if holds { Conv(3, kernel: 1) }
                switch holds {
                case true: BatchNorm(affine: false)
                case false: ReLU()
                }
            }
        }
        #expect(
            found
                == (holds
                    ? [
                        "conv1.weight [3, 3, 3, 3]", "downsample.0.weight [1, 1, 3, 3]",
                        "downsample.1.running_mean [3]",
                        "downsample.1.running_var [3]",
                    ]
                    : ["conv1.weight [1, 1, 3, 3]", "conv2.weight [1, 1, 3, 3]"]))
    }

    @Test(arguments: bools) func controlFlowInLoss(holds: Bool) throws {
        let extra = holds ? BarlowTwins() : nil
        let loss = Loss {
            if holds { 25 * Invariance() }
            if holds { Variance() } else { 2 * (Covariance() + 3 * Invariance()) }
            for temperature in [0.1, 0.5] { NTXent(temperature: temperature) }
            switch holds {
            case true: Term("alignment") { x, y in (x - y).squared().mean() }
            case false: Covariance()
            }
            extra
        }
        let terms = try model(loss: loss).captureTraining(batch: 4).terms
        #expect(
            terms.map(\.name)
                == (holds
                    ? ["invariance", "variance", "ntXent", "ntXent2", "alignment", "barlowTwins"]
                    : ["covariance", "invariance", "ntXent", "ntXent2", "covariance2"]))
        #expect(terms.map(\.coefficient) == (holds ? [25, 1, 1, 1, 1, 1] : [2, 6, 1, 1, 1]))
    }

    @Test(arguments: bools) func controlFlowInViews(holds: Bool) {
        let views = Views {
            if holds { RandomResizedCrop() }
            if holds { HorizontalFlip() } else { Grayscale(probability: 0.2); Solarize(probability: 0.1) }
            for _ in 0..<2 { HorizontalFlip() }
        }
        #expect(views.steps.count == 4)
        #expect(Views { if holds { HorizontalFlip() } }.steps.count == (holds ? 1 : 0))
    }

    @Test(arguments: bools) func controlFlowInModelAndBranch(holds: Bool) throws {
        func own(_ width: Int) -> Branch {
            Branch {
                if holds {
                    Encoder {
                        Conv(width, kernel: 1); GlobalAveragePool()
                    }
                }
                if holds { Expander { Linear(8, bias: false) } } else { Expander { Linear(7, bias: false) } }
            }
        }
        let model = JointEmbedding("test", image: Image(channels: 3, height: 8, width: 8)) {
            if !holds {
                Encoder {
                    Conv(4, kernel: 1); GlobalAveragePool()
                }
            }
            for width in [4, 5] { own(width) }
            switch holds {
            case true: Loss { Invariance() }
            case false: Loss { Variance() }
            }
        }
        #expect(
            try model.stateShapes()
                == (holds
                    ? [
                        "branch1.encoder.conv1.weight [1, 1, 3, 4]", "branch1.expander.linear1.weight [8, 4]",
                        "branch2.encoder.conv1.weight [1, 1, 3, 5]", "branch2.expander.linear1.weight [8, 5]",
                    ]
                    : [
                        "encoder.conv1.weight [1, 1, 3, 4]", "branch1.expander.linear1.weight [7, 4]",
                        "branch2.expander.linear1.weight [7, 4]",
                    ]))
        #expect(try model.termNames() == [holds ? "invariance" : "variance"])
    }
}
