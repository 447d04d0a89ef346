/// One branch of a model on its way into a graph: for evaluation, or to be trained for something else.
package struct CapturedBranch {
    /// Holds the builder, to which outputs, a head or a loss can be added, and the states.
    package let capture: Capture
    /// N×D
    package let representation: Tensor
    /// What the expander makes of it, where that was asked for; the representation itself where there is no expander.
    package let embedding: Tensor?
}

extension JointEmbedding {
    /// A branch (0 or 1; with shared weights they are the same) over the input `image`, N×H×W×C, already normalized.
    /// In training mode the caller assigns the statistics, and fills the random inputs before each step.
    ///
    /// Throws a `Diagnostic` for the first mistake in the description.
    package func captureBranch(
        _ branch: Int = 0, batch: Int, mode: Capture.Mode, expanding: Bool, element: ElementType = .float32
    ) throws -> CapturedBranch {
        let plan = try Plan(self)
        guard 0..<2 ~= branch else {
            throw Diagnostic("\(name) has no branch \(branch); its branches are 0 and 1", at: site)
        }
        let route = plan.routes[branch]
        let capture = Capture(name, mode: mode, element: element)
        let seen = route.seen(capture.builder.input("image", try inputType(of: route, batch: batch, element, image)))
        let representation = try capture.walk(route.encoder, from: seen, view: "image")
        guard expanding else {
            return CapturedBranch(capture: capture, representation: representation, embedding: nil)
        }
        let embedding = try capture.walk(route.expander, from: representation, view: "image")
        return CapturedBranch(capture: capture, representation: representation, embedding: embedding)
    }
}
