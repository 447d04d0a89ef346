import Foundation
import InvarDrawing
import InvarDump
import InvarGraph
import InvarTraining

/// What was logged.
enum CurvesSection {
    static func part(_ runs: [ReportedRun], _ names: RunNames) throws -> ReportPage.Part {
        let logged = runs.compactMap(\.curves)
        var content: [Markup] = []
        for (run, name) in zip(runs, names.all) where run.curves == nil {
            content.append(.note("\(name) has logged no step yet."))
        }
        if !logged.isEmpty { content += try curves(CurvesPicture(logged)) }
        return ReportPage.Part(id: "curves", title: "Curves", content: content)
    }

    private static func curves(_ picture: CurvesPicture) throws -> [Markup] {
        let names = picture.usualNames
        let figures = try zip(names, picture.figures(names)).map { name, figure in
            Markup.element(
                "figure", [:],
                .element(
                    "img", ["class": "drawn", "src": try DataAddress.svg(figure), "alt": "\(name) over the steps"]))
        }
        var content = [
            Markup.paragraph(
                "Look first at std, correlation and rank: a loss that falls while they collapse learns nothing.")
        ]
        if picture.legend.count > 1 { content.append(legend(picture)) }
        content += picture.caption.map { Markup.element("p", ["class": "quiet"], Markup($0)) }
        content.append(.element("div", ["class": "figures"], figures))
        return content
    }

    private static func legend(_ picture: CurvesPicture) -> Markup {
        let entries = picture.legend.map { name, style in
            let color = [style.color.red, style.color.green, style.color.blue].map { "\(Int($0 * 255 + 0.5))" }
            let line = Markup.element(
                "svg", ["class": "drawn", "width": "26", "height": "8", "viewBox": "0 0 26 8", "aria-hidden": "true"],
                .element(
                    "line",
                    [
                        "x1": "0", "y1": "4", "x2": "26", "y2": "4", "stroke": "rgb(\(color.joined(separator: ",")))",
                        "stroke-width": "2.5",
                        "stroke-dasharray": style.dash.isEmpty
                            ? "none" : style.dash.map { "\($0)" }.joined(separator: " "),
                    ]))
            return Markup.element("li", [:], line + Markup.element("span", [:], Markup(name)))
        }
        return .element("ul", ["class": "legend"], entries)
    }
}

/// What `evaluate` found, beside pixels and the untrained encoder.
enum EvaluationSection {
    /// Results that were measured alike stand in one table.
    private struct Group {
        let titles: [String]
        let caption: String
        var results: [(name: String, rows: [[String]])] = []
    }

    static func part(_ runs: [ReportedRun], _ names: RunNames) -> ReportPage.Part {
        var (groups, neighbours): ([Group], [Group]) = ([], [])
        var notes: [Markup] = []
        for (run, name) in zip(runs, names.all) {
            if !run.evaluations.contains(where: { $0.file == "evaluation.json" }) {
                notes.append(
                    .note(
                        Markup("\(name) was not evaluated on its own \(run.item)s; this does it: ")
                            + .code("\(programName) evaluate \(shellQuoted(run.directory))")))
            }
            for finding in run.evaluations {
                if finding.isOld {
                    notes.append(
                        .note("\(name): the encoder was trained on since \(finding.file) was written; evaluate again."))
                }
                let caption = caption(finding.evaluation, run)
                add(finding.evaluation.rows, name, caption, to: &groups)
                finding.evaluation.neighbourRows.map { add($0, name, caption, to: &neighbours) }
            }
        }
        var content: [Markup] = []
        if !groups.isEmpty {
            content.append(
                .paragraph(
                    "Simple classifiers on the frozen encoder. The trained row must be above both others: the difference is what was learned without labels."
                ))
        }
        content += (groups + neighbours).map { table($0, hasNames: runs.count > 1) } + notes
        return ReportPage.Part(id: "evaluation", title: "Evaluation", content: content)
    }

    private static func caption(_ evaluation: Evaluation, _ run: ReportedRun) -> String {
        let settings = evaluation.settings
        return
            "Percent of \(Format.count(settings.testImages, "test \(settings.item)")) of \(settings.data ?? run.dataName) classified right, with "
            + "\(Format.count(settings.trainImages, "labelled training \(settings.item)"))."
    }

    private static func add(_ rows: [[String]], _ name: String, _ caption: String, to groups: inout [Group]) {
        let place = groups.firstIndex { $0.titles == rows[0] && $0.caption == caption }
        if place == nil { groups.append(Group(titles: rows[0], caption: caption)) }
        groups[place ?? groups.count - 1].results.append((name, Array(rows.dropFirst())))
    }

    private static func table(_ group: Group, hasNames: Bool) -> Markup {
        let head = Markup.element(
            "tr", [:],
            group.titles.enumerated().map {
                .element("th", ["scope": "col", "class": $0.offset == 0 ? "words" : "number"], Markup($0.element))
            })
        let bodies = group.results.map { name, rows in
            let heading = Markup.element(
                "tr", [:], .element("th", ["scope": "rowgroup", "colspan": "\(group.titles.count)"], Markup(name)))
            let lines = rows.map { cells in
                Markup.element(
                    "tr", ["class": cells[0] == "trained encoder" ? "best" : "plain"],
                    cells.enumerated().map { column, cell in
                        column == 0
                            ? .element("th", ["scope": "row"], Markup(cell))
                            : .element("td", ["class": "number"], Markup(cell))
                    })
            }
            return Markup.element("tbody", [:], (hasNames ? [heading] : []) + lines)
        }
        return .scrolling(
            .element(
                "table", [:],
                [.element("caption", [:], Markup(group.caption)), .element("thead", [:], head)] + bodies))
    }
}

/// How fast it went, and on what.
enum MachineSection {
    static func part(_ runs: [ReportedRun], _ names: RunNames) -> ReportPage.Part {
        let said = runs.map { run -> [Markup] in
            let sessions = run.record.sessions
            let facts = RunFacts.speed(run) + (sessions.last.map(RunFacts.machine) ?? [])
            var content = [Markup.facts(facts.map { (name: $0.name, value: Markup($0.value)) })]
            if sessions.count > 1 {
                let rows = sessions.map { session in
                    [
                        Markup(session.started), Markup(Format.grouped(session.fromStep)), Markup(session.invar),
                        Markup(session.executor), Markup("\(session.threads)"), Markup(session.machine.processor),
                    ]
                }
                content.append(
                    .table(
                        caption: "Each time that it was started.",
                        titles: ["started", "after step", "Invar", "executor", "threads", "processor"], rows: rows,
                        wordy: [0, 2, 3, 5]))
            }
            return content
        }
        return ReportPage.Part(id: "machine", title: "Speed, versions, machine", content: names.under(said))
    }
}

/// What makes all of it again.
enum CommandsSection {
    static func part(_ runs: [ReportedRun], _ names: RunNames, _ command: String) -> ReportPage.Part {
        let content = runs.indices.flatMap { index -> [Markup] in
            let run = runs[index]
            let said = run.record.sessions.compactMap(\.command)
            let place = shellQuoted(run.directory)
            var content = names.heading(index)
            if said.isEmpty {
                content.append(
                    .note(
                        "What began the run is not recorded: a program of one's own did, or an earlier version of Invar."
                    ))
            }
            return content + [.commands(said + ["\(programName) evaluate \(place)"])]
        }
        return ReportPage.Part(
            id: "commands", title: "The commands that make it again",
            content: content + [.paragraph("This page:"), .commands([command])])
    }
}
