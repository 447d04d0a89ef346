import Invar
import TestSupport
import Testing

/// Layers that compute, as a user writes them: with what is public alone.
@Suite struct ComputingLayerTests {
    struct Scale: ComputingLayer {
        func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
            x * (try scope.parameter("weight", [x.shape[x.rank - 1]], .ones))
        }
    }

    struct MaxOverMaps: ComputingLayer {
        typealias Input = Maps
        typealias Output = Rows
        func apply(to x: Tensor, in scope: Scope) -> Tensor { x.max([1, 2]) }
    }

    /// Whatever a test wants to see done wrong.
    struct Own<Given: Kind, Gives: Kind>: ComputingLayer {
        typealias Input = Given
        typealias Output = Gives
        let formula: @Sendable (Tensor, Scope) throws -> Tensor

        init(_: Given.Type, _: Gives.Type, _ formula: @escaping @Sendable (Tensor, Scope) throws -> Tensor) {
            self.formula = formula
        }

        func apply(to x: Tensor, in scope: Scope) throws -> Tensor { try formula(x, scope) }
    }

    func complaint(about encoder: Encoder) -> String? {
        do {
            _ = try model(encoder).captureTraining(batch: 4)
            return nil
        } catch {
            return "\(error)".replacing("InvarTests/ComputingLayerTests.swift:", with: "")
        }
    }

    @Test func standsWhereItsKindFits() throws {
        let encoder = Encoder {
            Scale()
            Conv(4, kernel: 3); Scale()
            Scale().named("last")
            MaxOverMaps()
            Scale(); Linear(5)
        }
        #expect(
            try model(encoder).stateShapes()
                == [
                    "encoder.scale1.weight [3]", "encoder.conv1.weight [3, 3, 3, 4]", "encoder.scale2.weight [4]",
                    "encoder.last.weight [4]", "encoder.scale3.weight [4]", "encoder.linear1.weight [5, 4]",
                    "encoder.linear1.bias [5]",
                ])
    }

    /// A kind that only these two layers know: N×8×1×8×C.
    enum Spectrum: Kind {}

    @Test func aKindOfOnesOwn() throws {
        let encoder = Encoder {
            Own(Maps.self, Spectrum.self) { x, _ in x.reshape([x.shape[0], 8, 1, 8, 3]) }
            Own(Spectrum.self, Rows.self) { x, _ in x.mean([1, 2, 3]) }
        }
        #expect(try model(encoder).captureEncoder(batch: 2).width == 3)
    }

    @Test func itsNodesCarryItsNameAndTheLineOfTheModel() throws {
        let line = #line + 3
        let encoder = Encoder {
            GlobalAveragePool()
            Scale()
        }
        let graph = try model(encoder).captureEncoder(batch: 2).graph
        let product = graph.nodes.last { $0.op.mnemonic == "multiply" }
        #expect(product?.name == "encoder.scale1" && product?.site == Site(#fileID, line))
    }

    @Test func layersInsideHaveTheirOwnNamesAndLines() throws {
        let line = #line + 2
        let gate = Own(Maps.self, Maps.self) { x, scope in
            let weights = try scope.apply(to: x.mean([1, 2])) {
                Linear(2); ReLU(); Linear(x.shape[3]); Sigmoid()
            }
            return x * weights.reshape([x.shape[0], 1, 1, x.shape[3]])
        }
        let encoder = Encoder {
            gate
            GlobalAveragePool()
        }
        #expect(
            try model(encoder).stateNames()
                == ["1.weight", "1.bias", "2.weight", "2.bias"].map { "encoder.own1.linear\($0)" })
        let product = try model(encoder).captureEncoder(batch: 2).graph.nodes.first { $0.op.mnemonic == "matmul" }
        #expect(product?.site == Site(#fileID, line + 1))
        let wrong = Own(Maps.self, Maps.self) { x, scope in try scope.apply(to: x) { Linear(3) } }
        #expect(
            complaint(
                about: Encoder {
                    wrong
                    Flatten()
                })
                == "\(line + 14): error: Linear(3) takes rows, found maps [4, 8, 8, 3]; put GlobalAveragePool() or Flatten() "
                + "before it")
    }

    @Test func mistakesNameTheLineOfTheModel() {
        let cases: [(Own<Maps, Rows>, String)] = [
            (
                Own(Maps.self, Rows.self) { x, _ in x },
                "Own gives maps [4, 8, 8, 3] for maps [4, 8, 8, 3], and its Output is Rows"
            ),
            (Own(Maps.self, Rows.self) { x, scope in throw scope.fail("no such thing") }, "no such thing"),
            (
                Own(Maps.self, Rows.self) { x, _ in matmul(x.mean([1, 2]), x.max([1, 2])) },
                "matmul: inner dimensions 3 and 4 differ, of f32[4,3] and f32[4,3]"
            ),
            (
                Own(Maps.self, Rows.self) { x, _ in matmul(x, x.max([1, 2])) },
                "matmul: takes two tensors of one rank, at least 2, and one element type; found f32[4,8,8,3] and f32[4,3]"
            ),
            (
                Own(Maps.self, Rows.self) { x, scope in x.mean([1, 2]) * (try scope.parameter("a b", [3], .ones)) },
                "\"a b\" in encoder.own1 is no name for a parameter, a statistic or random numbers; use letters, digits and _"
            ),
            (
                Own(Maps.self, Rows.self) { x, scope in x.mean([1, 2]) * (try scope.parameter("a", [0], .ones)) },
                "encoder.own1.a has the shape [0]; each of its sizes must be at least 1"
            ),
            (
                Own(Maps.self, Rows.self) { x, scope in
                    _ = try scope.parameter("a", [3], .ones)
                    return x.mean([1, 2]) * (try scope.statistic("a", [3], .ones))
                }, "encoder.own1.a belongs to two layers; give one another name with .named(…)"
            ),
            (
                Own(Maps.self, Rows.self) { x, scope in
                    try scope.update("mean", x.mean([0, 1, 2]))
                    return x.mean([1, 2])
                }, "encoder.own1.mean is moved, and is no statistic; ask for it first, with scope.statistic(…)"
            ),
            (
                Own(Maps.self, Rows.self) { x, scope in
                    _ = try scope.statistic("mean", [3], .zeros)
                    try scope.update("mean", x.mean())
                    return x.mean([1, 2])
                },
                "the statistic encoder.own1.mean is [3], and cannot become []; give it a value of its own shape"
            ),
            (
                Own(Maps.self, Rows.self) { x, scope in
                    _ = try scope.random([4])
                    _ = try scope.random([4])
                    return x.mean([1, 2])
                }, "encoder.own1.random is drawn twice; give one another name, or the layer with .named(…)"
            ),
        ]
        for (layer, message) in cases {
            let line = #line + 1
            let encoder = Encoder { layer }
            #expect(complaint(about: encoder) == "\(line): error: \(message)")
        }
    }

    @Test func dropoutAndItsRate() {
        for (rate, text) in [(1.5, "1.5"), (1, "1.0"), (-0.1, "-0.1"), (.nan, "nan")] {
            let encoder = Encoder {
                GlobalAveragePool()
                Dropout(rate)
            }
            #expect(
                complaint(about: encoder)
                    == "\(#line - 2): error: Dropout(\(text)): a rate is the share of elements that become 0, from 0 to "
                    + "below 1")
        }
    }

    /// Each view, each layer and each network draws its own numbers, under a name that says whose they are.
    @Test func whatIsDrawnAndWhere() throws {
        let model = JointEmbedding("test", image: Image(channels: 3, height: 4, width: 4)) {
            Encoder {
                Dropout(0.2)
                GlobalAveragePool()
                Linear(6); Dropout(0.3); Dropout(0)
            }
            Predictor { Dropout(0.4).named("mask") }
            Target(momentum: 0.9)
            Loss { PredictionDistance() }
        }
        let captured = try model.captureTraining(batch: 5)
        let encoder = ["encoder.dropout1.random", "encoder.dropout2.random"]
        let all = encoder + ["predictor.mask.random"] + encoder.map { "target.\($0)" }
        #expect(
            Set(captured.randomInputs.map(\.name)) == Set(all.map { "view1.\($0)" } + all.map { "view2.\($0)" }))
        #expect(captured.randomInputs.count == 10)
        #expect(captured.randomInputs.first?.type == TensorType([5, 4, 4, 3]))
        let evaluated = try model.captureEncoder(batch: 5)
        #expect(evaluated.graph.nodes.filter { $0.op.is(.input) }.count == 1)
    }

    /// A centre that follows the targets, as DINO's does, and a temperature that is trained.
    struct Centred: LossTerm {
        func value(of embeddings: Embeddings) throws -> Tensor {
            let scope = embeddings.scope
            let centre = try scope.statistic("centre", [embeddings.first.shape[1]], .zeros)
            let scale = try scope.parameter("scale", [], .ones)
            let both = concatenate(embeddings.targets, axis: 0)
            try scope.update("centre", centre * 0.9 + both.mean([0]) * 0.1)
            let errors = embeddings.directions.map { ($0.prediction - $0.target + centre).squared().mean() }
            return (errors[0] + errors[1]) * scale
        }
    }

    @Test func aTermOfTheLossKeepsState() throws {
        let training = try model(
            loss: Loss {
                Invariance()
                2 * (Centred() + Centred())
            }
        ).captureTraining(batch: 4)
        let own = training.states.filter { $0.name.hasPrefix("loss.") }
        #expect(
            own.map(\.name)
                == ["loss.centred.centre", "loss.centred.scale", "loss.centred2.centre", "loss.centred2.scale"])
        #expect(own.map(\.role) == [.statistic, .parameter, .statistic, .parameter])
        #expect(own.allSatisfy { $0.owner == nil })
        let graph = training.builder.graph
        #expect(
            graph.assignments.compactMap { graph[$0].op.valueName } == ["loss.centred.centre", "loss.centred2.centre"])
    }

    @Test func theCoefficientMayStandBehind() throws {
        let loss = Loss {
            Variance() * 25
            (Invariance() + Covariance() * 2) * 0.5
        }
        let terms = try model(loss: loss).captureTraining(batch: 4).terms
        #expect(terms.map(\.coefficient) == [25, 0.5, 1])
    }
}
