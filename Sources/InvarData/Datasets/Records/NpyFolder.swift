import func InvarGraph.counted

/// Images as NumPy's arrays in one folder: `train-images.npy`, `train-labels.npy`, `test-images.npy`, `test-labels.npy`,
/// `unlabeled-images.npy`. Images are [count, height, width, channels], or [count, height, width] of one channel; uint8, uint16, or
/// float32 from 0 to 1. Labels are whole numbers.
///
/// Labels are read at once, images when a split is asked for.
struct NpyFolder: DataLayout {
    let kind = "arrays of images"
    let splits: [Dataset.Split: String]
    let classNames: [String]
    let leftOut = LeftOut()
    let notes: [String]

    private let root: String
    private let labels: [Dataset.Split: [Int32]]

    static func isOne(_ root: String) -> Bool {
        Dataset.Split.allCases.contains { FileStatus(images(in: root, $0)) != nil }
    }

    private static func images(in root: String, _ split: Dataset.Split) -> String {
        "\(root)/\(split.rawValue)-images.npy"
    }

    /// - Throws: `DataError` for labels that are missing, damaged, or none.
    init(_ root: String, settings: DataSettings) throws {
        self.root = root
        var (labels, splits): ([Dataset.Split: [Int32]], [Dataset.Split: String]) = ([:], [:])
        for split in Dataset.Split.allCases {
            let path = NpyFolder.images(in: root, split)
            guard FileStatus(path) != nil else { continue }
            let shape = try NpyFile.shape(path)
            splits[split] = "\(PathParts.name(path)) (\(counted(shape.first ?? 0, "image")))"
            guard split != .unlabeled else { continue }
            let place = "\(root)/\(split.rawValue)-labels.npy"
            guard FileStatus(place) != nil else {
                throw DataError(
                    root,
                    "holds no \(PathParts.name(place)) beside the images; images without labels are named "
                        + "unlabeled-images.npy")
            }
            guard let found = try NpyLabels.read(place, count: shape.first ?? 0, of: path, "image") else {
                throw DataError(
                    place, "holds no labels, all are -1; images without labels are named unlabeled-images.npy")
            }
            labels[split] = found
        }
        notes = try ClassNumbers.compare(
            training: Set(labels[.train] ?? []), test: Set(labels[.test] ?? []), root, settings, name: { "\($0)" })
        classNames = labels.isEmpty ? [] : (0...Int(labels.values.joined().max() ?? 0)).map(String.init)
        (self.labels, self.splits) = (labels, splits)
    }

    func dataset(_ split: Dataset.Split, name: String) throws -> Dataset {
        let path = NpyFolder.images(in: root, split)
        guard splits[split] != nil else { throw DataError(root, "holds no \(PathParts.name(path))") }
        let images = try NpyFolder.images(path)
        guard split != .unlabeled, let labels = labels[split] else { return try Dataset(name: name, unlabeled: images) }
        guard labels.count == images.count else {
            throw DataError(path, "has \(counted(images.count, "image")), and it had \(labels.count) when it was found")
        }
        return try Dataset(name: name, split: split, images: images, labels: labels, classNames: classNames)
    }

    /// - Throws: `DataError` for an array that is none of images.
    static func images(_ path: String) throws -> ImageSource {
        let shape = try shape(path)
        let tensor = try NpyFile.read(path)
        guard tensor.count == (tensor.shape.first ?? 0) * shape.size, tensor.count > 0 else {
            throw DataError(path, "has the shape \(tensor.shape), and had another when it was found")
        }
        switch tensor.values {
        case .uint8(let bytes):
            return .memory(
                PixelImages(height: shape.height, width: shape.width, channels: shape.channels, pixels: bytes))
        case .bytes(.uint16, let bytes):
            let values = (0..<tensor.count).map { place in
                Float(UInt16(bytes[2 * place]) | UInt16(bytes[2 * place + 1]) << 8) * (1 / 65535)
            }
            return .numbers(NumberImages(shape, values: values))
        case .float32(let values):
            if let place = values.firstIndex(where: { !(0...1).contains($0) }) {
                throw DataError(
                    path,
                    "holds \(values[place]) in image \(place / shape.size); numbers are from 0 to 1: divide them by the "
                        + "largest that they can be")
            }
            return .numbers(NumberImages(shape, values: values))
        default:
            throw DataError(path, "holds \(tensor.element) images; uint8, uint16, or float32 from 0 to 1 are read")
        }
    }

    /// The shape of an image.
    private static func shape(_ path: String) throws -> ImageShape {
        let shape = try NpyFile.shape(path)
        guard (3...4).contains(shape.count), shape.allSatisfy({ $0 > 0 }) else {
            throw DataError(path, "has the shape \(shape); [images, height, width, channels] is wanted")
        }
        let image = ImageShape(height: shape[1], width: shape[2], channels: shape.count == 4 ? shape[3] : 1)
        if let problem = image.problem {
            let isPlanar = shape.count == 4 && (1...16).contains(shape[1]) && shape[3] > 16
            throw DataError(
                path,
                "has images of \(problem)"
                    + (isPlanar ? "; write channels last: numpy.moveaxis(images, 1, -1)" : ""))
        }
        return image
    }
}

/// Classes as NumPy's arrays hold them: whole numbers, one for each image or row.
enum NpyLabels {
    private static let mostClasses: Float = 65536

    /// What `embed` writes too.
    /// - Parameters:
    ///   - subject: the file whose images or rows these are of, `count` of them, each called an `item`.
    /// - Returns: nothing where all are −1: there are no labels.
    /// - Throws: `DataError` for others, or not as many.
    static func read(_ path: String, count: Int, of subject: String, _ item: String) throws -> [Int32]? {
        let tensor = try NpyFile.read(path)
        guard tensor.element.isWhole, tensor.count == tensor.shape.first else {
            throw DataError(
                path,
                "holds \(tensor.element) of shape \(tensor.shape); whole numbers [\(item)s] are wanted, a class for each \(item)"
            )
        }
        guard tensor.count == count else {
            throw DataError(
                path,
                "has \(counted(tensor.count, "label")), and \(subject) \(counted(count, item)); label i belongs to \(item) i"
            )
        }
        let labels = tensor.floats
        if labels.allSatisfy({ $0 == -1 }) { return nil }
        if let place = labels.firstIndex(where: { !(0..<mostClasses).contains($0) }) {
            let label = Int64(exactly: labels[place]).map { "\($0)" } ?? "\(labels[place])"
            throw DataError(
                path, "has the label \(label) for \(item) \(place); classes are numbered from 0, up to 65535")
        }
        return labels.map { Int32($0) }
    }
}

extension StoredTensor.Element {
    fileprivate var isWhole: Bool {
        switch self {
        case .int64, .int32, .uint8, .int8, .int16, .uint16, .uint32, .uint64: true
        case .float32, .float64, .float16, .bfloat16, .float8e4m3, .float8e5m2, .bool: false
        }
    }
}
