import Foundation
import InvarData
import InvarDump
import InvarGraph
import InvarTraining

/// One page about one run or several, which needs nothing else: no network, and no other file.
package struct ReportPage {
    private let runs: [ReportedRun]
    /// What wrote it, as a shell reads it.
    private let command: String
    /// Whether the run goes on: a browser then looks again from time to time.
    private let isGoingOn: Bool

    package init(_ runs: [ReportedRun], command: String, isGoingOn: Bool = false) {
        (self.runs, self.command, self.isGoingOn) = (runs, command, isGoingOn)
    }

    /// The file of the page, UTF-8.
    /// - Throws: `DrawingError` or `DataError` where a picture cannot be made.
    package func text() throws -> String {
        var sheets = PictureSheets()
        let names = RunNames(runs)
        let model = try [RecipeSection.part(runs, names), ViewsSection.part(runs, names)]
        var results = try [CurvesSection.part(runs, names), EvaluationSection.part(runs, names)]
        results += try LookSections.parts(runs, names, &sheets)
        // of one run first what it is, of several what tells them apart
        var sections = runs.count > 1 ? [DifferencesSection.part(runs, names)] + results + model : model + results
        sections += [MachineSection.part(runs, names), CommandsSection.part(runs, names, command)]
        let content = [header(sections, names)] + sections.map { Markup.section($0.id, Markup($0.title), $0.content) }
        return PageTemplate.filled(
            PackageResources.report_html,
            [
                "title": xmlEscaped(title(names).shown),
                "refresh": isGoingOn ? "<meta http-equiv=\"refresh\" content=\"30\" />" : "",
                "style": PageTemplate.text(PackageResources.report_css) + sheets.style,
                "content": Markup(content).text, "script": PageTemplate.text(PackageResources.report_js),
            ])
    }

    /// A part of the page that has a title.
    struct Part {
        let id: String
        let title: String
        let content: [Markup]
    }

    private func title(_ names: RunNames) -> String {
        guard runs.count == 1 else { return "\(runs.count) runs: " + names.all.joined(separator: ", ") }
        return "\(runs[0].record.run.architecture) on \(runs[0].dataName)"
    }

    private func header(_ sections: [Part], _ names: RunNames) -> Markup {
        let states = zip(runs, names.all).map { run, name in
            Markup.paragraph(.code(runs.count == 1 ? run.directory : name) + Markup(": \(run.state)."))
        }
        let problems = runs.flatMap(\.problems).map { Markup.note(Markup($0)) }
        let written = Date().formatted(.iso8601.dateTimeSeparator(.space).timeZoneSeparator(.colon))
        let time = Markup.element(
            "p", ["class": "quiet"],
            Markup(
                "Written by Invar \(invarVersion), \(written)\(isGoingOn ? "; the run was going on then, and this page is written anew after its epochs" : "")."
            ))
        let links = sections.map { part in
            Markup.element("li", [:], .element("a", ["href": "#\(part.id)"], Markup(part.title)))
        }
        return .element(
            "header", [:],
            [.element("h1", [:], Markup(title(names)))] + states + [time] + problems
                + [.element("nav", ["aria-label": "sections"], .element("ul", [:], links))])
    }
}

/// What runs are called on a page: by the last part of their paths, or by the whole where that is not one run's alone.
struct RunNames {
    let all: [String]

    init(_ runs: [ReportedRun]) {
        all = runs.map { run in
            runs.count { $0.name == run.name } == 1 ? run.name : run.directory
        }
    }

    /// A title for what is said of one of several runs; none where there is but one.
    func heading(_ index: Int) -> [Markup] {
        all.count > 1 ? [.element("h3", [:], Markup(all[index]))] : []
    }

    /// A title within what is said of a run.
    func title(_ text: Markup) -> Markup { .element(all.count > 1 ? "h4" : "h3", [:], text) }

    /// What is said of each run under its name; what is the same of several stands once, under the names of all of them.
    func under(_ said: [[Markup]]) -> [Markup] {
        guard all.count > 1 else { return said.first ?? [] }
        var groups: [(names: [String], content: [Markup])] = []
        for (name, content) in zip(all, said) {
            if let place = groups.firstIndex(where: { $0.content == content }) {
                groups[place].names.append(name)
            } else {
                groups.append(([name], content))
            }
        }
        return groups.flatMap { group in
            [Markup.element("h3", [:], Markup(group.names.joined(separator: ", ")))] + group.content
        }
    }
}

/// Pictures that points show, each sheet once, however many runs show it.
struct PictureSheets {
    private var addresses: [String] = []

    /// The class of an element whose background it is.
    mutating func name(of address: String) -> String {
        if let place = addresses.firstIndex(of: address) { return "sheet\(place)" }
        addresses.append(address)
        return "sheet\(addresses.count - 1)"
    }

    var style: String {
        addresses.enumerated().map { "\n.sheet\($0.offset) { background-image: url(\($0.element)); }" }.joined()
    }
}
