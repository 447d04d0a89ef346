import Foundation
import Invar
import InvarData
import Testing

@Suite struct NpyTests {
    @Test(arguments: [
        StoredTensor(shape: [2, 3], [1, 2, 3, 4, 5, 6]), StoredTensor(shape: [5], .int64([1, 2, 3, -4, .max])),
        StoredTensor(shape: [], .float64([0.5])), StoredTensor(shape: [0, 4], [Float]()),
        StoredTensor(shape: [1, 1, 3], .uint8([1, 2, 3])), StoredTensor(shape: [2], .int32([1, -1])),
        StoredTensor(shape: [2], .bytes(.float16, [0, 0x3C, 0, 0xC0])),
        StoredTensor(shape: [3], .bytes(.bool, [0, 1, 1])),
        StoredTensor(shape: [1], .bytes(.uint16, [1, 2])), StoredTensor(shape: [1], .bytes(.int8, [255])),
    ]) func roundTrip(tensor: StoredTensor) throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/a.npy"
        try NpyFile.write(tensor, to: path)
        #expect(try NpyFile.read(path) == tensor)
        let bytes = try directory.bytes("a.npy")
        #expect((bytes.count - tensor.count * tensor.element.size) % 64 == 0)
    }

    @Test func theHeaderIsNumPys() throws {
        let directory = try TemporaryDirectory()
        try NpyFile.write(StoredTensor(shape: [3], [1, 2, 3]), to: "\(directory.path)/a.npy")
        let text = String(decoding: try directory.bytes("a.npy")[10..<127], as: UTF8.self)
        #expect(text.hasPrefix("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }"))
    }

    @Test func mutatedFilesNeverCrash() throws {
        let directory = try TemporaryDirectory()
        try NpyFile.write(StoredTensor(shape: [3, 4], [Float](repeating: 1, count: 12)), to: "\(directory.path)/seed")
        let seed = try directory.bytes("seed")
        for number in 0..<2000 {
            let path = try directory.write(mutated(seed, number: number), "mutated")
            do { _ = try NpyFile.read(path) } catch is DataError {}
        }
    }
}

@Suite struct PictureTests {
    @Test(arguments: [(1, 1), (3, 5), (17, 33)], [1, 3]) func roundTrip(size: (Int, Int), channels: Int) throws {
        let directory = try TemporaryDirectory()
        let picture = Picture(
            height: size.0, width: size.1, channels: channels, pixels: randomBytes(size.0 * size.1 * channels, seed: 3))
        try picture.write(png: "\(directory.path)/a.png")
        #expect(try Picture(png: "\(directory.path)/a.png") == picture)
    }

    @Test func mutatedFilesNeverCrash() throws {
        let directory = try TemporaryDirectory()
        try Picture(height: 9, width: 7, channels: 3, pixels: randomBytes(189, seed: 3)).write(
            png: "\(directory.path)/seed")
        let seed = try directory.bytes("seed")
        for number in 0..<1000 {
            let path = try directory.write(mutated(seed, number: number), "mutated")
            do { _ = try Picture(png: path) } catch is DataError {}
        }
    }

    @Test func theContactSheetShowsOriginalsBesideTheirViews() throws {
        let data = try Dataset(
            name: "x", split: .train, height: 4, width: 5, channels: 1, pixels: randomBytes(5 * 20, seed: 1),
            labels: [0, 0, 0, 0, 0], classNames: ["a"])
        let image = Image(channels: 1, height: 4, width: 5, mean: [0.3], std: [0.2])
        let sheet = try ContactSheet(data, views: Views { Solarize(threshold: 0, probability: 0, 1) }, image: image)
        let entries = try sheet.entries(images: 5, seed: 1)
        #expect(entries.count == 5)
        // each first view is the image itself, each second one is inverted
        for (number, entry) in entries.enumerated() {
            let pixels = Array(data.pixels[(20 * number)..<(20 * number + 20)])
            #expect(entry.original == Picture(height: 4, width: 5, channels: 1, pixels: pixels))
            #expect(entry.views[0] == entry.original)
            #expect(entry.views[1].pixels == pixels.map { 255 - $0 })
        }
        #expect(try sheet.first(seed: 1) == entries[0])
        #expect(try sheet.firstSize() == (4, 5))
    }
}
