/// A row for each of several things: what was found of it, one mark for each time, and their mean.
package struct RowChart: Sendable, Hashable {
    package struct Row: Sendable, Hashable {
        package var name: String
        package var values: [Double]
        /// The mean, in words, behind the row; or why there is none.
        package var note: String

        package init(_ name: String, values: [Double], note: String) {
            (self.name, self.values, self.note) = (name, values, note)
        }
    }

    package var rows: [Row]
    package var axis: Axis
    /// In points, without names and notes.
    package var width = 150.0
    package var showsNames = true

    package init(rows: [Row], axis: Axis) { (self.rows, self.axis) = (rows, axis) }
}

struct RowChartLayout: PanelLayout {
    private static let rowHeight = 20.0
    private let chart: RowChart
    private let domain: Domain
    private let ticks: Ticks
    let size: Size
    private(set) var insets = Insets()

    init(_ chart: RowChart, _ canvas: Canvas) {
        self.chart = chart
        domain = Domain(chart.rows.flatMap(\.values).filter(\.isFinite), chart.axis)
        let domain = domain
        size = Size(width: chart.width, height: Double(max(chart.rows.count, 1)) * Self.rowHeight)
        func ends(_ ticks: Ticks) -> [(left: Double, right: Double)] {
            zip(ticks.values, ticks.labels).map { value, label in
                let (middle, half) = (domain.place(value) * chart.width, canvas.width(of: label, .tick) / 2)
                return (middle - half, middle + half)
            }
        }
        let choices = (1...5).reversed().map { domain.ticks(atMost: $0) }
        ticks =
            choices.first { zip(ends($0), ends($0).dropFirst()).allSatisfy { $0.right + 8 < $1.left } } ?? choices[4]
        let places = ends(ticks)
        let names = chart.rows.map { canvas.width(of: $0.name, .plain) }.max() ?? 0
        let notes = chart.rows.map { canvas.width(of: $0.note, .plain) }.max() ?? 0
        insets = Insets(
            left: max(chart.showsNames ? names + 10 : 4, -(places.map(\.left).min() ?? 0)),
            right: max(notes + 10, (places.map(\.right).max() ?? 0) - chart.width), top: 2,
            bottom: TextStyle.tick.lineHeight + 6 + TextStyle.plain.lineHeight)
    }

    func draw(_ canvas: Canvas, in box: Box) {
        for (row, content) in chart.rows.enumerated() {
            let top = box.y + Double(row) * Self.rowHeight
            if row.isMultiple(of: 2) {
                canvas.fill(
                    Box(
                        x: box.x - insets.left, y: top, width: box.width + insets.left + insets.right,
                        height: Self.rowHeight), .stripe)
            }
            if chart.showsNames {
                canvas.text(content.name, at: Point(box.x - 8, top + Self.rowHeight / 2), .plain, .right)
            }
            canvas.text(content.note, at: Point(box.right + 8, top + Self.rowHeight / 2), .plain)
        }
        for (value, label) in zip(ticks.values, ticks.labels) {
            let x = box.x + domain.place(value) * box.width
            canvas.line([Point(x, box.y), Point(x, box.bottom + 3)], .grid)
            canvas.text(label, at: Point(x, box.bottom + 5 + 0.5 * TextStyle.tick.lineHeight), .tick, .middle)
        }
        canvas.line([Point(box.x, box.bottom), Point(box.right, box.bottom)], .faint)
        let below = box.bottom + 6 + TextStyle.tick.lineHeight + 0.5 * TextStyle.plain.lineHeight
        canvas.text(chart.axis.title + ticks.unit, at: Point(box.centre.x, below), .plain, .middle)
        for (row, content) in chart.rows.enumerated() {
            draw(content.values.filter(\.isFinite), canvas, box, box.y + (Double(row) + 0.5) * Self.rowHeight)
        }
    }

    /// A bar from 0 to the mean where the axis has a 0, else a stroke at the mean; a dot for each value.
    private func draw(_ values: [Double], _ canvas: Canvas, _ box: Box, _ y: Double) {
        guard !values.isEmpty else { return }
        let color = SeriesStyle(0).color
        func x(_ value: Double) -> Double { box.x + domain.place(value) * box.width }
        let mean = x(values.reduce(0, +) / Double(values.count))
        if chart.axis.includesZero {
            let zero = x(0)
            canvas.fill(
                Box(x: min(zero, mean), y: y - 5.5, width: abs(mean - zero), height: 11), color.with(opacity: 0.35))
        } else {
            canvas.line([Point(x(values.min() ?? 0), y), Point(x(values.max() ?? 0), y)], color, width: 1)
            canvas.line([Point(mean, y - 6), Point(mean, y + 6)], color, width: 1.5)
        }
        for value in values { canvas.mark(.disc, at: Point(x(value), y), radius: 2.2, color.with(opacity: 0.85)) }
    }
}
