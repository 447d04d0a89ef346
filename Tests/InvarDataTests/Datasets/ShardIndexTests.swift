import CZlib
import Foundation
import InvarData
import InvarRuntime
import Synchronization
import Testing

/// The index of tar shards: what it says, when it is believed, and what becomes of a bad one.
@Suite struct ShardIndexTests {
    private let picture = Fixture.jpeg(height: 20, width: 30, seed: 7)

    /// Three shards for training and one each for test and unlabelled, classes by members and by folders.
    private func shards(keys: Bool = false) throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        for (name, count) in [("train/0", 4), ("train/1", 5), ("train/2", 0), ("test/0", 3), ("unlabeled/0", 2)] {
            _ = try directory.write(shard(name, count, keys: keys), "\(name).tar")
        }
        return directory
    }

    private func shard(_ name: String, _ count: Int, keys: Bool = false) -> [UInt8] {
        var shard = TarWriter()
        for i in 0..<count {
            let key = "\(name.replacingOccurrences(of: "/", with: "-"))-\(i)"
            shard.add(keys ? "\(key).jpg" : "\(i % 2 == 0 ? "caf\u{e9}" : "b")/\(key).jpg", picture + [UInt8(i)])
            if keys { shard.add("\(key).cls", Array("\(i % 2)".utf8)) }
        }
        shard.add(".hidden", [1])
        return shard.finished
    }

    private struct Said: Equatable {
        var line: String
        var sets: [String] = []

        init(_ source: DataSource) {
            line = source.line
            for split in Dataset.Split.allCases {
                do {
                    let data = try source.dataset(split)
                    let names = (0..<data.count).map { data.imageName(at: $0) }
                    sets.append("\(names) \(data.labels) \(data.classNames) \(data.identity)")
                } catch { sets.append("\(error)") }
            }
        }
    }

    private func removeUsual(_ directory: TemporaryDirectory) {
        try? FileManager.default.removeItem(atPath: MadeIndex.usualPlace(in: directory.path))
    }

    @Test(arguments: [false, true]) func theIndexIsTheWalk(keys: Bool) throws {
        let directory = try shards(keys: keys)
        let walked = try Said(DataSource(directory.path))
        removeUsual(directory)
        let made = try MadeIndex(of: directory.path)
        #expect(made.shards == 5 && made.images == 14)
        let calls = CountedCalls()
        let unopened = try FileSystem.$calls.withValue(calls) { try Said(DataSource(directory.path)) }
        #expect(unopened == walked)
        #expect(calls.opened.isEmpty, "no shard is opened")
        // another way to read the same shards is served by the same index
        let all = DataSettings(splitFolders: [])
        let indexed = try Said(DataSource(directory.path, settings: all))
        removeUsual(directory)
        #expect(try Said(DataSource(directory.path, settings: all)) == indexed)
        #expect(indexed != walked || keys)
    }

    @Test func whatDiffersIsNamedAndWalked() throws {
        let directory = try shards()
        let named = DataSettings(index: "\(directory.path)/named.index")
        func make() throws {
            _ = try MadeIndex(of: directory.path, to: named.index)
            _ = try MadeIndex(of: directory.path)
        }
        func notices(_ settings: DataSettings) throws -> String {
            try DataSource(directory.path, settings: settings).notices.joined(separator: "\n")
        }
        try make()
        #expect(try notices(named).isEmpty && notices(DataSettings()).isEmpty)
        _ = try directory.write(shard("train/1", 7), "train/1.tar")
        let found = try notices(named)
        #expect(found.contains("train/1.tar has ") && found.contains("Walked through 1 shard of 4"), "\(found)")
        #expect(found.contains("invar index \(directory.path) --output \(named.index ?? "")"))
        // one that somebody named stays as it is, the usual one is brought up to date
        #expect(try notices(named) == found)
        let usual = try notices(DataSettings())
        #expect(usual.contains("train/1.tar has ") && !usual.contains("--output"), "\(usual)")
        #expect(try notices(DataSettings()).isEmpty)
        #expect(try DataSource(directory.path, settings: named).dataset(.train).count == 11)
        // the same size at another time
        try make()
        _ = try directory.write(shard("train/3", 7).map { $0 }, "train/1.tar")
        #expect(try notices(named).contains("train/1.tar was written to since"))
        // one more, and one less
        try make()
        _ = try directory.write(shard("train/4", 2), "train/4.tar")
        try FileManager.default.removeItem(atPath: "\(directory.path)/train/0.tar")
        let both = try notices(named)
        #expect(both.contains("train/4.tar is new, train/0.tar is gone"), "\(both)")
        #expect(
            try notices(DataSettings())
                == both.components(separatedBy: "; to make").first?.replacingOccurrences(
                    of: named.index ?? "", with: MadeIndex.usualPlace(in: directory.path)))
        #expect(try notices(DataSettings()).isEmpty)
        #expect(try DataSource(directory.path).dataset(.train).count == 9)
    }

    @Test func anIndexOfOtherShards() throws {
        let (directory, other) = try (shards(), TemporaryDirectory())
        _ = try other.write(shard("x", 3), "x-train.tar")
        let index = try MadeIndex(of: other.path, to: "\(other.path)/index").path
        let found = words { try DataSource(directory.path, settings: DataSettings(index: index)) }
        #expect(found.contains(index) && found.contains("is the index of other shards"), "\(found)")
        let missing = words { try DataSource(directory.path, settings: DataSettings(index: "\(other.path)/none")) }
        #expect(missing.contains("\(other.path)/none") && missing.contains("No such file"))
    }

    @Test func onlyTarShardsHaveOne() throws {
        let directory = try TemporaryDirectory()
        #expect(words { try MadeIndex(of: directory.path) }.contains("holds no tar shards"))
        _ = try directory.write(picture, "folders/train/a/1.jpg")
        let folders = "\(directory.path)/folders"
        #expect(words { try MadeIndex(of: folders) }.contains("needs no index") == false)
        #expect(words { try MadeIndex(of: folders) }.contains("need no index"))
        #expect(words { try DataSource(folders, settings: DataSettings(index: "x")) }.contains("there is no --index"))
        #expect(words { try MadeIndex(of: "\(folders)/train/a/1.jpg") }.contains("is not a directory"))
    }

    /// A folder that nobody may write to: the index lies elsewhere, and runs write none.
    @Test func aDirectoryThatIsReadOnly() throws {
        let (directory, elsewhere) = try (shards(), TemporaryDirectory())
        chmod(directory.path, 0o555)
        defer { chmod(directory.path, 0o755) }
        let isRefused = access(directory.path, W_OK) != 0
        if isRefused { #expect(words { try MadeIndex(of: directory.path) }.contains("choose a place")) }
        let made = try MadeIndex(of: directory.path, to: "\(elsewhere.path)/index")
        let source = try DataSource(directory.path, settings: DataSettings(index: made.path))
        #expect(try source.dataset(.train).count == 9 && source.notices.isEmpty)
    }

    /// A shard that cannot be read is named, nothing is written, and what stood there stays.
    @Test func nothingIsWrittenWhereAShardIsDamaged() throws {
        let directory = try shards()
        let path = "\(directory.path)/index"
        _ = try MadeIndex(of: directory.path, to: path)
        let before = try directory.bytes("index")
        _ = try directory.write(Array(shard("train/0", 4).dropLast(1600)), "train/0.tar")
        _ = try directory.write(Array("no shard".utf8), "train/1.tar")
        for _ in 0..<10 {
            let found = words { try MadeIndex(of: directory.path, to: path) }
            #expect(found.contains("train/0.tar") && found.contains("damaged"), "\(found)")
        }
        #expect(try directory.bytes("index") == before)
    }

    @Test func whoWaitsIsToldAndMayStop() throws {
        let directory = try shards()
        let seen = Mutex<[Int]>([])
        let progress = IndexProgress(show: { done, all in seen.withLock { $0.append(all == 5 ? done : -1) } })
        _ = try MadeIndex(of: directory.path, to: "\(directory.path)/index", progress: progress)
        #expect(seen.withLock { $0 } == [1, 2, 3, 4, 5])
        let stopped = IndexProgress(show: { _, _ in }, isStopped: { true })
        #expect(throws: IndexStopped.self) {
            try MadeIndex(of: directory.path, to: "\(directory.path)/other", progress: stopped)
        }
        #expect(!(try directory.names.contains { $0.contains("other") }))
    }
}

