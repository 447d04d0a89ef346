import InvarData
import InvarDump

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

    /// Room for each matrix, in pixels.
    private let side = 512
    private let gap = 48
    private let margin = 28
    private let line = 24
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

    /// How many pixels a dimension takes, or how many dimensions a pixel.
    private enum Zoom {
        case larger(Int)
        case smaller(Int)
    }

    private func zoom(_ width: Int) -> Zoom {
        width <= side ? .larger(max(side / max(width, 1), 1)) : .smaller((width + side - 1) / side)
    }

    private func draw(_ correlation: Correlation, on canvas: inout Canvas, x: Int, y: Int) {
        let width = correlation.width
        var drawn = 0
        switch zoom(width) {
        case .larger(let cell):
            for row in 0..<width {
                for column in 0..<width {
                    let color = DivergingPalette.color(Double(correlation.matrix[row * width + column]))
                    canvas.fill(x: x + column * cell, y: y + row * cell, width: cell, height: cell, color)
                }
            }
            drawn = width * cell
        case .smaller(let several):
            drawn = (width + several - 1) / several
            for row in 0..<drawn {
                for column in 0..<drawn {
                    let value = CorrelationPicture.mean(correlation, row, column, several)
                    canvas.set(x: x + column, y: y + row, DivergingPalette.color(value))
                }
            }
        }
        canvas.frame(x: x, y: y, width: drawn, height: drawn, .faint)
    }

    /// Mean of |correlation| between so many dimensions and so many others; 1 on the diagonal, which stays visible as it
    /// is where no mean is taken. Signs would cancel.
    private static func mean(_ correlation: Correlation, _ row: Int, _ column: Int, _ several: Int) -> Double {
        if row == column { return 1 }
        let width = correlation.width
        var (sum, count) = (0.0, 0)
        for a in (row * several)..<min((row + 1) * several, width) {
            for b in (column * several)..<min((column + 1) * several, width) {
                let value = correlation.matrix[a * width + b]
                if value.isNaN { continue }
                sum += Double(abs(value))
                count += 1
            }
        }
        return count > 0 ? sum / Double(count) : .nan
    }

    private func write(_ name: String, _ correlation: Correlation, on canvas: inout Canvas, x: Int, y: Int) {
        let m = correlation.measures
        let numbers = "mean |c| \(Format.fixed(m.meanAbsolute, 3))   rank \(Format.fixed(m.effectiveRank, 1))"
        canvas.write("\(name), \(correlation.width) dimensions", x: x, y: y)
        canvas.write(numbers + (m.dead > 0 ? "   dead \(m.dead)" : ""), x: x, y: y + line)
        if case .smaller(let several) = zoom(correlation.width) {
            canvas.write("a pixel: mean |c| of \(several)×\(several)", x: x, y: y + 2 * line, .faint)
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
