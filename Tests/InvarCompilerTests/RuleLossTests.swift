import Invar
import InvarCompiler
import InvarGraph
import TestSupport
import Testing

/// What the rules make of the losses and layers of the DSL, and of such as a user may write.
@Suite struct RuleLossTests {
    private func products(_ graph: Graph) -> [[Int]] {
        graph.nodes.compactMap { if case .matmul = $0.op { $0.type.shape } else { nil } }
    }

    /// The loss of two N×D embeddings, its gradients as outputs if wanted, simplified before and after differentiation.
    private func written(
        _ shape: [Int], withGradients: Bool = false, isSimplified: Bool = true, _ loss: (Tensor, Tensor) throws -> Tensor
    ) throws -> Graph {
        let plain = GraphBuilder("loss")
        let type = TensorType(shape, .float64)
        plain.output("loss", try loss(plain.input("x", type), plain.input("y", type)))
        let captured = try plain.finish()
        let builder = GraphBuilder(extending: isSimplified ? simplify(captured).graph : captured)
        if withGradients, let root = builder.graph.output(named: "loss") {
            let embeddings = [builder.input("x", type), builder.input("y", type)]
            let gradients = builder.gradients(of: builder.tensor(root), withRespectTo: embeddings)
            for (name, gradient) in zip(["x", "y"], gradients) { builder.output("gradient \(name)", gradient) }
        }
        return isSimplified ? simplify(try builder.finish()).graph : try builder.finish()
    }

    private func expectSameValues(_ shape: [Int], _ loss: (Tensor, Tensor) throws -> Tensor) throws {
        let before = try written(shape, withGradients: true, isSimplified: false, loss)
        let after = try written(shape, withGradients: true, loss)
        let values = before.randomValues(seed: 3)
        let want = runNaively(before, inputs: values.inputs)
        #expect(runNaively(after, inputs: values.inputs).complaints(against: want, relative: 1e-10) == [])
        #expect(Measure(of: after) < Measure(of: before))
    }

