import Foundation
import InvarData
import Testing

/// EXIF's orientation, as it stands in JPEG, PNG, WebP: good, damaged and odd. (TIFF has it as a tag of its own: see
/// `Fixture.others`.)
@Suite struct OrientationTests {
    /// A TIFF directory with one entry: the orientation.
    static func exif(_ value: Int, isLittle: Bool = true, type: Int = 3) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
            return isLittle ? bytes : bytes.reversed()
        }
        let size = [1: 1, 3: 2, 4: 4][type] ?? 4
        let stored = number(value, size) + [UInt8](repeating: 0, count: 4 - size)
        return Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(1, 2) + number(274, 2)
            + number(type, 2) + number(1, 4) + stored + number(0, 4)
    }

    /// The container's own file with this EXIF data in it.
    enum Kind: String, CaseIterable, Sendable {
        case jpeg, png, pngAfterPixels, webp

        func file(_ exif: [UInt8]) throws -> [UInt8] {
            switch self {
            case .jpeg:
                let data = Array("Exif\0\0".utf8) + exif
                let length = data.count + 2
                return Array(try Fixture.picture("full")[..<2])
                    + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + data
                    + Array(try Fixture.picture("full")[2...])
            case .png, .pngAfterPixels:
                let bytes = try Fixture.picture("rgb8")
                // after the signature and IHDR, or before IEND
                let place = self == .png ? 33 : bytes.count - 12
                return Array(bytes[..<place]) + Self.pngChunk("eXIf", exif) + Array(bytes[place...])
            case .webp:
                // VP8X with the flag for EXIF, the picture's own chunk, and then EXIF
                let picture = Array(try Fixture.bytes("webp/lossless.webp")[12...])
                let extended = Self.webpChunk("VP8X", [8, 0, 0, 0, 23, 0, 0, 15, 0, 0])
                let body = Array("WEBP".utf8) + extended + picture + Self.webpChunk("EXIF", exif)
                return Array("RIFF".utf8) + Self.little(body.count) + body
            }
        }

        private static func little(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }

        private static func webpChunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
            Array(name.utf8) + little(data.count) + data + (data.count % 2 == 0 ? [] : [0])
        }

        private static func pngChunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
            let body = Array(name.utf8) + data
            var sum: UInt32 = 0xFFFF_FFFF
            for byte in body {
                sum ^= UInt32(byte)
                for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
            }
            func big(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
            return big(UInt32(data.count)) + body + big(~sum)
        }

        func plain() throws -> Decoded {
            try Decoded(self == .jpeg ? Fixture.picture("full") : Fixture.picture("rgb8"))
        }
    }

    /// EXIF's definition, pixel by pixel: on which side of the scene the stored first row and first column lie.
    private func turned(_ image: Decoded, _ orientation: Int) -> [UInt8] {
        let (h, w) = (image.height, image.width)
        let (rows, columns) = (5...8).contains(orientation) ? (w, h) : (h, w)
        return (0..<rows).flatMap { y in
            (0..<columns).flatMap { x -> ArraySlice<UInt8> in
                let (row, column) =
                    switch orientation {
                    case 2: (y, w - 1 - x)
                    case 3: (h - 1 - y, w - 1 - x)
                    case 4: (h - 1 - y, x)
                    case 5: (x, y)
                    case 6: (h - 1 - x, y)
                    case 7: (h - 1 - x, w - 1 - y)
                    case 8: (x, w - 1 - y)
                    default: (y, x)
                    }
                return image.pixels[(row * w + column) * 3..<(row * w + column) * 3 + 3]
            }
        }
    }

    @Test(arguments: Kind.allCases, 0...9) func isFollowed(kind: Kind, value: Int) throws {
        let plain = try kind.plain()
        for isLittle in [true, false] {
            for type in [1, 3, 4] {
                let found = try Decoded(kind.file(Self.exif(value, isLittle: isLittle, type: type)))
                let isTurned = (5...8).contains(value)
                #expect(found.height == (isTurned ? 24 : 16) && found.width == (isTurned ? 16 : 24))
                #expect(
                    found.pixels == turned(plain, value), "\(kind), \(value), little-endian: \(isLittle), type \(type)")
            }
        }
    }

    /// Damaged EXIF says nothing about the picture, and is no fault of it.
    @Test(arguments: Kind.allCases) func damageIsNoFault(kind: Kind) throws {
        let plain = try kind.plain()
        let good = Self.exif(6)
        var damaged: [[UInt8]] = (0..<18).map { Array(good[..<$0]) }
        for place in [0, 2, 4, 7, 10, 12] {
            var other = good
            other[place] ^= 0x55
            damaged.append(other)
        }
        damaged.append(Self.exif(6, type: 12))
        damaged.append([UInt8](repeating: 0xFF, count: 40))
        for exif in damaged {
            let found = try Decoded(kind.file(exif))
            #expect(found == plain, "\(kind): \(exif)")
        }
    }

    /// JPEG's prefix stands in some WebP files too.
    @Test func webpMayHaveJPEGsPrefix() throws {
        let found = try Decoded(Kind.webp.file(Array("Exif\0\0".utf8) + Self.exif(6)))
        #expect(found.pixels == turned(try Kind.webp.plain(), 6))
    }

    /// The first EXIF segment of a JPEG file holds, as for Pillow, and XMP is no EXIF.
    @Test func theFirstSegmentHolds() throws {
        func segment(_ data: [UInt8]) -> [UInt8] { [0xFF, 0xE1, 0, UInt8(data.count + 2)] + data }
        let picture = try Fixture.picture("full")
        let prefix = Array("Exif\0\0".utf8)
        let file =
            Array(picture[..<2]) + segment(Array("http://ns.adobe.com/xap/1.0/".utf8) + [0])
            + segment(prefix + Self.exif(1)) + segment(prefix + Self.exif(6)) + Array(picture[2...])
        #expect(try Decoded(file) == Decoded(picture))
    }
}
