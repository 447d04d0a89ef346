import Invar
import InvarCompiler
import InvarGraph
import InvarTraining
import TestSupport
import Testing

/// Collectives are seen in every dump, and dumps are read back.
@Suite struct CollectiveTextTests {
    @Test(arguments: [SharedModels.simclr, SharedModels.covariance])
    func isReadBack(_ model: JointEmbedding) throws {
        let step = try TrainingStep.build(model, optimizer: .lars(), batch: 12, ranks: 3)
        let split = step.passes.prefix(5).map { $0 }.run(step.graph).graph
        #expect(split.problems() == [])
        #expect(try Graph(parsing: split.description) == split)
        #expect(try Program(parsing: step.program.description) == step.program)
        let used = Set(split.nodes.filter { $0.op.is(.collective) }.map(\.op.mnemonic))
        #expect(used.contains("allReduce"))
        // the covariance of columns needs no other rank's rows
        #expect(used.contains("allGather") == (model.name == "simclr"))
    }

    @Test func everyOneHasAText() throws {
        let axis = BatchAxis(axis: 0, groups: 2, inner: 3)
        let kinds: [Collective.Kind] = [.allReduce, .allGather(axis), .reduceScatter(axis), .shard(axis)]
        for kind in kinds {
            var graph = Graph("one")
            let op = Op.collective(Collective(kind, ranks: 4))
            let x = graph.insert(Node(.input("x"), type: TensorType([24, 2])))
            let type = try resultType(of: op, [TensorType([24, 2])])
            graph.output("y", graph.insert(Node(op, [x], type: type, name: "layer", site: Site("Net.swift", 3))))
            #expect(try Graph(parsing: graph.description) == graph)
            let program = Program(planning: graph)
            #expect(try Program(parsing: program.description) == program)
            let text = "\(op.mnemonic)(b0) ranks=4" + (kind == .allReduce ? "" : " axis=0 groups=2 inner=3")
            #expect(program.description.contains(text + " in \"layer\" at \"Net.swift:3\""), "\(program)")
        }
    }

    @Test func bytesAreWhatARankSends() {
        let axis = BatchAxis(axis: 0)
        #expect(Collective(.allReduce, ranks: 4).sentBytes(ofWhole: 1000) == 1500)
        #expect(Collective(.allGather(axis), ranks: 4).sentBytes(ofWhole: 1000) == 750)
        #expect(Collective(.reduceScatter(axis), ranks: 4).sentBytes(ofWhole: 1000) == 750)
        #expect(Collective(.shard(axis), ranks: 4).sentBytes(ofWhole: 1000) == 0)
    }
}
