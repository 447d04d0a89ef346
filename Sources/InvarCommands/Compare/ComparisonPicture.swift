import InvarDump
import func InvarGraph.xmlEscaped
import InvarTraining

/// A comparison as a picture: a row for each architecture, a panel for each measure; a bar to the mean, a dot for every seed.
struct ComparisonPicture {
    private struct Panel {
        let title: String
        let value: (Comparison.Run) -> Double?
        /// The axis begins here; at 0 where nothing is said.
        var low = 0.0
        var high: Double
        let digits: Int
    }

    private let comparison: Comparison

    init(_ comparison: Comparison) { self.comparison = comparison }

    private static let rowHeight = 24
    private static let panelWidth = 190
    private static let gap = 30
    private static let top = 56

    var svg: String {
        let names = comparison.architectures
        let left = 24 + (names.map(\.count).max() ?? 0) * 8
        let panels = self.panels
        let width = left + panels.count * (Self.panelWidth + Self.gap) + 10
        let height = Self.top + names.count * Self.rowHeight + 34
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" font-family=\"sans-serif\" font-size=\"12\">",
            "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>",
            "<text x=\"12\" y=\"20\" font-size=\"13\">\(xmlEscaped(heading))</text>",
        ]
        for (row, name) in names.enumerated() {
            let y = Self.top + row * Self.rowHeight
            if row.isMultiple(of: 2) {
                lines.append(
                    "<rect x=\"0\" y=\"\(y)\" width=\"\(width)\" height=\"\(Self.rowHeight)\" fill=\"#f4f4f6\"/>")
            }
            lines.append("<text x=\"\(left - 10)\" y=\"\(y + 16)\" text-anchor=\"end\">\(xmlEscaped(name))</text>")
        }
        for (index, panel) in panels.enumerated() {
            lines += draw(panel, x: left + index * (Self.panelWidth + Self.gap), names)
        }
        return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
    }

    private var heading: String {
        let s = comparison.settings
        return
            "\(s.data), \(Format.count(s.trainImages, s.item)), \(Format.count(s.epochs, "epoch")), batch \(s.batch), "
            + "\(s.optimizer) at \(Format.short(s.learningRate)); bars: mean over seeds, dots: each seed"
    }

    private var panels: [Panel] {
        func most(_ value: (Comparison.Run) -> Double?) -> Double { comparison.runs.compactMap(value).max() ?? 1 }
        return [
            Panel(title: "kNN, %", value: \.knn, high: 100, digits: 1),
            Panel(title: "linear probe, %", value: \.linear, high: 100, digits: 1),
            Panel(
                title: "|correlation| of embeddings", value: \.collapse?.meanAbsoluteCorrelation, high: 1, digits: 3),
            Panel(
                title: "effective rank of embeddings", value: \.collapse?.effectiveRank,
                high: max(most(\.collapse?.effectiveRank), 2), digits: 1),
        ]
    }

    private func draw(_ panel: Panel, x: Int, _ names: [String]) -> [String] {
        let bottom = Self.top + names.count * Self.rowHeight
        func place(_ value: Double) -> Double {
            let share = (value - panel.low) / max(panel.high - panel.low, 1e-12)
            return Double(x) + Double(Self.panelWidth) * min(max(share, 0), 1)
        }
        var lines = [
            "<text x=\"\(x)\" y=\"\(Self.top - 10)\" font-weight=\"bold\">\(xmlEscaped(panel.title))</text>",
            "<line x1=\"\(x)\" y1=\"\(Self.top)\" x2=\"\(x)\" y2=\"\(bottom)\" stroke=\"#888\"/>",
            "<text x=\"\(x)\" y=\"\(bottom + 16)\" fill=\"#666\">\(Format.short(panel.low))</text>",
            "<text x=\"\(x + Self.panelWidth)\" y=\"\(bottom + 16)\" fill=\"#666\" text-anchor=\"end\">\(Format.short(panel.high))</text>",
        ]
        for (row, name) in names.enumerated() {
            let y = Self.top + row * Self.rowHeight
            let values = comparison.runs(of: name).compactMap(panel.value).filter(\.isFinite)
            guard let found = MeanSpread(values) else {
                lines.append("<text x=\"\(x + 6)\" y=\"\(y + 16)\" fill=\"#b00\">diverged</text>")
                continue
            }
            let end = place(found.mean)
            lines.append(
                "<rect x=\"\(x)\" y=\"\(y + 5)\" width=\"\(Format.fixed(end - Double(x), 1))\" height=\"14\" fill=\"#9db8d9\"/>"
            )
            for value in values {
                lines.append(
                    "<circle cx=\"\(Format.fixed(place(value), 1))\" cy=\"\(y + 12)\" r=\"2.5\" fill=\"#1f4e8c\"/>")
            }
            let right = end + 40 > Double(x + Self.panelWidth)
            lines.append(
                "<text x=\"\(Format.fixed(right ? end - 6 : end + 6, 1))\" y=\"\(y + 16)\"\(right ? " text-anchor=\"end\"" : "")>\(Format.fixed(found.mean, panel.digits))</text>"
            )
        }
        return lines
    }
}
