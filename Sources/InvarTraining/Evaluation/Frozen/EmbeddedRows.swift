import InvarData

/// The representations of one split or of several, and what each row is of: a line for every image, also for those that
/// could not be read and have no row.
package struct EmbeddedRows {
    /// One row for each image that can be read.
    package private(set) var values: [Float] = []
    package let width: Int
    /// A class for each row; -1 where the images have no labels.
    package private(set) var labels: [Int32] = []
    /// Of all images, a line each.
    private var lines = CsvText.line(["row", "split", "label", "class", "file", "status"])

    package var count: Int { labels.count }

    package init(width: Int) { self.width = width }

    /// Adds a split below what is there.
    /// - Parameters:
    ///   - features: of the dataset's images, in its order.
    ///   - bad: where it stands why an image has no row.
    package mutating func add(_ features: Features, of dataset: Dataset, _ bad: BadImages) {
        precondition(features.width == width, "internal: representations of another width")
        var next = 0
        for image in 0..<dataset.count {
            let isLabelled = dataset.split != .unlabeled
            let label = isLabelled ? dataset.labels[image] : -1
            let isPresent = next < features.count && features.places[next] == image
            lines += CsvText.line([
                isPresent ? "\(count)" : "", dataset.split.rawValue, "\(label)",
                isLabelled ? dataset.classNames[Int(label)] : "", dataset.images.name(of: image),
                isPresent ? "ok" : bad.reason(image, of: dataset) ?? "cannot be read",
            ])
            guard isPresent else { continue }
            labels.append(label)
            next += 1
        }
        values += features.values
    }

    /// `PREFIX.npy`, `PREFIX-labels.npy`, both in `PREFIX.safetensors`, and `PREFIX.csv`.
    /// - Throws: `DataError` that names the file that cannot be written.
    package func write(_ prefix: String, metadata: [String: String]) throws {
        let values = StoredTensor(shape: [count, width], values)
        let labels = StoredTensor(shape: [count], .int32(labels))
        try NpyFile.write(values, to: prefix + ".npy")
        try NpyFile.write(labels, to: prefix + "-labels.npy")
        try SafetensorsFile.write(
            ["representations": values, "labels": labels], metadata: metadata, to: prefix + ".safetensors")
        try AtomicFile.write(lines, to: prefix + ".csv")
    }
}
