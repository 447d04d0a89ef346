import func InvarGraph.counted

/// The idx files of MNIST and its kin in one folder: `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`, `t10k-…`, also
/// with a dot before `idx`, plain or `.gz`.
///
/// Headers and labels are read at once, images when a split is asked for and once their number is that of the labels.
struct IdxFolder: DataLayout {
    let kind = "idx files"
    let splits: [Dataset.Split: String]
    let classNames: [String]
    let leftOut = LeftOut()
    let notes: [String]

    private let root: String
    private let parts: [Dataset.Split: Part]

    private struct Part: Sendable {
        let images: IdxFile
        let labels: [UInt8]

        /// - Throws: `DataError` where labels and images are not as many; then none of them was unpacked.
        init(_ images: String, _ labels: String) throws {
            let file = try IdxFile(path: labels, rank: 1)
            self.images = try IdxFile(path: images, rank: 3)
            guard file.count == self.images.shape[0] else {
                throw DataError(
                    labels,
                    "labels do not match images: \(file.count) labels, \(self.images.shape[0]) images in \(images)")
            }
            self.labels = try file.read()
        }
    }

    static func isOne(_ root: String) -> Bool { Dataset.Split.allCases.contains { images(in: root, $0) != nil } }

    /// - Parameter known: the names of the classes; nothing: numbers up to the largest label of any split.
    /// - Throws: `DataError` for files that are damaged or do not match.
    init(_ root: String, classNames known: [String]?, settings: DataSettings) throws {
        self.root = root
        var parts: [Dataset.Split: Part] = [:]
        for split in [Dataset.Split.train, .test] {
            // what is missing is an error once it is asked for
            guard let images = IdxFolder.images(in: root, split), let labels = IdxFolder.labels(in: root, split) else {
                continue
            }
            parts[split] = try Part(images, labels)
        }
        let labels = parts.mapValues { Set($0.labels) }
        notes =
            known == nil
            ? try ClassNumbers.compare(
                training: labels[.train] ?? [], test: labels[.test] ?? [], root, settings, name: { "\($0)" }) : []
        classNames = known ?? (0...Int(labels.values.joined().max() ?? 0)).map(String.init)
        splits = parts.mapValues {
            "\(PathParts.name($0.images.path)) (\(counted($0.labels.count, "image")))"
        }
        self.parts = parts
    }

    func dataset(_ split: Dataset.Split, name: String) throws -> Dataset {
        guard let part = parts[split] else {
            let prefix = IdxFolder.prefixes(split)[0]
            guard IdxFolder.images(in: root, split) != nil else {
                throw DataError(
                    root, "holds no \(prefix)-images-idx3-ubyte or .gz; give the directory of the idx files")
            }
            throw DataError(root, "holds no \(prefix)-labels-idx1-ubyte or .gz beside the images")
        }
        return try Dataset(
            name: name, split: split, height: part.images.shape[1], width: part.images.shape[2], channels: 1,
            pixels: part.images.read(), labels: part.labels.map(Int32.init), classNames: classNames)
    }

    private static func prefixes(_ split: Dataset.Split) -> [String] {
        split == .test ? ["t10k", "test"] : [split.rawValue]
    }

    static func images(in root: String, _ split: Dataset.Split) -> String? { existing(root, split, "images", "idx3") }

    private static func labels(in root: String, _ split: Dataset.Split) -> String? {
        existing(root, split, "labels", "idx1")
    }

    private static func existing(_ root: String, _ split: Dataset.Split, _ what: String, _ format: String) -> String? {
        for prefix in prefixes(split) {
            for between in ["-", "."] {
                for ending in ["", ".gz"] {
                    let path = "\(root)/\(prefix)-\(what)\(between)\(format)-ubyte\(ending)"
                    if FileStatus(path) != nil { return path }
                }
            }
        }
        return nil
    }
}
