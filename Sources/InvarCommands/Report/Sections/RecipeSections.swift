import Invar
import InvarData
import InvarDrawing
import InvarDump
import InvarGraph
import InvarTraining

/// What tells several runs apart.
enum DifferencesSection {
    static func part(_ runs: [ReportedRun], _ names: RunNames) -> ReportPage.Part {
        let facts = runs.map { RunFacts.recipe($0.record) }
        let all = facts.joined().map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        func values(_ name: String) -> [String] { facts.map { $0.first { $0.name == name }?.value ?? "–" } }
        let isDifferent = Dictionary(grouping: all) { Set(values($0)).count > 1 }
        var rows = (isDifferent[true] ?? []).map { name in [Markup(name)] + values(name).map { Markup($0) } }
        rows.append([Markup("state")] + runs.map { Markup($0.state) })
        // equal recipes may still be of models or views that are not: as the trainer would say it
        let reasons = zip(runs, names.all).dropFirst().flatMap { run, name in
            run.record.run.differences(from: runs[0].record.run, was: "is", isNow: "and here").map { "\(name): \($0)" }
        }
        let others = reasons.filter { $0.contains("were changed since") || $0.contains("was changed since") }
        let table = Markup.table(
            titles: [""] + names.all.map { Markup($0) }, rows: rows, wordy: Set(0...runs.count))
        let same = (isDifferent[false] ?? []).map { (name: $0, value: Markup(values($0)[0])) }
        var content =
            [table] + others.map { Markup.note(Markup($0.replacing(" changed since", with: " not the same"))) }
        if !same.isEmpty { content += [.element("h3", [:], "The same in all"), .facts(same)] }
        return ReportPage.Part(id: "differences", title: "What differs", content: content)
    }
}

/// What was trained, and how: the recipe, and the model line by line.
enum RecipeSection {
    static func part(_ runs: [ReportedRun], _ names: RunNames) -> ReportPage.Part {
        let said = runs.map { run -> [Markup] in
            let facts = RunFacts.recipe(run.record).map { (name: $0.name, value: Markup($0.value)) }
            // of several runs the table of what differs has them
            return (runs.count == 1 ? [.facts(facts)] : []) + model(run, names)
        }
        return ReportPage.Part(id: "recipe", title: "What was trained, and how", content: names.under(said))
    }

    private static func model(_ run: ReportedRun, _ names: RunNames) -> [Markup] {
        guard let model = run.model else {
            let why =
                "Its layers cannot be shown: this program does not know \(run.record.run.architecture) as it was trained."
            return [
                views(run.record.run.views, { _ in nil }, names),
                .note(Markup(why)),
            ]
        }
        let rows = model.layers.map { layer in
            [
                Markup.code(layer.title), Markup(layer.part),
                Markup(layer.shape.map(String.init).joined(separator: "×")),
                Markup(layer.parameters > 0 ? Format.grouped(layer.parameters) : ""), line(layer.site),
            ]
        }
        let layers = Markup.table(
            titles: ["layer", "part", "gives", "trained numbers", "line"], rows: rows, wordy: [0, 1, 2, 4])
        let terms = model.terms.map { term in
            [Markup.code("\(Format.short(term.coefficient)) × \(term.name)"), line(term.site)]
        }
        var content = [
            views(model.model.views, \.site, names),
            rowViews(model.model, run.item, names),
            names.title("Loss"),
            .table(titles: ["term", "line"], rows: terms, wordy: [0, 1]),
        ]
        if let target = model.target {
            content.append(
                .paragraph(
                    "It compares with a second network, whose parameters follow the trained ones with momentum \(target.description)."
                ))
        }
        let count = Format.count(model.layers.count, "layer")
        if model.layers.count > 24 || names.all.count > 1 {
            content.append(.details("Layers: \(count)", [layers]))
        } else {
            content += [names.title("Layers"), layers]
        }
        return content
    }

    private static func views(_ views: Views, _ site: (Views.Step) -> Site?, _ names: RunNames) -> Markup {
        func table(_ steps: [Views.Step], _ title: String) -> Markup {
            Self.views(steps.map { (CallText.text($0), site($0)) }, names.title(Markup(title)))
        }
        let whole = table(views.steps, views.total == 2 ? "Views" : Format.count(views.count, "whole view"))
        guard let local = views.local else { return whole }
        let title = "\(Format.count(local.count, "small view")) of \(local.size) × \(local.size) pixels"
        return Markup([whole, table(local.steps, title)])
    }

    /// - Parameter item: `row` or `signal`; beside images both stand in rows.
    private static func rowViews(_ model: JointEmbedding, _ item: String, _ names: RunNames) -> Markup {
        let views = model.rowViews
        let what = item == "signal" ? "signals" : "rows"
        let title = views.count == 2 ? "Views of \(what)" : "\(Format.count(views.count, "view")) of \(what)"
        return Self.views(views.steps.map { (CallText.text($0), $0.site) }, names.title(Markup(title)))
    }

    private static func views(_ steps: [(text: String, site: Site?)], _ title: Markup) -> Markup {
        guard !steps.isEmpty else { return .nothing }
        let hasLines = steps.contains { $0.site != nil }
        let rows = steps.map { [Markup.code($0.text)] + (hasLines ? [line($0.site)] : []) }
        return Markup([
            title,
            .table(titles: ["step, in this order"] + (hasLines ? ["line"] : []), rows: rows, wordy: [0, 1]),
        ])
    }

    private static func line(_ site: Site?) -> Markup { site.map { Markup.code($0.description) } ?? "" }
}

/// What the encoder was shown.
enum ViewsSection {
    static func part(_ runs: [ReportedRun], _ names: RunNames) throws -> ReportPage.Part {
        let content = try runs.map { run -> [Markup] in
            guard !run.record.run.image.isNone || run.item == "signal" else {
                return [.note("Rows of numbers have no pictures; the steps of their views say what was done to them.")]
            }
            guard !run.views.isEmpty else {
                return [
                    .note("There are no pictures: \(run.lookIsMissing ?? "the first \(run.item)s cannot be read").")
                ]
            }
            let areSignals = run.item == "signal"
            let side = areSignals ? SignalSheet.width : 72
            let strips = try run.views.map { entry in
                let pictures = [entry.original] + entry.views
                let tiles = try zip(pictures, ["original"] + entry.views.indices.map { "view \($0 + 1)" }).map {
                    picture, name in
                    try PictureTile.figure(picture.reduced(longerSide: side), name, of: "\(entry.name), \(name)")
                }
                return Markup.element("div", ["class": "strip"], tiles)
            }
            return [.element("div", ["class": areSignals ? "strips signals" : "strips"], strips)]
        }
        let what = runs.allSatisfy { $0.item == "signal" } ? "Signals" : "Images"
        let said = Markup.paragraph(
            "\(what), each beside its views in the first epoch: the encoder is to make the same of them.")
        return ReportPage.Part(id: "views", title: "Views", content: [said] + names.under(content))
    }
}

/// A picture with a name under it.
enum PictureTile {
    static func figure(_ picture: Picture, _ caption: String, of description: String) throws -> Markup {
        let zoom = max(1, 84 / max(picture.height, picture.width))
        return .element(
            "figure", [:],
            .element(
                "img",
                [
                    "src": try DataAddress.png(picture), "alt": description, "width": "\(picture.width * zoom)",
                    "height": "\(picture.height * zoom)", "class": zoom > 1 ? "pixels" : "smooth",
                ]), .element("figcaption", [:], Markup(caption)))
    }
}
