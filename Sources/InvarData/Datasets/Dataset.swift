import func InvarGraph.counted

/// Labelled images, in memory or read when they are needed: a value that everyone may hold.
public struct Dataset: Sendable {
    /// Which images of a set.
    public enum Split: String, Sendable, CaseIterable {
        /// For training.
        case train
        /// For the test.
        case test
        /// Images without labels, which some sets bring for training; all their labels are 0.
        case unlabeled
    }

    /// What messages and runs call the set.
    public let name: String
    /// Which of its images these are.
    public let split: Split
    /// One class for each image: a place in `classNames`.
    public let labels: [Int32]
    /// The classes' names, by their numbers.
    public let classNames: [String]
    package let images: ImageSource
    /// What is known about each image beside its pixels, where that was given, or rows that stand by themselves: for encoders that
    /// take them. Of two the second is the second branch's.
    package private(set) var rows: [FeatureRows] = []

    /// How many images there are.
    public var count: Int { labels.count }

    /// The one class of images without labels.
    static let noClasses = ["unlabeled"]

    /// Images in memory.
    ///
    /// - Parameters:
    ///   - pixels: bytes [count, height, width, channels], row-major; grey (1 channel) or red, green, blue (3).
    ///   - labels: one for each image, a place in `classNames`. Without them, images have no labels.
    /// - Throws: `DataError` where the numbers of pixels, labels and classes do not fit together.
    public init(
        name: String, split: Split, height: Int, width: Int, channels: Int, pixels: [UInt8], labels: [Int32]? = nil,
        classNames: [String] = []
    ) throws {
        guard height > 0, width > 0, channels > 0, let size = elementCount([height, width, channels]) else {
            throw DataError(name, "has images of \(height)×\(width)×\(channels); every size must be at least 1")
        }
        let classNames = labels == nil && classNames.isEmpty ? Dataset.noClasses : classNames
        let labels = labels ?? [Int32](repeating: 0, count: pixels.count / size)
        guard !labels.isEmpty else { throw DataError(name, "has no images") }
        guard let wanted = elementCount([size, labels.count]), pixels.count == wanted else {
            throw DataError(name, "labels do not match images: \(labels.count) labels, \(pixels.count / size) images")
        }
        let images = PixelImages(height: height, width: width, channels: channels, pixels: pixels)
        try self.init(name: name, split: split, images: .memory(images), labels: labels, classNames: classNames)
    }

    /// Images in memory, of numbers.
    ///
    /// - Parameters:
    ///   - values: 0...1 [count, height, width, channels], row-major. They are kept as bytes: rounded to 255 steps.
    ///   - labels: one for each image, a place in `classNames`. Without them, images have no labels.
    /// - Throws: `DataError` where a value is not in 0...1, or the numbers of values, labels and classes do not fit together.
    public init(
        name: String, split: Split, height: Int, width: Int, channels: Int, values: [Float], labels: [Int32]? = nil,
        classNames: [String] = []
    ) throws {
        if let value = values.first(where: { !(0...1).contains($0) }) {
            throw DataError(name, "has a pixel of \(value); they are numbers from 0 to 1")
        }
        try self.init(
            name: name, split: split, height: height, width: width, channels: channels,
            pixels: values.map { UInt8($0 * 255 + 0.5) }, labels: labels, classNames: classNames)
    }

    package init(name: String, split: Split, images: ImageSource, labels: [Int32], classNames: [String]) throws {
        guard !labels.isEmpty else { throw DataError(name, "has no images") }
        precondition(images.count == labels.count, "internal: \(labels.count) labels for \(images.count) images")
        if let place = labels.firstIndex(where: { $0 < 0 || Int($0) >= classNames.count }) {
            throw DataError(name, "has label \(labels[place]) at image \(place); there are \(classNames.count) classes")
        }
        (self.name, self.split, self.images) = (name, split, images)
        (self.labels, self.classNames) = (labels, classNames)
    }

    /// Rows of numbers, for models that see no images.
    ///
    /// - Parameters:
    ///   - rows: what both branches take; or two, the first branch's and the second's, of which row i belongs to row i.
    ///   - labels: one for each row, a place in `classNames`. Without them, rows have no labels.
    /// - Throws: `DataError` where the numbers of rows, labels and classes do not fit together.
    public init(
        name: String, split: Split, rows: [FeatureRows], labels: [Int32]? = nil, classNames: [String] = []
    ) throws {
        try self.init(name: name, split: split, rows: rows, files: nil, labels: labels, classNames: classNames)
    }

