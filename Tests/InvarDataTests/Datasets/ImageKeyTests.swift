import Foundation
import InvarData
import Testing

/// Which member is the image where a key has several: WebDataset's extensions.
@Suite struct ImageKeyTests {
    private let image = Fixture.jpeg(height: 20, width: 30, seed: 5)
    private let mask = Fixture.jpeg(height: 20, width: 30, seed: 6)

    private func load(_ members: [(String, [UInt8])], _ key: [String]? = nil) throws -> (Dataset, String) {
        let directory = try TemporaryDirectory()
        var shard = TarWriter()
        for (name, bytes) in members { shard.add(name, bytes) }
        _ = try directory.write(shard.finished, "train.tar")
        let found = try DataSource(directory.path, settings: DataSettings(imageKey: key))
        let data = try found.dataset(.train)
        // while the shard is there
        _ = try data.rawPixels(bad: BadImages(limit: 0))
        return (data, found.line)
    }

    private func names(_ data: Dataset) -> [String] {
        guard case .encoded(let images) = data.images else { return [] }
        return (0..<images.count).map { images.paths[$0] }
    }

    @Test func theMaskIsNoImage() throws {
        let members = (0..<2).flatMap { i in
            [("k\(i).mask.png", mask), ("k\(i).png", image), ("k\(i).cls", Array("\(i)".utf8))]
        }
        let (data, line) = try load(members)
        #expect(names(data) == ["k0.png", "k1.png"] && data.labels == [0, 1])
        #expect(line.contains("2 pictures beside the image of the same key"), "\(line)")
        #expect(names(try load(members, ["mask.png"]).0) == ["k0.mask.png", "k1.mask.png"])
        #expect(words { try load(members, ["left.png"]) }.contains("has no image of the kind left.png"))
    }

    @Test func theSameInFolders() throws {
        let members = [("a/1.png", image), ("a/1.mask.png", mask), ("b/2.png", image)]
        #expect(names(try load(members).0) == ["a/1.png", "b/2.png"])
        #expect(names(try load(members, ["mask.png", "png"]).0) == ["a/1.mask.png", "b/2.png"])
    }

    /// Names with dots are names where nothing else has their key.
    @Test func dotsInNames() throws {
        let (data, line) = try load([("a/img.1.jpg", image), ("a/img.2.jpg", image), ("v1.0/x.jpg", image)])
        #expect(names(data) == ["a/img.1.jpg", "a/img.2.jpg", "v1.0/x.jpg"] && !line.contains("same key"), "\(line)")
        let keyed = try load([("some.where/k.img.JPG", image), ("some.where/k.cls", [0x33])]).0
        #expect(keyed.labels == [3])
    }

    @Test func twoThatCouldBeMeant() throws {
        let members = [("k.jpg", image), ("k.png", mask), ("k.cls", [0x30])]
        let message = words { try load(members) }
        #expect(message.contains("has for one key k.jpg, k.png") && message.contains("--image-key jpg"), "\(message)")
        #expect(names(try load(members, ["png"]).0) == ["k.png"])
        // ending in capitals is the same kind
        #expect(names(try load([("k.PNG", image), ("k.jpg", mask), ("k.cls", [0x30])], ["png"]).0) == ["k.PNG"])
    }
}
