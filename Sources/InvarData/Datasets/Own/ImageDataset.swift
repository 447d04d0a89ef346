/// A data set of your own. Conform a type to it, and make a ``Dataset`` of it:
///
///     struct Stripes: ImageDataset {
///         let count = 1000
///         let classNames = ["across", "down"]
///
///         func label(at index: Int) -> Int { index % 2 }
///
///         func image(at index: Int) -> ImageContent {
///             let pixels = (0..<256).map { UInt8(((index % 2 == 0 ? $0 / 16 : $0 % 16) + index / 2) % 4 * 80) }
///             return .pixels(pixels, height: 16, width: 16, channels: 1)
///         }
///     }
///
///     let images = try Dataset(Stripes(), split: .train)
///
/// The threads that make views ask for images when these are needed, several at once and in any order: an image must depend on its
/// index alone. Nothing of an image is kept.
public protocol ImageDataset: Sendable {
    /// What messages and runs call the set. Without it, the type's name.
    var name: String { get }
    /// How many images there are: 1 or more.
    var count: Int { get }
    /// The classes' names, by their numbers. Without it, images have no labels.
    var classNames: [String] { get }
    /// The size and the channels of every image, where all have the same: evaluation then takes each image whole, and compares with
    /// raw pixels of this size. Without it, each image may have its own, and evaluation takes the middle.
    var imageShape: ImageShape? { get }
    /// Says which images these are, where name, number and size do not: the version of a collection, the seed of what is
    /// computed. A run is resumed only with a set of which all of these are the same.
    var version: String { get }
    /// The class of an image: a place in ``classNames``. Asked once for each, when the `Dataset` is made.
    func label(at index: Int) -> Int
    /// An image. An error means that this one cannot be read: it is named in the log of bad images and left out, and too many of them
    /// stop the run.
    func image(at index: Int) throws -> ImageContent
    /// What messages and tables call an image; no two the same. Without it, "image 5".
    func imageName(at index: Int) -> String
}

extension ImageDataset {
    /// The type's name.
    public var name: String { String(describing: Self.self) }
    /// None: images have no labels.
    public var classNames: [String] { [] }
    /// Nothing: each image may have a size of its own.
    public var imageShape: ImageShape? { nil }
    /// None.
    public var version: String { "" }
    /// 0; it is not asked for where there are no classes.
    public func label(at index: Int) -> Int { 0 }
    /// "image 5".
    public func imageName(at index: Int) -> String { "image \(index)" }
}

/// One image, as an ``ImageDataset`` gives it.
public enum ImageContent: Sendable, Hashable {
    /// Bytes [height, width, channels], row after row; grey (1 channel) or red, green, blue (3).
    case pixels([UInt8], height: Int, width: Int, channels: Int)
    /// What a JPEG, PNG, WebP or TIFF file holds.
    case encoded([UInt8])
    /// The path of such a file.
    case file(String)
}

extension Dataset {
    /// The images of a data set of your own.
    /// - Throws: `DataError` where there are no images, or a label is none of the classes.
    public init(_ images: some ImageDataset, split: Split) throws {
        let (name, count, classes) = (images.name, images.count, images.classNames)
        guard count > 0 else { throw DataError(name, "has no images") }
        if let shape = images.imageShape, let problem = shape.problem {
            throw DataError(name, "has images of \(problem)")
        }
        let source = ImageSource.own(OwnImages(images, count: count))
        guard !classes.isEmpty else {
            try self.init(
                name: name, split: split, images: source, labels: [Int32](repeating: 0, count: count),
                classNames: Dataset.noClasses)
            return
        }
        try self.init(
            name: name, split: split, images: source,
            labels: (0..<count).map { Int32(clamping: images.label(at: $0)) }, classNames: classes)
    }
}
