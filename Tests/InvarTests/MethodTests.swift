import Invar
import TestSupport
import Testing

/// The methods of the zoo, their predictors and targets.
@Suite struct MethodTests {
    @Test(arguments: Zoo.all + Zoo.successors + Zoo.ablations)
    func everyMethodBecomesAWellFormedGraph(model: JointEmbedding) throws {
        let training = try model.captureTraining(batch: 128)
        training.builder.output("loss", training.loss)
        #expect(try training.builder.finish().problems() == [])
        #expect(training.loss.shape == [])
        let encoder = try model.captureEncoder(batch: 3)
        let own = training.states.filter { $0.name.hasPrefix("encoder.") || $0.name.hasPrefix("branch1.encoder.") }
        #expect(encoder.states.map(\.name) == own.map(\.name))
        let withTarget = ["byol", "tico", "moco", "moco-v3", "dino"]
        #expect((training.target != nil) == withTarget.contains { model.name.hasPrefix($0) })
    }

    @Test func theTablesAreWhole() {
        let widths = HeadWidths(hidden: 8, narrow: 4)
        let table4 = Ablation.table4(widths).map(\.name)
        #expect(table4.count == 24 && Set(table4).count == 24)
        for name in ["byol", "simsiam-nobn-nopredictor-var", "vicreg", "vicreg-predictor-nobn-novar-nocov"] {
            #expect(table4.contains(name), "\(name)")
        }
        #expect(Ablation.table7.count == 11)
        let table5 = Ablation.table5.map(\.name)
        #expect(table5.count == 9 && table5.contains("vicreg-resnet50-vit"))
        let names = (Zoo.all + Zoo.successors + Zoo.ablations).map(\.name)
        #expect(Set(names).count == names.count)
    }

    static func joint(_ head: [Part], channels: Int = 3) -> JointEmbedding {
        JointEmbedding("test", image: Image(channels: channels, height: 4, width: 4)) {
            Encoder {
                Conv(3, kernel: 3); BatchNorm(); ReLU()
                GlobalAveragePool()
            }
            head
        }
    }

    @JointEmbeddingBuilder static func byol(momentum: Double = 0.9) -> [Part] {
        Expander { Linear(5, bias: false) }
        Predictor { Linear(5) }
        Target(momentum: momentum)
        Loss { PredictionDistance() }
    }

    @Test func aTargetFollowsEncoderAndExpanderButNoPredictor() throws {
        let states = try Self.joint(Self.byol()).captureTraining(batch: 4).states
        let followed = states.filter { $0.role == .target }
        let trained = states.filter { $0.role == .parameter }.map(\.name)
        #expect(followed.map(\.name) == followed.map { "target.\($0.follows ?? "-")" })
        #expect(followed.compactMap(\.follows) == trained.filter { !$0.hasPrefix("predictor.") })
        #expect(trained.contains("predictor.linear1.weight"))
        // statistics of its own, as in BYOL's code
        #expect(states.contains { $0.name == "target.encoder.bn1.running_mean" && $0.role == .statistic })
    }

    @Test func branchesMayHaveTargetsOfTheirOwn() throws {
        let parts: [Part] = MethodTests.parts {
            Branches(.separateWeights)
            Self.byol()
        }
        let names = try Self.joint(parts).stateNames()
        for name in ["branch1.predictor.linear1.weight", "target.branch2.encoder.conv1.weight"] {
            #expect(names.contains(name), "\(names)")
        }
    }

    @Test func aPredictorOnOneBranchLeavesTheOthersEmbeddingAsItIs() throws {
        let model = JointEmbedding("test", image: Image(channels: 3, height: 4, width: 4)) {
            Encoder {
                GlobalAveragePool(); Linear(3)
            }
            Branch { Predictor { Linear(3) } }
            Branch {}
            Loss { NegativeCosine() }
        }
        #expect(
            try model.stateNames() == [
                "encoder.linear1.weight", "encoder.linear1.bias", "branch1.predictor.linear1.weight",
                "branch1.predictor.linear1.bias",
            ])
    }

    @Test func mistakesAreNamed() throws {
        func message(_ head: [Part]) -> String {
            do {
                _ = try Self.joint(head).captureTraining(batch: 4)
                return ""
            } catch { return "\(error)" }
        }
        #expect(message(Self.byol(momentum: 1.5)).contains("Target has momentum 1.5"))
        let narrow = MethodTests.parts {
            Predictor { Linear(2) }
            Loss { NegativeCosine() }
        }
        #expect(message(narrow).contains("end predictor and expander with the same width"))
        let two = MethodTests.parts {
            Predictor { Linear(3) }
            Predictor { Linear(3) }
            Loss { NegativeCosine() }
        }
        #expect(message(two).contains("a second Predictor"))
    }

    @Test func rowsStandBesideMaps() throws {
        let model = JointEmbedding("test", image: Image(channels: 3, height: 4, width: 4)) {
            Branch {
                Encoder {
                    GlobalAveragePool(); Linear(6)
                }
            }
            Branch {
                Encoder(features: 7) {
                    Linear(5); ReLU(); Linear(6)
                }
            }
            Loss {
                25 * Invariance(); 25 * Variance(); Covariance()
            }
        }
        let training = try model.captureTraining(batch: 4)
        let inputs = training.builder.graph.nodes.compactMap { node -> String? in
            guard case .input(let name) = node.op else { return nil }
            return "\(name) \(node.type.shape)"
        }
        #expect(inputs == ["view1 [4, 4, 4, 3]", "view2 [4, 7]"])
        #expect(try model.featureWidths() == [nil, 7])
        #expect(throws: Diagnostic.self) {
            try JointEmbedding("test", image: Image(channels: 3, height: 4, width: 4)) {
                Encoder(features: 0) { Linear(6) }
                Loss { Invariance() }
            }.captureTraining(batch: 4)
        }
    }

    static func parts(@JointEmbeddingBuilder _ parts: () -> [Part]) -> [Part] { parts() }
}
