import Foundation
import Invar
import InvarData
import Synchronization
import Testing

/// A set as somebody writes it outside of the package. Image i has the pixel i everywhere.
private struct Plain: ImageDataset {
    struct Missing: Error, CustomStringConvertible { let description = "there is no picture" }

    var count = 10
    var classNames: [String] = []
    var imageShape: ImageShape?
    var version = ""
    var channels = 1
    var sizes: @Sendable (Int) -> (height: Int, width: Int) = { _ in (5, 3) }
    var missing: Set<Int> = []
    var content: (@Sendable (Int) throws -> ImageContent)?

    func label(at index: Int) -> Int { index % 3 }

    func image(at index: Int) throws -> ImageContent {
        if missing.contains(index) { throw Missing() }
        if let content { return try content(index) }
        let (height, width) = sizes(index)
        let pixels = [UInt8](repeating: UInt8(index), count: height * width * channels)
        return .pixels(pixels, height: height, width: width, channels: channels)
    }
}

/// Counts who asks for images at once.
private final class Counted: ImageDataset {
    let count = 64
    private let state = Mutex((now: 0, most: 0, asked: [Int](repeating: 0, count: 64)))

    func image(at index: Int) -> ImageContent {
        state.withLock { state in
            state.now += 1
            state.most = max(state.most, state.now)
            state.asked[index] += 1
        }
        usleep(200)
        state.withLock { $0.now -= 1 }
        return .pixels([UInt8](repeating: 0, count: 16), height: 4, width: 4, channels: 1)
    }

    var most: Int { state.withLock { $0.most } }
    var asked: [Int] { state.withLock { $0.asked } }
}

@Suite struct OwnDatasetTests {
    private let grey = Image(channels: 1, height: 4, width: 4)

    /// What evaluation makes of all images: one value of each, times 255.
    private func values(_ data: Dataset, _ image: Image? = nil, bad: BadImages? = nil) throws -> (
        values: [Float], bad: [Int]
    ) {
        let image = image ?? grey
        let batches = try PlainBatches(data, views: Views {}, image: image, bad: bad)
        var all = [Float](repeating: .nan, count: data.count * batches.imageSize)
        let missing = try all.withUnsafeMutableBufferPointer { try batches.write(0..<data.count, into: $0) }
        return (stride(from: 0, to: all.count, by: batches.imageSize).map { (all[$0] * 255).rounded() }, missing)
    }

    @Test(arguments: [1, 3]) func imagesAndLabelsComeThrough(channels: Int) throws {
        let data = try Dataset(Plain(classNames: ["a", "b", "c"], channels: channels), split: .train)
        #expect(data.count == 10 && data.labels == [0, 1, 2, 0, 1, 2, 0, 1, 2, 0])
        #expect(data.name == "Plain" && data.classNames == ["a", "b", "c"] && data.split == .train)
        #expect(try values(data).values == (0..<10).map(Float.init))
        #expect(try values(data, Image(channels: 3, height: 4, width: 4)).values == (0..<10).map(Float.init))
        #expect(data.imageName(at: 7) == "image 7")
    }

