import Foundation
import Invar
import InvarData
import Testing

/// What ranks tell each other of images that cannot be read.
@Suite struct RankBadImageTests {
    private let views = Views { HorizontalFlip() }
    private let image = Image(channels: 3, height: 8, width: 8)

    /// 24 pictures, of which every fourth is bad; two have names that a log must write with care.
    private func folder(_ directory: TemporaryDirectory) throws -> Dataset {
        for i in 0..<24 {
            let name = i == 3 ? "line\nend" : i == 7 ? "caf\u{e9}" : "\(i)"
            let bytes = i % 4 == 3 ? [] : Fixture.jpeg(height: 20, width: 24, seed: i)
            _ = try directory.write(bytes, "train/\(i % 2)/\(name).jpg")
        }
        return try Dataset.load(directory.path, split: .train)
    }

    /// One epoch of a rank.
    private func epoch(_ data: Dataset, _ epoch: Int, rank: Int, of ranks: Int, _ bad: BadImages) throws {
        let plan = try ViewPlan(views, image: image)
        let steps = data.count / 12
        let loader = try BatchLoader(
            data, plan: plan, batch: 12, seed: 3, firstStep: epoch * steps, steps: (epoch + 1) * steps, bad: bad,
            rank: rank, ranks: ranks)
        while try loader.withNext({ $0.step }) != nil {}
    }

    @Test(arguments: [1, 2, 3, 4]) func allKnowWhatAnyFound(ranks: Int) throws {
        let directory = try TemporaryDirectory()
        let data = try folder(directory)
        let log = "\(directory.path)/bad-images.log"
        let bad = try (0..<ranks).map { try BadImages(log: $0 == 0 ? log : nil) }
        for number in 0..<2 {
            for rank in 0..<ranks { try epoch(data, number, rank: rank, of: ranks, bad[rank]) }
            let news = bad.map { $0.newNames() }
            #expect(news.allSatisfy(\.isEmpty) == (number == 1))
            for rank in bad { for one in news { try rank.add(from: one) } }
            #expect(bad.allSatisfy { $0.count == 6 })
            // what was heard is not told again
            #expect(bad.allSatisfy { $0.newNames().isEmpty })
        }
        let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        #expect(Set(lines).count == 6 && lines.count == 6)
        for rank in bad {
            for place in 0..<24 {
                let name = data.imageName(at: place)
                let isBad = ["3", "7", "11", "15", "19", "23", "line\nend", "caf\u{e9}"].contains {
                    name == "train/1/\($0).jpg"
                }
                #expect((rank.reason(place, of: data) != nil) == isBad, "\(name)")
            }
        }
        // a resumed run's first rank tells what its log says
        let again = try BadImages(log: log, isResumed: true)
        let other = try BadImages()
        try other.add(from: again.newNames())
        #expect(other.count == 6 && other.newNames().isEmpty && again.newNames().isEmpty)
        #expect(try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count == 6)
    }

    @Test func theLimitIsOneForAll() throws {
        let directory = try TemporaryDirectory()
        let data = try folder(directory)
        let log = "\(directory.path)/bad-images.log"
        let bad = try [BadImages(limit: 5, log: log), BadImages(limit: 5)]
        for rank in 0..<2 { try epoch(data, 0, rank: rank, of: 2, bad[rank]) }
        #expect(bad.allSatisfy { $0.count < 6 })
        let news = bad.map { $0.newNames() }
        for (rank, other) in [(0, 1), (1, 0)] {
            let found = words { try bad[rank].add(from: news[other]) }
            #expect(found.contains("more than 5 images that cannot be read"), "\(found)")
            #expect(found.hasPrefix(data.name) && found.contains("--bad-images") && found.contains("is empty"))
            #expect(found.contains(log) == (rank == 0))
        }
        #expect(try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count == 6)
    }

    @Test func whatIsNoListIsRefused() throws {
        let directory = try TemporaryDirectory()
        let data = try folder(directory)
        let bad = try BadImages()
        try epoch(data, 0, rank: 0, of: 1, bad)
        let seed = bad.newNames()
        #expect(!seed.isEmpty)
        for number in 0..<500 {
            do {
                try BadImages(limit: .max).add(from: mutated(seed, number: number))
            } catch let error as DataError { #expect(!error.message.isEmpty) }
        }
        #expect(words { try BadImages().add(from: Array(seed.dropLast())) }.contains("of another rank cannot be read"))
    }
}
