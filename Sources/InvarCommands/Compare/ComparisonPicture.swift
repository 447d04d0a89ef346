import InvarDrawing
import InvarDump
import InvarTraining

/// A comparison as a picture: a row for each architecture, a panel for each measure; a dot for every seed, and their mean.
package struct ComparisonPicture {
    private let comparison: Comparison

    package init(_ comparison: Comparison) { self.comparison = comparison }

    /// The bytes of an SVG file.
    var svg: String { get throws { String(decoding: try figure.bytes(as: .svg), as: UTF8.self) } }

    package var figure: Figure {
        // accuracies lie close to each other, far above 0; the other two mean something at 0
        let panels = [
            panel("kNN", Axis("% of test images"), \.knn, digits: 1),
            panel("linear probe", Axis("% of test images"), \.linear, digits: 1),
            panel(
                "|correlation| of embeddings", Axis("mean over pairs", includesZero: true),
                \.collapse?.meanAbsoluteCorrelation, digits: 3),
            panel(
                "effective rank of embeddings", Axis("dimensions", includesZero: true), \.collapse?.effectiveRank,
                digits: 1),
        ]
        let settings = comparison.settings
        let title =
            "\(settings.data): \(Format.count(settings.trainImages, settings.item)), \(Format.count(settings.epochs, "epoch"))"
        let recipe = "Batch \(settings.batch), \(settings.optimizer) at \(Format.short(settings.learningRate)). "
        let several = comparison.architectures.contains { comparison.runs(of: $0).count > 1 }
        let marks =
            several
            ? "A dot is one seed; the stroke, or the bar's end, their mean; ± their standard deviation."
            : "One seed: a dot, and where the axis begins at 0 a bar up to it."
        return Figure(title, columns: panels.count, panels: panels, caption: [recipe + marks])
    }

    private func panel(
        _ title: String, _ axis: Axis, _ value: (Comparison.Run) -> Double?, digits: Int
    ) -> Panel {
        let rows = comparison.architectures.map { name in
            let values = comparison.runs(of: name).compactMap(value).filter(\.isFinite)
            return RowChart.Row(name, values: values, note: note(values, digits))
        }
        var chart = RowChart(rows: rows, axis: axis)
        // the names stand once, before the first panel
        chart.showsNames = title == "kNN"
        return Panel(.rows(chart), title: title)
    }

    private func note(_ values: [Double], _ digits: Int) -> String {
        guard let found = MeanSpread(values) else { return "diverged" }
        let mean = Format.fixed(found.mean, digits)
        return values.count > 1 ? "\(mean) ± \(Format.fixed(found.spread, digits))" : mean
    }
}
