import InvarData
import InvarDrawing
import InvarDump
import func InvarGraph.visible
import InvarTraining

/// A comparison as a picture: a row for each architecture, and for what there was before training, a panel for each measure; a dot for
/// every seed, and their mean. Where runs were judged after several numbers of epochs, curves over these.
package struct ComparisonPicture {
    private let comparison: Comparison

    package init(_ comparison: Comparison) { self.comparison = comparison }

    /// The bytes of an SVG file.
    var svg: String { get throws { String(decoding: try figure.bytes(as: .svg), as: UTF8.self) } }

    package var figure: Figure {
        // accuracies lie close to each other, far above 0; the other two mean something at 0
        let panels = [
            panel("kNN", percent, \.knn, before: \.knn, digits: 1),
            panel("linear probe", percent, \.linear, before: \.linear, digits: 1),
            panel(
                "|correlation| of embeddings", Axis("mean over pairs", includesZero: true),
                \.collapse?.meanAbsoluteCorrelation, digits: 3),
            panel(
                "effective rank of embeddings", Axis("dimensions", includesZero: true), \.collapse?.effectiveRank,
                digits: 1),
        ]
        let settings = comparison.settings
        let title =
            "\(visible(settings.data.shown)): \(Format.count(settings.trainImages, settings.item)), "
            + Format.count(comparison.comparedEpochs, "epoch")
        let recipe = "Batch \(settings.batch), \(settings.optimizer) at \(Format.short(settings.learningRate)). "
        let several = comparison.architectures.contains { comparison.runs(of: $0).count > 1 }
        let marks =
            several
            ? "A dot is one seed; the stroke, or the bar's end, their mean; ± their standard deviation."
            : "One seed: a dot, and where the axis begins at 0 a bar up to it."
        var caption = [recipe + marks]
        if !curves.isEmpty {
            let training =
                settings.eachBudget == true ? "each number of epochs is a training of its own" : "of one training"
            caption.append(
                "Over epochs: \(training)\(several ? "; the band is a standard deviation over the seeds, on both sides" : "")."
            )
        }
        return Figure(title, columns: panels.count, panels: panels + curves, caption: caption)
    }

    private var percent: Axis { Axis("% of test \(comparison.settings.item)s") }

    /// Figure 3 of VICReg's paper, for each measure.
    private var curves: [Panel] {
        guard comparison.settings.atEpochs != nil else { return [] }
        return [("kNN", comparison.curves(of: \.knn)), ("linear probe", comparison.curves(of: \.linear))].map {
            name, curves in
            let series = curves.enumerated().map { index, curve in
                var line = Chart.Series(
                    curve.label, style: SeriesStyle(index),
                    points: zip(curve.epochs, curve.mean).map { Point(Double($0), $1) })
                line.band = curve.epochs.indices.map {
                    Chart.Band(x: Double(curve.epochs[$0]), low: curve.low[$0], high: curve.high[$0])
                }
                return line
            }
            return Panel(
                .chart(Chart(x: Axis("epochs", includesZero: true, isWhole: true), y: percent, series: series)),
                title: "\(name) over epochs")
        }
    }

    private func panel(
        _ title: String, _ axis: Axis, _ value: (Comparison.Run) -> Double?,
        before: ((Comparison.Point) -> Double)? = nil, digits: Int
    ) -> Panel {
        let trained = comparison.architectures.map { name in
            let values = comparison.runs(of: name).compactMap(value).filter(\.isFinite)
            return RowChart.Row(name, values: values, note: note(values, digits))
        }
        let rows =
            trained
            + comparison.baselines.map { name, points in
                let values = before.map { points.map($0) } ?? []
                return RowChart.Row(name, values: values, note: values.isEmpty ? "" : note(values, digits))
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
