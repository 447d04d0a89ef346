import Foundation
import Invar
import InvarData
import Testing

/// What each of several ranks prepares of a batch.
@Suite(.serialized) struct RankBatchTests {
    private let views = Views {
        RandomResizedCrop(scale: 0.2...1)
        HorizontalFlip()
        ColorJitter(brightness: 0.4, contrast: 0.4, saturation: 0.2, hue: 0.1, probability: 0.8)
        Solarize(probability: 0, 0.2)
    }
    private let image = Image(channels: 3, height: 16, width: 16)
    private let steps = 9

    struct Seen: Equatable {
        var epoch: Int
        var step: Int
        var indices: [Int32]
        var first: [Float]
        var second: [Float]
    }

    /// 40 pictures of different sizes, of which every sixth is bad.
    private func folder(_ directory: TemporaryDirectory) throws -> Dataset {
        for i in 0..<40 {
            let whole = Fixture.jpeg(height: 20 + 7 * i % 50, width: 24 + 11 * i % 60, seed: i)
            let bytes = i % 6 == 2 ? Array(whole[..<(i % 4 == 0 ? 0 : whole.count / 2)]) : whole
            _ = try directory.write(bytes, "train/\(i % 3)/\(i).jpg")
        }
        return try Dataset.load(directory.path, split: .train)
    }

    private func run(
        _ data: Dataset, batch: Int = 12, rank: Int = 0, of ranks: Int = 1, from first: Int = 0, workers: Int = 2,
        bad: BadImages? = nil
    ) throws -> [Seen] {
        let plan = try ViewPlan(views, image: image)
        let loader = try BatchLoader(
            data, plan: plan, batch: batch, seed: 7, firstStep: first, steps: steps, workers: workers, bad: bad,
            rank: rank, ranks: ranks)
        #expect(loader.batch == batch && loader.stepsPerEpoch == data.count / batch)
        var seen: [Seen] = []
        while let one = try loader.withNext({
            Seen(
                epoch: $0.epoch, step: $0.step, indices: Array($0.indices), first: Array($0.views[0]),
                second: Array($0.views[1]))
        }) { seen.append(one) }
        return seen
    }

    /// The batches of all ranks, each put together of its parts.
    private func together(_ parts: [[Seen]]) -> [Seen] {
        parts.dropFirst().reduce(parts[0]) { whole, part in
            zip(whole, part).map {
                Seen(
                    epoch: $0.epoch, step: $0.step == $1.step && $0.epoch == $1.epoch ? $0.step : -1,
                    indices: $0.indices + $1.indices, first: $0.first + $1.first, second: $0.second + $1.second)
            }
        }
    }

    @Test(arguments: [1, 2, 3, 4, 6, 12]) func partsAreTheBatch(ranks: Int) throws {
        let directory = try TemporaryDirectory()
        let data = try folder(directory)
        let whole = try run(data)
        #expect(whole.map(\.step) == Array(0..<steps) && Set(whole.map(\.epoch)) == [0, 1, 2])
        let parts = try (0..<ranks).map { try run(data, rank: $0, of: ranks, workers: 1 + $0 % 3) }
        #expect(parts.allSatisfy { $0.allSatisfy { $0.indices.count == 12 / ranks } })
        #expect(together(parts) == whole)
        // a rank goes on anywhere, as one process does
        let last = try run(data, rank: ranks - 1, of: ranks, from: 5)
        #expect(last == Array(parts[ranks - 1][5...]))
    }

    /// A rank that knows already which images are bad, from a log or from the others, and one that does not, take the same in
    /// their place.
    @Test func whatStandsInDoesNotDependOnWhatARankKnows() throws {
        let directory = try TemporaryDirectory()
        let data = try folder(directory)
        let all = try BadImages()
        let whole = try run(data, bad: all)
        #expect(all.count == 7)
        let parts = [try run(data, rank: 0, of: 2, bad: all), try run(data, rank: 1, of: 2)]
        #expect(together(parts) == whole)
    }

    @Test func aBatchIsSharedEvenly() throws {
        let data = try Dataset(
            name: "noise", split: .train, height: 16, width: 16, channels: 3,
            pixels: randomBytes(20 * 768, seed: 1))
        let found = words { try run(data, batch: 10, rank: 1, of: 4).count }
        for word in ["noise", "batches of 10 by 4 ranks", "8 or 12"] { #expect(found.contains(word), "\(found)") }
        #expect(words { try run(data, batch: 3, rank: 1, of: 4).count }.hasSuffix("use a batch of 4"))
        #expect(try run(data, batch: 10, rank: 4, of: 5).count == steps)
    }
}
