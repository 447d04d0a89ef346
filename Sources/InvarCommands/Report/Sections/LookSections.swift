import Foundation
import InvarData
import InvarDrawing
import InvarDump
import InvarGraph

/// What the encoders make of images: which classes they take for which, what is near what, how they lie in the plane.
enum LookSections {
    static func parts(
        _ runs: [ReportedRun], _ names: RunNames, _ sheets: inout PictureSheets
    ) throws -> [ReportPage.Part] {
        let missing = runs.indices.filter { runs[$0].look == nil }.flatMap { index in
            names.heading(index) + [
                Markup.note(Markup("Not looked at: \(runs[index].lookIsMissing ?? "no images were read")."))
            ]
        }
        let looks = runs.indices.compactMap { index in runs[index].look.map { (index, $0) } }
        guard !looks.isEmpty else {
            return [ReportPage.Part(id: "encoder", title: "What the encoder sees", content: missing)]
        }
        var (confusions, likenesses, planes): ([Markup], [Markup], [Markup]) = ([], [], [])
        for (index, look) in looks {
            confusions.append(.element("div", [:], names.heading(index) + ConfusionTable.content(look)))
            likenesses += try names.heading(index) + likeness(look)
            planes.append(
                .element("div", [:], try names.heading(index) + plane(look, &sheets, isFirst: planes.isEmpty)))
        }
        return [
            ReportPage.Part(id: "confusion", title: "What is taken for what", content: [beside(confusions)] + missing),
            ReportPage.Part(id: "neighbours", title: "Nearest neighbours", content: likenesses),
            ReportPage.Part(
                id: "projection", title: "Projection", content: [beside(planes)]),
        ]
    }

    private static func beside(_ parts: [Markup]) -> Markup { .element("div", ["class": "beside"], parts) }

    private static func likeness(_ look: EncoderLook) throws -> [Markup] {
        guard !look.likenesses.isEmpty else {
            return [.note("Rows of numbers have no pictures to show beside each other.")]
        }
        let strips = try look.likenesses.map { likeness in
            let query = likeness.query.label ?? "image"
            let tiles = try likeness.found.map { tile, similarity in
                let words = [tile.label, Format.fixed(Double(similarity), 3)].compactMap { $0 }.joined(separator: " ")
                return try PictureTile.figure(tile.picture, words, of: "neighbour: \(words)")
            }
            return Markup.element(
                "div", ["class": "strip"],
                [try PictureTile.figure(likeness.query.picture, query, of: "\(query), looked for")] + tiles)
        }
        return [
            .paragraph(
                "Before each line an image of \(look.queries), then the most similar among \(look.bank), with the cosine of their representations."
            ),
            .element("div", ["class": "strips neighbours"], strips),
        ]
    }

    // MARK: The plane

    private static let side = 1000.0

    /// - Parameter isFirst: of the page; the others use the shapes of its points.
    private static func plane(
        _ look: EncoderLook, _ sheets: inout PictureSheets, isFirst: Bool
    ) throws -> [Markup] {
        guard let projection = look.projection else {
            return [.note("A projection needs two \(look.item)s and two dimensions.")]
        }
        let (low, high) = (projection.frame.low, projection.frame.high)
        func place(_ value: Double, _ low: Double, _ high: Double) -> String {
            Format.fixed(side * min(max((value - low) / (high - low), 0.01), 0.99), 0)
        }
        let present = Array(Set(projection.labels)).sorted()
        let isLabelled = present.count > 1
        let marks = zip(projection.points, projection.labels).map { point, label in
            let style = SeriesStyle(isLabelled ? label : 0)
            return Markup.element(
                "use",
                [
                    "href": "#mark-\(style.mark)", "x": place(point.x, low.x, high.x),
                    "y": Format.fixed(side - (Double(place(point.y, low.y, high.y)) ?? 0), 0), "class": color(style),
                    "data-name": isLabelled ? projection.classNames[label] : "",
                ])
        }
        let shares = projection.shares.map { Format.fixed(100 * $0, 1) }
        let svg = Markup.element(
            "svg",
            [
                "viewBox": "0 0 1000 1000", "tabindex": "0", "role": "group",
                "aria-label":
                    "\(projection.points.count) representations in the plane; arrow keys go from point to point",
            ], (isFirst ? [shapes] : []) + marks)
        let said = Markup.element(
            "p", ["class": "quiet"],
            Markup(
                "\(Format.count(projection.points.count, look.item)) of \(look.queries). Across: the first principal component (\(shares[0]) % of the variance); upwards: the "
                    + "second (\(shares[1]) %). "
                    + (projection.tiles.isEmpty ? "A point says its class" : "A point shows its image")
                    + " under the pointer, where it is touched, and by the arrow keys."))
        var content = [said]
        if isLabelled { content.append(legend(present.map { (projection.classNames[$0], SeriesStyle($0)) })) }
        return content + [try card(projection, svg, &sheets)]
    }

