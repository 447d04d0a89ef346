import Foundation
import InvarData
import Testing

/// A class has one number in all splits, however its name is written.
@Suite struct ClassTests {
    private let picture = Fixture.jpeg(height: 20, width: 30, seed: 2)

    private func tar(_ members: [(String, [UInt8])]) -> [UInt8] {
        var writer = TarWriter()
        for (name, bytes) in members { writer.add(name, bytes) }
        return writer.finished
    }

    @Test func shardsThatLackTheFirstClass() throws {
        let directory = try TemporaryDirectory()
        _ = try directory.write(tar(["ant", "bee", "cat"].map { ("\($0)/1.jpg", picture) }), "train/a.tar")
        _ = try directory.write(tar(["bee", "cat"].map { ("\($0)/1.jpg", picture) }), "test/a.tar")
        let found = try DataSource(directory.path)
        let (train, test) = try (found.dataset(.train), found.dataset(.test))
        #expect(train.labels == [0, 1, 2] && test.labels == [1, 2])
        #expect(test.classNames == train.classNames && train.classNames == ["ant", "bee", "cat"])
        #expect(found.line.contains("without images in the test: class ant"), "\(found.line)")
    }

    /// Folders, shards by folder, shards by number, idx: the same rule, and the same way out.
    @Test(arguments: ["folders", "shards", "numbers", "idx"]) func classesThatOnlyTheTestHas(kind: String) throws {
        let directory = try TemporaryDirectory()
        let name: String
        switch kind {
        case "folders":
            name = "bee"
            for file in ["train/ant/1.jpg", "train/cat/1.jpg", "test/bee/1.jpg"] {
                _ = try directory.write(picture, file)
            }
        case "shards":
            name = "bee"
            _ = try directory.write(tar([("ant/1.jpg", picture), ("cat/1.jpg", picture)]), "train.tar")
            _ = try directory.write(tar([("bee/1.jpg", picture)]), "test.tar")
        case "numbers":
            name = "1"
            func key(_ key: String, _ number: String) -> [(String, [UInt8])] {
                [("\(key).jpg", picture), ("\(key).cls", Array(number.utf8))]
            }
            _ = try directory.write(tar(key("a", "0") + key("b", "2")), "train.tar")
            _ = try directory.write(tar(key("c", "1")), "test.tar")
        default:
            name = "1"
            try directory.writeIdx(labels: [0, 2], split: "train")
            try directory.writeIdx(labels: [1], split: "t10k")
        }
        for split in [Dataset.Split.train, .test] {
            let message = words { try Dataset.load(directory.path, split: split) }
            #expect(
                message.contains("has in its test the class \(name), of which there are no images in training"),
                "\(message)")
            #expect(message.contains("--allow-empty-classes"))
        }
        let allowed = try DataSource(directory.path, settings: DataSettings(allowEmptyClasses: true))
        #expect(allowed.line.contains("without images in training: class \(name)"), "\(allowed.line)")
        let (train, test) = try (allowed.dataset(.train), allowed.dataset(.test))
        #expect(train.labels == [0, 2] && test.labels == [1] && train.classNames == test.classNames)
        #expect(train.classNames.count == 3)
    }

    /// The larger labels of training are classes of the test too.
    @Test func idxClassesAreThoseOfBoth() throws {
        let directory = try TemporaryDirectory()
        try directory.writeIdx(labels: [0, 1, 2, 3], split: "train")
        try directory.writeIdx(labels: [0, 1], split: "t10k")
        #expect(try Dataset.load(directory.path, split: .test).classNames == ["0", "1", "2", "3"])
    }

    @Test func emptyClassesMayBeAllowed() throws {
        let directory = try TemporaryDirectory()
        for file in ["train/ant/1.jpg", "train/cat/1.jpg", "test/ant/1.jpg"] { _ = try directory.write(picture, file) }
        try FileManager.default.createDirectory(
            atPath: "\(directory.path)/train/bee", withIntermediateDirectories: true)
        #expect(words { try DataSource(directory.path) }.contains("train/bee: error: is a class without images"))
        let allowed = try DataSource(directory.path, settings: DataSettings(allowEmptyClasses: true))
        #expect(try allowed.dataset(.train).classNames == ["ant", "bee", "cat"])
        #expect(try allowed.dataset(.train).labels == [0, 2])
        #expect(allowed.line.contains("classes without images: bee"), "\(allowed.line)")
    }

    /// é as one letter in training, as e with an accent in the test.
    @Test(arguments: [false, true]) func oneClassInBothNormalForms(inShards: Bool) throws {
        let directory = try TemporaryDirectory()
        let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
        if inShards {
            _ = try directory.write(tar([("a/1.jpg", picture), ("\(composed)/1.jpg", picture)]), "train.tar")
            _ = try directory.write(tar([("a/1.jpg", picture), ("\(decomposed)/1.jpg", picture)]), "test.tar")
        } else {
            for file in ["train/a/1.jpg", "train/\(composed)/1.jpg", "test/a/1.jpg", "test/\(decomposed)/1.jpg"] {
                _ = try directory.write(picture, file)
            }
        }
        for split in [Dataset.Split.train, .test] {
            let data = try Dataset.load(directory.path, split: split)
            #expect(data.labels == [0, 1] && data.classNames.map(\.unicodeScalars.count) == [1, 4])
            #expect(try data.rawPixels(bad: BadImages(limit: 0)).bad.isEmpty)
        }
    }

    /// Both in one folder are two folders of one class; none of their images is lost.
    @Test func bothNormalFormsInOneFolder() throws {
        let directory = try TemporaryDirectory()
        for file in ["caf\u{E9}/1.jpg", "cafe\u{301}/2.jpg", "a/1.jpg"] {
            _ = try directory.write(picture, "train/\(file)")
        }
        let data = try Dataset.load(directory.path, split: .train)
        #expect(data.classNames.count == 2 && data.labels.sorted() == [0, 1, 1])
        #expect(try data.rawPixels(bad: BadImages(limit: 0)).bad.isEmpty)
    }

    /// As on old disks: a name in Latin-1.
    @Test(arguments: [false, true]) func namesThatAreNotUTF8(inShards: Bool) throws {
        let directory = try TemporaryDirectory()
        let name = String(pathBytes: Array("caf".utf8) + [0xE9])
        if inShards {
            var shard = TarWriter()
            shard.add("a/1.jpg", picture)
            shard.add("\(name)/\(name).jpg", picture)
            _ = try directory.write(shard.finished, "train.tar")
        } else {
            _ = try directory.write(picture, "train/a/1.jpg")
            #expect("\(directory.path)/train/\(name)".withPath { mkdir($0, 0o755) } == 0)
            let file = "\(directory.path)/train/\(name)/\(name).jpg"
            let descriptor = file.withPath { open($0, O_WRONLY | O_CREAT, 0o644) }
            #expect(write(descriptor, picture, picture.count) == picture.count)
            close(descriptor)
        }
        let data = try Dataset.load(directory.path, split: .train)
        #expect(data.labels == [0, 1] && data.classNames == ["a", "caf\\xe9"])
        #expect(try data.rawPixels(bad: BadImages(limit: 0)).bad.isEmpty)
        #expect(data.images.name(of: 1).shown.contains("caf\\xe9/caf\\xe9.jpg"))
    }

    /// As Python writes them: longer or beyond ASCII, a name stands in an extended header.
    @Test func namesInExtendedHeaders() throws {
        let directory = try TemporaryDirectory()
        var shard = TarWriter()
        for (i, name) in ["bee", "caf\u{E9}", "\u{732B}"].enumerated() {
            shard.add("\(name)/\(i).jpg", picture, extended: true)
        }
        _ = try directory.write(shard.finished, "train.tar")
        let data = try Dataset.load(directory.path, split: .train)
        #expect(data.classNames == ["bee", "caf\u{E9}", "\u{732B}"] && data.labels == [0, 1, 2])
    }

    @Test func aClassThatTheListHasTwice() throws {
        let directory = try TemporaryDirectory()
        _ = try directory.write(tar([("b/1.jpg", picture), ("a/1.jpg", picture)]), "train.tar")
        _ = try directory.write(Array("b\r\na\nb\n".utf8), "classes.txt")
        #expect(try Dataset.load(directory.path, split: .train).labels == [0, 1])
    }
}
