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
        var sheet = try ContactSheet(data, views: Views { Solarize(threshold: 0, probability: 0, 1) }, image: image)
        sheet.columns = 2
        sheet.magnification = 3
        let (picture, shown) = try sheet.compose(images: 5, seed: 1)
        #expect(shown == 5)
        #expect(picture.height == 3 * (12 + 4) + 4)
        #expect(picture.width == 2 * (3 * 15 + 8 + 12) + 4)
        // image 3 stands in row 1, column 1; its first view is itself, its second is inverted
        for y in 0..<12 {
            for x in 0..<15 {
                let byte = data.pixels[3 * 20 + y / 3 * 5 + x / 3]
                let row = (4 + 16 + y) * picture.width + 8 + 65
                #expect(picture.pixels[row + x] == byte)
                #expect(picture.pixels[row + 19 + x] == byte)
                #expect(picture.pixels[row + 38 + x] == 255 - byte)
            }
        }
    }
}
