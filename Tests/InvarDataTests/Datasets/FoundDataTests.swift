import Foundation
import Invar
import InvarData
import Testing

/// Sets that are smaller, otherwise named or otherwise packed than usual, and those that go away.
@Suite struct FoundDataTests {
    private let picture = Fixture.jpeg(height: 20, width: 30, seed: 8)

    @Test func idxFilesWithADot() throws {
        let directory = try TemporaryDirectory()
        try directory.writeIdx(labels: [0, 1], split: "train", dotted: true)
        try directory.writeIdx(labels: [1], split: "t10k", dotted: true)
        let found = try DataSource(directory.path)
        #expect(try found.dataset(.train).labels == [0, 1] && found.dataset(.test).labels == [1])
        #expect(found.line.contains("idx files; training: train-images.idx3-ubyte (2 images)"), "\(found.line)")
    }

    @Test(arguments: [
        (["data_batch_1", "batches.meta"], "cifar-10", "cifar-10-binary.tar.gz"),
        (["cifar-10-batches-py/data_batch_1"], "cifar-10", "cifar-10-binary.tar.gz"),
        (["train", "test", "meta"], "cifar-100", "cifar-100-binary.tar.gz"),
        (["cifar-100-python/train"], "cifar-100", "cifar-100-binary.tar.gz"),
        (["data_batch_1.mat"], "cifar-10", "cifar-10-binary.tar.gz"),
        (["stl10_matlab/train.mat"], "stl-10", "stl10_binary.tar.gz"),
    ]) func otherVersionsSayWhichToFetch(files: [String], name: String, archive: String) throws {
        let home = try TemporaryDirectory()
        for file in files { _ = try home.write([0x80, 2], "\(name)/\(file)") }
        for message in [
            words { try Dataset.load("\(home.path)/\(name)", split: .train) },
            words { try Dataset.load(name, split: .train, environment: ["INVAR_DATA": home.path]) },
        ] {
            #expect(
                message.contains("\(name)'s") && message.contains("fetch the binary version, \(archive)"), "\(message)")
        }
    }

    @Test func choicesThatAKindOfDataDoesNotLeave() throws {
        let (idx, folder) = try (TemporaryDirectory(), TemporaryDirectory())
        try idx.writeIdx(labels: [0, 1], split: "train")
        _ = try folder.write(picture, "a/1.jpg")
        for (path, settings, option) in [
            (idx.path, DataSettings(splitFolders: []), "--split-folders"),
            (idx.path, DataSettings(imageKey: ["png"]), "--image-key"),
            (folder.path, DataSettings(imageKey: ["png"]), "--image-key"),
        ] {
            #expect(words { try DataSource(path, settings: settings) }.contains("there is no \(option); leave it out"))
        }
    }

    /// One image a class: none can be held out, which is said before anything runs.
    @Test func oneImageAClass() throws {
        let directory = try TemporaryDirectory()
        for i in 0..<5 { _ = try directory.write(picture, "c\(i)/1.jpg") }
        let found = try DataSource(directory.path)
        #expect(try found.dataset(.train).count == 5)
        #expect(
            found.line.contains("training: 5 images, test: nothing (no class has two images); 5 classes"),
            "\(found.line)")
        #expect(words { try found.dataset(.test) }.contains("has no class with two images"))
    }

    @Test func oneClassOneImageAndNoFolders() throws {
        let (single, one, flat) = try (TemporaryDirectory(), TemporaryDirectory(), TemporaryDirectory())
        for i in 0..<20 {
            _ = try single.write(picture, "only/\(i).jpg")
            _ = try flat.write(picture, "\(i).jpg")
        }
        _ = try one.write(picture, "only/1.jpg")
        #expect(try DataSource(single.path).line.contains("18 images, test: one image in ten (2); 1 class"))
        #expect(try DataSource(flat.path).line.contains("(2); 1 class; no folders of classes"))
        #expect(try Dataset.load(flat.path, split: .test).count == 2)
        #expect(try DataSource(one.path).line.contains("training: 1 image, test: nothing"))
    }

    /// All files of a kind that is not read: whoever asks for images is told why there are none.
    @Test func allImagesAreOfAnUnknownKind() throws {
        let directory = try TemporaryDirectory()
        for i in 0..<12 { _ = try directory.write(Array("GIF89a and no more".utf8), "train/a/\(i).png") }
        let data = try Dataset.load(directory.path, split: .train)
        let image = Image(channels: 3, height: 8, width: 8)
        let loader = try BatchLoader(data, plan: ViewPlan(Views {}, image: image), batch: 4, seed: 1, steps: 3)
        let trained = words { while try loader.withNext({ $0.step }) != nil {} }
        #expect(trained.contains("1000 in turn were bad") && trained.contains("is a GIF picture"), "\(trained)")
        #expect(trained.contains(".png"))
        let shown = words { try ContactSheet(data, views: Views {}, image: image).entries(images: 4, seed: 1) }
        #expect(
            shown.contains("all 4 that were to be shown are bad, such as train/a/0.png is a GIF picture"), "\(shown)")
    }

    /// The folder beside the classes is the images without labels; labels of such are never those of folders.
    @Test func unlabelledImagesHaveNoClasses() throws {
        let directory = try TemporaryDirectory()
        for file in ["train/a/1.jpg", "train/b/1.jpg", "unlabeled/a/1.jpg", "unlabeled/x/2.jpg", "unlabeled/3.jpg"] {
            _ = try directory.write(picture, file)
        }
        let data = try Dataset.load(directory.path, split: .unlabeled)
        #expect(data.count == 3 && data.labels == [0, 0, 0] && data.classNames == ["unlabeled"])
    }

    /// No image is bad because its folder went away: the run stops, and a log that names good ones is not begun.
    @Test(arguments: ["folder", "shard"]) func dataThatGoesAway(kind: String) throws {
        let (directory, log) = try (TemporaryDirectory(), TemporaryDirectory())
        var shard = TarWriter()
        for i in 0..<8 {
            shard.add("a/\(i).jpg", picture)
            if kind == "folder" { _ = try directory.write(picture, "set/train/a/\(i).jpg") }
        }
        if kind == "shard" { _ = try directory.write(shard.finished, "set/train/0.tar") }
        let data = try Dataset.load("\(directory.path)/set", split: .train)
        try FileManager.default.removeItem(atPath: "\(directory.path)/set")
        let bad = try BadImages(log: "\(log.path)/bad-images.log")
        let message = words { try data.rawPixels(bad: bad) }
        #expect(message.contains("is gone while its images are read"), "\(message)")
        #expect(bad.count == 0)
        #expect(try log.names.isEmpty)
    }
}
