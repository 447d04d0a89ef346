/// A picture, described: panels in rows, with a title, a legend and a caption. It is drawn by `bytes`, as PNG or as SVG, the same.
///
///     let loss = Chart(
///         x: Axis("step"), y: Axis("loss"),
///         series: [.init("first", style: SeriesStyle(0), points: [Point(1, 3), Point(2, 1.5)])])
///     let png = try Figure("How it went", panels: [Panel(.chart(loss))]).bytes(as: .png)
package struct Figure: Sendable, Hashable {
    package var title: String
    /// Paragraphs beneath.
    package var caption: [String]
    /// So many panels side by side.
    package var columns: Int
    package var panels: [Panel]
    /// Between two panels side by side, in points.
    package var gap = 22.0
    /// Whether it says itself which series is which, where there are several; a page may say it once for many figures.
    package var hasLegend = true

    package init(_ title: String = "", columns: Int = 3, panels: [Panel], caption: [String] = []) {
        (self.title, self.columns, self.panels, self.caption) = (title, columns, panels, caption)
    }

    /// The file of the picture.
    /// - Parameter format: PNG has two pixels in a point.
    /// - Throws: `DrawingError` for what Cairo cannot do: of a picture that is too large, for want of memory.
    package func bytes(as format: PictureFormat) throws(DrawingError) -> [UInt8] {
        let layout = try FigureLayout(self)
        return try Page.bytes(layout.size, as: format, text: texts, layout.draw)
    }

    /// Pixels of the PNG picture.
    package func pixels() throws(DrawingError) -> (width: Int, height: Int) {
        let size = try FigureLayout(self).size
        let scale = Page.scale(size)
        return (Int(size.width * scale), Int(size.height * scale))
    }

    /// Everything that is written in it but for numbers at axes: its title first.
    package var texts: [String] { [title] + legend.map(\.name) + panels.flatMap(\.texts) + caption }

    /// Whether this machine has no fonts: what is written is then Cairo's own, in English letters only.
    package static func lacksFonts() throws(DrawingError) -> Bool { try Canvas.measuring().lacksFonts }

    /// Of every name one entry, if there are several.
    var legend: [Chart.Series] {
        guard hasLegend else { return [] }
        var found: [Chart.Series] = []
        for panel in panels {
            guard case .chart(let chart) = panel.content else { continue }
            for series in chart.series where !found.contains(where: { $0.name == series.name }) { found.append(series) }
        }
        return found.count > 1 ? found : []
    }
}

/// One of a figure's pictures, with a title and notes of its own.
package struct Panel: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        case chart(Chart)
        case rows(RowChart)
        case heatMap(HeatMap)
        case strip(Strip)
    }

    package var title: String
    package var content: Content
    /// Beneath.
    package var notes: [String]

    package init(_ content: Content, title: String = "", notes: [String] = []) {
        (self.content, self.title, self.notes) = (content, title, notes)
    }

    var texts: [String] {
        let inside =
            switch content {
            case .chart(let chart): [chart.x.title, chart.y.title]
            case .rows(let chart): [chart.axis.title] + chart.rows.flatMap { [$0.name, $0.note] }
            case .heatMap: [String]()
            case .strip(let strip): strip.tiles.flatMap { [$0.name] + $0.notes }
            }
        return ([title] + inside + notes).filter { !$0.isEmpty }
    }
}
