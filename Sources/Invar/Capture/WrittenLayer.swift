import InvarGraph

/// A layer as it is written in a model, and what it comes to: for whoever reads a description of the model.
package struct WrittenLayer: Sendable, Hashable {
    /// `encoder`, `expander`, `predictor`; `branch2.encoder` where the branches have parts of their own.
    package let part: String
    /// `Conv(32, kernel: 3)`
    package let title: String
    /// The line that put it into the model.
    package let site: Site?
    /// Of what it gives for one image: height × width × channels, tokens × width, or width.
    package let shape: [Int]
    /// How many numbers of it are trained.
    package internal(set) var parameters = 0
}

/// A term of a model's loss as it is written.
package struct WrittenTerm: Sendable, Hashable {
    /// As in logs: `invariance`.
    package let name: String
    package let coefficient: Double
    package let site: Site?
}

extension JointEmbedding {
    /// The layers that are trained, in the order in which an image goes through them; what stands around others, such as a `Residual`, comes
    /// after them. Where both branches go through the same, once.
    /// - Throws: a `Diagnostic` for the first mistake in the description.
    package func writtenLayers() throws -> [WrittenLayer] {
        let plan = try Plan(self)
        let capture = Capture(name, mode: .training, element: .float32)
        var places: [(part: String, layers: Range<Int>)] = []
        for (index, route) in plan.routes.enumerated() {
            let view = "view\(index + 1)"
            // statistics need two images, and whitening more of them than columns
            let type = try inputType(of: route, batch: 512, .float32, views.image(of: index, image))
            var x = route.seen(capture.builder.input(view, type))
            func walk(_ section: Plan.Section, from x: Tensor) throws -> Tensor {
                let first = capture.layers.count
                let y = try capture.walk(section, from: x, view: view)
                let isKnown = places.contains { $0.part == section.owner.path }
                if !isKnown { places.append((section.owner.path, first..<capture.layers.count)) }
                return y
            }
            let first = capture.layers.count
            x = try walk(route.encoder, from: x)
            if let expander = plan.mapExpander, let maps = capture.lastMaps(since: first) {
                _ = try walk(expander, from: maps.reshape([maps.shape.dropLast().reduce(1, *), maps.shape[3]]))
            }
            for section in [route.expander, route.predictor].compactMap({ $0 }) { x = try walk(section, from: x) }
        }
        let graph = capture.builder.graph
        var written: [(layer: AppliedLayer, said: WrittenLayer)] = []
        for (part, range) in places {
            for layer in capture.layers[range] {
                let isSame = written.contains { $0.layer.input == layer.input && $0.layer.output == layer.output }
                // what only puts others one after another, or names one, says nothing more
                if isSame || layer.layer.title.hasPrefix("Sequential(") { continue }
                let said = WrittenLayer(
                    part: part, title: layer.layer.title, site: layer.site,
                    shape: Array(graph[layer.output].type.shape.dropFirst()))
                written.append((layer, said))
            }
        }
        for state in capture.states where state.role == .parameter {
            let owners = written.indices.filter { state.name.hasPrefix(written[$0].layer.path + ".") }
            // of equally long paths the first: a layer without parameters has that of the place around it
            let depth = owners.map { written[$0].layer.path.count }.max()
            guard let owner = owners.first(where: { written[$0].layer.path.count == depth }) else { continue }
            written[owner].said.parameters += state.type.count
        }
        return written.map(\.said)
    }

    /// The terms of the loss, in the order of the lines.
    /// - Throws: a `Diagnostic` for the first mistake in the description.
    package func writtenTerms() throws -> [WrittenTerm] {
        try Plan(self).loss.map { WrittenTerm(name: $0.term.name, coefficient: $0.coefficient, site: $0.site) }
    }

    /// The second network that the trained one is compared with, where there is one.
    /// - Throws: a `Diagnostic` for the first mistake in the description.
    package func writtenTarget() throws -> Target? { try Plan(self).target }
}
