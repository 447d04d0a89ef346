import Foundation
import InvarData
import Testing

@Suite struct ImageDecoderTests {
    @Test(arguments: Fixture.jpegs + Fixture.pngs) func pixelsAreWhatPillowSees(name: String) throws {
        let color = try Decoded(Fixture.picture(name))
        #expect(color.height == 16 && color.width == 24)
        // other versions of libjpeg round some colours otherwise; PNG has no excuse
        let tolerance = Fixture.jpegs.contains(name) ? 3 : 1
        #expect(color.distance(to: try Fixture.bytes("\(name).rgb")) <= tolerance)
        let grey = try Decoded(Fixture.picture(name), channels: 1)
        #expect(grey.height == 16 && grey.width == 24)
        #expect(grey.distance(to: try Fixture.bytes("\(name).grey")) <= tolerance + 1)
    }

    /// One decoder reads all of them, one after another, and again.
    @Test func otherKindsAreWhatPillowSees() throws {
        let decoder = ImageDecoder()
        for one in Fixture.others + Fixture.others {
            let color = try Decoded(Fixture.bytes(one.file), by: decoder)
            #expect(color.height == 16 && color.width == 24, "\(one.file)")
            let isLossy = one.shows.contains("lossy") || one.shows.contains("jpeg")
            let tolerance = isLossy ? 3 : 1
            #expect(color.distance(to: try Fixture.bytes("\(one.shows).rgb")) <= tolerance, "\(one.file)")
            let grey = try Decoded(Fixture.bytes(one.file), channels: 1, by: decoder)
            #expect(grey.distance(to: try Fixture.bytes("\(one.shows).grey")) <= tolerance + 1, "\(one.file)")
        }
    }

    @Test func formsThatAreNotReadSayWhatToDo() throws {
        #expect(words { try Decoded(Fixture.bytes("tiff/fractions.tif")) }.contains("convert it to 8 or 16 bits"))
        #expect(words { try Decoded(Fixture.bytes("tiff/lab.tif")) }.contains("convert it to RGB"))
    }

    @Test(arguments: 2...8) func orientationsShowTheSame(number: Int) throws {
        let upright = try Decoded(Fixture.picture("orientation-1"))
        // turned blocks are rounded otherwise
        #expect(try Decoded(Fixture.picture("orientation-\(number)")).distance(to: upright.pixels) <= 24)
    }

    /// A decoder that met anything decodes the next picture as a new one does.
    @Test func decodersAreReused() throws {
        let decoder = ImageDecoder()
        for name in Fixture.jpegs + Fixture.pngs + Fixture.jpegs {
            let bytes = try Fixture.picture(name)
            #expect(try Decoded(bytes, by: decoder) == Decoded(bytes))
            _ = try? Decoded(Array(bytes[..<(bytes.count / 2)]), by: decoder)
        }
    }

    @Test(arguments: [1, 2, 4, 8]) func scaledDecodingIsThePictureReduced(denominator: Int) throws {
        let (height, width) = (93, 130)
        var pixels = [UInt8](repeating: 0, count: height * width)
        for i in pixels.indices {
            let (x, y) = (Double(i % width), Double(i / width))
            pixels[i] = UInt8(128 + 60 * sin(x / 20) + 60 * cos(y / 17))
        }
        let file = Fixture.encode(pixels, height: height, width: width, components: 1, quality: 95)
        let small = try Decoded(file, channels: 1, denominator: denominator)
        #expect(small.height == (height + denominator - 1) / denominator)
        #expect(small.width == (width + denominator - 1) / denominator)
        for y in 0..<(height / denominator) {
            for x in 0..<(width / denominator) {
                var sum = 0
                for dy in 0..<denominator {
                    for dx in 0..<denominator {
                        sum += Int(pixels[(y * denominator + dy) * width + x * denominator + dx])
                    }
                }
                let mean = sum / (denominator * denominator)
                #expect(abs(mean - Int(small.pixels[y * small.width + x])) <= 8)
            }
        }
    }

    @Test func whatIsNoPictureSaysWhy() throws {
        func fault(_ bytes: [UInt8]) -> String { words { try Decoded(bytes) } }
        #expect(fault([]).contains("is empty"))
        #expect(fault([UInt8](repeating: 0, count: 100)).contains("zeros only"))
        #expect(fault(Array("GIF89a".utf8)).contains("GIF picture, which is not read; convert it to PNG"))
        #expect(fault(Array("BM....".utf8)).contains("BMP picture, which is not read; convert it to PNG"))
        #expect(fault([0, 0, 0, 24] + Array("ftypavif".utf8)).contains("AVIF"))
        #expect(fault(Array("hello, world".utf8)).contains("no JPEG, PNG, WebP or TIFF picture"))
        #expect(fault(Array("RIFF....WEBPVP8 ".utf8)).contains("damaged WebP"))
        #expect(fault(Array("II*\0....".utf8)).contains("damaged TIFF"))
        #expect(fault([0xFF, 0xD8, 0xFF]).contains("damaged JPEG"))
        #expect(fault([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).contains("damaged PNG"))
    }

