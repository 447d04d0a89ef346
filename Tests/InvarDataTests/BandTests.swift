import Foundation
import Invar
import InvarData
import Testing

/// TIFF files whose numbers are no colours.
@Suite struct BandTests {
    private struct Bands {
        /// [height, width, bands]
        let values: [Float]
        let height: Int
        let width: Int
    }

    private func bands(_ name: String, _ channels: Int) throws -> Bands {
        try Fixture.bytes("tiff/\(name).tif").withUnsafeBufferPointer { bytes in
            try ImageDecoder().withImage(bytes, channels: channels) { image -> Bands in
                guard case .numbers(let numbers) = image.values else { throw ImageFault("has bytes") }
                let count = image.height * image.width * channels
                return Bands(
                    values: Array(UnsafeBufferPointer(start: numbers, count: count)), height: image.height,
                    width: image.width)
            }
        }
    }

    private func fault(_ name: String, _ channels: Int) -> String? {
        do {
            _ = try bands(name, channels)
            return nil
        } catch { return "\(error)" }
    }

    /// As make_more.py has them: [16, 24, bands].
    private func wanted(_ bands: Int, _ value: (_ band: Int, _ row: Int, _ column: Int) -> Float) -> [Float] {
        (0..<(16 * 24 * bands)).map { value($0 % bands, $0 / bands / 24, $0 / bands % 24) }
    }

    @Test func everyForm() throws {
        let wide = wanted(5) { Float(9000 * $0 + 37 * $1 + 11 * $2) / 65535 }
        let narrow = wanted(7) { Float((31 * $0 + 5 * $1 + 3 * $2) % 256) / 255 }
        let fractions = wanted(2) { Float($0 + $1 + $2) / 64 }
        for (name, values, count) in [
            ("bands16", wide, 5), ("bands16-separate-big-endian", wide, 5), ("bands8-tiles", narrow, 7),
            ("bands8-separate-tiles", narrow, 7), ("bands-fractions", fractions, 2),
        ] {
            let found = try bands(name, count)
            #expect(found.height == 16 && found.width == 24 && found.values == values, "\(name)")
        }
    }

    /// Orientation 6: the first row is on the right.
    @Test func isTurnedUpright() throws {
        let (turned, plain) = try (bands("bands-turned", 5), bands("bands16", 5))
        #expect(turned.height == 24 && turned.width == 16)
        for row in 0..<24 {
            for column in 0..<16 {
                let (to, from) = ((row * 16 + column) * 5, ((15 - column) * 24 + row) * 5)
                #expect(turned.values[to..<(to + 5)] == plain.values[from..<(from + 5)])
            }
        }
    }

    @Test func whatIsNotRead() {
        #expect(fault("bands16", 6)?.contains("5 numbers a pixel, and 6 are wanted") == true)
        #expect(fault("bands-loud", 2)?.contains("is not within 0 and 1") == true)
        #expect(fault("palette", 2)?.contains("and no bands") == true)
        #expect(fault("grey8", 2)?.contains("1 numbers a pixel, and 2 are wanted") == true)
    }

    /// A folder of them, as evaluation feeds them to an encoder of five channels.
    @Test func aFolder() throws {
        let folder = try TemporaryDirectory()
        for (place, part) in ["train/a", "train/b", "test/a", "test/b"].enumerated() {
            try FileManager.default.createDirectory(atPath: "\(folder.path)/\(part)", withIntermediateDirectories: true)
            let name = place % 2 == 0 ? "bands16" : "bands16-separate-big-endian"
            try Data(Fixture.bytes("tiff/\(name).tif")).write(to: URL(fileURLWithPath: "\(folder.path)/\(part)/x.tif"))
        }
        let data = try Dataset.load(folder.path, split: .train)
        let batches = try PlainBatches(
            data, views: Views {}, image: Image(channels: 5, height: 16, width: 16), threads: 1)
        var values = [Float](repeating: .nan, count: 2 * batches.imageSize)
        let bad = try values.withUnsafeMutableBufferPointer { try batches.write(0..<2, into: $0) }
        #expect(bad == [])
        // the middle of 24 columns, of both files the same
        let middle = wanted(5) { Float(9000 * $0 + 37 * $1 + 11 * $2) / 65535 }
        for row in [0, 7, 15] {
            for column in [0, 15] {
                for band in 0..<5 {
                    let place = (row * 16 + column) * 5 + band
                    let wanted = middle[(row * 24 + column + 4) * 5 + band]
                    #expect(abs(values[place] - wanted) < 1e-5)
                    #expect(values[place] == values[16 * 16 * 5 + place])
                }
            }
        }
        #expect(try data.rawPixels(of: 5).values.count == 2 * 32 * 32 * 5)
        // with a model of six channels each is bad, and it is said why
        let six = try PlainBatches(data, views: Views {}, image: Image(channels: 6, height: 16, width: 16), threads: 1)
        var none = [Float](repeating: 0, count: 2 * six.imageSize)
        #expect(try none.withUnsafeMutableBufferPointer { try six.write(0..<2, into: $0) } == [0, 1])
    }
}
