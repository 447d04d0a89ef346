import Invar
import InvarCompiler
import InvarGraph
import InvarTraining
import TestSupport
import Testing

/// What a pass may not change: the values. And what it promises: its invariant.
@Suite struct PassTests {
    /// Random graphs of each sort: with jumps, with states, differentiated.
    static func random(_ seed: Int, _ element: ElementType = .float64) throws -> Graph {
        var options = RandomGraphOptions()
        options.element = element
        options.steps = 4 + seed % 24
        options.isSmooth = seed % 2 == 0
        options.isDifferentiated = seed % 3 == 0
        return try RandomGraph.make(seed: seed, options)
    }

    /// Each pass keeps the graph sound and its values as they are: the same operations in the same order, so exactly. Only
    /// the rules write them in another way, and a sum that is made of another's, and round elsewhere.
    @Test func valuesStay() throws {
        for seed in 0..<300 {
            let graph = try Self.random(seed)
            #expect(optimize(graph).description == optimize(graph).description, "the same graph every time")
            let values = graph.randomValues(seed: seed)
            func result(_ graph: Graph) -> RunResult {
                runNaively(graph, inputs: values.inputs, states: values.states, times: 2)
            }
            var (optimized, want) = (graph, result(graph))
            for pass in pipeline {
                let before = optimized
                optimized = pass(before).graph
                let got = result(optimized)
                let tolerance = ["simplify", "share sums"].contains(pass.name) ? 1e-9 : 0
                let complaints = got.complaints(against: want, relative: tolerance, absolute: tolerance)
                #expect(optimized.problems() == [], "\(pass.name), seed \(seed)")
                #expect(complaints == [], "\(pass.name), seed \(seed)\n\(before)\n\(optimized)")
                if !complaints.isEmpty { return }
                want = got
            }
        }
    }

    @Test func everyElementwiseOpIsInsideAKernel() throws {
        for seed in 0..<100 {
            for node in optimize(try Self.random(seed)).nodes {
                switch node.op {
                case .unary, .binary, .compare, .select, .reduce: Issue.record("seed \(seed): \(node.op) is alone")
                default: break
                }
            }
        }
    }

    @Test func deadCodeGoes() throws {
        let builder = GraphBuilder()
        let x = builder.input("x", TensorType([3]))
        _ = exp(x) * 2
        builder.output("y", x + 1)
        #expect(removeDeadCode(try builder.finish()).graph.nodes.map(\.op.mnemonic) == ["input", "constant", "add"])
    }

    private func kernels(_ build: (GraphBuilder) -> Void) throws -> [String] {
        let builder = GraphBuilder()
        build(builder)
        return compile(try builder.finish()).steps.map { step in
            guard let nest = step.kernel.loop else { return step.kernel.mnemonic }
            return nest.results.allSatisfy { $0.reduction != nil } ? "reduction" : "elementwise"
        }
    }

    @Test func aChainIsOneKernel() throws {
        #expect(
            try kernels { builder in
                let x = builder.input("x", TensorType([64, 32]))
                builder.output("y", relu(exp(x * 2 + 1) / (x * x + 1)))
            } == ["elementwise"])
    }

    @Test func aReductionTakesTheChainThatFeedsIt() throws {
        #expect(
            try kernels { builder in
                let x = builder.input("x", TensorType([64, 32]))
                let y = builder.input("y", TensorType([64, 32]))
                builder.output("loss", (x - y).squared().mean())
            } == ["reduction", "elementwise"], "the sum, and its division by the number of elements")
    }

    /// Kernels of a layer's forward pass in training, running statistics included.
    private func kernels(of layers: Expander, rows: [Int]) throws -> [String] {
        let capture = Capture("layer", mode: .training, element: .float32)
        let x = capture.builder.input("x", TensorType(rows))
        capture.builder.output("y", try capture.walk(layers.stages, path: "layer", site: nil, from: x))
        capture.assignStatistics()
        let graph = try capture.builder.finish()
        return try kernels { $0.graph = graph }
    }

    /// One sweep for mean and variance, one that normalizes; the other has one value a channel.
    @Test func batchNormAndReluAreSoManyKernels() throws {
        let steps = try kernels(
            of: Expander {
                BatchNorm(); ReLU()
            }, rows: [256, 512])
        #expect(steps.filter { $0 == "reduction" }.count == 1)
        #expect(steps.count == 3, "\(steps)")
    }

    @Test func anExpanderLayerIsAProductAndItsNorm() throws {
        let steps = try kernels(
            of: Expander {
                Linear(512); BatchNorm(); ReLU()
            }, rows: [256, 128])
        #expect(steps.filter { $0 == "matmul" }.count == 1)
        #expect(steps.count == 3, "\(steps): the product with mean and variance, the channels' scales, the sweep")
    }

    /// A loss of one's own, written from primitives, becomes the same kernels as the built-in one.
    @Test func anOwnLossIsFusedAsOurs() throws {
        func steps(_ loss: Loss) throws -> [String] {
            let model = JointEmbedding("loss", image: Image(channels: 1, height: 1, width: 40)) {
                Encoder { Flatten() }
                Expander { Linear(24) }
                loss
            }
            let step = try TrainingStep.build(model, optimizer: .sgd(SGD()), batch: 8)
            return step.program.steps.map { step in
                // Loss terms of other names give their values other numbers: the instructions are compared, not their order.
                let inner = step.kernel.nests.flatMap(\.instructions).map { instruction in
                    switch instruction {
                    case .load, .index, .constant, .select: "\(instruction)".prefix { $0 != "(" }.description
                    case .unary(let kind, _): kind.rawValue
                    case .binary(let kind, _, _): kind.rawValue
                    case .compare(let kind, _, _): kind.rawValue
                    }
                }
                return "\(step.kernel.mnemonic) \(inner.sorted()) \(step.results.map(\.shape))"
            }
        }
        let own = Loss {
            25 * Term("distance") { x, y in (x - y).squared().mean() }
            25
                * Term("spread") { x, y in
                    func shortfall(_ x: Tensor) -> Tensor { relu(1 - sqrt(x.variance([0]) + 1e-4)).mean() }
                    return (shortfall(x) + shortfall(y)) * 0.5
                }
        }
        let ours = Loss {
            25 * Invariance()
            25 * Variance()
        }
        #expect(try steps(own) == steps(ours))
    }

    @Test func aStopGradientDoesNotPartAKernel() throws {
        #expect(
            try kernels { builder in
                let x = builder.input("x", TensorType([64, 32]))
                builder.output("y", exp(x * 2).stopGradient() + x)
            } == ["elementwise"])
    }

    @Test func aValueThatIsReadOutsideIsStored() throws {
        #expect(
            try kernels { builder in
                let x = builder.input("x", TensorType([8, 8]))
                let y = exp(x)
                builder.output("product", matmul(y, y))
                builder.output("sum", y + 1)
            } == ["elementwise", "matmul"], "the sum is computed where the operand is stored")
    }

    @Test func aConstantThatAProductReadsIsMade() throws {
        #expect(
            try kernels { builder in
                let x = builder.input("x", TensorType([8, 8]))
                let ones = builder.constant(1, TensorType([8, 8]))
                builder.output("product", matmul(x, ones) + ones)
            }.sorted() == ["elementwise", "matmul"], "the sum follows the product")
    }
}
