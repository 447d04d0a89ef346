import Foundation
import Invar
import InvarData
import InvarRuntime
import TestSupport
import Testing

/// Single images become what evaluation makes of the same in a data set.
@Suite struct ImagePreparationTests {
    private let image = Image(channels: 3, height: 16, width: 16, mean: [0.5], std: [0.25])

    private func values(_ data: Dataset) throws -> [Float] {
        let batches = try PlainBatches(data, views: Views {}, image: image)
        var all = [Float](repeating: .nan, count: data.count * batches.imageSize)
        let missing = try all.withUnsafeMutableBufferPointer { try batches.write(0..<data.count, into: $0) }
        #expect(missing.isEmpty)
        return all
    }

    @Test(arguments: [1, 3]) func pixelsAsInASet(channels: Int) throws {
        let pixels = randomBytes(20 * 31 * channels, seed: 4)
        let data = try Dataset(
            name: "one", split: .test, height: 20, width: 31, channels: channels, pixels: pixels)
        let preparation = try ImagePreparation(views: Views {}, image: image)
        var output = [Float](repeating: .nan, count: preparation.imageSize)
        var span = output.mutableSpan
        try preparation.prepare(
            pixels: pixels.span, height: 20, width: 31, channels: channels, .whole, into: &span)
        #expect(try output == values(data))
    }

    @Test func filesAsInASet() throws {
        let directory = try TemporaryDirectory()
        let folder = "\(directory.path)/train/a"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let picture = Picture(height: 20, width: 31, channels: 3, pixels: randomBytes(20 * 31 * 3, seed: 6))
        try picture.write(png: "\(folder)/1.png")
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(folder)/1.png")))
        let preparation = try ImagePreparation(views: Views {}, image: image)
        var output = [Float](repeating: .nan, count: preparation.imageSize)
        var span = output.mutableSpan
        try preparation.prepare(encoded: bytes.span, into: &span)
        let inSet = try values(Dataset.load(directory.path, split: .train))
        #expect(output == inSet)
        var again = [Float](repeating: .nan, count: preparation.imageSize)
        var other = again.mutableSpan
        try preparation.prepare(pixels: picture.pixels.span, height: 20, width: 31, channels: 3, into: &other)
        #expect(again == inSet)
    }

    @Test func threadsShareOne() throws {
        let preparation = try ImagePreparation(views: Views {}, image: image)
        let wanted = (0..<8).map { seed in
            var output = [Float](repeating: .nan, count: preparation.imageSize)
            var span = output.mutableSpan
            let pixels = randomBytes(20 * 31 * 3, seed: UInt64(seed))
            try? preparation.prepare(pixels: pixels.span, height: 20, width: 31, channels: 3, into: &span)
            return output
        }
        inParallel(8) { seed in
            let pixels = randomBytes(20 * 31 * 3, seed: UInt64(seed))
            for _ in 0..<20 {
                var output = [Float](repeating: .nan, count: preparation.imageSize)
                var span = output.mutableSpan
                try? preparation.prepare(pixels: pixels.span, height: 20, width: 31, channels: 3, into: &span)
                #expect(output == wanted[seed])
            }
        }
    }

    @Test func valuesAreNormalizedInPlace() throws {
        let preparation = try ImagePreparation(views: Views {}, image: image)
        var values: [Float] = [0.5, 0.75, 0.25, 1, 0, 0.5]
        var span = values.mutableSpan
        preparation.normalize(&span)
        #expect(values == [0, 1, -1, 2, -2, 0])
    }

    @Test func faultsAreThrown() throws {
        let preparation = try ImagePreparation(views: Views {}, image: image)
        var output = [Float](repeating: 0, count: preparation.imageSize)
        var span = output.mutableSpan
        #expect(throws: ImageFault.self) { try preparation.prepare(encoded: [UInt8]().span, into: &span) }
        #expect(throws: ImageFault.self) {
            try preparation.prepare(
                pixels: [UInt8](repeating: 0, count: 5).span, height: 2, width: 2, channels: 1, into: &span)
        }
    }
}
