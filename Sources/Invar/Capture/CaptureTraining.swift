/// The forward half of a training step: all views through encoder and expander into the loss, and the statistics that
/// they move. Gradients and updates are added to the same builder.
package struct CapturedTraining {
    /// Has the inputs `view1`, `view2`, …, N×H×W×C, whole views before small ones, and the statistics already assigned.
    package let builder: GraphBuilder
    package let loss: Tensor
    /// In the order of the lines; the loss is Σ coefficient · value. Names differ from each other.
    package let terms: [(name: String, coefficient: Double, value: Tensor)]
    /// N×D, one for each view.
    package let representations: [Tensor]
    package let embeddings: [Tensor]
    /// Parameters and statistics in the order of the lines.
    package let states: [StateSpec]
    /// Inputs that are filled anew before each step.
    package let randomInputs: [RandomInput]
    package let target: Target?

    /// The same after its graph was written anew.
    package func moved(to rebuilt: Rebuilt) -> CapturedTraining {
        let builder = GraphBuilder(extending: rebuilt.graph)
        func moved(_ tensor: Tensor) -> Tensor {
            guard let new = tensor.id.flatMap({ rebuilt.renamed[$0.index] }) else {
                internalError("a rewrite lost \(tensor.id?.description ?? "a mistake")")
            }
            return builder.tensor(new)
        }
        return CapturedTraining(
            builder: builder, loss: moved(loss), terms: terms.map { ($0.name, $0.coefficient, moved($0.value)) },
            representations: representations.map(moved), embeddings: embeddings.map(moved), states: states,
            randomInputs: randomInputs, target: target)
    }
}

extension JointEmbedding {
    /// The forward half of a training step for batches of this many images.
    /// Throws a `Diagnostic` for the first mistake in the description.
    package func captureTraining(batch: Int, element: ElementType = .float32) throws -> CapturedTraining {
        let plan = try Plan(self)
        let capture = Capture(name, mode: .training, element: element)
        let names = plan.routes.indices.map { "view\($0 + 1)" }
        let views = try plan.routes.enumerated().map { index, route in
            let image = self.views.image(of: index, image)
            return route.seen(
                capture.builder.input(names[index], try inputType(of: route, batch: batch, element, image)))
        }
        var representations: [Tensor] = []
        var embeddings: [Tensor] = []
        var maps: [Tensor?] = []
        for (index, route) in plan.routes.enumerated() {
            let first = capture.layers.count
            let representation = try capture.walk(route.encoder, from: views[index], view: names[index])
            representations.append(representation)
            maps.append(capture.lastMaps(since: first))
            embeddings.append(try capture.walk(route.expander, from: representation, view: names[index]))
        }
        let areOfImages = plan.routes.allSatisfy { $0.input == .image }
        // rows and signals have no small views
        let whole = areOfImages ? self.views.count : names.count
        var compared = try capture.compared(plan, whole: whole, views: views, embeddings, names)
        compared.ofPlaces = ViewPlaces(
            maps: try capture.mapEmbeddings(plan.mapExpander, maps, names), names: names, areOfImages: areOfImages)
        let terms = try capture.terms(plan.loss, compared)
        let loss = try capture.at(plan.lossSite, "loss") {
            terms.dropFirst().reduce(terms[0].value * terms[0].coefficient) { $0 + $1.value * $1.coefficient }
        }
        capture.assignStatistics()
        return CapturedTraining(
            builder: capture.builder, loss: loss, terms: terms, representations: representations,
            embeddings: embeddings, states: capture.states, randomInputs: capture.randomInputs,
            target: plan.target)
    }

    /// For each view the numbers that its encoder takes for each image, where it takes no image.
    package func featureWidths() throws -> [Int?] { try Plan(self).routes.map(\.input.width) }

    /// For each view the signal that its encoder takes, where it takes one. It is handed over as a row, channel after channel.
    package func signalShapes() throws -> [SignalShape?] { try Plan(self).routes.map(\.input.signal) }

    /// Values of each view of one item.
    package func viewSizes() throws -> [Int] {
        try Plan(self).routes.enumerated().map { index, route in
            let image = views.image(of: index, image)
            return route.input.width ?? image.channels * image.height * image.width
        }
    }

    func inputType(
        of route: Plan.Route, batch: Int, _ element: ElementType, _ image: Image
    ) throws -> TensorType {
        guard batch > 0 else { throw Diagnostic("a batch of \(batch) images; use at least 1", at: site) }
        if let shape = route.input.signal {
            guard (1...SignalShape.mostSamples).contains(shape.samples),
                (1...SignalShape.mostChannels).contains(shape.channels), shape.rate ?? 1 > 0
            else {
                throw Diagnostic(
                    "an encoder of a signal of \(shape.words)\(shape.rate.map { " at \($0) a second" } ?? ""); use 1 to "
                        + "2^24 samples, 1 to \(SignalShape.mostChannels) channels, and a rate of 1 or more",
                    at: route.encoder.site)
            }
        }
        guard let width = route.input.width else {
            return TensorType([batch, image.height, image.width, image.channels], element)
        }
        guard width > 0 else {
            throw Diagnostic("an encoder of \(width) features; use at least 1", at: route.encoder.site)
        }
        return TensorType([batch, width], element)
    }
}

