import Foundation
import func InvarGraph.counted

/// The binary files of CIFAR-10, CIFAR-100 and STL-10, as they are published.
struct PublishedFiles: DataLayout {
    let kind: String
    let splits: [Dataset.Split: String]
    let classNames: [String]
    let leftOut = LeftOut()
    let notes: [String] = []

    private let format: Format
    private let directory: String

    init(_ format: Format, directory: String) throws {
        (self.format, self.directory) = (format, directory)
        kind = "\(format.rawValue)'s binary files"
        classNames = try PublishedFiles.names(format, directory)
        // what is missing or damaged is an error once it is asked for
        splits = Dataset.Split.allCases.reduce(into: [:]) { found, split in
            let files = format.files(split)
            let images = try? RecordImages(PublishedFiles.layout(format), files: files.map { "\(directory)/\($0)" })
            guard let images, let first = files.first, let last = files.last else { return }
            let names = first == last ? first : "\(first) … \(last)"
            found[split] = "\(names) (\(counted(images.places.count, "image")))"
        }
    }

    private static let cifar = ImageShape(height: 32, width: 32, channels: 3)
    private static let stl = ImageShape(height: 96, width: 96, channels: 3)

    /// The formats that a directory may hold, in the order in which they are looked for.
    enum Format: String, CaseIterable {
        case cifar10 = "cifar-10"
        case cifar100 = "cifar-100"
        case stl10 = "stl-10"

        /// Their published archives unpack into a directory of this name.
        var unpacked: String {
            switch self {
            case .cifar10: "cifar-10-batches-bin"
            case .cifar100: "cifar-100-binary"
            case .stl10: "stl10_binary"
            }
        }

        func files(_ split: Dataset.Split) -> [String] {
            switch (self, split) {
            case (.cifar10, .train): (1...5).map { "data_batch_\($0).bin" }
            case (.cifar10, .test): ["test_batch.bin"]
            case (.cifar100, .train): ["train.bin"]
            case (.cifar100, .test): ["test.bin"]
            case (.stl10, .train): ["train_X.bin"]
            case (.stl10, .test): ["test_X.bin"]
            case (.stl10, .unlabeled): ["unlabeled_X.bin"]
            case (.cifar10, .unlabeled), (.cifar100, .unlabeled): []
            }
        }

        var nameFile: String {
            switch self {
            case .cifar10: "batches.meta.txt"
            case .cifar100: "fine_label_names.txt"
            case .stl10: "class_names.txt"
            }
        }
    }

    /// The format of a directory and where its files are: there, or in the directory that the archive unpacks into.
    static func find(in directory: String) -> (format: Format, directory: String)? {
        for format in Format.allCases {
            for place in [directory, "\(directory)/\(format.unpacked)"] {
                let names = Dataset.Split.allCases.flatMap { format.files($0) }
                if names.contains(where: { FileStatus("\(place)/\($0)") != nil }) {
                    return (format, place)
                }
            }
        }
        return nil
    }

    func dataset(_ split: Dataset.Split, name: String) throws -> Dataset {
        let files = format.files(split)
        guard !files.isEmpty else { throw DataError(name, "has no images without labels; choose train or test") }
        for file in files where FileStatus("\(directory)/\(file)") == nil {
            throw DataError(
                directory, "holds no \(file), which is a part of \(format.rawValue)'s \(split) images; fetch it again")
        }
        let paths = files.map { "\(directory)/\($0)" }
        let layout = PublishedFiles.layout(format)
        let images = try RecordImages(layout, files: paths)
        if split == .unlabeled { return try Dataset(name: name, unlabeled: .records(images)) }
        let labels =
            format == .stl10
            ? try PublishedFiles.stlLabels(directory, split, images.places.count)
            : try images.column(at: layout.offset - 1).map(Int32.init)
        if let place = labels.firstIndex(where: { !classNames.indices.contains(Int($0)) }) {
            throw DataError(
                paths[0],
                "has label \(labels[place]) at image \(place); \(format.rawValue) has \(classNames.count) classes; "
                    + "fetch it again")
        }
        return try Dataset(name: name, split: split, images: .records(images), labels: labels, classNames: classNames)
    }

    private static func layout(_ format: Format) -> RecordImages.Layout {
        let before = format == .cifar10 ? 1 : format == .cifar100 ? 2 : 0
        let shape = format == .stl10 ? stl : cifar
        return RecordImages.Layout(
            shape: shape, stride: before + shape.size, offset: before, isColumnMajor: format == .stl10)
    }

    private static func names(_ format: Format, _ directory: String) throws -> [String] {
        let known = DatasetCatalog.entries.first { $0.name == format.rawValue }?.classNames ?? []
        let listed = try classNames("\(directory)/\(format.nameFile)")
        return listed.count == known.count ? listed : known
    }

    /// Where a directory holds one of the sets in a version that is not read: the error that says which one to fetch.
    static func otherVersion(in directory: String) -> DataError? {
        func holds(_ names: [String]) -> Bool { names.allSatisfy { FileStatus("\(directory)/\($0)") != nil } }
        let versions: [(is: Bool, words: String, format: Format, archive: String)] = [
            (
                holds(["data_batch_1"]) || holds(["cifar-10-batches-py"]),
                "Python version (pickles, which can run code)",
                .cifar10, "cifar-10-binary.tar.gz"
            ),
            (
                holds(["train", "test", "meta"]) && FileStatus("\(directory)/train")?.isFile == true
                    || holds(["cifar-100-python"]), "Python version (pickles, which can run code)", .cifar100,
                "cifar-100-binary.tar.gz"
            ),
            (
                holds(["data_batch_1.mat"]) || holds(["cifar-10-batches-mat"]), "Matlab version", .cifar10,
                "cifar-10-binary.tar.gz"
            ),
            (holds(["stl10_matlab"]), "Matlab version", .stl10, "stl10_binary.tar.gz"),
        ]
        guard let found = versions.first(where: \.is) else { return nil }
        return DataError(
            directory,
            "holds \(found.format.rawValue)'s \(found.words), which is not read; fetch the binary version, "
                + "\(found.archive), and give the folder that it unpacks into")
    }

    /// One byte for each image, counted from 1.
    private static func stlLabels(_ directory: String, _ split: Dataset.Split, _ images: Int) throws -> [Int32] {
        let path = "\(directory)/\(split.rawValue)_y.bin"
        let file = try ByteFile(path)
        guard file.size == images else {
            throw DataError(
                path, "labels do not match images: \(file.size) labels, \(images) images in \(split.rawValue)_X.bin")
        }
        return try file.read(at: 0, count: file.size).map { Int32($0) - 1 }
    }

    /// One name a line; none where there is no such file.
    private static func classNames(_ path: String) throws -> [String] {
        guard FileStatus(path) != nil else { return [] }
        let file = try ByteFile(path)
        let text = String(decoding: try file.read(at: 0, count: min(file.size, 1 << 20)), as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            !$0.isEmpty
        }
    }
}
