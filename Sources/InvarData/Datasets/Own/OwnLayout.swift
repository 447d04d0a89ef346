import func InvarGraph.counted

/// A data set that a program brings along, under the name that `--data` knows it by.
struct OwnLayout: DataLayout {
    let kind = "made by this program"
    let splits: [Dataset.Split: String]
    let classNames: [String]
    let leftOut = LeftOut()
    let notes: [String] = []
    private let made: [Dataset.Split: Result<Dataset, any Error>]

    /// - Parameter make: gives the images of a split, or throws where there is none.
    init(_ make: DatasetCatalog.Maker) {
        made = Dictionary(
            uniqueKeysWithValues: Dataset.Split.allCases.map { split in (split, Result { try make(split) }) })
        splits = made.compactMapValues { try? counted($0.get().count, "image") }
        classNames = (try? made[.train]?.get().classNames) ?? (try? made[.test]?.get().classNames) ?? []
    }

    func dataset(_ split: Dataset.Split, name: String) throws -> Dataset {
        guard let dataset = try made[split]?.get() else { throw DataError(name, "has no \(split.rawValue) images") }
        guard dataset.split == split else {
            throw DataError(
                name,
                "gives \(dataset.split.rawValue) images where \(split.rawValue) ones are asked for; "
                    + "make them with split: .\(split.rawValue)")
        }
        return dataset
    }
}
