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
        let settings = comparison.settings
        let seeds = Set(comparison.runs.map(\.seed)).count
        let head =
            "\(settings.data): \(Format.count(settings.trainImages, settings.item)), \(Format.count(settings.epochs, "epoch")), "
            + "batch \(settings.batch), \(settings.optimizer) at \(Format.short(settings.learningRate)), "
            + "\(Format.count(seeds, "seed")); percent of \(Format.count(settings.testImages, "test \(settings.item)"))"
        return head + "\n\n" + Format.table(rows, leftAligned: [0, 7])
    }

    private func row(_ name: String, _ runs: [Comparison.Run]) -> [String] {
        func cell(_ digits: Int, _ value: (Comparison.Run) -> Double?) -> String {
            guard let found = MeanSpread(runs.compactMap(value)) else { return "-" }
            let mean = Format.fixed(found.mean, digits)
            return runs.count > 1 ? "\(mean) ± \(Format.fixed(found.spread, digits))" : mean
        }
        let names = runs.first { !$0.terms.isEmpty }?.terms.keys.sorted() ?? []
        let terms = names.map { term in "\(term) \(mean(runs.compactMap { $0.terms[term] }))" }
        let failed = runs.count { $0.failure != nil }
        return [
            name, cell(1, \.knn), cell(1, \.linear), cell(3, \.collapse?.meanStandardDeviation),
            cell(3, \.collapse?.meanAbsoluteCorrelation), cell(1, \.collapse?.effectiveRank),
            mean(runs.compactMap(\.imagesPerSecond), 0),
            (failed > 0 ? ["\(failed) of \(runs.count) diverged"] : []).joined() + terms.joined(separator: ", "),
        ]
    }

    private func mean(_ values: [Double], _ digits: Int? = nil) -> String {
        MeanSpread(values).map { found in digits.map { Format.fixed(found.mean, $0) } ?? Format.short(found.mean) }
            ?? "-"
    }
}
