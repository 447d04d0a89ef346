import InvarCompiler
import InvarGraph
import TestSupport
import Testing

/// Random functions, applied to two or three views each.
@Suite struct SiblingRandomTests {
    /// The graph for one view, and again for each other one. Of its inputs the even ones are the view's, the others and all
    /// states are shared.
    private func applied(_ graph: Graph, views: Int) throws -> Graph {
        let builder = GraphBuilder(graph.name)
        var sums: [Tensor] = []
        for view in 1...views {
            var renamed: [NodeID: Tensor] = [:]
            for (id, node) in zip(graph.ids, graph.nodes) {
                (builder.name, builder.site) = (node.name, node.site)
                let operands = node.inputs.compactMap { renamed[$0] }
                switch node.op {
                case .input(let name) where ["0", "2", "4", "6", "8"].contains(name.suffix(1)):
                    renamed[id] = product(builder, name, view, node.type)
                case .assign where view > 1: break
                default: renamed[id] = builder.emit(node.op, operands, node.type)
                }
            }
            for output in graph.outputs {
                guard let value = renamed[output.node] else { continue }
                builder.output("\(output.name) of view \(view)", value)
                sums.append(tanh(value).sum())
            }
        }
        let loss = sums.dropFirst().reduce(sums[0]) { $0 * 0.5 + $1 }
        builder.output("loss", loss)
        return removeDeadCode(try builder.finish()).graph
    }

    /// An input of a view after a product with a shared matrix, so that batching pays.
    private func product(_ builder: GraphBuilder, _ name: String, _ view: Int, _ type: TensorType) -> Tensor {
        let input = builder.input("\(name) of view \(view)", type)
        let width = type.shape.last ?? 1
        let matrix = builder.state("matrix of \(name)", type.with(shape: [width, width]))
        return matmul(input.reshape([type.count / width, width]), matrix, transposeB: true).reshape(type.shape)
    }

    private func withGradients(_ graph: Graph) throws -> Graph {
        let builder = GraphBuilder(extending: graph)
        guard let loss = graph.output(named: "loss") else { return graph }
        let leaves = graph.ids.filter { graph[$0].op.is([.input, .state]) }.sorted {
            "\(graph[$0].op)" < "\(graph[$1].op)"
        }
        let gradients = builder.gradients(of: builder.tensor(loss), withRespectTo: leaves.map(builder.tensor))
        for (leaf, gradient) in zip(leaves, gradients) { builder.output("gradient \(graph[leaf].op)", gradient) }
        return try builder.finish()
    }

    @Test func valuesStay() throws {
        var changed = 0
        for seed in 0..<400 {
            var options = RandomGraphOptions()
            options.steps = 6 + seed % 24
            options.isSmooth = seed % 2 == 0
            // Pooling gradients are not differentiated again.
            options.isDifferentiated = false
            let graph = try applied(try RandomGraph.make(seed: seed, options), views: 2 + seed % 2)
            let batched = batchSiblings(graph).graph
            if batched != graph { changed += 1 }
            let values = graph.randomValues(seed: seed)
            func result(_ graph: Graph) throws -> RunResult {
                let graph = options.isSmooth ? try withGradients(graph) : graph
                #expect(graph.problems() == [], "seed \(seed)")
                return runNaively(graph, inputs: values.inputs, states: values.states)
            }
            let complaints = try result(batched).complaints(
                against: try result(graph), relative: 1e-9, absolute: 1e-11)
            guard complaints.isEmpty else {
                Issue.record("seed \(seed): \(complaints)\n\(graph)\n\(batched)")
                return
            }
        }
        #expect(changed > 200, "only \(changed) graphs had siblings worth batching")
    }
}
