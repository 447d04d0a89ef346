/// Where a panel's content lies, and how it is drawn: a box, and what stands around it.
protocol PanelLayout {
    var size: Size { get }
    var insets: Insets { get }
    func draw(_ canvas: Canvas, in box: Box)
}

/// Where everything of a figure lies. Boxes of one column begin at the same place, and so do those of one row.
struct FigureLayout {
    private struct Cell {
        let content: any PanelLayout
        var title: [String] = []
        var notes: [String] = []
    }

    private struct Entry {
        let series: Chart.Series
        let name: String
        let place: Point
    }

    private static let margin = 14.0
    private static let mostEntries = 60
    private static let sample = 22.0

    private let figure: Figure
    private var rows: [[Cell]] = []
    private var columns: [(x: Double, insets: Insets, width: Double)] = []
    private var heights: [(title: Double, top: Double, content: Double, bottom: Double, notes: Double)] = []
    private var title: [String] = []
    private var caption: [String] = []
    private var entries: [Entry] = []
    private var legendHeight = 0.0
    private(set) var size = Size(width: 0, height: 0)

    init(_ figure: Figure) throws(DrawingError) {
        self.figure = figure
        let canvas = try Canvas.measuring()
        place(canvas)
        try canvas.check()
    }

    private mutating func place(_ canvas: Canvas) {
        let count = max(1, min(figure.columns, figure.panels.count))
        let cells = figure.panels.map {
            Cell(content: Self.layout($0.content, canvas, alone: figure.panels.count == 1 && figure.hasLegend))
        }
        rows = stride(from: 0, to: cells.count, by: count).map { Array(cells[$0..<min($0 + count, cells.count)]) }
        var x = Self.margin
        for column in 0..<count {
            let contents = rows.compactMap { column < $0.count ? $0[column].content : nil }
            let (left, right) = (contents.map(\.insets.left).max() ?? 0, contents.map(\.insets.right).max() ?? 0)
            let width = contents.map(\.size.width).max() ?? 0
            columns.append((x, Insets(left: left, right: right), width))
            x += left + width + right + figure.gap
        }
        let inner = max(x - figure.gap - Self.margin, 260)
        for row in rows.indices {
            for column in rows[row].indices {
                let (panel, place) = (figure.panels[row * count + column], columns[column])
                let width = place.insets.left + place.width + place.insets.right
                if !panel.title.isEmpty {
                    rows[row][column].title = canvas.wrapped(panel.title, width: width, .heading)
                }
                rows[row][column].notes = panel.notes.flatMap {
                    canvas.wrapped($0, width: width - place.insets.left, .note)
                }
            }
            let cells = rows[row]
            heights.append(
                (
                    Double(cells.map(\.title.count).max() ?? 0) * TextStyle.heading.lineHeight,
                    cells.map(\.content.insets.top).max() ?? 0, cells.map(\.content.size.height).max() ?? 0,
                    cells.map(\.content.insets.bottom).max() ?? 0,
                    Double(cells.map(\.notes.count).max() ?? 0) * TextStyle.note.lineHeight
                ))
        }
        if !figure.title.isEmpty { title = canvas.wrapped(figure.title, width: inner, .title) }
        caption = figure.caption.flatMap { canvas.wrapped($0, width: inner, .note) }
        let isLabelled = cells.count == 1 && (cells[0].content as? ChartLayout)?.isLabelled == true
        if !isLabelled { placeLegend(canvas, width: inner) }
        let all = heights.reduce(0) { $0 + $1.title + $1.top + $1.content + $1.bottom + $1.notes }
        let gaps = figure.gap * 0.7 * Double(max(heights.count - 1, 0))
        size = Size(
            width: (inner + 2 * Self.margin).rounded(.up),
            height: (2 * Self.margin + head + legendHeight + all + gaps + foot).rounded(.up))
    }

    private var head: Double { title.isEmpty ? 0 : Double(title.count) * TextStyle.title.lineHeight + 6 }
    private var foot: Double { caption.isEmpty ? 0 : Double(caption.count) * TextStyle.note.lineHeight + 8 }

    private static func layout(_ content: Panel.Content, _ canvas: Canvas, alone: Bool) -> any PanelLayout {
        switch content {
        case .chart(let chart): ChartLayout(chart, canvas, isLabelled: alone && chart.series.count > 1)
        case .rows(let chart): RowChartLayout(chart, canvas)
        case .heatMap(let map): HeatMapLayout(map, canvas)
        case .strip(let strip): StripLayout(strip, canvas)
        }
    }

    /// In lines, as many entries in each as there is room for.
    private mutating func placeLegend(_ canvas: Canvas, width: Double) {
        let all = figure.legend
        guard !all.isEmpty else { return }
        let height = TextStyle.plain.lineHeight + 1
        var place = Point(Self.margin, Self.margin + head + height / 2)
        for series in all.prefix(Self.mostEntries) {
            let name = canvas.shortened(series.name, width: width - Self.sample - 6, .plain)
            let entry = Self.sample + 5 + canvas.width(of: name, .plain)
            if place.x > Self.margin, place.x + entry > Self.margin + width {
                place = Point(Self.margin, place.y + height)
            }
            entries.append(Entry(series: series, name: name, place: place))
            place.x += entry + 16
        }
        if all.count > Self.mostEntries { caption.insert("and \(all.count - Self.mostEntries) more names", at: 0) }
        legendHeight = place.y + height / 2 - Self.margin - head + 8
    }

    func draw(_ canvas: Canvas) {
        canvas.lines(title, x: Self.margin, y: Self.margin, .title)
        for entry in entries { draw(entry, canvas) }
        var y = Self.margin + head + legendHeight
        for (row, height) in zip(rows, heights) {
            for (cell, column) in zip(row, columns) {
                let above = height.title - Double(cell.title.count) * TextStyle.heading.lineHeight
                canvas.lines(cell.title, x: column.x, y: y + above, .heading)
                let box = Box(
                    x: column.x + column.insets.left, y: y + height.title + height.top, width: cell.content.size.width,
                    height: cell.content.size.height)
                cell.content.draw(canvas, in: box)
                canvas.lines(
                    cell.notes, x: column.x + column.insets.left,
                    y: y + height.title + height.top + height.content + height.bottom, .note)
            }
            y += height.title + height.top + height.content + height.bottom + height.notes + figure.gap * 0.7
        }
        canvas.lines(
            caption, x: Self.margin, y: size.height - Self.margin - Double(caption.count) * TextStyle.note.lineHeight,
            .note)
    }

    private func draw(_ entry: Entry, _ canvas: Canvas) {
        let (x, y) = (entry.place.x, entry.place.y)
        let style = entry.series.style
        switch entry.series.kind {
        case .line:
            if !entry.series.band.isEmpty {
                canvas.fill(Box(x: x, y: y - 4, width: Self.sample, height: 8), style.color.with(opacity: 0.2))
            }
            canvas.line([Point(x, y), Point(x + Self.sample, y)], style.color, width: 1.5, dash: style.dash)
        case .points: canvas.mark(style.mark, at: Point(x + Self.sample - 6, y), radius: 4, style.color)
        }
        canvas.text(entry.name, at: Point(x + Self.sample + 5, y), .plain)
    }
}
