import Invar

extension JointEmbedding {
    /// The forward half of a training step as a graph, before any rewrite: what `invar dump --stage captured` prints.
    ///
    /// Its inputs are `view1` and `view2`, N×H×W×C; its outputs `loss` and, before its coefficient, each `term.<name>`.
    /// - Throws: a `Diagnostic` for the first mistake in the description.
    public func graph(batch: Int) throws -> Graph {
        try TrainingStep.forward(self, batch: batch).builder.finish()
    }
}
