import Invar
import InvarBLAS
import InvarCompiler
import InvarGraph
import TestSupport
import Testing

/// Sibling batching keeps all values: losses, embeddings, gradients, statistics.
@Suite struct SiblingTests {
    private func compare(_ model: JointEmbedding, batch: Int) throws {
        let (plain, batched) = try model.steps(batch: batch, .float64)
        #expect(batched.problems() == [])
        #expect(batched.contractionCount < plain.contractionCount)
        let values = plain.randomValues(seed: batch)
        let want = runNaively(plain, inputs: values.inputs, states: values.states)
        let got = runNaively(batched, inputs: values.inputs, states: values.states)
        // Gradients that cancel, as a bias before a BatchNorm, leave rounding behind.
        #expect(got.complaints(against: want, relative: 1e-9, absolute: 1e-11) == [])
        let executed = try run(batched, on: BLASExecutor(), inputs: values.inputs, states: values.states)
        #expect(executed.complaints(against: want, relative: 1e-9, absolute: 1e-9) == [])
    }

    @Test(arguments: SiblingModels.all.indices)
    func allValuesStay(_ index: Int) throws {
        let (model, batches) = SiblingModels.all[index]
        for batch in batches { try compare(model, batch: batch) }
    }

    /// One view's statistics, and with them its embedding, do not see the other view.
    @Test func statisticsAreEachViewsOwn() throws {
        let (plain, graph) = try SiblingModels.mlp.steps(batch: 5, .float64)
        let values = graph.randomValues(seed: 1)
        let large = values.inputs["view2"].map { HostTensor(shape: $0.shape, $0.values.map { $0 * 10 }) }
        let scaled = values.inputs.merging(["view2": try #require(large)]) { $1 }
        let before = runNaively(graph, inputs: values.inputs, states: values.states)
        let after = runNaively(graph, inputs: scaled, states: values.states)
        #expect(after.outputs["embedding1"] == before.outputs["embedding1"])
        #expect(after.outputs["embedding2"] != before.outputs["embedding2"])
        let want = runNaively(plain, inputs: scaled, states: values.states)
        let complaint = try #require(after.outputs["embedding2"]).complaint(
            against: #require(want.outputs["embedding2"]), relative: 1e-9)
        #expect(complaint == nil)
    }
}
