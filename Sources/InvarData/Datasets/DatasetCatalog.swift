import Foundation
import InvarGraph

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
        Entry(
            name: "cifar-10",
            classNames: ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"],
            advice: "unpack the binary version (data_batch_1.bin, …) into one of these directories"),
        Entry(
            name: "cifar-100", classNames: (0...99).map(String.init),
            advice: "unpack the binary version (train.bin, test.bin) into one of these directories"),
        Entry(
            name: "stl-10",
            classNames: ["airplane", "bird", "car", "cat", "deer", "dog", "horse", "monkey", "ship", "truck"],
            advice: "unpack the binary version (train_X.bin, …) into one of these directories"),
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

    /// Where a dataset of this name is on this machine; nothing where it is not.
    public static func place(
        of name: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> String? {
        directories(for: name, environment: environment).first { DatasetKind(of: $0) != nil }
    }
}

extension Dataset {
    /// Loads a dataset by name (see `DatasetCatalog`) or from a directory: idx files (plain or .gz), the binary files of
    /// CIFAR or STL-10, tar shards, or images in folders. Which it is, its content says (docs/data.md).
    ///
    /// - Throws: `DataError` for an unknown name, with the nearest one; for files that are missing, with what
    ///   to install; for files that are damaged or do not match.
    public static func load(
        _ nameOrPath: String, split: Split, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> Dataset {
        if let entry = DatasetCatalog.entries.first(where: { $0.name == nameOrPath }) {
            let directories = DatasetCatalog.directories(for: entry.name, environment: environment)
            guard let directory = DatasetCatalog.place(of: entry.name, environment: environment) else {
                throw DataError(
                    entry.name,
                    "is not on this machine; \(entry.advice). Looked in \(directories.joined(separator: ", "))")
            }
            return try load(directory: directory, split: split, name: entry.name, classNames: entry.classNames)
        }
        var isDirectory: ObjCBool = false
        if FileManager.default.fileExists(atPath: nameOrPath, isDirectory: &isDirectory) {
            guard isDirectory.boolValue else {
                throw DataError(nameOrPath, "is not a directory; give the directory that holds the images")
            }
            let name = URL(fileURLWithPath: nameOrPath).standardizedFileURL.lastPathComponent
            let known = DatasetCatalog.entries.first { $0.name == name }
            return try load(directory: nameOrPath, split: split, name: name, classNames: known?.classNames)
        }
        let names = DatasetCatalog.entries.map(\.name)
        let hint = nearestName(to: nameOrPath, in: names).map { "; did you mean \($0)?" } ?? ";"
        throw DataError(
            nameOrPath, "is neither a known dataset nor a directory\(hint) Known: \(names.joined(separator: ", "))")
    }

    private static func load(directory: String, split: Split, name: String, classNames: [String]?) throws -> Dataset {
        switch DatasetKind(of: directory) {
        case .idx: return try loadIdx(directory: directory, split: split, name: name, classNames: classNames)
        case .published(let format, let place):
            return try PublishedFiles.load(format, directory: place, split: split, name: name)
        case .tar: return try TarFolder.load(directory, split: split, name: name)
        // a folder where nothing is found has its errors worded there
        case .folder, nil: return try ImageFolder.load(directory, split: split, name: name)
        }
    }

    private static func prefix(_ split: Split) -> String { split == .test ? "t10k" : split.rawValue }

    private static func existing(_ path: String) -> String? {
        [path, path + ".gz"].first { FileManager.default.fileExists(atPath: $0) }
    }

    static func imagesPath(in directory: String, split: Split) -> String? {
        existing("\(directory)/\(prefix(split))-images-idx3-ubyte")
    }

    private static func loadIdx(
        directory: String, split: Split, name: String, classNames: [String]?
    ) throws -> Dataset {
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
