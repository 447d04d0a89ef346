import Invar
import InvarCompiler
import TestSupport
import Testing

/// Layers of tokens. Their values against PyTorch's are in EncoderValueTests.
@Suite struct VisionTransformerTests {
    /// Layers of tokens by themselves, in double precision. Parameters follow from their names.
    private static func run(
        _ tokens: HostTensor, @StackBuilder _ layers: () -> Stack<Tokens, Tokens>
    ) throws -> HostTensor {
        let capture = Capture("test", mode: .training, element: .float64)
        let x = capture.builder.input("x", TensorType(tokens.shape, .float64))
        capture.builder.output("y", try capture.walk(layers().stages, path: "test", site: nil, from: x))
        let graph = try capture.builder.finish()
        var states: [String: HostTensor] = [:]
        for spec in capture.states {
            let shape = spec.type.shape
            states[spec.name] = HostTensor(shape: shape, FormulaValues.weight(spec.name, shape).map { Double($0) })
        }
        return try #require(NaiveEvaluator(graph, inputs: ["x": tokens], states: states).outputs["y"])
    }

    private static let tokens = HostTensor(
        shape: [2, 5, 6], FormulaValues.uniform("tokens", count: 60).map { 4 * $0 - 2 })

    /// Token i of the result is token `order[i]`.
    private static func permuted(_ x: HostTensor, _ order: [Int]) -> HostTensor {
        let (tokens, channels) = (x.shape[1], x.shape[2])
        return HostTensor(
            shape: x.shape,
            (0..<x.shape[0]).flatMap { image in
                order.flatMap { token in
                    (0..<channels).map { x.values[(image * tokens + token) * channels + $0] }
                }
            })
    }

    @Test func aBlockSeesTokensAsASet() throws {
        let order = [3, 0, 4, 1, 2]
        let plain = try Self.run(Self.tokens) { TransformerBlock(heads: 3) }
        let moved = try Self.run(Self.permuted(Self.tokens, order)) { TransformerBlock(heads: 3) }
        #expect(moved.complaint(against: Self.permuted(plain, order), relative: 1e-12) == nil)
        let placed = try Self.run(Self.permuted(Self.tokens, order)) {
            PositionEmbedding(); TransformerBlock(heads: 3)
        }
        let unmoved = try Self.run(Self.tokens) {
            PositionEmbedding(); TransformerBlock(heads: 3)
        }
        #expect(placed.complaint(against: Self.permuted(unmoved, order), relative: 1e-3) != nil)
    }

    @Test func imagesDoNotSeeEachOther() throws {
        var other = Self.tokens
        for place in 30..<60 { other.values[place] = 1 }
        let (a, b) = try (
            Self.run(Self.tokens) { TransformerBlock(heads: 2) }, Self.run(other) { TransformerBlock(heads: 2) }
        )
        #expect(a.values.prefix(30) == b.values.prefix(30))
        #expect(a.values.suffix(30) != b.values.suffix(30))
    }

    /// Scores of 1000 and more would overflow without the largest subtracted.
    @Test func largeScoresAreNoTrouble() throws {
        var large = Self.tokens
        large.values = large.values.map { 1e4 * $0 }
        let found = try Self.run(large) { MultiHeadAttention(heads: 1) }
        #expect(found.values.allSatisfy { $0.isFinite })
    }

    @Test func linearAndNormsTakeEachTokenByItself() throws {
        let all = try Self.run(Self.tokens) {
            LayerNorm(); Linear(7); GELU(); Residual { FeedForward(expansion: 2) }
        }
        let one = HostTensor(shape: [1, 1, 6], Array(Self.tokens.values[24..<30]))
        let alone = try Self.run(one) {
            LayerNorm(); Linear(7); GELU(); Residual { FeedForward(expansion: 2) }
        }
        #expect(all.shape == [2, 5, 7])
        let want = HostTensor(shape: [1, 1, 7], Array(all.values[28..<35]))
        #expect(alone.complaint(against: want, relative: 1e-12) == nil)
    }

