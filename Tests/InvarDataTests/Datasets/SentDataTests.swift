import Foundation
import Invar
import InvarData
import Testing

/// One rank finds the data, and the others are told.
@Suite struct SentDataTests {
    private struct Said: Equatable {
        var name: String
        var line: String
        var sets: [String] = []

        init(_ source: DataSource) {
            (name, line) = (source.name, source.line)
            for split in Dataset.Split.allCases {
                do {
                    let data = try source.dataset(split)
                    let names = (0..<data.count).map { data.imageName(at: $0) }
                    sets.append(
                        "\(data.name) \(data.split) \(names) \(data.labels) \(data.classNames) \(data.identity)")
                } catch { sets.append("\(error)") }
            }
        }
    }

    /// What each of some ranks finds, and how often a rank looked.
    private func found(_ path: String, ranks: Int, settings: DataSettings = DataSettings()) throws -> [Said] {
        var message: [UInt8]?
        return try (0..<ranks).map { rank in
            let source = try DataSource(path, settings: settings) { make in
                if rank == 0 { message = try make() }
                return message ?? []
            }
            #expect(source.settings == settings)
            return Said(source)
        }
    }

    private func folders() throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        for (folder, count) in [("train/a", 3), ("train/caf\u{e9}", 4), ("test/a", 2), ("unlabeled/x/y", 3)] {
            for i in 0..<count {
                _ = try directory.write(Fixture.jpeg(height: 10, width: 12, seed: i), "\(folder)/\(i).jpg")
            }
        }
        _ = try directory.write([1], "train/a/notes.txt")
        return directory
    }

    @Test func foldersAreTheSameOnAllRanks() throws {
        let directory = try folders()
        let want = try Said(DataSource(directory.path))
        #expect(want.line.contains("unlabelled") && want.line.contains("left out"))
        #expect(try found(directory.path, ranks: 3) == [want, want, want])
        // held out by paths; classes of one split alone
        let settings = DataSettings(splitFolders: [], allowEmptyClasses: true)
        let other = try Said(DataSource(directory.path, settings: settings))
        #expect(other != want)
        #expect(try found(directory.path, ranks: 2, settings: settings) == [other, other])
        // errors of splits are the same too
        let train = DataSettings(splitFolders: ["train"])
        let one = try Said(DataSource(directory.path, settings: train))
        #expect(one.sets[1].contains("--split-folders"))
        #expect(try found(directory.path, ranks: 2, settings: train) == [one, one])
    }

    @Test func shardsAreTheSameOnAllRanks() throws {
        let directory = try TemporaryDirectory()
        for (split, count) in [("train", 5), ("test", 4), ("unlabeled", 3)] {
            var shard = TarWriter()
            for i in 0..<count {
                shard.add("\(i % 2)/\(split)\(i).jpg", Fixture.jpeg(height: 10, width: 12, seed: i))
            }
            _ = try directory.write(shard.finished, "\(split).tar")
        }
        let want = try Said(DataSource(directory.path))
        #expect(want.sets.count == 3 && want.sets[2].contains("unlabeled2.jpg"))
        #expect(try found(directory.path, ranks: 4) == Array(repeating: want, count: 4))
    }

    /// The others look at nothing: the directory may not be there yet.
    @Test func theOthersLookAtNothing() throws {
        let directory = try folders()
        let bytes = try DataSource(directory.path).bytes()
        let want = try Said(DataSource(directory.path))
        try FileManager.default.moveItem(atPath: directory.path, toPath: directory.path + "-away")
        defer { try? FileManager.default.moveItem(atPath: directory.path + "-away", toPath: directory.path) }
        let told = try #require(try DataSource(bytes, settings: DataSettings()))
        #expect(Said(told) == want)
    }

    /// What is in memory, and what a program brings along, each rank makes itself.
    @Test func setsInMemoryAreReadByEachRank() throws {
        let directory = try TemporaryDirectory()
        try directory.writeIdx(labels: [0, 1, 2, 3], split: "train")
        try directory.writeIdx(labels: [0, 1], split: "t10k")
        let want = try Said(DataSource(directory.path))
        #expect(try DataSource(directory.path).bytes().count < 40)
        #expect(try found(directory.path, ranks: 2) == [want, want])
        let mine: DatasetCatalog.Maker = { split in
            try Dataset(name: "mine", split: split, height: 1, width: 1, channels: 1, pixels: [1, 2, 3])
        }
        let own = try DatasetCatalog.$own.withValue(["mine": mine]) { try found("mine", ranks: 2) }
        #expect(own.count == 2 && own.allSatisfy { $0.name == "mine" && $0.line.contains("3 images") })
    }

    /// The first rank's error is thrown where it was made, and the others hear of it in their own way.
    @Test func anErrorOfTheFirst() throws {
        struct Failed: Error {}
        #expect(throws: DataError.self) {
            try DataSource("/nowhere/at/all") { make in try make() }
        }
        #expect(throws: Failed.self) { try DataSource("/nowhere/at/all") { _ in throw Failed() } }
    }

    @Test func whatIsNoDataSetIsRefused() throws {
        let directory = try folders()
        let bytes = try DataSource(directory.path).bytes()
        let found = words { try DataSource(Array(bytes.dropLast()), settings: DataSettings()) }
        #expect(found.contains("as another rank describes them") && found.contains("one Invar"), "\(found)")
        for number in 0..<1500 {
            do {
                guard let source = try DataSource(mutated(bytes, number: number), settings: DataSettings()) else {
                    continue
                }
                _ = Said(source)
            } catch let error as DataError { #expect(!error.message.isEmpty) }
        }
    }
}
