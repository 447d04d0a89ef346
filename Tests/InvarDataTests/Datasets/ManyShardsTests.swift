import Foundation
import Invar
import InvarData
import Testing

/// Two hundred shards, read by several ranks.
@Suite(.serialized) struct ManyShardsTests {
    static let set = Result { try ManyShards() }

    private let views = Views {
        RandomResizedCrop(scale: 0.3...1)
        HorizontalFlip()
    }
    private let image = Image(channels: 3, height: 6, width: 6)

    private struct Seen: Equatable {
        var step: Int
        var indices: [Int32]
        var values: [[Float]]
    }

    private func run(
        _ data: Dataset, rank: Int = 0, of ranks: Int = 1, batch: Int = 48, steps: Int? = nil, workers: Int = 2,
        _ body: (Seen) throws -> Void
    ) throws {
        let plan = try ViewPlan(views, image: image)
        let loader = try BatchLoader(
            data, plan: plan, batch: batch, seed: 11, steps: steps ?? 2 * (data.count / batch) + 1, workers: workers,
            bad: BadImages(), rank: rank, ranks: ranks)
        while let seen = try loader.withNext({
            Seen(step: $0.step, indices: Array($0.indices), values: $0.views.map(Array.init))
        }) { try body(seen) }
    }

    private func batches(_ data: Dataset, rank: Int = 0, of ranks: Int = 1) throws -> [Seen] {
        var all: [Seen] = []
        try run(data, rank: rank, of: ranks) { all.append($0) }
        return all
    }

    /// Without an index, with one, with one elsewhere; for one, two and four ranks, each told by the first what there is.
    @Test func batchesDependOnSeedAndEpochAlone() throws {
        let set = try Self.set.get()
        let usual = MadeIndex.usualPlace(in: set.path)
        try? FileManager.default.removeItem(atPath: usual)
        let data = try Dataset.load(set.path, split: .train)
        #expect(data.classNames == ManyShards.classes && data.count > 1000)
        let want = try batches(data)
        #expect(want.flatMap(\.indices).count > 2 * data.count)
        // what the first start left
        #expect(FileManager.default.fileExists(atPath: usual))
        #expect(try batches(Dataset.load(set.path, split: .train)) == want)
        let elsewhere = try TemporaryDirectory()
        let made = try MadeIndex(of: set.path, to: "\(elsewhere.path)/made")
        #expect(made.shards == 200 && made.images >= data.count)
        try FileManager.default.removeItem(atPath: usual)
        let source = try DataSource(set.path, settings: DataSettings(index: made.path))
        #expect(try batches(source.dataset(.train)) == want && source.notices.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: usual))
        let bytes = try source.bytes()
        for ranks in [2, 4] {
            let parts = try (0..<ranks).map { rank in
                let told = try #require(try DataSource(bytes, settings: source.settings))
                return try batches(told.dataset(.train), rank: rank, of: ranks)
            }
            let whole = parts[0].indices.map { step in
                Seen(
                    step: parts[0][step].step, indices: parts.flatMap { $0[step].indices },
                    values: (0..<2).map { view in parts.flatMap { $0[step].values[view] } })
            }
            #expect(whole == want, "\(ranks) ranks")
        }
    }

    /// A rank opens the shards that hold its images, and no others: no header is read, no directory is looked into.
    @Test(arguments: [1, 2, 4]) func aRankOpensTheShardsOfItsImages(ranks: Int) throws {
        let set = try Self.set.get()
        let bytes = try DataSource(set.path).bytes()
        for rank in 0..<ranks {
            let calls = CountedCalls()
            try FileSystem.$calls.withValue(calls) {
                let told = try #require(try DataSource(bytes, settings: DataSettings()))
                let data = try told.dataset(.train)
                guard case .encoded(let images) = data.images else {
                    Issue.record("shards are no set of encoded images")
                    return
                }
                #expect(calls.opened.isEmpty)
                var mine: Set<String> = []
                // the damaged shard's image may be asked for in vain, and the one in its place may be of any
                try run(data, rank: rank, of: ranks, batch: 8, steps: 3, workers: 1) { seen in
                    mine.formUnion(seen.indices.map { images.containers[Int(images.places[Int($0)].container)] })
                }
                mine.insert(ManyShards.name(set.damaged))
                #expect(calls.shards.isSubset(of: mine) && calls.shards.count <= 3 * 8 / ranks)
                #expect(calls.shards.count >= 3 * 8 / ranks - 2, "images are of different shards, as good as always")
            }
        }
    }

    /// Whatever the number of workers.
    @Test(arguments: [1, 5]) func fewShardsAreOpenAtOnce(workers: Int) throws {
        let set = try Self.set.get()
        let data = try Dataset.load(set.path, split: .train)
        let calls = CountedCalls()
        try FileSystem.$calls.withValue(calls) { try run(data, workers: workers) { _ in } }
        #expect(calls.shards.count > 190)
        #expect(calls.mostAtOnce <= OpenFiles.share + workers, "\(calls.mostAtOnce)")
    }

    /// The walk, the index and what is sent do not depend on which of several threads was first.
    @Test func walkingIsTheSameEachTime() throws {
        let set = try Self.set.get()
        let elsewhere = try TemporaryDirectory()
        let indices = try (0..<3).map {
            try elsewhere.bytes(
                PathParts.name(
                    MadeIndex(
                        of: set.path, to: "\(elsewhere.path)/\($0)"
                    ).path))
        }
        #expect(Set(indices).count == 1)
        #expect(indices[0].count < 200_000)
    }
}