    @Test(arguments: ["full", "half", "progressive", "cmyk", "rgb8", "interlaced", "palette"])
    func picturesCutShortAreDamaged(name: String) throws {
        let bytes = try Fixture.picture(name)
        for kept in stride(from: 3, to: bytes.count - 2, by: 11) {
            let found = words { try Decoded(Array(bytes[..<kept])) }
            #expect(found.contains("damaged") || found.contains("is no"), "\(kept) of \(bytes.count): \(found)")
        }
    }

    /// A TIFF file's directory stands at its end, or its pixels do; what comes after both may be missing.
    @Test(arguments: Fixture.others) func otherPicturesCutShortAreNeverShown(one: Fixture.Shown) throws {
        let bytes = try Fixture.bytes(one.file)
        let whole = try Decoded(bytes)
        var refused = 0
        for kept in stride(from: 3, to: bytes.count - 2, by: 11) {
            do {
                let found = try Decoded(Array(bytes[..<kept]))
                // EXIF at the end may be lost, and a film's other frames, but no pixel
                #expect(found.pixels == whole.pixels, "\(kept) of \(bytes.count)")
            } catch is ImageFault { refused += 1 }
        }
        #expect(refused >= (bytes.count - 5) / 11 / 2)
    }

    /// A few bytes that claim to be a huge picture take no memory.
    @Test func hugeSizesAreRefused() throws {
        var png = try Fixture.picture("rgb8")
        // IHDR's width and height, and then its checksum is wrong too: both are refused
        for i in 16..<24 { png[i] = i % 4 == 0 ? 0 : 0xFF }
        #expect(words { try Decoded(png) }.contains("damaged PNG"))
        var jpeg = try Fixture.picture("half")
        let frame = try #require(jpeg.indices.dropLast().first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
        for i in (frame + 5)..<(frame + 9) { jpeg[i] = 0xFD }
        #expect(words { try Decoded(jpeg) }.contains("at most 2^26 pixels"))
        jpeg[frame + 5] = 0
        jpeg[frame + 6] = 0
        #expect(words { try Decoded(jpeg) }.contains("damaged JPEG"))
        // WebP's canvas: 24 bits each of width - 1 and height - 1, of a file with a frame smaller than that
        var webp = try Fixture.bytes("webp/film.webp")
        for i in 24..<30 { webp[i] = [0xFF, 0x3F, 0][i % 3] }
        #expect(words { try Decoded(webp) }.contains("at most 2^26 pixels"))
        for (width, height) in [(0xFFFF_FFFF, 0xFFFF_FFFF), (1 << 14, 1 << 14), (1 << 21, 1), (1, 1 << 21)] {
            let tiff = try tiffWith([256: width, 257: height], of: "tiff/lzw.tif")
            let found = words { try Decoded(tiff) }
            #expect(found.contains("at most 2^26") || found.contains("damaged TIFF"), "\(width) × \(height): \(found)")
        }
        // tiles that are larger than any memory, of a picture that is not
        for side in [1 << 13, 1 << 16, 1 << 30] {
            let found = words { try Decoded(tiffWith([322: side, 323: side], of: "tiff/tiles.tif")) }
            #expect(found.contains("damaged TIFF"), "tiles of \(side): \(found)")
        }
        // rows of more numbers a pixel than there can be
        #expect(words { try Decoded(tiffWith([277: 65535], of: "tiff/tiles.tif")) }.contains("TIFF"))
    }

    /// A little-endian TIFF file with other values of some tags of its first directory.
    private func tiffWith(_ values: [Int: Int], of name: String) throws -> [UInt8] {
        var bytes = try Fixture.bytes(name)
        func number(_ place: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        }
        let start = number(4, 4)
        for entry in 0..<number(start, 2) {
            let place = start + 2 + 12 * entry
            guard let value = values[number(place, 2)] else { continue }
            // as a long
            bytes[place + 2] = 4
            for i in 0..<4 { bytes[place + 8 + i] = UInt8(truncatingIfNeeded: value >> (8 * i)) }
        }
        return bytes
    }

    /// Whatever the bytes, the process lives: a picture or a fault.
    @Test(arguments: Fixture.jpegs + Fixture.pngs) func anyBytesEndInAPictureOrAFault(name: String) throws {
        let bytes = try Fixture.picture(name)
        let decoder = ImageDecoder()
        for number in 0..<300 {
            do { _ = try Decoded(mutated(bytes, number: number), by: decoder) } catch is ImageFault {}
        }
    }

    @Test(arguments: Fixture.others) func anyBytesOfOtherKindsEndInAPictureOrAFault(one: Fixture.Shown) throws {
        let bytes = try Fixture.bytes(one.file)
        let decoder = ImageDecoder()
        for number in 0..<300 {
            do { _ = try Decoded(mutated(bytes, number: number), by: decoder) } catch is ImageFault {}
        }
    }
}
