import CImageShim

/// Decodes JPEG, PNG, WebP and TIFF files that lie in memory: one of these for each worker, since it owns memory.
@safe package final class ImageDecoder {
    /// More pixels than this are refused before memory is taken: a few bytes can claim to be a picture of terabytes.
    package static let mostPixels = 1 << 26
    /// A longer side is refused too: resizing has tables of a side's length.
    private static let longestSide = 1 << 20

    private let jpeg: OpaquePointer?
    private let decoded = ByteRoom()
    private let upright = ByteRoom()
    private let beside = ByteRoom()

    package init() { unsafe jpeg = invar_jpeg_make() }

    deinit { unsafe invar_jpeg_free(jpeg) }

    /// Hands over the picture, upright, in 1 channel (luma) or 3; of other numbers of channels those that a TIFF file has, as numbers from
    /// 0 to 1.
    ///
    /// - Parameter denominator: told the picture's height and width, says at which part of its size it may be decoded:
    ///   1, 2, 4 or 8 for the whole, a half, a quarter, an eighth. Only JPEG can.
    /// - Throws: `ImageFault` for anything that is not a whole picture, or what `body` throws.
    package func withImage<Result>(
        _ bytes: UnsafeBufferPointer<UInt8>, channels: Int, denominator: (Int, Int) -> Int = { _, _ in 1 },
        body: (SourceImage) throws -> Result
    ) throws -> Result {
        let image =
            switch unsafe ImageKind(bytes) {
            case .tiff where channels != 1 && channels != 3: try unsafe bands(bytes, channels)
            case .other(let words): throw ImageFault(words)
            case _ where channels != 1 && channels != 3:
                throw ImageFault(
                    "is a picture, which is grey or red, green and blue, and \(channels) channels are wanted")
            case .jpeg: try unsafe decodeJPEG(bytes, channels, denominator)
            case .png: try unsafe decode(bytes, channels, by: invar_png_codec().pointee)
            case .webp: try unsafe decode(bytes, channels, by: invar_webp_codec().pointee)
            case .tiff: try unsafe decode(bytes, channels, by: invar_tiff_codec().pointee)
            }
        return try body(image)
    }

    private func decodeJPEG(
        _ bytes: UnsafeBufferPointer<UInt8>, _ channels: Int, _ denominator: (Int, Int) -> Int
    ) throws -> SourceImage {
        guard let jpeg = unsafe jpeg else { throw ImageFault("there is no memory for a JPEG decoder") }
        var header = invar_image_header()
        try unsafe Self.call("JPEG", &header) { unsafe invar_jpeg_begin(jpeg, bytes.baseAddress, bytes.count, &$0, $1) }
        try Self.check(header)
        let orientation = Orientation(rawValue: Int(header.orientation)) ?? .topLeft
        let (h, w) = (Int(header.height), Int(header.width))
        let part = Int32(orientation.isTransposed ? denominator(w, h) : denominator(h, w))
        var (width, height): (UInt32, UInt32) = (0, 0)
        unsafe invar_jpeg_scaled_size(&header, part, &width, &height)
        let target = unsafe decoded.room(Int(width) * Int(height) * channels)
        try unsafe Self.call("JPEG", &header) {
            unsafe invar_jpeg_decode(jpeg, part, Int32(channels), target.baseAddress, target.count, $1)
        }
        return try unsafe turned(target, Int(height), Int(width), h, w, channels, orientation)
    }

    /// A TIFF file whose numbers are no colours.
    private func bands(_ bytes: UnsafeBufferPointer<UInt8>, _ channels: Int) throws -> SourceImage {
        let image = try unsafe decode(
            bytes, channels, bytesEach: MemoryLayout<Float>.size, by: invar_tiff_bands_codec().pointee)
        guard let values = unsafe image.bytes else { throw ImageFault("has no pixels") }
        return unsafe SourceImage(
            numbers: UnsafeRawPointer(values).assumingMemoryBound(to: Float.self), height: image.height,
            width: image.width)
    }

    /// A kind that is decoded at its full size.
    /// - Parameter bytesEach: of a number that comes out.
    private func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, _ channels: Int, bytesEach: Int = 1, by codec: invar_codec
    ) throws -> SourceImage {
        let kind = unsafe String(cString: codec.name)
        var header = invar_image_header(width: 0, height: 0, orientation: 1, is_unread: 0)
        var file: UnsafeMutableRawPointer?
        defer { if let file = unsafe file { unsafe codec.close(file) } }
        try unsafe Self.call(kind, &header) {
            unsafe file = codec.open(bytes.baseAddress, bytes.count, &$0, $1)
            return unsafe file == nil ? 0 : 1
        }
        try Self.check(header)
        let (height, width) = (Int(header.height), Int(header.width))
        guard height * width <= 4 * Self.mostPixels / (channels * bytesEach) || bytesEach == 1 else {
            throw ImageFault("claims to be a picture of \(height)×\(width); at most 2^26 numbers are read of bands")
        }
        let target = unsafe decoded.room(height * width * channels * bytesEach)
        let room = unsafe beside.room(codec.room(file))
        try unsafe Self.call(kind, &header) {
            unsafe codec.decode(
                file, Int32(channels), target.baseAddress, target.count, room.baseAddress, room.count, &$0, $1)
        }
        let orientation = Orientation(rawValue: Int(header.orientation)) ?? .topLeft
        return try unsafe turned(target, height, width, height, width, channels * bytesEach, orientation)
    }

    private func turned(
        _ picture: UnsafeMutableBufferPointer<UInt8>, _ height: Int, _ width: Int, _ fullHeight: Int, _ fullWidth: Int,
        _ channels: Int, _ orientation: Orientation
    ) throws -> SourceImage {
        guard let source = picture.baseAddress else { throw ImageFault("has no pixels") }
        guard orientation != .topLeft else {
            return unsafe SourceImage(
                source, height: height, width: width, fullHeight: fullHeight, fullWidth: fullWidth)
        }
        guard let target = unsafe upright.room(picture.count).baseAddress else { throw ImageFault("has no pixels") }
        unsafe orientation.turn(source, height: height, width: width, channels: channels, into: target)
        return unsafe orientation.isTransposed
            ? SourceImage(target, height: width, width: height, fullHeight: fullWidth, fullWidth: fullHeight)
            : SourceImage(target, height: height, width: width, fullHeight: fullHeight, fullWidth: fullWidth)
    }

    private static func check(_ header: invar_image_header) throws {
        try check(height: Int(header.height), width: Int(header.width))
    }

    /// - Throws: `ImageFault` for a size that is not read.
    static func check(height: Int, width: Int) throws {
        guard height > 0, width > 0, height <= longestSide, width <= longestSide, height * width <= mostPixels else {
            throw ImageFault(
                "claims to be a picture of \(height)×\(width); at most 2^26 pixels are read, 2^20 in a row or column")
        }
    }

    private static func call(
        _ kind: String, _ header: inout invar_image_header,
        _ body: (inout invar_image_header, UnsafeMutablePointer<CChar>) -> Int32
    ) throws {
        try unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INVAR_MESSAGE_SIZE)) { message in
            guard let text = message.baseAddress else { throw ImageFault("there is no memory") }
            unsafe text[0] = 0
            guard unsafe body(&header, text) == 0 else { return }
            let words = unsafe String(cString: text)
            throw ImageFault(
                header.is_unread != 0
                    ? "is a \(kind) picture of a form that is not read: \(words)"
                    : "is a damaged \(kind) picture (\(words))")
        }
    }
}