    /// Barlow Twins: the N×N products of each view's rows where N < D/2, else the one D×D product of the columns.
    @Test(arguments: [(4, 16), (4, 9), (4, 8), (9, 5)])
    func barlowTwinsTakesTheSmallerProducts(batch: Int, width: Int) throws {
        func loss(_ x: Tensor, _ y: Tensor) throws -> Tensor {
            try BarlowTwins().value(of: Embeddings(first: x, second: y))
        }
        let isSmall = 2 * batch < width
        #expect(
            products(try written([batch, width], loss))
                == (isSmall ? [[batch, batch], [batch, batch]] : [[width, width]]))
        try expectSameValues([batch, width], loss)
    }

    /// G·X and Gᵀ·X are one product, since G is symmetric: so one forward and one backward, where there were three.
    @Test(arguments: [(4, 16), (7, 8), (9, 5)])
    func theGradientOfACovarianceIsOneProduct(batch: Int, width: Int) throws {
        func loss(_ x: Tensor, _ y: Tensor) throws -> Tensor {
            try Covariance().value(of: Embeddings(first: x, second: y))
        }
        let side = 2 * batch < width ? batch : width
        #expect(
            products(try written([batch, width], withGradients: true, loss)).map { $0 == [side, side] ? "G" : "X" }.sorted()
                == ["G", "G", "X", "X"])
        #expect(products(try written([batch, width], withGradients: true, isSimplified: false, loss)).count == 6)
        try expectSameValues([batch, width], loss)
    }

    /// Both views in one tensor, summed over each view apart or over all.
    @Test(arguments: [nil, [1, 2]])
    func theGramRulesTakeABatchOfMatrices(_ axes: [Int]?) throws {
        func offDiagonal(_ x: Tensor, _ y: Tensor) -> Tensor {
            let covariance = matmul(x, x, transposeA: true) * 0.25
            let row = x.builder.emit(.iota(axis: 1), [], covariance.type)
            let beside = row.compare(.notEqual, x.builder.emit(.iota(axis: 2), [], covariance.type))
            return (covariance * beside).squared().sum(axes).sum()
        }
        func frobenius(_ x: Tensor, _ y: Tensor) -> Tensor {
            (matmul(x, y, transposeA: true) * matmul(y, x, transposeA: true)).sum(axes).sum()
        }
        for loss in [offDiagonal, frobenius] {
            #expect(Set(products(try written([2, 3, 11], loss))) == [[2, 3, 3]])
            try expectSameValues([2, 3, 11], loss)
        }
    }

    /// Near its minimum the loss is tiny beside its parts: what was a square stays one.
    @Test func aSmallLossKeepsItsDigits() throws {
        func loss(_ x: Tensor, _ y: Tensor) -> Tensor {
            let correlation = matmul(x, x, transposeA: true) * 0.5
            let row = x.builder.emit(.iota(axis: 0), [], correlation.type)
            let diagonal = row.compare(.equal, x.builder.emit(.iota(axis: 1), [], correlation.type))
            return ((correlation - 1).squared() * diagonal).sum()
        }
        let (before, after) = (try written([2, 9], isSimplified: false, loss), try written([2, 9], loss))
        #expect(products(after) == [])
        let ones = HostTensor(shape: [2, 9], filledWith: 1 + 1e-9)
        let want = runNaively(before, inputs: ["x": ones, "y": ones])
        #expect(runNaively(after, inputs: ["x": ones, "y": ones]).complaints(against: want, relative: 1e-6) == [])
    }

    /// Mean and variance of a batch norm: one sum and one sum of centred squares for each channel, on rows and on maps.
    @Test(arguments: [[6, 5], [3, 4, 4, 5]])
    func aBatchNormTakesCentredSquares(_ shape: [Int]) throws {
        let capture = Capture("norm", mode: .training, element: .float64)
        let x = capture.builder.input("x", TensorType(shape, .float64))
        let stages =
            shape.count == 2
            ? Expander { BatchNorm() }.stages
            : Encoder {
                BatchNorm(); GlobalAveragePool()
            }.stages
        capture.builder.output("y", try capture.walk(stages, path: "norm", site: nil, from: x))
        capture.assignStatistics()
        let graph = try capture.builder.finish()
        let simplified = simplify(graph).graph
        let axes = Array(0..<(shape.count - 1))
        let reductions = simplified.nodes.map(\.op).filter { if case .reduce = $0 { true } else { false } }
        #expect(reductions.prefix(2) == [.reduce(.sum, axes: axes), .reduce(.centredSquares, axes: axes)])
        #expect(reductions.count == shape.count / 2)
        let values = graph.randomValues(seed: 4)
        let want = runNaively(graph, inputs: values.inputs, states: values.states, times: 2)
        let got = runNaively(simplified, inputs: values.inputs, states: values.states, times: 2)
        #expect(got.complaints(against: want, relative: 1e-10) == [])
    }

    /// To simplify a step takes a few rewrites for each node, and nothing is left unsettled.
    @Test func aResNetSettles() throws {
        let model = JointEmbedding("resnet", image: Image(channels: 3, height: 32, width: 32)) {
            Encoder { resNet50(stem: .cifar) }
            Loss {
                25 * Variance()
                Covariance()
            }
        }
        let captured = try model.captureTraining(batch: 4)
        captured.builder.output("loss", captured.loss)
        let first = simplify(try captured.builder.finish())
        let builder = GraphBuilder(extending: first.graph)
        let parameters = captured.states.filter { $0.role == .parameter }.map { builder.state($0.name, $0.type) }
        let loss = try #require(builder.graph.output(named: "loss"))
        for (index, gradient) in builder.gradients(of: builder.tensor(loss), withRespectTo: parameters).enumerated() {
            builder.output("gradient \(index)", gradient)
        }
        let graph = try builder.finish()
        let clock = ContinuousClock()
        let start = clock.now
        let second = simplify(graph)
        print("simplified", graph.nodes.count, second.graph.nodes.count, clock.now - start, second.report)
        #expect(first.report.unsettled + second.report.unsettled == [])
        #expect(second.report.fired.values.reduce(0, +) < 3 * graph.nodes.count)
        #expect(simplify(second.graph).report.fired.values.reduce(0, +) < graph.nodes.count / 20)
    }
}
