/// What the parts of a `JointEmbedding` come to, once it is clear that each is there as often as it should be.
struct Plan {
    /// Layers and what their names begin with. Both branches may have the same: then they share weights.
    struct Section {
        var owner: StateSpec.Owner
        let stages: [Stage]
        let site: Site
    }

    struct Route {
        var encoder: Section
        /// What the encoder takes.
        var input: Encoder.Input
        /// `nil`: the representation is the embedding.
        var expander: Section?
        /// `nil`: the embedding is its own prediction.
        var predictor: Section?
    }

    /// One for each view.
    let routes: [Route]
    /// `nil`: vectors of maps are embeddings of their places.
    let mapExpander: Section?
    /// `nil`: each view's embedding is compared with the other's.
    let target: Target?
    let loss: [WeightedTerm]
    let lossSite: Site

    /// Throws a `Diagnostic` where a part is missing, stands twice, or contradicts another.
    init(_ model: JointEmbedding) throws {
        if !model.image.isNone, let problem = model.views.problems(for: model.image).first {
            throw Diagnostic(problem.message, at: problem.site ?? model.parts.all(\.views).first?.site)
        }
        if let problem = model.rowViews.problems.first {
            throw Diagnostic(problem.message, at: problem.site ?? Plan.rowSite(model))
        }
        try Plan.expectOnce(model.parts.filter { $0.kind != .branch })
        let shared = Plan.sections(model.parts, branch: nil)
        let branches = model.parts.all(\.branch)
        if branches.isEmpty {
            guard let encoder = shared.encoder else {
                throw Diagnostic("\(model.name) has no encoder; add Encoder { … }", at: model.site)
            }
            let route = Route(
                encoder: encoder, input: shared.input, expander: shared.expander, predictor: shared.predictor)
            routes =
                model.parts.all(\.branches).first?.value.weights == .separateWeights
                ? [route.of(branch: 0), route.of(branch: 1)]
                : Array(repeating: route, count: route.input == .image ? model.views.total : model.rowViews.count)
        } else {
            routes = try Plan.routes(of: branches, shared: shared, model)
        }
        try Plan.check(model, routes)
        try Plan.checkCount(model, routes)
        target = try Plan.target(model)
        mapExpander = model.parts.all(\.mapExpander).first.map { expander, site in
            Section(owner: StateSpec.Owner(.mapExpander), stages: expander.stages, site: site)
        }
        guard let loss = model.parts.all(\.loss).first else {
            throw Diagnostic("\(model.name) has no loss; add Loss { … } with at least one term", at: model.site)
        }
        (self.loss, lossSite) = (loss.value.terms, loss.site)
        guard !self.loss.isEmpty else {
            throw Diagnostic("Loss has no terms; add one, such as Invariance()", at: lossSite)
        }
    }

    /// More than two views go through the same weights, all as images, or as rows, or as signals.
    private static func checkCount(_ model: JointEmbedding, _ routes: [Route]) throws {
        let counts = [
            (model.views.total, model.parts.all(\.views).first?.site), (model.rowViews.count, rowSite(model)),
        ]
        guard let (count, site) = counts.first(where: { $0.0 != 2 && $0.0 != routes.count }) else { return }
        throw Diagnostic(
            "\(count) views, and two branches of \(model.name); each branch has one view: leave out `count` and "
                + "`local`, or let all views share weights", at: site)
    }

    private static func rowSite(_ model: JointEmbedding) -> Site? {
        model.parts.all(\.rowViews).first?.site ?? model.parts.all(\.signalViews).first?.site
    }

