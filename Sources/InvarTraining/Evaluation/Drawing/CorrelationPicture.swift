import Foundation
import InvarData

/// Correlation matrices as one picture: a row for each run, representation and embedding side by side.
package struct CorrelationPicture {
    package struct Row {
        let title: String
        let panels: [(name: String, correlation: Correlation)]

        package init(title: String, representation: Correlation, embedding: Correlation) {
            self.title = title
            panels = [("representation", representation), ("embedding", embedding)]
        }
    }

    /// Of each matrix, in pixels.
    private let side = 384
    private let gap = 48
    private let margin = 28
    private let line = 20
    private let titleHeight = 34
    private let scaleWidth = 90

    package init() {}

    package func draw(_ rows: [Row]) -> Picture {
        let columns = rows.map(\.panels.count).max() ?? 0
        let rowHeight = titleHeight + side + 3 * line + gap
        var canvas = Canvas(
            width: 2 * margin + columns * side + max(columns - 1, 0) * gap + scaleWidth,
            height: margin + max(rows.count, 1) * rowHeight)
        for (index, row) in rows.enumerated() {
            let top = margin + index * rowHeight
            let room = columns * side + max(columns - 1, 0) * gap
            canvas.write(Canvas.fitted(row.title, width: room), x: margin, y: top)
            for (column, panel) in row.panels.enumerated() {
                let left = margin + column * (side + gap)
                draw(panel.correlation, on: &canvas, x: left, y: top + titleHeight)
                write(panel.name, panel.correlation, on: &canvas, x: left, y: top + titleHeight + side + 12)
            }
            drawScale(on: &canvas, x: margin + columns * side + (columns - 1) * gap + 24, y: top + titleHeight)
        }
        return canvas.picture
    }

    /// One pixel for part of a dimension, or for several dimensions: then the mean of |correlation| over their pairs.
    private func draw(_ correlation: Correlation, on canvas: inout Canvas, x: Int, y: Int) {
        let width = correlation.width
        func range(_ pixel: Int) -> Range<Int> {
            let first = pixel * width / side
            return first..<max((pixel + 1) * width / side, first + 1)
        }
        for row in 0..<side {
            for column in 0..<side {
                let value = CorrelationPicture.value(correlation, range(row), range(column))
                canvas.set(x: x + column, y: y + row, DivergingPalette.color(value))
            }
        }
        canvas.frame(x: x, y: y, width: side, height: side, .faint)
    }

    /// Whether a pixel stands for several dimensions.
    private func isAveraged(_ correlation: Correlation) -> Bool { correlation.width > side }

    private static func value(_ correlation: Correlation, _ rows: Range<Int>, _ columns: Range<Int>) -> Double {
        if rows.count == 1, columns.count == 1 {
            return Double(correlation.matrix[rows.lowerBound * correlation.width + columns.lowerBound])
        }
        // the diagonal stays visible, as it is where no mean is taken
        if rows.overlaps(columns), rows.contains(columns.lowerBound) { return 1 }
        var (sum, count) = (0.0, 0)
        for row in rows {
            for column in columns {
                let value = correlation.matrix[row * correlation.width + column]
                if value.isNaN { continue }
                sum += Double(abs(value))
                count += 1
            }
        }
        return count > 0 ? sum / Double(count) : .nan
    }

    private func write(_ name: String, _ correlation: Correlation, on canvas: inout Canvas, x: Int, y: Int) {
        let m = correlation.measures
        let numbers = String(format: "mean |c| %.3f   rank %.1f", m.meanAbsolute, m.effectiveRank)
        canvas.write("\(name), \(correlation.width) dimensions", x: x, y: y)
        canvas.write(numbers + (m.dead > 0 ? "   dead \(m.dead)" : ""), x: x, y: y + line)
        if isAveraged(correlation) {
            canvas.write("a pixel: mean |c| of several", x: x, y: y + 2 * line, .faint)
        }
    }

    private func drawScale(on canvas: inout Canvas, x: Int, y: Int) {
        let width = 18
        for row in 0..<side {
            let value = 1 - 2 * Double(row) / Double(side - 1)
            canvas.fill(x: x, y: y + row, width: width, height: 1, DivergingPalette.color(value))
        }
        canvas.frame(x: x, y: y, width: width, height: side, .faint)
        for (value, label) in [(1.0, "1"), (0.5, "0.5"), (0, "0"), (-0.5, "-0.5"), (-1, "-1")] {
            let row = y + Int((1 - value) / 2 * Double(side - 1))
            canvas.fill(x: x + width, y: row, width: 5, height: 1, .faint)
            canvas.write(label, x: x + width + 9, y: min(max(row - 7, y), y + side - 14))
        }
    }
}
