/// An encoder in evaluation mode: what is used after pretraining.
package struct CapturedEncoder {
    /// Input `image` N×H×W×C, already normalized; output `representation` N×D.
    package let graph: Graph
    /// Parameters and statistics in the order of the lines, with the names that they have in training.
    package let states: [StateSpec]
    /// D
    package let width: Int
    /// Innermost first, in the order in which they were walked through.
    package let layers: [AppliedLayer]
}

extension JointEmbedding {
    /// The encoder of a branch (0 or 1; with shared weights they are the same) for batches of this many images.
    /// Throws a `Diagnostic` for the first mistake in the description.
    package func captureEncoder(
        batch: Int, branch: Int = 0, element: ElementType = .float32
    ) throws -> CapturedEncoder {
        let captured = try captureBranch(branch, batch: batch, mode: .evaluation, expanding: false, element: element)
        let builder = captured.capture.builder
        builder.output("representation", captured.representation)
        return CapturedEncoder(
            graph: try builder.finish(), states: captured.capture.states, width: captured.representation.shape[1],
            layers: captured.capture.layers)
    }
}
