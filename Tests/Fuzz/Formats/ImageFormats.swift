import CZlib
import Foundation
import InvarData

extension Format {
    /// Each kind of which the tests have pictures.
    static let images =
        [
            image("png", ".png", repair: PNG.repair), image("jpeg", ".jpg"), image("webp", ".webp"),
            image("tiff", ".tif"),
        ].compactMap { $0 } + [bands, exif]

    /// TIFF files whose numbers are no colours: each with as many channels as it says that it has, or five.
    private static let bands = Format(name: "tiff-bands", memory: 1 << 30) { _ in
        let decoder = ImageDecoder()
        let names = [
            "bands16", "bands16-separate-big-endian", "bands8-tiles", "bands8-separate-tiles", "bands-fractions",
        ]
        let counts = [5, 5, 7, 7, 2]
        return Reader(corpus: try names.map { try Pictures.all("/\($0).tif")[0] }) { mutant in
            let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: mutant.bytes.count)
            defer { memory.deallocate() }
            _ = memory.initialize(fromContentsOf: mutant.bytes)
            let channels = counts[mutant.item]
            try decoder.withImage(UnsafeBufferPointer(memory), channels: channels) { image in
                guard case .numbers(let numbers) = image.values else { throw Violation("bands that are bytes") }
                let values = UnsafeBufferPointer(start: numbers, count: image.height * image.width * channels)
                guard values.allSatisfy({ (0...1).contains($0) }) else {
                    throw Violation("a number outside of 0 and 1")
                }
            }
        }
    }

    /// Pictures of one kind, and what decodes them: in one channel or three, whole or at a part of their size.
    private static func image(
        _ name: String, _ ending: String, repair: (@Sendable ([UInt8]) -> [UInt8])? = nil
    ) -> Format? {
        guard !Pictures.paths(ending).isEmpty else { return nil }
        // a picture may have 2^26 pixels: three bytes each, four more while it is interlaced, or six in a progressive JPEG
        return Format(name: name, memory: 1 << 30) { _ in
            let decoder = ImageDecoder()
            // among them are some of forms that are not read
            let sound = try Pictures.all(ending).filter { (try? decoder.check($0, 0)) != nil }
            guard !sound.isEmpty else { throw Violation("none of the tests' \(name) pictures is read") }
            return Reader(corpus: sound, repair: repair) { try decoder.check($0.bytes, $0.index) }
        }
    }

    /// EXIF data in a sound JPEG or PNG picture. Whatever it says, the picture is there.
    private static let exif = Format(name: "exif") { _ in
        let decoder = ImageDecoder()
        let jpegs = (1...8).map { "orientation-\($0).jpg" }
        let (jpeg, png) = (try Pictures.all("/half.jpg")[0], try Pictures.all("/rgb8.png")[0])
        return Reader(corpus: try jpegs.map { try EXIF.segment(of: Pictures.all("/\($0)")[0]) }) { mutant in
            let isPNG = mutant.index % 2 == 1
            let bytes =
                isPNG
                ? PNG.inserting("eXIf", Array(mutant.bytes.dropFirst(6)), into: png)
                : EXIF.inserting(mutant.bytes, into: jpeg)
            do { try decoder.check(bytes, mutant.index) } catch {
                throw Violation("EXIF data makes a sound picture unreadable: \(error)")
            }
        }
    }
}

/// The pictures that Pillow made for the tests.
private enum Pictures {
    static func paths(_ ending: String) -> [String] {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = tests.appending(path: "InvarDataTests/Fixtures").path
        let names = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        return names.map { "\(folder)/\($0)" }.filter { $0.hasSuffix(ending) }.sorted()
    }

    static func all(_ ending: String) throws -> [[UInt8]] {
        let paths = paths(ending)
        guard !paths.isEmpty else { throw Violation("there are no pictures \(ending) to begin with") }
        return try paths.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))) }
    }
}

extension ImageDecoder {
    /// Decodes from memory that is as large as the bytes, so that a sanitizer sees a look beyond.
    fileprivate func check(_ bytes: [UInt8], _ index: Int) throws {
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        defer { memory.deallocate() }
        _ = memory.initialize(fromContentsOf: bytes)
        let channels = index / 2 % 2 == 0 ? 3 : 1
        var ends: UInt8 = 0
        defer { withExtendedLifetime(ends) {} }
        try withImage(UnsafeBufferPointer(memory), channels: channels, denominator: { _, _ in 1 << (index / 4 % 4) }) {
            image in
            guard image.height > 0, image.width > 0, image.height * image.width <= ImageDecoder.mostPixels else {
                throw Violation("a picture of \(image.height)×\(image.width)")
            }
            // the first and the last byte must be there: a sanitizer sees where they are not
            guard let bytes = image.bytes else { throw Violation("a picture without bytes") }
            ends &+= bytes[0] &+ bytes[image.height * image.width * channels - 1]
        }
    }
}

private enum PNG {
    /// The checksums of all chunks made right.
    static func repair(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var place = 8
        while place + 12 <= bytes.count {
            let length = bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - place - 12 else { break }
            let end = place + 8 + length
            bytes.replaceSubrange(end..<(end + 4), with: checksum(bytes[(place + 4)..<end]))
            place = end + 4
        }
        return bytes
    }

    /// Behind the header, which is 25 bytes after the 8 of the mark.
    static func inserting(_ type: String, _ content: [UInt8], into picture: [UInt8]) -> [UInt8] {
        let chunk = Array(type.utf8) + content
        let length = (0..<4).map { UInt8(truncatingIfNeeded: content.count >> (8 * (3 - $0))) }
        return picture[..<33] + length + chunk + checksum(chunk[...]) + picture[33...]
    }

    private static func checksum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let sum = bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
        return (0..<4).map { UInt8(truncatingIfNeeded: sum >> (8 * (3 - UInt($0)))) }
    }
}

private enum EXIF {
    /// The content of a JPEG file's first APP1 segment.
    static func segment(of picture: [UInt8]) throws -> [UInt8] {
        var place = 2
        while place + 4 <= picture.count, picture[place] == 0xFF {
            let length = Int(picture[place + 2]) << 8 | Int(picture[place + 3])
            if picture[place + 1] == 0xE1 { return Array(picture[(place + 4)..<(place + 2 + length)]) }
            place += 2 + length
        }
        throw Violation("a picture without EXIF data to begin with")
    }

    static func inserting(_ segment: [UInt8], into picture: [UInt8]) -> [UInt8] {
        let segment = segment.prefix(65533)
        let length = segment.count + 2
        return picture[..<2] + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + segment + picture[2...]
    }
}
