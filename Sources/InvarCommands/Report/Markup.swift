import Foundation
import InvarData
import InvarDrawing
import InvarGraph

/// A part of a page: whole elements, and text in which nothing begins one, whatever names it came from. What stands between quotes in the
/// source is such text.
struct Markup: Sendable, Hashable, ExpressibleByStringInterpolation {
    private(set) var text: String

    private init(whole text: String) { self.text = text }

    /// Text.
    init(_ text: String) { self.text = xmlEscaped(text.shown) }
    init(stringLiteral value: String) { self.init(value) }

    /// One after another.
    init(_ parts: [Markup]) { text = parts.map(\.text).joined(separator: "\n") }

    static let nothing = Markup(whole: "")

    /// An element; one without content where it has none and cannot have any.
    static func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: Markup...
    ) -> Markup { element(name, attributes, content) }

    static func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: [Markup]
    ) -> Markup {
        let said = attributes.map { " \($0.key)=\"\(xmlEscaped($0.value.shown))\"" }.joined()
        if content.isEmpty, ["img", "use", "line", "path", "circle", "rect", "br"].contains(name) {
            return Markup(whole: "<\(name)\(said) />")
        }
        let isBlock = content.count > 1
        let inside = content.map(\.text).joined(separator: isBlock ? "\n" : "")
        return Markup(whole: "<\(name)\(said)>\(isBlock ? "\n" : "")\(inside)\(isBlock ? "\n" : "")</\(name)>")
    }

    /// Side by side, without a space between.
    static func + (a: Markup, b: Markup) -> Markup { Markup(whole: a.text + b.text) }
}

extension Markup {
    static func paragraph(_ text: Markup) -> Markup { element("p", [:], text) }

    /// What cannot be shown, and why.
    static func note(_ text: Markup) -> Markup { element("p", ["class": "note"], text) }

    static func code(_ text: String) -> Markup { element("code", [:], Markup(text)) }

    /// Lines for a shell, each on one of its own.
    static func commands(_ lines: [String]) -> Markup {
        let text = lines.map { Markup($0).text }.joined(separator: "\n")
        return element("pre", ["tabindex": "0"], element("code", [:], Markup(whole: text)))
    }

    /// With titles above its columns; the first cell of each row says what it is of. A wide one moves sideways by itself.
    /// - Parameters:
    ///   - caption: what the table is; nothing where the text before it says that.
    ///   - wordy: columns that are words, and begin on the left.
    static func table(
        caption: Markup? = nil, titles: [Markup], rows: [[Markup]], wordy: Set<Int> = [0]
    ) -> Markup {
        func kind(_ column: Int) -> String { wordy.contains(column) ? "words" : "number" }
        let head = element(
            "thead", [:],
            element(
                "tr", [:],
                titles.enumerated().map { element("th", ["scope": "col", "class": kind($0.offset)], $0.element) }))
        let body = rows.map { cells in
            element(
                "tr", [:],
                cells.enumerated().map { column, cell in
                    column == 0
                        ? element("th", ["scope": "row"], cell) : element("td", ["class": kind(column)], cell)
                })
        }
        return scrolling(
            element(
                "table", [:],
                (caption.map { [element("caption", [:], $0)] } ?? []) + [head, element("tbody", [:], body)]))
    }

    /// Names and what they are.
    static func facts(_ facts: [(name: String, value: Markup)]) -> Markup {
        element(
            "dl", [:],
            facts.map { element("div", [:], element("dt", [:], Markup($0.name)), element("dd", [:], $0.value)) })
    }

    /// What is wider than the page moves sideways by itself.
    static func scrolling(_ content: Markup) -> Markup {
        element("div", ["class": "wide", "tabindex": "0"], content)
    }

    static func details(_ summary: Markup, _ content: [Markup]) -> Markup {
        element("details", [:], [element("summary", [:], summary)] + content)
    }

    static func section(_ id: String, _ title: Markup, _ content: [Markup]) -> Markup {
        element("section", ["id": id], [element("h2", [:], title)] + content)
    }
}

/// A file within the page, as what `src` names.
enum DataAddress {
    static func png(_ picture: Picture) throws -> String {
        "data:image/png;base64," + Data(try picture.png(for: "a picture of the report")).base64EncodedString()
    }

    static func svg(_ figure: Figure) throws -> String {
        "data:image/svg+xml;base64," + Data(try figure.bytes(as: .svg)).base64EncodedString()
    }
}
