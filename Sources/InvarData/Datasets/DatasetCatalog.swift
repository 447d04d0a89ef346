import Foundation

/// The datasets that Invar knows by name, and where they may lie.
public struct DatasetCatalog: Sendable {
    public struct Entry: Sendable {
        public let name: String
        public let classNames: [String]
        /// What to do where it is not on this machine.
        public let advice: String
    }

    public static let entries = [
        Entry(
            name: "fashion-mnist",
            classNames: [
                "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
                "Ankle boot",
            ],
            advice: "apt install dataset-fashion-mnist"),
        Entry(
            name: "mnist", classNames: (0...9).map(String.init),
            advice: "put the four idx files (train-images-idx3-ubyte.gz, …) into one of these directories"),
    ]

    /// The directories where a dataset of this name is looked for, in order.
    public static func directories(
        for name: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> [String] {
        var found: [String] = []
        if let own = environment["INVAR_DATA"], !own.isEmpty { found.append("\(own)/\(name)") }
        found += ["data/\(name)", "/usr/share/datasets/\(name)"]
        if let home = environment["HOME"], !home.isEmpty { found.append("\(home)/.local/share/invar/\(name)") }
        return found
    }
}

extension Dataset {
    /// Loads a dataset by name (`fashion-mnist`, `mnist`) or from a directory with the four idx files,
    /// plain or .gz.
    ///
    /// - Throws: `DataError` for an unknown name, with the nearest one; for files that are missing, with what
    ///   to install; for files that are damaged or do not match.
    public static func load(
        _ nameOrPath: String, split: Split, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> Dataset {
        if let entry = DatasetCatalog.entries.first(where: { $0.name == nameOrPath }) {
            let directories = DatasetCatalog.directories(for: entry.name, environment: environment)
            guard let directory = directories.first(where: { imagesPath(in: $0, split: split) != nil }) else {
                throw DataError(
                    entry.name,
                    "is not on this machine; \(entry.advice). Looked in \(directories.joined(separator: ", "))")
            }
            return try load(directory: directory, split: split, name: entry.name, classNames: entry.classNames)
        }
        var isDirectory: ObjCBool = false
        if FileManager.default.fileExists(atPath: nameOrPath, isDirectory: &isDirectory) {
            guard isDirectory.boolValue else {
                throw DataError(nameOrPath, "is not a directory; give the directory that holds the four idx files")
            }
            let name = URL(fileURLWithPath: nameOrPath).lastPathComponent
            let known = DatasetCatalog.entries.first { $0.name == name }
            return try load(directory: nameOrPath, split: split, name: name, classNames: known?.classNames)
        }
        let names = DatasetCatalog.entries.map(\.name)
        let hint = nearestName(to: nameOrPath, in: names).map { "; did you mean \($0)?" } ?? ";"
        throw DataError(
            nameOrPath, "is neither a known dataset nor a directory\(hint) Known: \(names.joined(separator: ", "))")
    }

    private static func prefix(_ split: Split) -> String { split == .train ? "train" : "t10k" }

    private static func existing(_ path: String) -> String? {
        [path, path + ".gz"].first { FileManager.default.fileExists(atPath: $0) }
    }

    private static func imagesPath(in directory: String, split: Split) -> String? {
        existing("\(directory)/\(prefix(split))-images-idx3-ubyte")
    }

    private static func load(directory: String, split: Split, name: String, classNames: [String]?) throws -> Dataset {
        guard let imagesPath = imagesPath(in: directory, split: split) else {
            throw DataError(
                directory, "holds no \(prefix(split))-images-idx3-ubyte or .gz; give the directory of the idx files")
        }
        guard let labelsPath = existing("\(directory)/\(prefix(split))-labels-idx1-ubyte") else {
            throw DataError(directory, "holds no \(prefix(split))-labels-idx1-ubyte or .gz beside the images")
        }
        let labels = try IdxFile(path: labelsPath, rank: 1)
        let images = try IdxFile(path: imagesPath, rank: 3)
        guard labels.shape[0] == images.shape[0] else {
            throw DataError(
                labelsPath,
                "labels do not match images: \(labels.shape[0]) labels, \(images.shape[0]) images in \(imagesPath)")
        }
        let classes = classNames ?? (0...Int(labels.bytes.max() ?? 0)).map(String.init)
        return try Dataset(
            name: name, split: split, height: images.shape[1], width: images.shape[2], channels: 1,
            pixels: images.bytes, labels: labels.bytes.map(Int32.init), classNames: classes)
    }
}