extension Plan.Route {
    /// What the encoder's first layer sees of the input: a signal, which comes as a row, as N×1×samples×channels.
    func seen(_ x: Tensor) -> Tensor {
        guard let shape = input.signal else { return x }
        let batch = x.shape[0]
        guard shape.channels > 1 else { return x.reshape([batch, 1, shape.samples, 1]) }
        return x.reshape([batch, shape.channels, shape.samples]).transpose([0, 2, 1])
            .reshape([batch, 1, shape.samples, shape.channels])
    }
}

extension Capture {
    /// What the layer that makes one row of each image's maps was given. Tokens, of which there are many for an image, are none.
    func lastMaps(since first: Int) -> Tensor? {
        layers[first...].first { layer in
            let (maps, rows) = (builder.graph[layer.input].type.shape, builder.graph[layer.output].type.shape)
            return maps.count == 4 && rows.count == 2 && maps[0] == rows[0]
        }.map { builder.tensor($0.input) }
    }

    /// Of each view N×H×W×E; nothing where an encoder has no maps.
    /// - Parameter names: of the views.
    fileprivate func mapEmbeddings(
        _ expander: Plan.Section?, _ maps: [Tensor?], _ names: [String]
    ) throws -> [Tensor]? {
        let found = maps.compactMap(\.self)
        guard found.count == maps.count else {
            guard let expander else { return nil }
            throw Diagnostic(
                "MapExpander, and an encoder without maps before its last rows; end it with GlobalAveragePool(), or leave "
                    + "MapExpander out", at: expander.site)
        }
        guard let expander else { return found }
        return try zip(found, names).map { maps, name in
            let (vectors, channels) = (maps.shape.dropLast().reduce(1, *), maps.shape[3])
            let rows = try walk(expander, from: maps.reshape([vectors, channels]), view: name)
            return rows.reshape(maps.shape.dropLast() + [rows.shape[1]])
        }
    }

    func walk(_ section: Plan.Section, from x: Tensor, view: String) throws -> Tensor {
        try walk(section.stages, path: section.owner.path, site: section.site, from: x, of: section.owner, view: view)
    }

    /// A part that may not be there: without it `x` is what comes out.
    func walk(_ section: Plan.Section?, from x: Tensor, view: String) throws -> Tensor {
        try section.map { try walk($0, from: x, view: view) } ?? x
    }

    /// The embeddings with what a predictor and a target make of them.
    /// - Parameters:
    ///   - whole: how many of the views are no small ones.
    ///   - names: of the views.
    fileprivate func compared(
        _ plan: Plan, whole: Int, views: [Tensor], _ embeddings: [Tensor], _ names: [String]
    ) throws -> Embeddings {
        let routes = plan.routes.enumerated()
        var predictions: [Tensor]?
        if plan.routes.contains(where: { $0.predictor != nil }) {
            predictions = try routes.map { try walk($1.predictor, from: embeddings[$0], view: names[$0]) }
        }
        var targets: [Tensor]?
        if plan.target != nil {
            targets = try routes.prefix(whole).map { index, route in
                let name = names[index]
                let representation = try walk(route.encoder.followed, from: views[index], view: name)
                return try walk(route.expander?.followed, from: representation, view: name).stopGradient()
            }
        }
        return Embeddings(views: embeddings, whole: whole, predictions: predictions, targets: targets)
    }

    fileprivate func terms(
        _ terms: [WeightedTerm], _ embeddings: Embeddings
    ) throws -> [(name: String, coefficient: Double, value: Tensor)] {
        var counts: [String: Int] = [:]
        return try terms.map { weighted in
            let count = counts[weighted.term.name, default: 0] + 1
            counts[weighted.term.name] = count
            let name = weighted.term.name + (count == 1 ? "" : "\(count)")
            let value = try at(weighted.site, "loss.\(name)") { try valued(weighted.term, name, embeddings) }
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

extension Capture {
    /// A term over all views: by itself, or where it is written for two, the mean over the pairs of which one at least is whole.
    private func valued(_ term: any LossTerm, _ name: String, _ embeddings: Embeddings) throws -> Tensor {
        let embeddings = embeddings.inPlace(lossScope("loss.\(name)"))
        guard embeddings.views.count > 2, !term.takesAllViews else { return try term.value(of: embeddings) }
        let pairs = embeddings.pairs
        let kept = (states.count, randomInputs.count)
        let values = try pairs.enumerated().map { index, pair in
            let value = try term.value(of: pair)
            guard index > 0 || kept == (states.count, randomInputs.count) else {
                throw Diagnostic(
                    "the loss term \(name) keeps or draws numbers for two views, and there are \(embeddings.views.count): "
                        + "let its `takesAllViews` be true, and read `embeddings.views`, of all of them",
                    at: builder.site)
            }
            return pair.directions.count == 1 ? value : value * 2
        }
        let directions = pairs.reduce(0) { $0 + $1.directions.count }
        return values.dropFirst().reduce(values[0], +) * (1 / Double(directions))
    }
}

extension Plan.Section {
    /// The same layers, as those of a target that follows these.
    fileprivate var followed: Plan.Section {
        var result = self
        result.owner.isTarget = true
        return result
    }
}
