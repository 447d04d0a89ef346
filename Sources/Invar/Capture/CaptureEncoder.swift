/// An encoder in evaluation mode: what is used after pretraining.
package struct CapturedEncoder {
    /// Input `image` N×H×W×C, already normalized; output `representation` N×D.
    package let graph: Graph
    /// Parameters and statistics in the order of the lines, with the names that they have in training.
    package let states: [StateSpec]
    /// D
    package let width: Int
}

extension JointEmbedding {
    /// The encoder of a branch (0 or 1; with shared weights they are the same) for batches of this many images.
    /// Throws a `Diagnostic` for the first mistake in the description.
    package func captureEncoder(
        batch: Int, branch: Int = 0, element: ElementType = .float32
    ) throws -> CapturedEncoder {
        let plan = try Plan(self)
        guard plan.routes.indices.contains(branch) else {
            throw Diagnostic("\(name) has no branch \(branch); its branches are 0 and 1", at: site)
        }
        let capture = Capture(name, mode: .evaluation, element: element)
        let route = plan.routes[branch]
        let image = capture.builder.input("image", try inputType(of: route, batch: batch, element))
        let representation = try capture.walk(route.encoder, from: image)
        capture.builder.output("representation", representation)
        return CapturedEncoder(
            graph: try capture.builder.finish(), states: capture.states, width: representation.shape[1])
    }
}
