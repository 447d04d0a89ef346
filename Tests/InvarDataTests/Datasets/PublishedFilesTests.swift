import Foundation
import Invar
import InvarData
import Testing

@Suite struct PublishedFilesTests {
    private func planes(_ seed: UInt64, _ side: Int) -> [UInt8] { randomBytes(3 * side * side, seed: seed) }

    private func record(_ labels: [UInt8], _ seed: UInt64) -> [UInt8] { labels + planes(seed, 32) }

    /// Images as evaluation sees them, which is their bytes.
    private func values(_ data: Dataset) throws -> [Float] { try data.rawPixels().values }

    /// What rows of planes look like interleaved, in 0...1.
    private func interleaved(_ planes: [UInt8], _ side: Int, columnMajor: Bool = false) -> [Float] {
        (0..<(3 * side * side)).map { (i: Int) -> Float in
            let (c, x, y) = (i % 3, i / 3 % side, i / 3 / side)
            let place = columnMajor ? x * side + y : y * side + x
            return Float(planes[c * side * side + place]) * (1 / 255)
        }
    }

    private func cifar10(_ directory: TemporaryDirectory, images: Int = 3) throws {
        for batch in 1...5 {
            var records: [UInt8] = []
            for i in 0..<images {
                records.append(UInt8((batch + i) % 10))
                records += planes(UInt64(batch * 100 + i), 32)
            }
            _ = try directory.write(records, "data_batch_\(batch).bin")
        }
        _ = try directory.write(record([7], 1), "test_batch.bin")
    }

    @Test func cifar10IsFiveFiles() throws {
        let directory = try TemporaryDirectory()
        try cifar10(directory)
        _ = try directory.write(Array("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n".utf8), "batches.meta.txt")
        let data = try Dataset.load(directory.path, split: .train)
        #expect(data.count == 15 && data.classNames[9] == "j")
        #expect(data.height == 32 && data.channels == 3)
        #expect(data.labels == [1, 2, 3, 2, 3, 4, 3, 4, 5, 4, 5, 6, 5, 6, 7])
        let seen = try values(data)
        #expect(Array(seen[12288..<15360]) == interleaved(planes(201, 32), 32))
        let test = try Dataset.load(directory.path, split: .test)
        #expect(test.labels == [7] && test.count == 1)
        #expect(try values(data.prefix(5)) == Array(seen[..<15360]))
        #expect(words { try Dataset.load(directory.path, split: .unlabeled) }.contains("choose train or test"))
    }

    @Test func cifar10ByName() throws {
        let home = try TemporaryDirectory()
        let inner = try TemporaryDirectory()
        try cifar10(inner)
        let unpacked = "\(home.path)/cifar-10/cifar-10-batches-bin"
        try FileManager.default.createDirectory(atPath: "\(home.path)/cifar-10", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: inner.path, toPath: unpacked)
        let data = try Dataset.load("cifar-10", split: .train, environment: ["INVAR_DATA": home.path])
        #expect(data.count == 15 && data.classNames[0] == "airplane")
        #expect(DatasetCatalog.place(of: "cifar-10", environment: ["INVAR_DATA": home.path]) == "\(home.path)/cifar-10")
    }

    @Test func cifar100TakesTheFineLabel() throws {
        let directory = try TemporaryDirectory()
        _ = try directory.write(record([19, 99], 1) + record([3, 0], 2), "train.bin")
        let data = try Dataset.load(directory.path, split: .train)
        #expect(data.labels == [99, 0] && data.classNames.count == 100)
        #expect(Array(try values(data)[3072...]) == interleaved(planes(2, 32), 32))
        #expect(words { try Dataset.load(directory.path, split: .test) }.contains("holds no test.bin"))
    }

    @Test func stl10LiesInColumns() throws {
        let directory = try TemporaryDirectory()
        _ = try directory.write(planes(1, 96) + planes(2, 96), "train_X.bin")
        _ = try directory.write([1, 10], "train_y.bin")
        _ = try directory.write(planes(3, 96), "unlabeled_X.bin")
        let data = try Dataset.load(directory.path, split: .train)
        #expect(data.labels == [0, 9] && data.height == 96 && data.classNames[7] == "monkey")
        #expect(Array(try values(data)[27648...]) == interleaved(planes(2, 96), 96, columnMajor: true))
        let unlabeled = try Dataset.load(directory.path, split: .unlabeled)
        #expect(unlabeled.labels == [0] && unlabeled.count == 1)
        _ = try directory.write([1, 10, 2], "train_y.bin")
        #expect(words { try Dataset.load(directory.path, split: .train) }.contains("3 labels, 2 images"))
        _ = try directory.write([1, 11], "train_y.bin")
        #expect(words { try Dataset.load(directory.path, split: .train) }.contains("label 10 at image 1"))
    }

    @Test func damageIsNamed() throws {
        let directory = try TemporaryDirectory()
        try cifar10(directory)
        let whole = try directory.bytes("data_batch_3.bin")
        _ = try directory.write(Array(whole.dropLast(100)), "data_batch_3.bin")
        let cut = words { try Dataset.load(directory.path, split: .train) }
        #expect(cut.contains("data_batch_3.bin") && cut.contains("cut short"), "\(cut)")
        _ = try directory.write([UInt8(10)] + Array(whole.dropFirst()), "data_batch_3.bin")
        #expect(words { try Dataset.load(directory.path, split: .train) }.contains("label 10 at image 6"))
        try FileManager.default.removeItem(atPath: "\(directory.path)/data_batch_3.bin")
        #expect(words { try Dataset.load(directory.path, split: .train) }.contains("holds no data_batch_3.bin"))
    }

    /// Colours are made to fit the architecture, whatever the data has.
    @Test func channelsAreMadeToFit() throws {
        let grey = try Dataset(
            name: "x", split: .train, height: 1, width: 2, channels: 1, pixels: [10, 250], labels: [0],
            classNames: ["a"])
        let color = try Dataset(
            name: "x", split: .train, height: 1, width: 2, channels: 3, pixels: [255, 0, 0, 10, 20, 30], labels: [0],
            classNames: ["a"])
        func seen(_ data: Dataset, _ channels: Int) throws -> [Float] {
            let batches = try PlainBatches(
                data, views: Views {}, image: Image(channels: channels, height: 1, width: 2))
            var output = [Float](repeating: .nan, count: 2 * channels)
            _ = try output.withUnsafeMutableBufferPointer { try batches.write(0..<1, into: $0) }
            return output.map { ($0 * 255).rounded() }
        }
        #expect(try seen(grey, 3) == [10, 10, 10, 250, 250, 250])
        #expect(try seen(color, 1) == [76, 18])
    }
}
