import Foundation
import Invar
import InvarData
import InvarRandom
import Testing

/// Images of any number of channels, from NumPy's arrays.
@Suite struct ChannelTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func write(_ name: String, _ shape: [Int], _ values: StoredTensor.Values) throws {
        try NpyFile.write(StoredTensor(shape: shape, values), to: "\(folder.path)/\(name).npy")
    }

    private func complaint(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch { return "\(error)" }
    }

    private static func values(_ count: Int) -> [Float] {
        randomBytes(count, seed: 5).map { Float($0) / 255 }
    }

    /// What evaluation feeds the encoder.
    private func plain(_ data: Dataset, _ image: Image, _ views: Views = Views {}) throws -> [Float] {
        let batches = try PlainBatches(data, views: views, image: image, threads: 2)
        var values = [Float](repeating: .nan, count: data.count * batches.imageSize)
        let bad = try values.withUnsafeMutableBufferPointer { try batches.write(0..<data.count, into: $0) }
        #expect(bad == [])
        return values
    }

    @Test(arguments: [1, 2, 3, 5, 13, 16]) func arraysComeThrough(channels: Int) throws {
        let image = Image(channels: channels, height: 4, width: 6)
        let count = 3 * 24 * channels
        let bytes = randomBytes(count, seed: 1)
        try write("train-labels", [3], .int64([0, 1, 0]))
        func read(_ values: StoredTensor.Values) throws -> [Float] {
            try write("train-images", channels == 1 ? [3, 4, 6] : [3, 4, 6, channels], values)
            let data = try Dataset.load(folder.path, split: .train)
            #expect(data.labels == [0, 1, 0] && data.channels == channels)
            return try plain(data, image)
        }
        #expect(zip(try read(.uint8(bytes)), bytes).allSatisfy { abs($0 - Float($1) / 255) < 1e-6 })
        let values = Self.values(count)
        #expect(try read(.float32(values)) == values)
        // 16 bits are finer than bytes
        let fine = (0..<count).map { UInt16(truncatingIfNeeded: $0 &* 977 &+ 3) }
        let stored = fine.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        #expect(zip(try read(.bytes(.uint16, stored)), fine).allSatisfy { abs($0 - Float($1) / 65535) < 1e-7 })
    }

    @Test func eachChannelHasItsNormalization() throws {
        let channels = 5
        try write("unlabeled-images", [2, 3, 3, channels], .float32([Float](repeating: 0.5, count: 90)))
        let data = try Dataset.load(folder.path, split: .unlabeled)
        let views = Views {
            Normalize(mean: (0..<channels).map { Double($0) / 10 }, std: (0..<channels).map { Double($0 + 1) })
        }
        let values = try plain(data, Image(channels: channels, height: 3, width: 3), views)
        for (place, value) in values.enumerated() {
            let channel = place % channels
            #expect(abs(Double(value) - (0.5 - Double(channel) / 10) / Double(channel + 1)) < 1e-6)
        }
    }

    /// Every step that is for any number of channels: each channel gets what it would get alone.
    @Test func stepsTakeEachChannelForItself() throws {
        let (height, width, channels, count) = (9, 7, 6, 2)
        let values = Self.values(count * height * width * channels)
        let views = Views {
            RandomResizedCrop(scale: 0.4...0.9, interpolation: .bicubic)
            HorizontalFlip()
            ColorJitter(brightness: 0.4, contrast: 0.4)
            GaussianBlur(probability: 0.7)
            Rotation(degrees: -30...30)
            Sharpness()
            Sobel()
            Solarize(probability: 0.5)
            Cutout(fill: .mean)
        }
        func render(_ values: [Float], channels: Int) throws -> [Float] {
            try write("unlabeled-images", [count, height, width, channels], .float32(values))
            let data = try Dataset.load(folder.path, split: .unlabeled)
            let plan = try ViewPlan(views, image: Image(channels: channels, height: height, width: width))
            let loader = try BatchLoader(data, plan: plan, batch: count, seed: 4, steps: 1)
            return try #require(try loader.withNext { $0.views.flatMap(Array.init) })
        }
        let all = try render(values, channels: channels)
        for channel in 0..<channels {
            let own = stride(from: channel, to: values.count, by: channels).map { values[$0] }
            let alone = try render(own, channels: 1)
            let found = stride(from: channel, to: all.count, by: channels).map { all[$0] }
            #expect(found.count == alone.count)
            #expect(zip(found, alone).allSatisfy { abs($0 - $1) < 2e-5 }, "channel \(channel)")
        }
    }

    @Test func stepsThatNeedColours() {
        let image = Image(channels: 4, height: 8, width: 8)
        for (views, words) in [
            (
                Views { Grayscale(probability: 0.2) },
                "Grayscale works on red, green and blue, and the image has 4 channels"
            ),
            (Views { ChannelShuffle() }, "ChannelShuffle works on red, green and blue"),
            (Views { ColorJitter(hue: 0.1) }, "ColorJitter with saturation or hue works on red, green and blue"),
            (Views { ColorJitter(saturation: 0.1) }, "leave these two out"),
            (Views { RandomApply(probability: 0.5) { Grayscale(probability: 1) } }, "Grayscale works on"),
            (Views.vicreg, "ColorJitter with saturation or hue"),
        ] { #expect(views.problems(for: image).first?.message.contains(words) == true, "\(words)") }
        #expect(Views { ColorJitter(brightness: 0.4, contrast: 0.4) }.problems(for: image).isEmpty)
        #expect(Image(channels: 17, height: 8, width: 8).problems.first?.message.contains("up to 16") == true)
        #expect(Image(channels: 0, height: 8, width: 8).problems.count == 1)
    }

    @Test func channelsThatDoNotFit() throws {
        func refused(_ data: Dataset, _ channels: Int) -> String? {
            let image = Image(channels: channels, height: 3, width: 3)
            let plain = complaint { _ = try PlainBatches(data, views: Views {}, image: image) }
            let loaded = complaint {
                _ = try BatchLoader(data, plan: ViewPlan(Views {}, image: image), batch: 1, seed: 0, steps: 1)
            }
            #expect((plain == nil) == (loaded == nil))
            return plain
        }
        func data(_ channels: Int, _ values: (Int) -> StoredTensor.Values) throws -> Dataset {
            try write("unlabeled-images", [2, 3, 3, channels], values(18 * channels))
            return try Dataset.load(folder.path, split: .unlabeled)
        }
        let bytes = { StoredTensor.Values.uint8([UInt8](repeating: 9, count: $0)) }
        let numbers = { StoredTensor.Values.float32([Float](repeating: 0.5, count: $0)) }
        #expect(try refused(data(5, bytes), 3)?.contains("has images of 5 channels, and the model takes 3") == true)
        #expect(try refused(data(3, bytes), 5)?.contains("has images of 3 channels, and the model takes 5") == true)
        #expect(try refused(data(2, numbers), 1)?.contains("has images of 2 channels, and the model takes 1") == true)
        #expect(try refused(data(3, numbers), 1)?.contains("the model takes 1") == true)
        // bytes of pictures become grey, or grey colours
        #expect(try refused(data(3, bytes), 1) == nil && refused(data(1, bytes), 3) == nil)
        let png = try TemporaryDirectory()
        try Picture(height: 4, width: 4, channels: 3).write(png: "\(png.path)/a.png")
        try Picture(height: 4, width: 4, channels: 3).write(png: "\(png.path)/b.png")
        #expect(
            try refused(Dataset.load(png.path, split: .train), 4)?.contains("has pictures, which are grey or") == true)
    }

    @Test func arraysThatAreNotRead() throws {
        func refused(_ shape: [Int], _ values: StoredTensor.Values) throws -> String? {
            try write("unlabeled-images", shape, values)
            return complaint { _ = try Dataset.load(folder.path, split: .unlabeled) }
        }
        func zeros(_ shape: [Int]) -> StoredTensor.Values { .uint8([UInt8](repeating: 0, count: shape.reduce(1, *))) }
        #expect(try refused([2, 3, 20, 20], zeros([2, 3, 20, 20]))?.contains("numpy.moveaxis(images, 1, -1)") == true)
        #expect(try refused([2, 9], zeros([2, 9]))?.contains("[images, height, width, channels] is wanted") == true)
        #expect(try refused([0, 3, 3, 1], zeros([0, 3, 3, 1]))?.contains("is wanted") == true)
        #expect(try refused([1, 2, 1, 1], .float32([0, 255]))?.contains("holds 255.0 in image 0") == true)
        #expect(try refused([1, 2, 1, 1], .float32([0, .nan]))?.contains("numbers are from 0 to 1") == true)
        #expect(
            try refused([1, 2, 1, 1], .int64([0, 1]))?.contains("uint8, uint16, or float32 from 0 to 1 are read")
                == true)
        try write("train-images", [2, 3, 3], zeros([2, 3, 3]))
        #expect(
            complaint { _ = try Dataset.load(folder.path, split: .train) }?.contains("holds no train-labels.npy")
                == true)
        try write("train-labels", [3], .int64([0, 1, 0]))
        #expect(complaint { _ = try Dataset.load(folder.path, split: .train) }?.contains("has 3 labels") == true)
    }

    /// Of many channels the first three are shown.
    @Test func aSheetShowsThreeOfThem() throws {
        try write("unlabeled-images", [2, 8, 8, 5], .float32(Self.values(2 * 64 * 5)))
        let data = try Dataset.load(folder.path, split: .unlabeled)
        let sheet = try ContactSheet(data, views: Views {}, image: Image(channels: 5, height: 8, width: 8))
        let entries = try sheet.entries(images: 2, seed: 0)
        #expect(entries.count == 2 && entries.allSatisfy { $0.original.channels == 3 && $0.views[1].channels == 3 })
    }
}
