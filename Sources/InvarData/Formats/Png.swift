import CImage

/// A picture of bytes [height, width, channels], grey (1) or red, green, blue (3), and its PNG form.
package struct Picture: Sendable, Hashable {
    package let height: Int
    package let width: Int
    package let channels: Int
    package var pixels: [UInt8]

    /// A picture of one value.
    package init(height: Int, width: Int, channels: Int, filledWith value: UInt8 = 0) {
        self.init(
            height: height, width: width, channels: channels,
            pixels: [UInt8](repeating: value, count: height * width * channels))
    }

    package init(height: Int, width: Int, channels: Int, pixels: [UInt8]) {
        precondition(
            height > 0 && width > 0 && (channels == 1 || channels == 3) && pixels.count == height * width * channels,
            "internal: \(pixels.count) bytes for a picture of \(height)×\(width)×\(channels)")
        (self.height, self.width, self.channels, self.pixels) = (height, width, channels, pixels)
    }

    /// More pixels than this are refused before memory is taken.
    private static let mostPixels = 1 << 28

    /// - Throws: `DataError` for a file that is not a PNG picture, or is damaged, or is too large.
    package init(png path: String) throws {
        let file = try ByteFile(path)
        let bytes = try file.read(at: 0, count: file.size)
        var image = unsafe png_image()
        unsafe image.version = UInt32(PNG_IMAGE_VERSION)
        defer { unsafe png_image_free(&image) }
        let (height, width, channels, pixels) = try unsafe bytes.withUnsafeBytes { bytes in
            guard unsafe png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0 else {
                throw DataError(path, unsafe "is not a PNG picture (\(Picture.message(image)))")
            }
            let (height, width) = unsafe (Int(image.height), Int(image.width))
            guard height * width <= Picture.mostPixels else {
                throw DataError(path, "is a picture of \(height)×\(width); at most 2^28 pixels are read")
            }
            let isColor = unsafe image.format & UInt32(PNG_FORMAT_FLAG_COLOR) != 0
            unsafe image.format = isColor ? UInt32(PNG_FORMAT_FLAG_COLOR) : 0
            let channels = isColor ? 3 : 1
            var pixels = [UInt8](repeating: 0, count: height * width * channels)
            // what is transparent is laid on black
            var background = png_color(red: 0, green: 0, blue: 0)
            guard unsafe png_image_finish_read(&image, &background, &pixels, 0, nil) != 0 else {
                throw DataError(path, unsafe "is damaged (\(Picture.message(image)))")
            }
            return (height, width, channels, pixels)
        }
        self.init(height: height, width: width, channels: channels, pixels: pixels)
    }

    /// - Throws: `DataError` that names the file; what stood there is then still there.
    package func write(png path: String) throws {
        try AtomicFile.write(png(for: path), to: path)
    }

    /// The bytes of a PNG file.
    /// - Parameter path: what errors name.
    /// - Throws: `DataError` where there is no memory for it.
    package func png(for path: String) throws -> [UInt8] {
        var image = unsafe png_image()
        unsafe image.version = UInt32(PNG_IMAGE_VERSION)
        unsafe image.width = UInt32(width)
        unsafe image.height = UInt32(height)
        unsafe image.format = channels == 3 ? UInt32(PNG_FORMAT_FLAG_COLOR) : 0
        defer { unsafe png_image_free(&image) }
        var size = 0
        guard unsafe png_image_write_to_memory(&image, nil, &size, 0, pixels, 0, nil) != 0 else {
            throw DataError(path, unsafe "cannot be made (\(Picture.message(image)))")
        }
        var bytes = [UInt8](repeating: 0, count: size)
        guard unsafe png_image_write_to_memory(&image, &bytes, &size, 0, pixels, 0, nil) != 0 else {
            throw DataError(path, unsafe "cannot be made (\(Picture.message(image)))")
        }
        return Array(bytes.prefix(size))
    }

    private static func message(_ image: png_image) -> String {
        unsafe withUnsafeBytes(of: image.message) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