    /// Views, for what the branches see.
    private static func check(_ model: JointEmbedding, _ routes: [Route]) throws {
        if model.image.isNone {
            if let first = routes.first(where: { $0.input == .image }) {
                throw Diagnostic(
                    "this encoder sees images, and \(model.name) says nothing of them; write "
                        + "JointEmbedding(\"\(model.name)\", image: Image(…)), or Encoder(features: …) for rows of numbers, "
                        + "Encoder(signal: …) for signals",
                    at: first.encoder.site)
            }
            if let views = model.parts.all(\.views).first {
                throw Diagnostic(
                    "Views change images, and no branch of \(model.name) sees one; write RowViews { … } for rows, "
                        + "SignalViews { … } for signals",
                    at: views.site)
            }
        }
        if let rowViews = model.parts.all(\.rowViews).first {
            guard routes.contains(where: { $0.input.width != nil && $0.input.signal == nil }) else {
                throw Diagnostic(
                    "RowViews change rows, and no branch of \(model.name) takes any; write "
                        + (routes.contains { $0.input.signal != nil }
                            ? "SignalViews { … } for signals" : "Views { … } for images"),
                    at: rowViews.site)
            }
            if let step = rowViews.value.steps.first(where: { $0.step is any SignalAugmentation }) {
                throw Diagnostic("\(step.name) changes signals; write it into SignalViews { … }", at: step.site)
            }
        }
        if let signalViews = model.parts.all(\.signalViews).first {
            guard routes.contains(where: { $0.input.signal != nil }) else {
                throw Diagnostic(
                    "SignalViews change signals, and no branch of \(model.name) takes any; its encoder is to be "
                        + "Encoder(signal: …)",
                    at: signalViews.site)
            }
        }
    }

    private static func target(_ model: JointEmbedding) throws -> Target? {
        guard let (target, site) = model.parts.all(\.target).first else { return nil }
        guard (0...1).contains(target.momentum) else {
            throw Diagnostic("Target has momentum \(target.momentum); it must be between 0 and 1", at: site)
        }
        return target
    }

    private static func routes(
        of branches: [(value: Branch, site: Site)], shared: Sections, _ model: JointEmbedding
    ) throws -> [Route] {
        guard branches.count == 2 else {
            throw Diagnostic(
                "\(model.name) has \(branches.count) Branch; write two, one for each view, or none for shared weights",
                at: branches.last?.site)
        }
        if let choice = model.parts.all(\.branches).first {
            throw Diagnostic("Branches beside Branch { … }; each Branch already says what is its own", at: choice.site)
        }
        return try branches.enumerated().map { index, branch in
            try expectOnce(branch.value.parts)
            let own = sections(branch.value.parts, branch: index)
            guard let encoder = own.encoder ?? shared.encoder else {
                throw Diagnostic(
                    "this Branch has no encoder; add Encoder { … } to it, or beside both for a shared one",
                    at: branch.site)
            }
            return Route(
                encoder: encoder, input: own.encoder == nil ? shared.input : own.input,
                expander: own.expander ?? shared.expander, predictor: own.predictor ?? shared.predictor)
        }
    }

    private static func expectOnce(_ parts: [Part]) throws {
        var first: [Part.Kind: Site] = [:]
        for part in parts {
            guard let earlier = first.updateValue(part.site, forKey: part.kind) else { continue }
            let mayBeInBranch = [.encoder, .expander, .predictor].contains(part.kind)
            throw Diagnostic(
                "a second \(part.kind.rawValue); the first is on line \(earlier.line): remove one"
                    + (mayBeInBranch ? ", or put each into its own Branch { … }" : ""), at: part.site)
        }
    }

    /// What there is at most one of, in a model or in a branch.
    private struct Sections {
        var encoder: Section?
        var input = Encoder.Input.image
        var expander: Section?
        var predictor: Section?
    }

    private static func sections(_ parts: [Part], branch: Int?) -> Sections {
        var found = Sections()
        for part in parts {
            func section(_ kind: StateSpec.Owner.Part, _ stages: [Stage]) -> Section {
                Section(owner: StateSpec.Owner(kind, branch: branch), stages: stages, site: part.site)
            }
            switch part.content {
            case .encoder(let encoder):
                found.encoder = section(.encoder, encoder.stages)
                found.input = encoder.input
            case .expander(let expander): found.expander = section(.expander, expander.stages)
            case .predictor(let predictor): found.predictor = section(.predictor, predictor.stages)
            case .views, .rowViews, .signalViews, .loss, .branch, .branches, .target, .mapExpander: break
            }
        }
        return found
    }
}

extension Plan.Route {
    /// The same with weights of a branch's own.
    fileprivate func of(branch: Int) -> Plan.Route {
        var route = self
        route.encoder.owner.branch = branch
        route.expander?.owner.branch = branch
        route.predictor?.owner.branch = branch
        return route
    }
}