    /// - Parameter files: that the rows came from, one for each.
    init(
        name: String, split: Split, rows: [FeatureRows], files: PathList?, labels: [Int32]?, classNames: [String]
    ) throws {
        guard let first = rows.first, rows.count <= 2, rows.allSatisfy({ $0.count == first.count }) else {
            throw DataError(name, "has \(rows.count) sets of rows; give one, or two with as many rows each")
        }
        if let labels, labels.count != first.count {
            throw DataError(name, "labels do not match rows: \(labels.count) labels, \(first.count) rows")
        }
        try self.init(
            name: name, split: split, images: .none(count: first.count, files: files),
            labels: labels ?? [Int32](repeating: 0, count: first.count),
            classNames: labels == nil && classNames.isEmpty ? Dataset.noClasses : classNames)
        self.rows = rows
    }

    /// Images without labels.
    package init(name: String, unlabeled images: ImageSource) throws {
        try self.init(
            name: name, split: .unlabeled, images: images, labels: [Int32](repeating: 0, count: images.count),
            classNames: Dataset.noClasses)
    }

    /// The first `count` images, to try something fast. Of a folder or of shards, where images stand class by class,
    /// so many that are spread evenly.
    /// - Throws: `DataError` where `count` is below 1.
    public func prefix(_ count: Int) throws -> Dataset {
        let kept = min(max(count, 0), self.count)
        let isFixed: Bool
        if case .none(_, let files) = images { isFixed = files == nil } else { isFixed = images.shape != nil }
        let places = (0..<kept).map { isFixed ? $0 : $0 * self.count / kept }
        var picked = try Dataset(
            name: name, split: split, images: images.picked(places), labels: places.map { labels[$0] },
            classNames: classNames)
        picked.rows = rows.map { $0.picked(places) }
        return picked
    }

    /// The same images, each with its row.
    /// - Parameter path: where the rows came from.
    /// - Throws: `DataError` where there are not as many rows as images.
    package func with(_ features: FeatureRows, of path: String) throws -> Dataset {
        guard features.count == count else {
            throw DataError(
                path,
                "has \(counted(features.count, "row")), and \(name) \(counted(count, "\(split) image")); row i belongs to image i"
            )
        }
        var result = self
        result.rows = [features]
        return result
    }

    /// - Throws: `DataError` where the images cannot be shown in so many channels: grey and colour become each other, and nothing else
    ///   does.
    func checkChannels(_ wanted: Int) throws {
        let colors = [1, 3]
        switch images {
        case .numbers(let images) where images.shape.channels != wanted:
            throw DataError(
                name, "has images of \(counted(images.shape.channels, "channel")), and the model takes \(wanted)")
        case .numbers, .none: return
        case .own(let images) where images.shape == nil: return  // each image is looked at by itself
        case .encoded(let images) where !colors.contains(wanted) && images.mayHaveBands: return
        case .memory, .records, .own, .encoded:
            let own = images.shape?.channels
            if let own, own == wanted { return }
            guard colors.contains(wanted), own.map(colors.contains) ?? true else {
                throw DataError(
                    name,
                    own.map { "has images of \(counted($0, "channel")), and the model takes \(wanted)" }
                        ?? "has pictures, which are grey or red, green and blue, and the model takes \(wanted) channels; give "
                        + "arrays, or TIFF files (docs/data.md)")
            }
        }
    }

    /// What a branch takes that takes rows, where there are any.
    package func rows(of branch: Int) -> FeatureRows? { rows.count == 2 ? rows[branch] : rows.first }

    /// Whether there are rows of numbers alone, and no images.
    package var isOfRows: Bool { if case .none = images { true } else { false } }

    /// What messages call one of what there is: `image`, `row` or `signal`.
    package var item: String { !isOfRows ? "image" : rows.contains { $0.signals != nil } ? "signal" : "row" }
}

extension Dataset {
    /// Bytes [count, height, width, channels] of images in memory; none where images are read when they are needed.
    public var pixels: [UInt8] {
        if case .memory(let images) = images { images.pixels } else { [] }
    }
    /// Rows of pixels of each image; nothing where images have different sizes.
    public var height: Int? { images.shape?.height }
    /// Columns of pixels of each image; nothing where images have different sizes.
    public var width: Int? { images.shape?.width }
    /// Values of a pixel: 1 (grey), 3 (red, green, blue), or another number; nothing where images have different sizes.
    public var channels: Int? { images.shape?.channels }

    /// What messages and tables call an image: its path where it is a file, else "image 5" or the like.
    public func imageName(at index: Int) -> String { images.name(of: index) }

    /// What tells this set from others of its name and number of images: the pixels of images in memory, names and sizes of
    /// files, and the version of a set of somebody's own.
    package var identity: [UInt8] { images.identity }

    /// The size that the raw pixels of the images are compared at: their own, or 32 by 32 where they have different ones.
    package var rawShape: ImageShape { rawShape(of: 3) }

    /// - Parameter channels: of a model that sees the images: where these are no colours, files have as many.
    package func rawShape(of channels: Int) -> ImageShape {
        images.shape ?? ImageShape(height: 32, width: 32, channels: [1, 3].contains(channels) ? 3 : channels)
    }

    /// Whether images have one size, so that evaluation takes each whole.
    var isFixedSize: Bool { images.shape != nil }
}
