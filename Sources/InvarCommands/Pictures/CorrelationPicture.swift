import InvarDrawing
import InvarDump
import InvarTraining

/// Correlation matrices as one picture: a row for each run, representation and embedding side by side.
package enum CorrelationPicture {
    package struct Row {
        let title: String
        let representation: Correlation
        let embedding: Correlation

        package init(title: String, representation: Correlation, embedding: Correlation) {
            (self.title, self.representation, self.embedding) = (title, representation, embedding)
        }
    }

    /// More dimensions than this share a cell.
    private static let most = 512

    package static func figure(_ rows: [Row]) -> Figure {
        let panels = rows.flatMap { row in
            [
                panel("\(row.title)\nrepresentation", row.representation, hasScale: false),
                panel("embedding", row.embedding, hasScale: true),
            ]
        }
        return Figure(columns: 2, panels: panels, caption: ["Pearson correlation of every dimension with every other."])
    }

    private static func panel(_ name: String, _ correlation: Correlation, hasScale: Bool) -> Panel {
        let m = correlation.measures
        let several = max((correlation.width + most - 1) / most, 1)
        var map = map(correlation, several)
        map.hasScale = hasScale
        var notes = [
            "mean |c| \(Format.fixed(m.meanAbsolute, 3)), rank \(Format.fixed(m.effectiveRank, 1))"
                + (m.dead > 0 ? ", \(m.dead) dead" : "")
        ]
        if several > 1 { notes.append("a pixel: mean |c| of \(several)×\(several)") }
        return Panel(
            .heatMap(map), title: "\(name), \(Format.count(correlation.width, "dimension"))", notes: notes)
    }

    private static func map(_ correlation: Correlation, _ several: Int) -> HeatMap {
        let width = correlation.width
        guard several > 1 else {
            return HeatMap(rows: width, columns: width, values: correlation.matrix.map(Double.init))
        }
        let side = (width + several - 1) / several
        let values = (0..<(side * side)).map { mean(correlation, $0 / side, $0 % side, several) }
        return HeatMap(rows: side, columns: side, values: values)
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
}
