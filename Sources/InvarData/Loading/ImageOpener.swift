/// Makes images in the number of channels that is wanted, of pixels or of a picture file's bytes: one of these for each
/// worker, since it owns the worker's memory.
final class ImageOpener {
    let channels: Int
    private let decoder = ImageDecoder()
    private let converted = ByteRoom()

    init(channels: Int) { self.channels = channels }

    /// Hands over the picture that a JPEG, PNG, WebP or TIFF file holds.
    /// - Parameter denominator: see `ImageDecoder.withImage`.
    /// - Throws: `ImageFault` for anything that is not a whole picture, or what `body` throws.
    func withImage<Result>(
        encoded bytes: UnsafeBufferPointer<UInt8>, denominator: (Int, Int) -> Int = { _, _ in 1 },
        body: (SourceImage) throws -> Result
    ) throws -> Result {
        try unsafe decoder.withImage(bytes, channels: channels, denominator: denominator, body: body)
    }

    /// The image that lies at an address as interleaved bytes. It is valid as long as those are, and until the next call.
    /// - Throws: `ImageFault` where there is no memory.
    func image(_ bytes: UnsafePointer<UInt8>, _ shape: ImageShape) throws -> SourceImage {
        guard shape.channels != channels else {
            return unsafe SourceImage(bytes, height: shape.height, width: shape.width)
        }
        guard [1, 3].contains(shape.channels), [1, 3].contains(channels) else {
            throw ImageFault("has \(shape.channels) channels, and the model takes \(channels)")
        }
        let count = shape.height * shape.width
        guard let target = unsafe converted.room(count * channels).baseAddress else {
            throw ImageFault("has no pixels")
        }
        unsafe Channels.convert(bytes, from: shape.channels, to: channels, count: count, into: target)
        return unsafe SourceImage(target, height: shape.height, width: shape.width)
    }
}