    private static func card(
        _ projection: EncoderLook.Projection, _ svg: Markup, _ sheets: inout PictureSheets
    ) throws -> Markup {
        let words = Markup.element("span", ["aria-live": "polite"], "")
        guard let first = projection.tiles.first else {
            return .element(
                "div", ["class": "plane"], svg,
                .element("div", ["class": "card", "hidden": "hidden"], .element("i", [:], ""), words))
        }
        let columns = 20
        let sheet = sheets.name(of: try DataAddress.png(Picture(tiles: projection.tiles, columns: columns)))
        return .element(
            "div",
            [
                "class": "plane", "data-columns": "\(columns)", "data-width": "\(first.width)",
                "data-height": "\(first.height)",
            ], svg,
            .element("div", ["class": "card", "hidden": "hidden"], .element("i", ["class": sheet], ""), words))
    }

    /// Around their places; as large as each other to the eye.
    private static var shapes: Markup {
        .element(
            "defs", [:],
            .element("circle", ["id": "mark-disc", "r": "8"]),
            .element("rect", ["id": "mark-square", "x": "-7", "y": "-7", "width": "14", "height": "14"]),
            .element("path", ["id": "mark-triangle", "d": "M0 -10 L9 6.5 L-9 6.5 Z"]),
            .element("path", ["id": "mark-diamond", "d": "M0 -10.5 L10.5 0 L0 10.5 L-10.5 0 Z"]))
    }

    private static func color(_ style: SeriesStyle) -> String { "c\(style.index % 7)" }

    private static func legend(_ classes: [(name: String, style: SeriesStyle)]) -> Markup {
        let entries = classes.map { name, style in
            let mark = Markup.element(
                "svg", ["width": "14", "height": "14", "viewBox": "-12 -12 24 24", "aria-hidden": "true"],
                .element("use", ["href": "#mark-\(style.mark)", "class": color(style)]))
            return Markup.element("li", [:], mark + Markup.element("span", [:], Markup(name)))
        }
        return .element("ul", ["class": "legend"], entries)
    }
}

/// How often images of a class were taken for another one.
enum ConfusionTable {
    /// Of so many classes a table still fits a page.
    private static let most = 20

    static func content(_ look: EncoderLook) -> [Markup] {
        guard let confusion = look.confusion else {
            return [.note("There are no classes to tell apart: the \(look.item)s have no labels, or no test has any.")]
        }
        let said = Markup.paragraph(
            Markup(
                "\(Format.fixed(confusion.accuracy, 1)) % of \(look.queries) are taken for what they are by their \(confusion.neighbours) nearest neighbours among "
                    + "\(look.bank). "
                    + (confusion.classNames.count > most
                        ? "" : "A row is a class, and says for what its \(look.item)s were taken.")))
        return [said] + (confusion.classNames.count > most ? lists(confusion) : [table(confusion)])
    }

    private static func table(_ confusion: EncoderLook.Confusion) -> Markup {
        let head = Markup.element(
            "tr", [:],
            [Markup.element("td", [:], "")]
                + confusion.classNames.map { Markup.element("th", ["scope": "col"], .element("span", [:], Markup($0))) }
        )
        let rows = confusion.classNames.indices.map { row in
            let total = max(confusion.counts[row].reduce(0, +), 1)
            let cells = confusion.counts[row].enumerated().map { column, count in
                let kind = [column == row ? "right" : "", count == 0 ? "zero" : ""].filter { !$0.isEmpty }
                return Markup.element(
                    "td",
                    [
                        "class": kind.isEmpty ? "other" : kind.joined(separator: " "),
                        "style": "--part: \(Format.fixed(Double(count) / Double(total), 2))",
                    ], Markup(Format.grouped(count)))
            }
            return Markup.element(
                "tr", [:], [.element("th", ["scope": "row"], Markup(confusion.classNames[row]))] + cells)
        }
        return .scrolling(
            .element(
                "table", ["class": "confusion"], .element("thead", [:], head), .element("tbody", [:], rows)))
    }

    /// Of many classes those that are found least often, and what is confused most often.
    private static func lists(_ confusion: EncoderLook.Confusion) -> [Markup] {
        let (counts, names) = (confusion.counts, confusion.classNames)
        let totals = counts.map { $0.reduce(0, +) }
        func percent(_ count: Int, _ row: Int) -> Markup {
            Markup(Format.fixed(100 * Double(count) / Double(max(totals[row], 1)), 1))
        }
        let seen = names.indices.filter { totals[$0] > 0 }
        let worst = seen.sorted { counts[$0][$0] * totals[$1] < counts[$1][$1] * totals[$0] }.prefix(12)
        let pairs = seen.flatMap { row in names.indices.filter { $0 != row && counts[row][$0] > 0 }.map { (row, $0) } }
            .sorted { counts[$0.0][$0.1] > counts[$1.0][$1.1] }.prefix(20)
        return [
            .table(
                caption: "Classes that are found least often.", titles: ["class", "percent found", "of"],
                rows: worst.map {
                    [Markup(names[$0]), percent(counts[$0][$0], $0), Markup(Format.grouped(totals[$0]))]
                }),
            .table(
                caption: "What is taken for something else most often.",
                titles: ["class", "taken for", "times", "percent"],
                rows: pairs.map { row, column in
                    [
                        Markup(names[row]), Markup(names[column]), Markup(Format.grouped(counts[row][column])),
                        percent(counts[row][column], row),
                    ]
                }, wordy: [0, 1]),
        ]
    }
}
