/// The size and the channels of an image.
public struct ImageShape: Sendable, Hashable {
    /// Rows of pixels.
    public let height: Int
    /// Columns of pixels.
    public let width: Int
    /// 1 (grey), 3 (red, green, blue), or another number up to 16.
    public let channels: Int

    /// Pixels in each direction, and values of each.
    public init(height: Int, width: Int, channels: Int) {
        (self.height, self.width, self.channels) = (height, width, channels)
    }

    package var size: Int { height * width * channels }
}

/// Where a dataset's images are.
package enum ImageSource: Sendable {
    case memory(PixelImages)
    case records(RecordImages)
    case encoded(EncodedImages)
    case own(OwnImages)
    case numbers(NumberImages)
    /// There are none: rows of numbers stand by themselves. They may have come from files.
    case none(count: Int, files: PathList? = nil)

    package var count: Int {
        switch self {
        case .memory(let images): images.count
        case .records(let images): images.places.count
        case .encoded(let images): images.count
        case .own(let images): images.count
        case .numbers(let images): images.count
        case .none(let count, _): count
        }
    }

    /// What all images have, where they have one size.
    package var shape: ImageShape? {
        switch self {
        case .memory(let images): images.shape
        case .records(let images): images.layout.shape
        case .encoded, .none: nil
        case .own(let images): images.shape
        case .numbers(let images): images.shape
        }
    }

    /// The images at these places, in this order.
    package func picked(_ places: [Int]) -> ImageSource {
        switch self {
        case .memory(let images): .memory(images.picked(places))
        case .records(let images): .records(images.picked(places))
        case .encoded(let images): .encoded(images.picked(places))
        case .own(let images): .own(images.picked(places))
        case .numbers(let images): .numbers(images.picked(places))
        case .none(_, let files):
            .none(count: places.count, files: files.map { files in PathList(places.lazy.map { files[$0] }) })
        }
    }

    /// What a message calls an image.
    package func name(of index: Int) -> String {
        switch self {
        case .memory, .numbers: "image \(index)"
        case .records(let images): images.name(of: index)
        case .encoded(let images): images.name(of: index)
        case .own(let images): images.name(of: index)
        case .none(_, let files): files?[index] ?? "row \(index)"
        }
    }

    var identity: [UInt8] {
        switch self {
        case .memory(let images): images.pixels
        case .records(let images): images.identity
        case .encoded(let images): images.identity
        case .own(let images): Array(images.version.utf8)
        case .numbers(let images): images.identity
        case .none: []
        }
    }

    /// Whether an image is there as fast as memory: nothing is decoded or computed.
    var isQuick: Bool {
        switch self {
        case .memory, .records, .numbers, .none: true
        case .encoded, .own: false
        }
    }
}

/// Images of one size, all in memory.
package struct PixelImages: Sendable {
    package let shape: ImageShape
    package let pixels: [UInt8]

    init(height: Int, width: Int, channels: Int, pixels: [UInt8]) {
        shape = ImageShape(height: height, width: width, channels: channels)
        self.pixels = pixels
    }

    var count: Int { pixels.count / shape.size }

    func picked(_ places: [Int]) -> PixelImages {
        var picked: [UInt8] = []
        picked.reserveCapacity(places.count * shape.size)
        for place in places { picked += pixels[(place * shape.size)..<((place + 1) * shape.size)] }
        return PixelImages(height: shape.height, width: shape.width, channels: shape.channels, pixels: picked)
    }
}

/// Images of one size, all in memory, whose values are finer than bytes.
package struct NumberImages: Sendable {
    package let shape: ImageShape
    /// 0...1 [count, height, width, channels].
    package let values: [Float]

    init(_ shape: ImageShape, values: [Float]) { (self.shape, self.values) = (shape, values) }

    var count: Int { values.count / shape.size }

    func picked(_ places: [Int]) -> NumberImages {
        var picked: [Float] = []
        picked.reserveCapacity(places.count * shape.size)
        for place in places { picked += values[(place * shape.size)..<((place + 1) * shape.size)] }
        return NumberImages(shape, values: picked)
    }

    var identity: [UInt8] { unsafe values.withUnsafeBytes { unsafe Array($0) } }
}
