import Foundation
import Invar
import InvarData
import Testing

@Suite struct ImageFolderTests {
    private let jpeg = Fixture.jpeg(height: 20, width: 30, seed: 1)

    private func names(_ data: Dataset) -> [String] {
        guard case .encoded(let images) = data.images else { return [] }
        return (0..<images.count).map { images.paths[$0] }
    }

    @Test func trainAndTestFolders() throws {
        let directory = try TemporaryDirectory()
        for file in ["train/cat/1.jpg", "train/cat/2.JPEG", "train/dog/x.png", "train/ant/deep/a.jpg", "val/dog/y.jpg"]
        {
            _ = try directory.write(jpeg, file)
        }
        _ = try directory.write([1], "train/cat/notes.txt")
        _ = try directory.write([1], "train/cat/.hidden.jpg")
        let train = try Dataset.load(directory.path, split: .train)
        #expect(train.classNames == ["ant", "cat", "dog"] && train.labels == [0, 1, 1, 2])
        #expect(names(train) == ["train/ant/deep/a.jpg", "train/cat/1.jpg", "train/cat/2.JPEG", "train/dog/x.png"])
        #expect(train.height == nil && train.pixels.isEmpty)
        let test = try Dataset.load(directory.path, split: .test)
        #expect(test.labels == [2] && test.classNames == train.classNames)
    }

    @Test func oneInTenIsHeldOut() throws {
        let directory = try TemporaryDirectory()
        for i in 0..<40 { _ = try directory.write(jpeg, "a/\(i).jpg") }
        for i in 0..<3 { _ = try directory.write(jpeg, "b/\(i).jpg") }
        _ = try directory.write(jpeg, "c/0.jpg")
        let (train, test) = try (
            Dataset.load(directory.path, split: .train), Dataset.load(directory.path, split: .test)
        )
        #expect(test.labels == [0, 0, 0, 0, 1] && train.count == 39)
        #expect(Set(names(train)).union(names(test)).count == 44 && train.labels.last == 2)
        #expect(try names(Dataset.load(directory.path, split: .test)) == names(test))
    }

    @Test func aFolderWithoutClassesIsOneClass() throws {
        let directory = try TemporaryDirectory()
        for i in 0..<4 { _ = try directory.write(jpeg, "\(i).jpg") }
        let data = try Dataset.load(directory.path, split: .train)
        #expect(data.count == 3 && data.classNames == ["images"])
    }

    @Test func mistakesAreNamed() throws {
        let directory = try TemporaryDirectory()
        func message(_ split: Dataset.Split = .train) -> String {
            words { try Dataset.load(directory.path, split: split) }
        }
        #expect(message().contains("has no images"))
        _ = try directory.write(jpeg, "train/a/1.jpg")
        #expect(message(.test).contains("none named test or val"))
        #expect(message(.unlabeled).contains("has no folder unlabeled"))
        try FileManager.default.createDirectory(atPath: "\(directory.path)/train/b", withIntermediateDirectories: true)
        #expect(message().contains("train/b: error: is a class without images"))
        try FileManager.default.removeItem(atPath: "\(directory.path)/train/b")
        _ = try directory.write(jpeg, "test/z/1.jpg")
        // what evaluation could not use is said before training
        for split in [Dataset.Split.train, .test] {
            #expect(message(split).contains("has in its test the class z, of which there are no images in training"))
        }
        #expect(
            words { try Dataset.load("\(directory.path)/train/a/1.jpg", split: .train) }.contains("is not a directory"))
    }

    @Test func prefixesAreSpreadOverClasses() throws {
        let directory = try TemporaryDirectory()
        for i in 0..<60 { _ = try directory.write(jpeg, "train/\(i % 3)/\(i).jpg") }
        let some = try Dataset.load(directory.path, split: .train).prefix(6)
        #expect(some.labels == [0, 0, 1, 1, 2, 2])
    }

    /// Evaluation takes the middle: the whole image resized to 8/7 of the view, then cropped.
    @Test func evaluationTakesTheMiddle() throws {
        #expect(
            CentreCrop.inner.box(viewHeight: 224, viewWidth: 224, height: 256, width: 512)
                == CropBox(x: 144, y: 16, width: 224, height: 224))
        #expect(
            CentreCrop.fitted.box(viewHeight: 32, viewWidth: 32, height: 96, width: 64)
                == CropBox(x: 0, y: 16, width: 64, height: 64))
        let directory = try TemporaryDirectory()
        // left black, middle grey, right white
        let pixels = (0..<(100 * 300)).map { [UInt8(0), 128, 255][$0 % 300 / 100] }
        _ = try directory.write(
            Fixture.encode(pixels, height: 100, width: 300, components: 1, quality: 100), "train/a/1.jpg")
        let data = try Dataset.load(directory.path, split: .train)
        let batches = try PlainBatches(data, views: Views {}, image: Image(channels: 1, height: 64, width: 64))
        var output = [Float](repeating: .nan, count: 64 * 64)
        #expect(try output.withUnsafeMutableBufferPointer { try batches.write(0..<1, into: $0) }.isEmpty)
        #expect(output.allSatisfy { abs($0 - 128.0 / 255) < 0.01 })
    }
}
