import func InvarGraph.counted

/// Rows of numbers in .npy files, for models that see no images.
struct TableLayout: DataLayout {
    let kind = "rows of numbers"
    let splits: [Dataset.Split: String]
    let classNames: [String]
    let leftOut = LeftOut()
    let notes: [String]
    private let parts: [Dataset.Split: Part]

    private struct Part: Sendable {
        let rows: [FeatureRows]
        /// A class for each row; nothing where none were given, or all are −1.
        let labels: [Int32]?
        let path: String

        /// Nothing where there are no files.
        init?(_ files: TableFiles.Part, option: String) throws {
            guard let path = files.features.first else {
                guard let labels = files.labels else { return nil }
                throw DataError(labels, "holds labels of rows that are missing; give \(option) FILE.npy too")
            }
            self.path = path
            rows = try files.features.map { try FeatureRows(npy: $0) }
            for (file, more) in zip(files.features, rows) where more.count != rows[0].count {
                throw DataError(
                    file,
                    "has \(counted(more.count, "row")), and \(path) \(counted(rows[0].count, "row")); "
                        + "row i of one belongs to row i of the other")
            }
            let count = rows[0].count
            labels = try files.labels.flatMap { try NpyLabels.read($0, count: count, of: path, "row") }
        }
    }

    /// - Throws: `DataError` for files that cannot be read or do not fit together.
    init(_ files: TableFiles, settings: DataSettings) throws {
        var parts: [Dataset.Split: Part] = [:]
        parts[.train] = try Part(files.training, option: "--features")
        parts[.test] = try Part(files.test, option: "--test-features")
        guard let first = parts[.train] ?? parts[.test] else {
            throw DataError("the rows", "are missing; give --features FILE.npy, float32 [rows, numbers of a row]")
        }
        if let train = parts[.train]?.rows, let test = parts[.test], test.rows.map(\.width) != train.map(\.width) {
            func words(_ rows: [FeatureRows]) -> String { rows.map { "\($0.width)" }.joined(separator: " and ") }
            throw DataError(
                test.path, "has rows of \(words(test.rows)) numbers, and those of training have \(words(train))")
        }
        let labels = parts.compactMapValues { $0.labels.map { Set($0) } }
        notes = try ClassNumbers.compare(
            training: labels[.train] ?? [], test: labels[.test] ?? [], first.path, settings, name: { "\($0)" })
        classNames = labels.isEmpty ? [] : (0...Int(labels.values.joined().max() ?? 0)).map(String.init)
        splits = parts.mapValues { part in
            let widths = part.rows.map { "\($0.width)" }.joined(separator: " and ")
            return "\(PathParts.name(part.path)) (\(counted(part.rows[0].count, "row")) of \(widths))"
        }
        self.parts = parts
    }

    /// `digits` for `somewhere/digits.npy`.
    static func name(_ files: TableFiles) -> String {
        let name = PathParts.name((files.training.features + files.test.features).first ?? "rows")
        return name.hasSuffix(".npy") && name.utf8.count > 4 ? String(name.dropLast(4)) : name
    }

    func dataset(_ split: Dataset.Split, name: String) throws -> Dataset {
        guard let part = parts[split == .unlabeled ? .train : split] else {
            throw DataError(
                name,
                "has no \(split.rawValue) rows; give them with "
                    + (split == .test ? "--test-features FILE.npy" : "--features FILE.npy"))
        }
        guard split != .unlabeled, let labels = part.labels else {
            return try Dataset(name: name, split: .unlabeled, rows: part.rows)
        }
        return try Dataset(name: name, split: split, rows: part.rows, labels: labels, classNames: classNames)
    }
}
