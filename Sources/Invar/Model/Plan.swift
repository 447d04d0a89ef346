/// What the parts of a `JointEmbedding` come to, once it is clear that each is there as often as it should be.
struct Plan {
    /// Layers and the path that their names begin with. Both branches may have the same: then they share weights.
    struct Section {
        var path: String
        let stages: [Stage]
        let site: Site
    }

    struct Route {
        var encoder: Section
        /// Numbers that the encoder takes for each image; `nil`: it takes the image.
        var features: Int?
        /// `nil`: the representation is the embedding.
        var expander: Section?
        /// `nil`: the embedding is its own prediction.
        var predictor: Section?
    }

    /// One for each view.
    let routes: [Route]
    /// `nil`: each view's embedding is compared with the other's.
    let target: Target?
    let loss: [WeightedTerm]
    let lossSite: Site

    /// Throws a `Diagnostic` where a part is missing, stands twice, or contradicts another.
    init(_ model: JointEmbedding) throws {
        if let problem = model.views.problems(for: model.image).first { throw problem }
        try Plan.expectOnce(model.parts.filter { $0.name != "Branch" })
        let shared = Plan.sections(model.parts, prefix: "")
        let branches = model.parts.filter { $0.name == "Branch" }
        if branches.isEmpty {
            guard let encoder = shared.encoder else {
                throw Diagnostic("\(model.name) has no encoder; add Encoder { … }", at: model.site)
            }
            let route = Route(
                encoder: encoder, features: shared.features, expander: shared.expander, predictor: shared.predictor)
            routes =
                Plan.hasSeparateWeights(model.parts)
                ? [route.under("branch1"), route.under("branch2")] : [route, route]
        } else {
            routes = try Plan.routes(of: branches, shared: shared, model)
        }
        target = try Plan.target(model)
        guard case .loss(let loss)? = model.parts.first(where: { $0.name == "Loss" })?.content else {
            throw Diagnostic("\(model.name) has no loss; add Loss { … } with at least one term", at: model.site)
        }
        lossSite = model.parts.first { $0.name == "Loss" }?.site ?? model.site
        guard !loss.terms.isEmpty else {
            throw Diagnostic("Loss has no terms; add one, such as Invariance()", at: lossSite)
        }
        self.loss = loss.terms
    }

    private static func target(_ model: JointEmbedding) throws -> Target? {
        for part in model.parts {
            guard case .target(let target) = part.content else { continue }
            guard (0...1).contains(target.momentum) else {
                throw Diagnostic(
                    "Target has momentum \(target.momentum); it must be between 0 and 1", at: part.site)
            }
            return target
        }
        return nil
    }

    private static func routes(
        of branches: [Part], shared: Sections, _ model: JointEmbedding
    ) throws -> [Route] {
        guard branches.count == 2 else {
            throw Diagnostic(
                "\(model.name) has \(branches.count) Branch; there are two views: write two, or none for shared weights",
                at: branches.last?.site)
        }
        if let choice = model.parts.first(where: { $0.name == "Branches" }) {
            throw Diagnostic("Branches beside Branch { … }; each Branch already says what is its own", at: choice.site)
        }
        return try branches.enumerated().map { index, part in
            guard case .branch(let branch) = part.content else { internalError("a part named Branch is none") }
            try expectOnce(branch.parts)
            let own = sections(branch.parts, prefix: "branch\(index + 1).")
            guard let encoder = own.encoder ?? shared.encoder else {
                throw Diagnostic(
                    "this Branch has no encoder; add Encoder { … } to it, or beside both for a shared one",
                    at: part.site)
            }
            return Route(
                encoder: encoder, features: own.encoder == nil ? shared.features : own.features,
                expander: own.expander ?? shared.expander, predictor: own.predictor ?? shared.predictor)
        }
    }

    private static func expectOnce(_ parts: [Part]) throws {
        var first: [String: Site] = [:]
        for part in parts {
            if let earlier = first.updateValue(part.site, forKey: part.name) {
                throw Diagnostic(
                    "a second \(part.name); the first is on line \(earlier.line): remove one"
                        + (["Encoder", "Expander", "Predictor"].contains(part.name)
                            ? ", or put each into its own Branch { … }" : ""),
                    at: part.site)
            }
        }
    }

    /// What there is at most one of, in a model or in a branch.
    private struct Sections {
        var encoder: Section?
        var features: Int?
        var expander: Section?
        var predictor: Section?
    }

    private static func sections(_ parts: [Part], prefix: String) -> Sections {
        var found = Sections()
        for part in parts {
            func section(_ name: String, _ stages: [Stage]) -> Section {
                Section(path: prefix + name, stages: stages, site: part.site)
            }
            switch part.content {
            case .encoder(let encoder):
                found.encoder = section("encoder", encoder.stages)
                found.features = encoder.features
            case .expander(let expander): found.expander = section("expander", expander.stages)
            case .predictor(let predictor): found.predictor = section("predictor", predictor.stages)
            case .views, .loss, .branch, .branches, .target: break
            }
        }
        return found
    }

    private static func hasSeparateWeights(_ parts: [Part]) -> Bool {
        parts.contains {
            if case .branches(let choice) = $0.content { choice.weights == .separateWeights } else { false }
        }
    }
}

extension Plan.Route {
    fileprivate func under(_ branch: String) -> Plan.Route {
        var route = self
        route.encoder.path = "\(branch).\(encoder.path)"
        if let expander { route.expander?.path = "\(branch).\(expander.path)" }
        if let predictor { route.predictor?.path = "\(branch).\(predictor.path)" }
        return route
    }
}
