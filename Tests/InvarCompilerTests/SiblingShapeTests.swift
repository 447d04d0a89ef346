import Invar
import InvarCompiler
import InvarGraph
import TestSupport
import Testing

/// What sibling batching makes of a graph, and what it leaves alone.
@Suite struct SiblingShapeTests {
    /// Forward, and both gradients.
    @Test func contractionsAreHalved() throws {
        let (plain, batched) = try SiblingModels.residual.steps(batch: 3)
        for op in ["convolution", "convolution.inputGradient", "convolution.weightGradient"] {
            #expect(2 * batched.count(op) == plain.count(op), "\(op)")
        }
        // The expander's layer; the cross-correlation is of both views already.
        let products = 3, correlation = 3
        #expect(plain.count("matmul") == 2 * products + correlation)
        #expect(batched.count("matmul") == products + correlation)
    }

    @Test func covariancesAreOneBatchedProduct() throws {
        let batched = try SiblingModels.mlp.steps(batch: 5).batched
        let covariance = try #require(
            batched.nodes.first { $0.op == .matmul(transposeA: true, transposeB: false) && $0.adjointOf == nil })
        #expect(covariance.type.shape == [2, 6, 6])
        #expect(batched.nodes[covariance.inputs[0].index].type.shape == [2, 5, 6])
    }

    /// All elementwise work on the views is done on one shape, so that it fuses.
    @Test func kernelsServeBothViews() throws {
        let (plain, batched) = try Zoo.vicregConvNet.steps(batch: 4)
        let (before, after) = (compile(plain).steps.count, compile(batched).steps.count)
        #expect(5 * after < 4 * before, "\(before) steps become \(after)")
    }

    @Test func nothingStandsBetweenTwoConvolutions() throws {
        let graph = try SiblingModels.contrastive.steps(batch: 3).batched
        let convolutions = graph.nodes.filter { $0.op.mnemonic == "convolution" }
        #expect(convolutions.count == 3)
        #expect(graph[convolutions[2].inputs[0]] == convolutions[1])
    }

    /// Both halves of a pair, joined, are the stacked value: only the views are concatenated.
    @Test func joinedEmbeddingsAreTheStackedOnes() throws {
        let (plain, batched) = try SiblingModels.contrastive.steps(batch: 3)
        #expect(plain.count("concatenate") == 1)
        #expect(batched.count("concatenate") == 1)
        let views = try #require(batched.nodes.first { $0.op.mnemonic == "concatenate" })
        #expect(views.type.shape == [2, 3, 4, 4, 1])
    }

    /// One convolution of each layer for each size of views, of the whole ones' target too, and the numbers of each view's Dropout beside it.
    @Test func viewsOfASizeAreOneBatch() throws {
        let (plain, batched) = try SiblingModels.multiCrop.steps(batch: 3)
        #expect(plain.count("convolution") == 2 * (5 + 2))
        let convolutions = batched.nodes.filter { $0.op.mnemonic == "convolution" }
        #expect(
            convolutions.map(\.type.shape).sorted { $0.lexicographicallyPrecedes($1) } == [
                [6, 3, 3, 4], [6, 3, 3, 4], [6, 6, 6, 3], [6, 6, 6, 3], [9, 2, 2, 4], [9, 4, 4, 3],
            ])
        let four = try SiblingModels.fourViews.steps(batch: 3).batched
        #expect(four.nodes.contains { $0.op.mnemonic == "matmul" && $0.type.shape == [12, 5] })
    }

    /// What a rule can make one concatenation of: the gradients of two slices, added to each other before all else.
    @Test(arguments: SiblingModels.all.indices)
    func gradientsOfSlicesMeetFirst(_ index: Int) throws {
        let (model, batches) = SiblingModels.all[index]
        let graph = try model.steps(batch: batches[1]).batched
        let pads = graph.ids.filter { graph[$0].op.mnemonic == "pad" }
        // pads, and sums of nothing but such
        var joined = Set(pads)
        for id in graph.ids where graph[id].op == .binary(.add) && graph[id].inputs.allSatisfy(joined.contains) {
            joined.insert(id)
        }
        for pad in pads {
            let users = graph.ids.filter { graph[$0].inputs.contains(pad) }
            #expect(users.count == 1 && users.allSatisfy(joined.contains))
        }
    }

    // MARK: What is left alone

    private func isUnchanged(_ graph: Graph) -> Bool {
        let result = batchSiblings(graph)
        return result.graph == graph && result.renamed == Array(graph.ids)
    }

    @Test func ownWeightsStayApart() throws {
        for model in [SiblingModels.separate, SiblingModels.different] {
            let captured = try model.captured(batch: 3)
            #expect(isUnchanged(try captured.builder.finish()))
        }
    }

    @Test func oneViewStaysOne() throws {
        let builder = GraphBuilder("one view")
        let view = builder.input("view1", TensorType([4, 3]))
        let weight = builder.state("weight", TensorType([3, 2]))
        builder.output("y", exp(matmul(view, weight)))
        #expect(isUnchanged(try builder.finish()))
    }

    /// Without a product with shared weights there is nothing to win. A pooling's weights are numbers.
    @Test func whatSharesNoProductStaysApart() throws {
        let builder = GraphBuilder("no product")
        func branch(_ name: String) -> Tensor {
            let x = builder.input(name, TensorType([2, 3, 3, 2])) * builder.state("scale", TensorType([2]))
            let pooled = averagePool(maxPool(x, Window(2)), Window(2)).reshape([2, 2])
            return matmul(pooled, pooled, transposeA: true).sum()
        }
        builder.output("y", branch("view1") - branch("view2"))
        #expect(isUnchanged(try builder.finish()))
    }

    /// A second view that nothing needs is not computed for the first one's sake.
    @Test func anUnusedViewStaysUnused() throws {
        let model = JointEmbedding("first", image: Image(channels: 1, height: 1, width: 3)) {
            Encoder {
                Flatten(); Linear(2)
            }
            Loss { Term("first") { x, _ in x.squared().mean() } }
        }
        let captured = try model.captured(batch: 2)
        #expect(isUnchanged(try captured.builder.finish()))
    }

    /// A product that cannot be done for both views at once is done for each, and what follows for both again.
    @Test func onlyWhatCanBeOneIsOne() throws {
        let builder = GraphBuilder("left")
        let (left, right) = (builder.state("left", TensorType([3, 4])), builder.state("right", TensorType([2, 5])))
        func branch(_ name: String) -> Tensor {
            exp(matmul(tanh(matmul(left, builder.input(name, TensorType([4, 2])))), right))
        }
        builder.output("y", branch("view1") / branch("view2"))
        let graph = batchSiblings(try builder.finish()).graph
        #expect(graph.nodes.filter { $0.op.mnemonic == "matmul" }.map(\.type.shape) == [[3, 2], [3, 2], [6, 5]])
    }

    // MARK: Names

    @Test func namesSitesAndOutputsStay() throws {
        let captured = try SiblingModels.mlp.captured(batch: 3)
        captured.builder.output("embedding2", captured.embeddings[1])
        let graph = try captured.builder.finish()
        let result = batchSiblings(graph)
        let (batched, renamed) = (result.graph, result.renamed)
        func places(_ graph: Graph) -> Set<String> {
            Set(graph.nodes.map { "\($0.name) \($0.site?.description ?? "")" })
        }
        #expect(places(batched) == places(graph))
        #expect(batched.name == graph.name)
        #expect(batched.outputs.map(\.name) == graph.outputs.map(\.name))
        #expect(batched.outputs.map(\.node) == graph.outputs.map { renamed[$0.node.index] })
        #expect(batched.assignments.map { batched[$0].op } == graph.assignments.map { graph[$0].op })
        for (id, node) in zip(graph.ids, graph.nodes) {
            guard let new = renamed[id.index] else { continue }
            #expect(batched[new].type == node.type)
        }
    }

    @Test func theSameGraphEveryTime() throws {
        let captured = try SiblingModels.residual.captured(batch: 3)
        let graph = try captured.builder.finish()
        let batched = batchSiblings(graph).graph
        #expect(batchSiblings(graph).graph == batched)
        // What was made one has no siblings left.
        #expect(batchSiblings(batched).graph == batched)
    }
}
