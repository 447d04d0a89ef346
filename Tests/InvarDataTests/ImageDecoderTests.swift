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
        #expect(fault(Array("GIF89a".utf8)).contains("GIF"))
        #expect(fault(Array("RIFF....WEBPVP8 ".utf8)).contains("WebP"))
        #expect(fault(Array("hello, world".utf8)).contains("neither a JPEG nor a PNG"))
        #expect(fault([0xFF, 0xD8, 0xFF]).contains("damaged JPEG"))
        #expect(fault([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).contains("damaged PNG"))
    }

    @Test(arguments: ["full", "half", "progressive", "cmyk", "rgb8", "interlaced", "palette"])
    func picturesCutShortAreDamaged(name: String) throws {
        let bytes = try Fixture.picture(name)
        for kept in stride(from: 3, to: bytes.count - 2, by: 11) {
            let found = words { try Decoded(Array(bytes[..<kept])) }
            #expect(found.contains("damaged") || found.contains("neither"), "\(kept) of \(bytes.count): \(found)")
        }
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
    }

    /// Whatever the bytes, the process lives: a picture or a fault.
    @Test(arguments: Fixture.jpegs + Fixture.pngs) func anyBytesEndInAPictureOrAFault(name: String) throws {
        let bytes = try Fixture.picture(name)
        let decoder = ImageDecoder()
        for number in 0..<300 {
            do { _ = try Decoded(mutated(bytes, number: number), by: decoder) } catch is ImageFault {}
        }
    }
}
