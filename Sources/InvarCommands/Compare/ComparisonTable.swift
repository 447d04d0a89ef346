import InvarDump
import InvarTraining

/// A comparison for the terminal: a line for each architecture, means over the seeds.
struct ComparisonTable {
    let comparison: Comparison

    init(_ comparison: Comparison) { self.comparison = comparison }

    var text: String {
        var rows = [
            [
                "ARCHITECTURE", "kNN", "LINEAR", "STD", "|CORR|", "RANK", "\(comparison.settings.item.uppercased())S/S",
                "TERMS",
            ]
        ]
        for name in comparison.architectures { rows.append(row(name, comparison.runs(of: name))) }
        rows += comparison.baselines.map { row($0.name, $0.points) }
        let settings = comparison.settings
        let seeds = Set(comparison.runs.map(\.seed)).count
        let head =
            "\(settings.data): \(Format.count(settings.trainImages, settings.item)), \(Format.count(comparison.comparedEpochs, "epoch")), "
            + "batch \(settings.batch), \(settings.optimizer) at \(Format.short(settings.learningRate)), "
            + "\(Format.count(seeds, "seed")); percent of \(Format.count(settings.testImages, "test \(settings.item)"))"
        return ([head, Format.table(rows, leftAligned: [0, 7])] + curves).joined(separator: "\n\n")
    }

    private func row(_ name: String, _ points: [Comparison.Point]) -> [String] {
        func cell(_ value: (Comparison.Point) -> Double) -> String {
            let values = points.map(value)
            return MeanSpread(values).map { text($0, 1, spread: values.count > 1) } ?? "-"
        }
        return [name, cell(\.knn), cell(\.linear)] + [String](repeating: "", count: 5)
    }

    private func text(_ found: MeanSpread, _ digits: Int, spread: Bool) -> String {
        let mean = Format.fixed(found.mean, digits)
        return spread ? "\(mean) ± \(Format.fixed(found.spread, digits))" : mean
    }

    /// A table for each measure, where runs were judged more than once.
    private var curves: [String] {
        guard let epochs = comparison.settings.atEpochs else { return [] }
        let each = comparison.settings.eachBudget == true
        return [("kNN", comparison.curves(of: \.knn)), ("linear probe", comparison.curves(of: \.linear))].map {
            name, curves in
            let columns = Set(curves.flatMap(\.epochs) + epochs).sorted()
            let rows = curves.map { curve in
                [curve.label]
                    + columns.map { column in
                        guard let index = curve.epochs.firstIndex(of: column) else { return "-" }
                        let found = Format.fixed(curve.mean[index], 1)
                        let spread = curve.high[index] - curve.mean[index]
                        return hasSeeds ? "\(found) ± \(Format.fixed(spread, 1))" : found
                    }
            }
            return "\(name) by epochs, \(each ? "each of a training of its own" : "of one training")\n\n"
                + Format.table([["ARCHITECTURE"] + columns.map(String.init)] + rows, leftAligned: [0])
        }
    }

    private var hasSeeds: Bool { Set(comparison.runs.map(\.seed)).count > 1 }

    private func row(_ name: String, _ runs: [Comparison.Run]) -> [String] {
        func cell(_ digits: Int, _ value: (Comparison.Run) -> Double?) -> String {
            MeanSpread(runs.compactMap(value)).map { text($0, digits, spread: runs.count > 1) } ?? "-"
        }
        let names = runs.first { !$0.terms.isEmpty }?.terms.keys.sorted() ?? []
        let terms = names.map { term in "\(term) \(mean(runs.compactMap { $0.terms[term] }))" }
        let failed = runs.count { $0.failure != nil }
        return [
            name, cell(1, \.knn), cell(1, \.linear), cell(3, \.collapse?.meanStandardDeviation),
            cell(3, \.collapse?.meanAbsoluteCorrelation), cell(1, \.collapse?.effectiveRank),
            mean(runs.compactMap(\.imagesPerSecond), 0),
            ((failed > 0 ? ["\(failed) of \(runs.count) diverged"] : []) + terms).joined(separator: ", "),
        ]
    }

    private func mean(_ values: [Double], _ digits: Int? = nil) -> String {
        MeanSpread(values).map { found in digits.map { Format.fixed(found.mean, $0) } ?? Format.short(found.mean) }
            ?? "-"
    }
}
