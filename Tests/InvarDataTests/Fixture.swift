import CImageShim
import Foundation
import InvarData
import Testing

/// The pictures of the folder `Fixtures`, which Pillow made.
enum Fixture {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

    static let jpegs =
        ["full", "half", "progressive", "greyscale", "cmyk", "ycck"] + (1...8).map { "orientation-\($0)" }
    static let pngs = [
        "rgb8", "grey8", "bits1", "palette", "rgba", "grey-alpha", "palette-holes", "rgb16", "grey16", "interlaced",
    ]

    /// A file and what it shows: the names of its .rgb and .grey.
    struct Shown: Sendable, CustomTestStringConvertible {
        let file: String
        let shows: String
        var testDescription: String { file }
    }

    /// WebP and TIFF in their forms, and EXIF's eight orientations in the kinds without loss.
    static let others: [Shown] =
        [
            ("webp/lossless.webp", "rgb8"), ("webp/lossless-opacity.webp", "rgba"), ("webp/lossy.webp", "webp/lossy"),
            ("webp/lossy-opacity.webp", "webp/lossy-opacity"), ("webp/film.webp", "rgb8"),
            ("tiff/lzw.tif", "rgb8"), ("tiff/packbits.tif", "rgb8"), ("tiff/big.tif", "rgb8"),
            ("tiff/grey8.tif", "grey8"),
            ("tiff/bits1.tif", "bits1"), ("tiff/palette.tif", "palette"), ("tiff/rgba.tif", "rgba"),
            ("tiff/pages.tif", "rgb8"), ("tiff/ink.tif", "tiff/ink"), ("tiff/jpeg.tif", "tiff/jpeg"),
            ("tiff/tiles.tif", "rgb8"), ("tiff/separate.tif", "rgb8"), ("tiff/separate-tiles.tif", "rgb8"),
            ("tiff/rgb16.tif", "rgb8"), ("tiff/rgb16-big-endian.tif", "rgb8"), ("tiff/grey16.tif", "grey8"),
            ("tiff/grey16-tiles.tif", "grey8"), ("tiff/white-is-zero.tif", "grey8"),
            ("tiff/grey-opacity.tif", "grey-alpha"), ("tiff/rgba16.tif", "rgba"), ("tiff/multiplied.tif", "rgba"),
            ("tiff/opacity-unsaid.tif", "rgb8"), ("tiff/fourth-ignored.tif", "rgb8"), ("tiff/palette4.tif", "palette"),
        ].map { Shown(file: $0, shows: $1) }
        + ["png", "webp", "tif"].flatMap { kind in
            (1...8).map { Shown(file: "exif/\($0).\(kind)", shows: "rgb8") }
        }

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    static func picture(_ name: String) throws -> [UInt8] {
        try bytes(jpegs.contains(name) ? "\(name).jpg" : "\(name).png")
    }

    /// A JPEG picture of noise, smooth enough to look like a photograph to the encoder.
    static func jpeg(height: Int, width: Int, seed: Int, quality: Int32 = 85) -> [UInt8] {
        let grid = randomBytes(3 * (height / 8 + 2) * (width / 8 + 2), seed: UInt64(seed))
        var pixels = [UInt8](repeating: 0, count: 3 * height * width)
        for i in pixels.indices {
            let (c, x, y) = (i % 3, i / 3 % width, i / 3 / width)
            pixels[i] = grid[3 * (y / 8 * (width / 8 + 2) + x / 8) + c] / 2 + UInt8((x * 3 + y * 2) % 128)
        }
        return encode(pixels, height: height, width: width, components: 3, quality: quality)
    }

    static func encode(
        _ pixels: [UInt8], height: Int, width: Int, components: Int32, quality: Int32 = 85, subsampling: Int32 = 2,
        progressive: Bool = false
    ) -> [UInt8] {
        var bytes: UnsafeMutablePointer<UInt8>?
        var count: UInt = 0
        var message = [CChar](repeating: 0, count: Int(INVAR_MESSAGE_SIZE))
        defer { free(bytes) }
        let done = invar_jpeg_encode(
            pixels, Int32(width), Int32(height), components, quality, subsampling, progressive ? 1 : 0, &bytes, &count,
            &message)
        precondition(done == 1, "cannot write a test's picture")
        return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
}

/// A decoded picture, copied.
struct Decoded: Equatable {
    let height: Int
    let width: Int
    let pixels: [UInt8]

    init(_ bytes: [UInt8], channels: Int = 3, denominator: Int = 1, by decoder: ImageDecoder = ImageDecoder()) throws {
        self = try bytes.withUnsafeBufferPointer { bytes in
            try decoder.withImage(bytes, channels: channels, denominator: { _, _ in denominator }) { image in
                Decoded(image, channels: channels)
            }
        }
    }

    private init(_ image: SourceImage, channels: Int) {
        (height, width) = (image.height, image.width)
        pixels = Array(UnsafeBufferPointer(start: image.bytes, count: image.height * image.width * channels))
    }

    /// The largest difference of two pixels.
    func distance(to other: [UInt8]) -> Int {
        guard pixels.count == other.count else { return .max }
        return zip(pixels, other).map { abs(Int($0) - Int($1)) }.max() ?? 0
    }
}

/// The words of whatever error a body throws.
func words<Result>(_ body: () throws -> Result) -> String {
    do { return "no error: \(try body())" } catch { return String(describing: error) }
}
