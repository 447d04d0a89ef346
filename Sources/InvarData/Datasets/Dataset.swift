/// Labelled images in memory: bytes [count, height, width, channels], row-major.
public struct Dataset: Sendable {
    public enum Split: String, Sendable, CaseIterable {
        case train
        case test
    }

    public let name: String
    public let split: Split
    public let height: Int
    public let width: Int
    public let channels: Int
    public let pixels: [UInt8]
    /// One class for each image.
    public let labels: [Int32]
    public let classNames: [String]

    public var count: Int { labels.count }
    /// Bytes of one image.
    public var imageSize: Int { height * width * channels }

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
        if let place = labels.firstIndex(where: { $0 < 0 || Int($0) >= classNames.count }) {
            throw DataError(name, "has label \(labels[place]) at image \(place); there are \(classNames.count) classes")
        }
        self.name = name
        self.split = split
        self.height = height
        self.width = width
        self.channels = channels
        self.pixels = pixels
        self.labels = labels
        self.classNames = classNames
    }

    /// The first `count` images, to try something fast.
    public func prefix(_ count: Int) throws -> Dataset {
        let kept = min(max(count, 0), self.count)
        return try Dataset(
            name: name, split: split, height: height, width: width, channels: channels,
            pixels: Array(pixels[..<(kept * imageSize)]), labels: Array(labels[..<kept]), classNames: classNames)
    }
}