    /// A whole transformer, by its image and by every parameter, against central differences.
    @Test(arguments: [TokenPooling.classToken, .mean]) func gradients(pooling: TokenPooling) throws {
        let network = model(
            Encoder { vit(patch: 2, width: 4, depth: 1, heads: 2, pooling: pooling) }, height: 2, width: 4)
        let states = try network.captureEncoder(batch: 2).states
        let values = states.map { spec in
            HostTensor(
                shape: spec.type.shape,
                FormulaValues.uniform(spec.name, count: spec.type.count).map { spec.type.rank == 1 ? $0 : 2 * $0 - 1 })
        }
        let image = HostTensor(shape: [2, 2, 4, 3], FormulaValues.uniform("image", count: 48).map { 2 * $0 - 1 })
        var failure: (any Error)?
        let complaints = try derivativeComplaints(
            [image.shape] + states.map(\.type.shape), values: [image] + values, tolerance: 1e-6
        ) { builder, operands in
            do {
                let encoder = try network.captureEncoder(batch: 2, element: .float64).graph
                return builder.inlined(encoder, image: operands[0], states: states.map(\.name), operands.dropFirst())
            } catch {
                failure = error
                return operands[0]
            }
        }
        if let failure { throw failure }
        #expect(complaints == [])
    }

    @Test func namesAreTimms() throws {
        let encoder = Encoder { vit(patch: 4, width: 6, depth: 2, heads: 2) }
        let states = try model(encoder, height: 8, width: 12).captureEncoder(batch: 1).states
        let block = [
            "norm1.weight [6]", "norm1.bias [6]", "attn.qkv.weight [18, 6]", "attn.qkv.bias [18]",
            "attn.proj.weight [6, 6]", "attn.proj.bias [6]", "norm2.weight [6]", "norm2.bias [6]",
            "mlp.fc1.weight [24, 6]", "mlp.fc1.bias [24]", "mlp.fc2.weight [6, 24]", "mlp.fc2.bias [6]",
        ]
        #expect(
            states.map { "\($0.name.dropFirst("encoder.".count)) \($0.type.shape)" } == [
                "patch_embed.proj.weight [4, 4, 3, 6]", "patch_embed.proj.bias [6]", "cls_token [1, 1, 6]",
                "pos_embed [1, 7, 6]",
            ] + block.map { "blocks.0.\($0)" } + block.map { "blocks.1.\($0)" } + ["norm.weight [6]", "norm.bias [6]"])
    }

    @Test(
        arguments: [
            (Encoder { vit(patch: 3, width: 6, depth: 1, heads: 2) }, "does not cut 8×8 pixels evenly"),
            (Encoder { vit(patch: 0, width: 6, depth: 1, heads: 2) }, "does not cut 8×8 pixels evenly"),
            (Encoder { vit(patch: 4, width: 6, depth: 1, heads: 4) }, "the heads do not divide 6 channels evenly"),
            (Encoder { vit(patch: 4, width: 6, depth: 1, heads: 0) }, "the heads do not divide 6 channels evenly"),
            (Encoder { vit(patch: 4, width: 0, depth: 1, heads: 1) }, "has no channels"),
        ] as [(Encoder, String)])
    func whatDoesNotFitIsNamed(encoder: Encoder, words: String) throws {
        let diagnostic = try #require(throws: Diagnostic.self) { try model(encoder).captureEncoder(batch: 1) }
        #expect(diagnostic.message.contains(words), "\(diagnostic.message)")
        #expect(diagnostic.site != nil)
    }
}

extension GraphBuilder {
    /// The encoder's nodes with other values for its image and its states.
    fileprivate func inlined(
        _ graph: Graph, image: Tensor, states: [String], _ values: ArraySlice<Tensor>
    ) -> Tensor {
        let values = Dictionary(uniqueKeysWithValues: zip(states, values))
        var here: [Tensor] = []
        for node in graph.nodes {
            if case .input = node.op {
                here.append(image)
            } else if case .state(let name) = node.op {
                here.append(values[name] ?? image)
            } else {
                here.append(emit(node.op, node.inputs.map { here[$0.index] }, node.type))
            }
        }
        return here[graph.output(named: "representation")?.index ?? 0]
    }
}
