import func InvarGraph.counted

/// Labelled images, in memory or read when they are needed: a value that everyone may hold.
public struct Dataset: Sendable {
    public enum Split: String, Sendable, CaseIterable {
        case train
        case test
        /// Images without labels, which some sets bring for training; all their labels are 0.
        case unlabeled
    }

    public let name: String
    public let split: Split
    /// One class for each image.
    public let labels: [Int32]
    public let classNames: [String]
    package let images: ImageSource
    /// What is known about each image beside its pixels, where that was given: for encoders that take it in their place.
    package private(set) var features: FeatureRows?

    public var count: Int { labels.count }

    /// Images in memory.
    ///
    /// - Parameter pixels: bytes [count, height, width, channels], row-major.
    /// - Throws: `DataError` where the numbers of pixels, labels and classes do not fit together.
    public init(
        name: String, split: Split, height: Int, width: Int, channels: Int, pixels: [UInt8], labels: [Int32],
        classNames: [String]
    ) throws {
        guard height > 0, width > 0, channels > 0, let size = elementCount([height, width, channels]) else {
            throw DataError(name, "has images of \(height)×\(width)×\(channels); every size must be at least 1")
        }
        guard !labels.isEmpty else { throw DataError(name, "has no images") }
        guard let wanted = elementCount([size, labels.count]), pixels.count == wanted else {
            throw DataError(name, "labels do not match images: \(labels.count) labels, \(pixels.count / size) images")
        }
        let images = PixelImages(height: height, width: width, channels: channels, pixels: pixels)
        try self.init(name: name, split: split, images: .memory(images), labels: labels, classNames: classNames)
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

    /// Images without labels.
    package init(name: String, unlabeled images: ImageSource) throws {
        try self.init(
            name: name, split: .unlabeled, images: images, labels: [Int32](repeating: 0, count: images.count),
            classNames: ["unlabeled"])
    }

    /// The first `count` images, to try something fast. Of a folder or of shards, where images stand class by class,
    /// so many that are spread evenly.
    public func prefix(_ count: Int) throws -> Dataset {
        let kept = min(max(count, 0), self.count)
        let isFixed = images.shape != nil
        let places = (0..<kept).map { isFixed ? $0 : $0 * self.count / kept }
        var picked = try Dataset(
            name: name, split: split, images: images.picked(places), labels: places.map { labels[$0] },
            classNames: classNames)
        picked.features = features?.picked(places)
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
        result.features = features
        return result
    }
}

extension Dataset {
    /// Bytes [count, height, width, channels] of images in memory; none where images are read when they are needed.
    public var pixels: [UInt8] {
        if case .memory(let images) = images { images.pixels } else { [] }
    }
    /// The images' size; nothing where they have different ones.
    public var height: Int? { images.shape?.height }
    public var width: Int? { images.shape?.width }
    public var channels: Int? { images.shape?.channels }

    /// What tells this set from others of its name: the pixels of images in memory, and names and sizes of files.
    package var identity: [UInt8] { images.identity }

    /// The size that the raw pixels of the images are compared at: their own, or 32 by 32 where they have different ones.
    package var rawShape: ImageShape { images.shape ?? ImageShape(height: 32, width: 32, channels: 3) }

    /// Whether images have one size, so that evaluation takes each whole.
    var isFixedSize: Bool { images.shape != nil }
}
