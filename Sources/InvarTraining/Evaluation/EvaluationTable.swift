import InvarDump

extension Evaluation {
    /// A table for the terminal; with several choices for nearest neighbours, a second one.
    public var table: String {
        ([aligned(rows)] + (neighbourRows.map { ["", aligned($0)] } ?? [])).joined(separator: "\n")
    }

    private var kinds: [(name: String, scores: Scores)] {
        [
            (settings.itemName.map { "standardized \($0)s" } ?? "raw pixels", pixels), ("untrained encoder", untrained),
            ("trained encoder", trained),
        ]
    }

    /// Titles, and under them a line for each kind of features; the first cell of each says which.
    package var rows: [[String]] {
        var titles = ["", "kNN (k = \(settings.neighbours))", "linear probe", fewTitle]
        if settings.sgd != nil { titles += ["SGD probe", "its best (epoch)"] }
        let rows = kinds.map { name, scores in
            var cells = [
                name, fixed(scores.knn), fixed(scores.linear), "\(fixed(scores.few)) ± \(fixed(scores.fewSpread))",
            ]
            if let sgd = scores.sgd { cells += [fixed(sgd.last), "\(fixed(sgd.best)) (\(sgd.bestEpoch))"] }
            return cells
        }
        return [titles] + rows
    }

    /// `60 a class`, and where a class has fewer `4 to 60 a class`.
    private var fewTitle: String {
        "\(settings.fewestPerClass.map { "\($0) to " } ?? "")\(settings.fewPerClass) a class"
    }

    /// The same with a line for each choice of neighbours, where there were several.
    package var neighbourRows: [[String]]? {
        guard let choices = settings.neighbourChoices else { return nil }
        let rows = choices.indices.map { index in
            ["kNN, \(choices[index])"]
                + kinds.map { kind in
                    (kind.scores.neighbours ?? []).indices.contains(index)
                        ? fixed(kind.scores.neighbours?[index] ?? 0) : "-"
                }
        }
        return [[""] + kinds.map(\.name)] + rows
    }

    private func aligned(_ rows: [[String]]) -> String {
        let first = max(18, (rows.map { $0[0].count }.max() ?? 0) + 1)
        return rows.map { cells in
            let name = cells[0] + String(repeating: " ", count: first - cells[0].count)
            let numbers = cells.dropFirst().map { String(repeating: " ", count: max(2, 16 - $0.count)) + $0 }
            return name + numbers.joined()
        }.joined(separator: "\n")
    }

    private func fixed(_ value: Double) -> String { Format.fixed(value, 1) }
}