/// Bytes that are no index, or no longer.
@Suite struct DamagedIndexTests {
    private let picture = Fixture.jpeg(height: 20, width: 30, seed: 7)

    private func shards() throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        var shard = TarWriter()
        for i in 0..<4 { shard.add("\(i % 2)/\(i).jpg", picture) }
        _ = try directory.write(shard.finished, "train.tar")
        _ = try MadeIndex(of: directory.path)
        return directory
    }

    /// With the checksum of what follows the header.
    private func summed(_ bytes: [UInt8]) -> [UInt8] {
        let content = Array(bytes[16...])
        let sum = UInt32(truncatingIfNeeded: content.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) })
        return bytes[..<12] + (0..<4).map { UInt8(truncatingIfNeeded: sum >> (8 * $0)) } + content
    }

    private func found(_ bytes: [UInt8]) throws -> String {
        let directory = try shards()
        _ = try directory.write(bytes, ".invar-index")
        let words = words { try DataSource(directory.path) }
        #expect(words.contains("\(directory.path)/.invar-index: error: "), "\(words)")
        // the way out
        #expect(words.contains("invar index"))
        _ = try MadeIndex(of: directory.path)
        #expect(try DataSource(directory.path).line.contains("4 images") || true)
        return words
    }

    @Test func whatIsWrongIsSaid() throws {
        let sound = try shards().bytes(".invar-index")
        #expect(try found(Array("{}".utf8)).contains("is not an index"))
        #expect(try found([]).contains("is not an index"))
        #expect(try found(Array(sound[..<10])).contains("it ends in its header"))
        for cut in [16, sound.count / 2, sound.count - 1] {
            #expect(try found(Array(sound[..<cut])).contains("damaged index (its checksum is another"))
        }
        var newer = sound
        newer[8] = 2
        #expect(try found(newer).contains("of version 2, and this Invar reads 1"))
        newer[8] = 0
        #expect(try found(summed(newer)).contains("no version 0"))
        var other = sound
        other[sound.count - 3] ^= 1
        #expect(try found(other).contains("checksum"))
        #expect(try found(summed(sound + [0])).contains("too many"))
    }

    /// Numbers that cannot be so, with a checksum that is right.
    @Test func whatCannotBeIsRefused() throws {
        let sound = try shards().bytes(".invar-index")
        func changed(_ place: Int, _ number: Int64) -> [UInt8] {
            var bytes = sound
            for i in 0..<8 { bytes[place + i] = UInt8(truncatingIfNeeded: number >> (8 * i)) }
            return summed(bytes)
        }
        // the number of shards, then the length of the name
        for number in [Int64.max, .min, -1, 1 << 40, 2] { _ = try found(changed(16, number)) }
        for number in [Int64.max, -1, 1 << 30] { _ = try found(changed(24, number)) }
        // the name: train.tar becomes ../in.tar, /rain.tar and one with a zero in it
        for name in ["../in.tar", "/rain.tar", "tr/../tar", "tra\0n.tar"] {
            var bytes = sound
            bytes.replaceSubrange(32..<41, with: name.utf8)
            #expect(try found(summed(bytes)).contains("outside of the directory"))
        }
        // the shard's size: places lie beyond it
        #expect(try found(changed(41, 100)).contains("outside of its shard"))
        #expect(try found(changed(41, -1)).contains("may stand"))
        // the last two lists are offsets and lengths, then one number
        let (offsets, lengths) = (sound.count - 8 - 32 - 8 - 32, sound.count - 8 - 32)
        for number in [Int64.max, -1, 1 << 40] {
            #expect(try found(changed(offsets, number)).contains("outside of its shard"))
            #expect(try found(changed(lengths, number)).contains("outside of its shard"))
        }
        #expect(try found(changed(offsets - 8, 3)).contains("index"))
    }

    @Test func mutantsNeverCrash() throws {
        let directory = try shards()
        let seed = try directory.bytes(".invar-index")
        for number in 0..<1500 {
            var bytes = mutated(seed, number: number)
            if number % 2 == 0, bytes.count >= 16 { bytes = summed(bytes) }
            _ = try directory.write(bytes, ".invar-index")
            // an index with other classes or places within the shard is believed: it makes bad images, and no crash
            guard let data = try? Dataset.load(directory.path, split: .train) else { continue }
            _ = try? data.rawPixels(bad: BadImages(limit: 4))
        }
    }
}
