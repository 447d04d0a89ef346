import Foundation
import Invar
import InvarData
import Testing

@Suite struct TarShardTests {
    private let images = (0..<12).map { Fixture.jpeg(height: 20 + $0, width: 30, seed: $0) }

    private func values(_ data: Dataset) throws -> [Float] { try data.rawPixels().values }

    /// Twelve images of three classes as a folder, and as shards of both kinds.
    private func write(_ directory: TemporaryDirectory) throws {
        var (paths, keys) = ([TarWriter(), TarWriter()], [TarWriter(), TarWriter()])
        for i in 0..<12 {
            let name = "\(i / 4)/\(i).jpg"
            _ = try directory.write(images[i], "folder/train/\(name)")
            paths[i / 6].add("./\(name)", images[i])
            keys[i / 6].add("some/\(i).jpg", images[i])
            keys[i / 6].add("some/\(i).cls", Array("\(i / 4)\n".utf8))
            keys[i / 6].add("some/\(i).json", Array("{}".utf8))
        }
        for shard in 0..<2 {
            _ = try directory.write(paths[shard].finished, "paths/train/\(shard).tar")
            _ = try directory.write(keys[shard].finished, "keys/set-train-00\(shard).tar")
        }
    }

    @Test func shardsAreTheFolderTheyWereMadeFrom() throws {
        let directory = try TemporaryDirectory()
        try write(directory)
        let folder = try Dataset.load("\(directory.path)/folder", split: .train)
        let want = try values(folder)
        for kind in ["paths", "keys"] {
            let data = try Dataset.load("\(directory.path)/\(kind)", split: .train)
            // the folder's order is that of the names' letters
            let order = ["0", "1", "2", "3", "4", "5", "6", "7", "10", "11", "8", "9"].compactMap(Int.init)
            #expect(data.count == 12 && data.classNames == ["0", "1", "2"])
            #expect(data.labels == (0..<12).map { Int32($0 / 4) })
            let seen = try values(data)
            for (place, image) in order.enumerated() {
                #expect(seen[(image * 3072)..<(image * 3072 + 3072)] == want[(place * 3072)..<(place * 3072 + 3072)])
            }
        }
    }

    @Test func theIndexIsKeptAndChecked() throws {
        let directory = try TemporaryDirectory()
        try write(directory)
        let root = "\(directory.path)/paths"
        let first = try Dataset.load(root, split: .train)
        let index = "\(root)/.invar-index"
        #expect(FileManager.default.fileExists(atPath: index))
        let written = try FileManager.default.attributesOfItem(atPath: index)[.modificationDate] as? Date
        #expect(try values(Dataset.load(root, split: .train)) == values(first))
        #expect(try FileManager.default.attributesOfItem(atPath: index)[.modificationDate] as? Date == written)
        // a shard that changed is walked again
        var shard = TarWriter()
        shard.add("2/new.jpg", images[0])
        _ = try directory.write(shard.finished, "paths/train/1.tar")
        #expect(try Dataset.load(root, split: .train).labels == [0, 0, 0, 0, 1, 1, 2])
        // and the index is that of the new one
        #expect(try DataSource(root).notices.isEmpty)
        // what version 0.1 left there is nothing to anyone
        _ = try directory.write(Array("{".utf8), "paths/.invar-index.json")
        #expect(!(try DataSource(root).line.contains("left out")))
    }

    @Test func oneInTenIsHeldOut() throws {
        let directory = try TemporaryDirectory()
        var shard = TarWriter()
        for i in 0..<40 { shard.add("\(i % 2)/\(i).jpg", images[i % 12]) }
        _ = try directory.write(shard.finished, "all.tar")
        let (train, test) = try (
            Dataset.load(directory.path, split: .train), Dataset.load(directory.path, split: .test)
        )
        #expect(train.count == 36 && test.labels.sorted() == [0, 0, 1, 1])
    }

    @Test func mistakesAreNamed() throws {
        func message(_ bytes: [UInt8], _ name: String = "train.tar") throws -> String {
            let directory = try TemporaryDirectory()
            _ = try directory.write(bytes, name)
            return words { try Dataset.load(directory.path, split: .train) }
        }
        var shard = TarWriter()
        shard.add("a/1.jpg", images[0])
        shard.add("a/2.jpg", images[1])
        #expect(try message(shard.finished).contains("no error"))
        for cut in [700, 1024, shard.bytes.count - 600, shard.bytes.count, shard.bytes.count + 512] {
            let found = try message(Array(shard.finished[..<cut]))
            #expect(
                found.contains("train.tar") && (found.contains("cut short") || found.contains("damaged")), "\(found)")
        }
        #expect(try message(Array("not a tar file".utf8)).contains("is not a tar file"))
        #expect(try message([]).contains("tar"))
        var texts = TarWriter()
        texts.add("a/1.txt", [1])
        #expect(try message(texts.finished).contains("without images"))
        var flat = TarWriter()
        flat.add("1.jpg", images[0])
        #expect(try message(flat.finished).contains("has no class"))
        flat.add("2.cls", [UInt8(ascii: "0")])
        #expect(try message(flat.finished).contains("has no 1.cls"))
        flat.add("1.cls", Array("cat".utf8))
        #expect(try message(flat.finished).contains("a class is a number"))
    }
}
