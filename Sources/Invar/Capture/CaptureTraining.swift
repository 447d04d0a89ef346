/// The forward half of a training step: both views through encoder and expander into the loss, and the statistics that
/// they move. Gradients and updates are added to the same builder.
package struct CapturedTraining {
    /// Has the inputs `view1` and `view2`, N×H×W×C, and the statistics already assigned.
    package let builder: GraphBuilder
    package let loss: Tensor
    /// In the order of the lines; the loss is Σ coefficient · value. Names differ from each other.
    package let terms: [(name: String, coefficient: Double, value: Tensor)]
    /// N×D, one for each view.
    package let representations: [Tensor]
    package let embeddings: [Tensor]
    /// Parameters and statistics in the order of the lines.
    package let states: [StateSpec]

    /// The same after its graph was rewritten; `renamed` says where each node went.
    package func rewritten(_ graph: Graph, _ renamed: [NodeID?]) -> CapturedTraining {
        let builder = GraphBuilder(extending: graph)
        func moved(_ tensor: Tensor) -> Tensor {
            guard let new = tensor.id.flatMap({ renamed[$0.index] }) else {
                internalError("a rewrite lost \(tensor.id?.description ?? "a mistake")")
            }
            return builder.tensor(new)
        }
        return CapturedTraining(
            builder: builder, loss: moved(loss), terms: terms.map { ($0.name, $0.coefficient, moved($0.value)) },
            representations: representations.map(moved), embeddings: embeddings.map(moved), states: states)
    }
}

extension JointEmbedding {
    /// The forward half of a training step for batches of this many images.
    /// Throws a `Diagnostic` for the first mistake in the description.
    package func captureTraining(batch: Int, element: ElementType = .float32) throws -> CapturedTraining {
        let plan = try Plan(self)
        let capture = Capture(name, mode: .training, element: element)
        let type = try inputType(batch: batch, element)
        var representations: [Tensor] = []
        var embeddings: [Tensor] = []
        for (index, route) in plan.routes.enumerated() {
            let view = capture.builder.input("view\(index + 1)", type)
            let representation = try capture.walk(route.encoder, from: view)
            representations.append(representation)
            embeddings.append(try route.expander.map { try capture.walk($0, from: representation) } ?? representation)
        }
        let terms = try capture.terms(plan.loss, Embeddings(first: embeddings[0], second: embeddings[1]))
        let loss = try capture.at(plan.lossSite, "loss") {
            terms.dropFirst().reduce(terms[0].value * terms[0].coefficient) { $0 + $1.value * $1.coefficient }
        }
        capture.assignStatistics()
        return CapturedTraining(
            builder: capture.builder, loss: loss, terms: terms, representations: representations,
            embeddings: embeddings, states: capture.states)
    }

    func inputType(batch: Int, _ element: ElementType) throws -> TensorType {
        guard batch > 0 else { throw Diagnostic("a batch of \(batch) images; use at least 1", at: site) }
        return TensorType([batch, image.height, image.width, image.channels], element)
    }
}

extension Capture {
    func walk(_ section: Plan.Section, from x: Tensor) throws -> Tensor {
        try walk(section.stages, path: section.path, site: section.site, from: x)
    }

    fileprivate func terms(
        _ terms: [WeightedTerm], _ embeddings: Embeddings
    ) throws -> [(name: String, coefficient: Double, value: Tensor)] {
        var counts: [String: Int] = [:]
        return try terms.map { weighted in
            let count = counts[weighted.term.name, default: 0] + 1
            counts[weighted.term.name] = count
            let name = weighted.term.name + (count == 1 ? "" : "\(count)")
            let value = try at(weighted.site, "loss.\(name)") {
                try weighted.term.value(of: embeddings)
            }
            guard value.rank == 0 else {
                throw Diagnostic(
                    "the loss term \(name) must be a scalar, found \(value.described); end it with .mean() or .sum()",
                    at: weighted.site)
            }
            guard weighted.coefficient.isFinite else {
                throw Diagnostic(
                    "the loss term \(name) has coefficient \(weighted.coefficient); give it a finite number",
                    at: weighted.site)
            }
            return (name, weighted.coefficient, value)
        }
    }
}
