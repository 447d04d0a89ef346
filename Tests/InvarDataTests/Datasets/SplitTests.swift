import Foundation
import InvarData
import Testing

/// Which folders, shards and members are splits, and that this is said before an image is read.
@Suite struct SplitTests {
    private static let picture = Fixture.jpeg(height: 20, width: 30, seed: 1)

    private func set(_ files: [String]) throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        for file in files { _ = try directory.write(SplitTests.picture, file) }
        return directory
    }

    private func classes(_ folder: String, _ names: [String], _ count: Int = 2) -> [String] {
        names.flatMap { name in (0..<count).map { "\(folder)\(name)/\($0).jpg" } }
    }

    private func source(_ directory: TemporaryDirectory, _ folders: [String]? = nil) throws -> DataSource {
        try DataSource(directory.path, settings: DataSettings(splitFolders: folders))
    }

    @Test(arguments: [
        ("Train", "Test"), ("TRAIN", "VAL"), ("training", "testing"), ("train", "valid"), ("train", "Validation"),
        ("train", "dev"),
    ]) func usualNamesInAnyCase(training: String, test: String) throws {
        let directory = try set(classes("\(training)/", ["ant", "bee"]) + classes("\(test)/", ["ant", "bee"], 1))
        let found = try source(directory)
        #expect(
            found.line.contains("training: \(training) (4 images), test: \(test) (2 images); 2 classes"),
            "\(found.line)")
        #expect(try found.dataset(.train).labels == [0, 0, 1, 1] && found.dataset(.test).labels == [0, 1])
    }

    @Test func aClassNamedTrainIsAClass() throws {
        let directory = try set(classes("", ["bus", "car", "plane", "train"], 10))
        let found = try source(directory)
        let (train, test) = try (found.dataset(.train), found.dataset(.test))
        #expect(train.classNames == ["bus", "car", "plane", "train"] && train.count == 36)
        #expect(test.labels == [0, 1, 2, 3])
        #expect(found.line.contains("training: 36 images, test: one image in ten (4); 4 classes"), "\(found.line)")
        // and it is a split where that is said
        let chosen = try source(directory, ["train", "car"])
        #expect(try chosen.dataset(.train).count == 10 && chosen.dataset(.test).count == 10)
        #expect(chosen.line.contains("no folders of classes") && chosen.line.contains("left out: folder bus, plane"))
        #expect(words { try source(directory, ["train", "bike"]) }.contains("has no folder bike with images"))
    }

    @Test func noneMakesEachFolderAClass() throws {
        let directory = try set(classes("train/", ["a", "b"]) + classes("test/", ["a", "b"]))
        #expect(try source(directory, []).dataset(.train).classNames == ["test", "train"])
        #expect(try source(directory).dataset(.train).classNames == ["a", "b"])
    }

    /// Nothing is guessed where names may mean either.
    @Test func whatIsUnclearIsAnError() throws {
        let nested = try set(classes("train/", ["a", "b"]) + classes("other/", ["a", "b"]))
        let flat = try set(classes("", ["train", "test", "bus"]))
        let twice = try set(classes("train/", ["a"]) + classes("training/", ["a"]))
        for directory in [nested, flat, twice] {
            let message = words { try source(directory) }
            #expect(message.contains("which are splits and which are classes") && message.contains("--split-folders"))
        }
        #expect(try source(nested, []).dataset(.train).classNames == ["other", "train"])
        let onlyTest = try set(classes("test/", ["a", "b"]))
        #expect(words { try source(onlyTest).dataset(.train) }.contains("none named train"))
        // beside both splits, a third folder is neither
        let beside = try set(
            classes("train/", ["a", "b"]) + classes("test/", ["a", "b"]) + classes("val/", ["a"])
                + classes("more/", ["a"]))
        #expect(try source(beside).line.contains("test: test (4 images); 2 classes; left out: folder more, val"))
    }

    /// Shards: by the words in their names, and by the folders within them.
    @Test(arguments: ["names", "folders", "inside", "inside both", "inside deep"]) func shards(kind: String) throws {
        let directory = try TemporaryDirectory()
        func shard(_ files: [String]) -> [UInt8] {
            var tar = TarWriter()
            for file in files { tar.add(file, SplitTests.picture) }
            return tar.finished
        }
        let (train, test) = (classes("", ["ant", "bee"]), classes("", ["bee"], 1))
        func under(_ folder: String, _ files: [String]) -> [String] { files.map { "\(folder)/\($0)" } }
        switch kind {
        case "names":
            _ = try directory.write(shard(train), "Train-000.tar")
            _ = try directory.write(shard(test), "valid-000.tar")
        case "folders":
            _ = try directory.write(shard(train), "Training/0.tar")
            _ = try directory.write(shard(test), "testing/0.tar")
        case "inside": _ = try directory.write(shard(under("Train", train) + under("Test", test)), "set.tar")
        case "inside both":
            _ = try directory.write(shard(under("train", train)), "train.tar")
            _ = try directory.write(shard(under("test", test)), "test.tar")
        default: _ = try directory.write(shard(under("./set/train", train) + under("./set/val", test)), "set.tar")
        }
        let found = try DataSource(directory.path)
        let data = try found.dataset(.train)
        #expect(data.classNames == ["ant", "bee"] && data.labels == [0, 0, 1, 1], "\(data.classNames)")
        #expect(try found.dataset(.test).labels == [1] && found.dataset(.test).classNames == ["ant", "bee"])
        #expect(found.line.contains("training: 4 images, test: 1 image; 2 classes"), "\(found.line)")
    }

    @Test func aShardOfAClassNamedTrain() throws {
        let directory = try TemporaryDirectory()
        for name in ["bus", "car", "train"] {
            var tar = TarWriter()
            for i in 0..<10 { tar.add("\(name)/\(i).jpg", SplitTests.picture) }
            _ = try directory.write(tar.finished, "\(name).tar")
        }
        #expect(words { try source(directory) }.contains("--split-folders"))
        #expect(try source(directory, []).dataset(.train).classNames == ["bus", "car", "train"])
        #expect(try source(directory, ["train"]).dataset(.train).count == 10)
    }
}