    @Test func oneImageIsEnough() throws {
        let data = try Dataset(Plain(count: 1), split: .train)
        let plan = try ViewPlan(
            Views {
                RandomResizedCrop(); HorizontalFlip()
            }, image: grey)
        let loader = try BatchLoader(data, plan: plan, batch: 1, seed: 1, steps: 5)
        var steps = 0
        while try loader.withNext({ (batch: ViewBatch) -> Void in #expect(batch.views[0].allSatisfy { $0 == 0 }) })
            != nil
        { steps += 1 }
        #expect(steps == 5)
        #expect(words { try Dataset(Plain(count: 0), split: .train) } == "Plain: error: has no images")
    }

    @Test func sizesMayDiffer() throws {
        let data = try Dataset(Plain(sizes: { ($0 % 4 + 1, 13 - $0) }), split: .train)
        #expect(data.height == nil)
        #expect(try values(data).values == (0..<10).map(Float.init))
        let raw = try data.rawPixels()
        #expect(raw.values.count == 10 * 32 * 32 * 3 && raw.bad.isEmpty)
    }

    @Test func aFixedSizeIsSaidAndChecked() throws {
        let shape = ImageShape(height: 5, width: 3, channels: 1)
        let data = try Dataset(Plain(imageShape: shape), split: .test)
        #expect(data.height == 5 && data.width == 3 && data.channels == 1)
        #expect(try data.rawPixels().values.count == 10 * 15)
        let wrong = try Dataset(Plain(imageShape: ImageShape(height: 5, width: 4, channels: 1)), split: .test)
        let bad = try BadImages()
        #expect(try values(wrong, bad: bad).bad == Array(0..<10))
        #expect(bad.reason(0, of: wrong) == "is 5×3, and its data set says that all are 5×4")
        #expect(
            words { try Dataset(Plain(imageShape: ImageShape(height: 0, width: 4, channels: 1)), split: .test) }
                .contains("has images of 0×4"))
    }

    @Test func imagesThatThrowAreBad() throws {
        let data = try Dataset(Plain(missing: [2, 9]), split: .train)
        let bad = try BadImages()
        let (found, missing) = try values(data, bad: bad)
        #expect(missing == [2, 9] && found == [0, 1, 0, 3, 4, 5, 6, 7, 8, 0])
        #expect(bad.reason(2, of: data) == "cannot be read: there is no picture")
        // in a batch another takes their place
        let loader = try BatchLoader(data, plan: ViewPlan(Views {}, image: grey), batch: 10, seed: 1, steps: 4)
        while try loader.withNext({ (batch: ViewBatch) -> Void in
            #expect(Set(batch.indices).isDisjoint(with: [2, 9]))
            for (place, index) in batch.indices.enumerated() {
                #expect((batch.views[0][place * 16] * 255).rounded() == Float(index))
            }
        }) != nil {}
        let few = try BadImages(limit: 1)
        #expect(words { try values(data, bad: few) }.contains("has more than 1 images that cannot be read"))
    }

    @Test func whatIsNoImageIsBad() throws {
        func reason(_ content: @escaping @Sendable (Int) throws -> ImageContent) throws -> String {
            let data = try Dataset(Plain(count: 1, content: content), split: .train)
            let bad = try BadImages()
            #expect(try values(data, bad: bad).bad == [0])
            return bad.reason(0, of: data) ?? ""
        }
        #expect(
            try reason { _ in .pixels([1, 2, 3], height: 2, width: 2, channels: 1) }
                == "has 3 bytes, and 2×2×1 pixels are 4")
        #expect(try reason { _ in .pixels([1, 2], height: 1, width: 1, channels: 2) }.contains("has 2 channels"))
        #expect(try reason { _ in .pixels([], height: 0, width: 1, channels: 1) }.contains("0×1"))
        #expect(
            try reason { _ in .pixels([], height: .max, width: .max, channels: 3) }.contains("which are not read"))
        #expect(try reason { _ in .encoded([]) } == "is empty")
        #expect(try reason { _ in .encoded(Array("GIF89a".utf8)) }.contains("is a GIF picture"))
        #expect(try reason { _ in .file("/proc/nothing") }.contains("cannot be"))
        #expect(try reason { _ in throw DataError("/a/b.jpg", "is gone") } == "cannot be read: /a/b.jpg is gone")
    }

    @Test func filesAndTheirBytesAreDecoded() throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/a.png"
        let picture = Picture(height: 6, width: 8, channels: 3, filledWith: 77)
        try picture.write(png: path)
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
        let data = try Dataset(
            Plain(count: 2, content: { $0 == 0 ? .file(path) : .encoded(bytes) }), split: .train)
        #expect(try values(data).values == [77, 77])
    }

    @Test func threadsAskAtOnceAndEachImageOnce() throws {
        let set = Counted()
        let data = try Dataset(set, split: .train)
        #expect(data.classNames == ["unlabeled"])
        let loader = try BatchLoader(
            data, plan: ViewPlan(Views {}, image: grey), batch: 32, seed: 1, steps: 2, workers: 4)
        while try loader.withNext({ (_: ViewBatch) -> Void in }) != nil {}
        #expect(set.most > 1)
        #expect(set.asked == [Int](repeating: 1, count: 64))
    }

    @Test func labelsMustBeClasses() throws {
        let found = words { try Dataset(Plain(classNames: ["a", "b"]), split: .train) }
        #expect(found == "Plain: error: has label 2 at image 2; there are 2 classes")
    }

    @Test func partsOfASet() throws {
        let data = try Dataset(Plain(imageShape: ImageShape(height: 5, width: 3, channels: 1)), split: .train)
        #expect(try values(data.prefix(3).prefix(2)).values == [0, 1])
        let spread = try Dataset(Plain(), split: .train).prefix(5)
        #expect(try values(spread).values == [0, 2, 4, 6, 8])
        #expect(spread.imageName(at: 1) == "image 2")
    }

    @Test func theVersionTellsSetsApart() throws {
        func identity(_ version: String) throws -> [UInt8] {
            try Dataset(Plain(version: version), split: .train).identity
        }
        #expect(try identity("1") == identity("1"))
        #expect(try identity("1") != identity("2"))
    }

    @Test func aProgramBringsSetsByName() throws {
        let makers: [String: DatasetCatalog.Maker] = [
            "plain": { split in
                guard split != .unlabeled else { throw DataError("plain", "has labels on all") }
                return try Dataset(Plain(count: split == .train ? 10 : 4, classNames: ["a", "b", "c"]), split: split)
            },
            "wrong": { _ in try Dataset(Plain(), split: .test) },
        ]
        try DatasetCatalog.$own.withValue(makers) {
            let found = try DataSource("plain")
            #expect(
                found.line == "data plain: made by this program; training: 10 images, test: 4 images; 3 classes")
            #expect(try found.dataset(.test).count == 4)
            #expect(words { try found.dataset(.unlabeled) } == "plain: error: has labels on all")
            #expect(words { try DataSource("wrong").dataset(.train) }.contains("gives test images where train ones"))
            #expect(words { try DataSource("plian") }.contains("plain"))
            #expect(
                words { try DataSource("plain", settings: DataSettings(imageKey: ["png"])) }
                    .contains("there is no --image-key"))
        }
        #expect(words { try DataSource("plain") }.contains("neither a known dataset nor a directory"))
    }

    @Test func inMemoryFromNumbers() throws {
        let data = try Dataset(
            name: "numbers", split: .train, height: 1, width: 2, channels: 1, values: [0, 0.5, 1, 0.2])
        #expect(data.pixels == [0, 128, 255, 51] && data.labels == [0, 0] && data.classNames == ["unlabeled"])
        #expect(
            words {
                try Dataset(name: "numbers", split: .train, height: 1, width: 1, channels: 1, values: [.nan])
            }.contains("they are numbers from 0 to 1"))
    }
}
