import Foundation
import InvarData
import Testing

/// What lies among the images and is none: counted and said, in folders and in shards alike.
@Suite struct LeftOutTests {
    private let picture = Fixture.jpeg(height: 20, width: 30, seed: 3)

    private func link(_ target: String, _ directory: TemporaryDirectory, _ name: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: "\(directory.path)/\(name)", withDestinationPath: target)
    }

    private func paths(_ data: Dataset) -> [String] { (0..<data.count).map { data.images.name(of: $0) } }

    @Test func filesOfAFolder() throws {
        let directory = try TemporaryDirectory()
        for file in [
            "train/a/1.jpg", "train/a/._1.jpg", "train/a/.DS_Store", "train/a/__MACOSX/2.jpg", "__MACOSX/train/a/1.jpg",
            "train/loose.jpg", "train/a/notes.txt", "train/a/Thumbs.db", "images.tar.gz", "train.zip",
        ] { _ = try directory.write(picture, file) }
        try link("/nowhere/at/all.jpg", directory, "train/a/dead.jpg")
        let found = try DataSource(directory.path)
        #expect(paths(try found.dataset(.train)) == ["train/a/1.jpg"])
        for words in [
            "2 archives (tar, zip)", "4 hidden files", "2 files that are no picture by name",
            "1 link that leads nowhere", "1 picture beside the folders",
        ] { #expect(found.line.contains(words), "\(found.line)") }
    }

    /// As from a Mac: `._` files beside pictures, and folders that mean nothing.
    @Test(arguments: [false, true]) func membersOfAShard(hasNumbers: Bool) throws {
        let directory = try TemporaryDirectory()
        var shard = TarWriter()
        for i in 0..<3 {
            let folder = hasNumbers ? "" : "\(i)/"
            shard.add("\(folder)._\(i).jpg", [1])
            shard.add("\(folder)\(i).jpg", picture)
            guard hasNumbers else { continue }
            shard.add("._\(i).cls", [1])
            shard.add("\(i).cls", Array("\(i)".utf8))
        }
        shard.add("__MACOSX/0/0.jpg", picture)
        shard.add("0/.hidden/0.jpg", picture)
        _ = try directory.write(shard.finished, "train.tar")
        let found = try DataSource(directory.path)
        let data = try found.dataset(.train)
        #expect(data.labels == [0, 1, 2] && data.classNames == ["0", "1", "2"])
        #expect(found.line.contains("\(hasNumbers ? 8 : 5) hidden files"), "\(found.line)")
        // the index keeps what was counted
        #expect(try DataSource(directory.path).line == found.line)
    }

    @Test(.timeLimit(.minutes(10))) func circlesOfLinksEnd() throws {
        let directory = try TemporaryDirectory()
        for name in ["ant", "bee"] { _ = try directory.write(picture, "train/\(name)/1.jpg") }
        try link(".", directory, "train/ant/self")
        try link(".", directory, "train/ant/again")
        try link("..", directory, "train/ant/up")
        try link("..", directory, "train/bee/up")
        try link("../..", directory, "train/bee/root")
        try link(".", directory, "train/all")
        let found = try DataSource(directory.path)
        let data = try found.dataset(.train)
        #expect(paths(data) == ["train/ant/1.jpg", "train/bee/1.jpg"] && data.classNames == ["ant", "bee"])
        #expect(found.line.contains("6 links back to a folder that was read already"), "\(found.line)")
    }

    @Test func aClassMayLieElsewhere() throws {
        let (directory, elsewhere) = try (TemporaryDirectory(), TemporaryDirectory())
        _ = try directory.write(picture, "train/ant/1.jpg")
        _ = try elsewhere.write(picture, "cats/1.jpg")
        try link("\(elsewhere.path)/cats", directory, "train/cat")
        try link("\(elsewhere.path)/cats/1.jpg", directory, "train/ant/2.jpg")
        let data = try Dataset.load(directory.path, split: .train)
        #expect(data.labels == [0, 0, 1] && data.classNames == ["ant", "cat"])
        #expect(try data.rawPixels(bad: BadImages(limit: 0)).bad.isEmpty)
    }

    /// Links of a shard are what they lead to, as unpacking would leave them.
    @Test func linksOfAShard() throws {
        let directory = try TemporaryDirectory()
        let other = Fixture.jpeg(height: 24, width: 24, seed: 4)
        var shard = TarWriter()
        shard.add("a/early.jpg", linkTo: "../b/2.jpg", isHard: false)
        shard.add("a/1.jpg", other)
        shard.add("./b/2.jpg", picture)
        shard.add("b/hard.jpg", linkTo: "a/1.jpg", isHard: true)
        shard.add("b/chain.jpg", linkTo: "hard.jpg", isHard: false)
        shard.add("b/dead.jpg", linkTo: "/etc/passwd", isHard: false)
        shard.add("b/round.jpg", linkTo: "round.jpg", isHard: false)
        shard.add("b/2.jpg", other)
        _ = try directory.write(shard.finished, "train.tar")
        let found = try DataSource(directory.path)
        let data = try found.dataset(.train)
        #expect(data.labels == [0, 0, 1, 1, 1])
        let values = try data.rawPixels(bad: BadImages(limit: 0)).values
        for image in 1..<5 { #expect(values[(image * 3072)..<((image + 1) * 3072)] == values[..<3072]) }
        #expect(found.line.contains("2 links that lead nowhere"), "\(found.line)")
        #expect(found.line.contains("1 member that a later one of the same path replaces"), "\(found.line)")
    }

    @Test func folderWinOverTheArchiveBesideThem() throws {
        let directory = try TemporaryDirectory()
        for file in ["train/a/1.jpg", "test/a/1.jpg"] { _ = try directory.write(picture, file) }
        var texts = TarWriter()
        texts.add("boxes.txt", [1])
        _ = try directory.write(texts.finished, "annotations.tar")
        _ = try directory.write([0x1F, 0x8B], "download.tar.gz")
        let found = try DataSource(directory.path)
        #expect(try found.dataset(.train).count == 1 && found.dataset(.test).count == 1)
        #expect(
            found.line.contains("images in folders") && found.line.contains("left out: 2 archives"), "\(found.line)")
        // a picture beside shards does not make them a folder
        let shards = try TemporaryDirectory()
        var shard = TarWriter()
        for i in 0..<2 { shard.add("a/\(i).jpg", picture) }
        _ = try shards.write(shard.finished, "set.tar")
        _ = try shards.write(picture, "preview.jpg")
        #expect(try DataSource(shards.path).line.contains("1 picture beside the folders"))
        #expect(try Dataset.load(shards.path, split: .train).count == 1)
    }
}
