import Foundation
import Invar
import InvarData
import Testing

@Suite(.serialized) struct BadImageTests {
    private let views = Views {
        RandomResizedCrop(scale: 0.2...1, interpolation: .bicubic)
        HorizontalFlip()
        ColorJitter(brightness: 0.4, contrast: 0.4, saturation: 0.2, hue: 0.1, probability: 0.8)
    }
    private let image = Image(channels: 3, height: 16, width: 16)

    /// 30 images of different sizes and kinds; where `broken`, every fifth is bad in another way.
    private func fill(_ directory: TemporaryDirectory, broken: Bool) throws {
        for i in 0..<30 {
            var bytes = Fixture.jpeg(height: 20 + 7 * i % 50, width: 24 + 11 * i % 60, seed: i)
            if i % 7 == 3 { bytes = try Fixture.picture(Fixture.pngs[i % Fixture.pngs.count]) }
            if broken, i % 5 == 2 {
                switch i / 5 {
                case 0: bytes = []
                case 1: bytes = [UInt8](repeating: 0, count: 1000)
                case 2: bytes = Array(bytes[..<(bytes.count / 2)])
                case 3: bytes = Array("no image at all".utf8)
                case 4: bytes = Array(try Fixture.picture("rgb8").dropLast(30))
                default:
                    // a frame of 65021 by 65021
                    guard
                        let frame = bytes.indices.dropLast().first(where: { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC0 }
                        )
                    else { continue }
                    for place in (frame + 5)..<(frame + 9) { bytes[place] = 0xFD }
                }
            }
            _ = try directory.write(bytes, "train/\(i % 3)/\(i).jpg")
        }
    }

    struct Seen: Equatable {
        let step: Int
        let indices: [Int32]
        let values: [Float]
    }

    private func run(
        _ data: Dataset, from first: Int = 0, workers: Int = 1, bad: BadImages? = nil
    ) throws -> [Seen] {
        let plan = try ViewPlan(views, image: image)
        let loader = try BatchLoader(
            data, plan: plan, batch: 7, seed: 5, firstStep: first, steps: 12, workers: workers, bad: bad)
        var seen: [Seen] = []
        while let one = try loader.withNext({
            Seen(step: $0.step, indices: Array($0.indices), values: $0.views.flatMap(Array.init))
        }) { seen.append(one) }
        return seen
    }

    @Test(arguments: [false, true]) func batchesDependOnSeedAndStepAlone(broken: Bool) throws {
        let directory = try TemporaryDirectory()
        try fill(directory, broken: broken)
        let data = try Dataset.load(directory.path, split: .train)
        let whole = try run(data)
        #expect(whole.count == 12 && whole.allSatisfy { $0.values.allSatisfy(\.isFinite) })
        for workers in [2, 3] { #expect(try run(data, workers: workers) == whole) }
        for first in [1, 5, 11] { #expect(try run(data, from: first, workers: 2) == Array(whole[first...])) }
    }

    @Test func badImagesAreNamedOnceAndNeverUsed() throws {
        let directory = try TemporaryDirectory()
        try fill(directory, broken: true)
        let data = try Dataset.load(directory.path, split: .train)
        let log = "\(directory.path)/bad-images.log"
        let bad = try BadImages(log: log)
        let seen = try run(data, workers: 2, bad: bad)
        let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        #expect(bad.count == 6 && lines.count == 6)
        let named = Set(lines.compactMap { $0.split(separator: "\t").first.map(String.init) })
        #expect(named == Set([2, 7, 12, 17, 22, 27].map { "train/\($0 % 3)/\($0).jpg" }))
        #expect(lines.contains { $0.hasSuffix("is empty") } && lines.contains { $0.contains("at most 2^26") })
        guard case .encoded(let images) = data.images else {
            Issue.record("a folder is no set of encoded images")
            return
        }
        for index in seen.flatMap(\.indices) { #expect(!named.contains(images.paths[Int(index)])) }
        // what a resumed run finds in the log counts, and is not written again
        let again = try BadImages(log: log, isResumed: true)
        #expect(try run(data, bad: again) == seen)
        #expect(try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count == 6)
        #expect(try BadImages(log: log).count == 0 && !FileManager.default.fileExists(atPath: log))
    }

    /// The image that takes a bad one's place may be in the batch already: it is not seen twice with the same views.
    @Test func whatStandsInIsSeenAnew() throws {
        let directory = try TemporaryDirectory()
        for i in 0..<12 {
            let bytes = i == 4 ? [] : Fixture.jpeg(height: 40, width: 50, seed: i)
            _ = try directory.write(bytes, "train/a/\(i).jpg")
        }
        let plan = try ViewPlan(views, image: image)
        let loader = try BatchLoader(
            try Dataset.load(directory.path, split: .train), plan: plan, batch: 12, seed: 5, steps: 8)
        var twice = 0
        while try loader.withNext({ (batch: ViewBatch) -> Void in
            let rows = Dictionary(grouping: 0..<12) { batch.indices[$0] }.values.filter { $0.count == 2 }
            twice += rows.count
            for pair in rows {
                for view in batch.views {
                    let seen = pair.map { Array(view[($0 * plan.viewSize)..<(($0 + 1) * plan.viewSize)]) }
                    #expect(seen[0] != seen[1])
                }
            }
        }) != nil {}
        #expect(twice == 8, "one of twelve is bad in each epoch")
    }

    /// A name with a newline in it would be two names, and the second one that of a good image; names that differ in their bytes alone
    /// would be one.
    @Test func namesAreReadBackAsTheyWere() throws {
        let directory = try TemporaryDirectory()
        for i in 0..<12 { _ = try directory.write(Fixture.jpeg(height: 20, width: 20, seed: i), "train/b/\(i).jpg") }
        _ = try directory.write(Fixture.jpeg(height: 20, width: 20, seed: 20), "train/b/e\u{301}.jpg")
        let broken = ["train/z\ntrain/b/1.jpg", "train/b/\u{e9}.jpg", "train/b/back\\n\t.jpg"]
        for name in broken { _ = try directory.write([0], name) }
        let data = try Dataset.load(directory.path, split: .train)
        #expect(data.count == 16)
        let log = "\(directory.path)/bad-images.log"
        let seen = try run(data, bad: BadImages(log: log))
        #expect(try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count == 3)
        let again = try BadImages(log: log, isResumed: true)
        #expect(again.count == 3)
        #expect(try run(data, bad: again) == seen)
        // both good ones are still used
        guard case .encoded(let images) = data.images else { return }
        let used = Set(seen.flatMap(\.indices).map { Array(images.paths[Int($0)].utf8) })
        #expect(used.count == 13)
        // a line that was not written whole names nobody, and nothing is written after it
        let whole = try String(contentsOfFile: log, encoding: .utf8)
        try (whole + "train/b/2.jpg").write(toFile: log, atomically: true, encoding: .utf8)
        #expect(try BadImages(log: log, isResumed: true).count == 3)
        #expect(try String(contentsOfFile: log, encoding: .utf8) == whole)
    }

    @Test(arguments: [1, 3]) func tooManyStopTheRun(workers: Int) throws {
        let directory = try TemporaryDirectory()
        try fill(directory, broken: true)
        let data = try Dataset.load(directory.path, split: .train)
        let found = words { try run(data, workers: workers, bad: BadImages(limit: 3)).count }
        #expect(found.contains("more than 3 images that cannot be read") && found.contains("--bad-images"), "\(found)")
        #expect(try run(data, workers: workers, bad: BadImages(limit: 6)).count == 12)
    }

    @Test func aFolderOfBadImagesOnlyEnds() throws {
        let directory = try TemporaryDirectory()
        for i in 0..<10 { _ = try directory.write([0], "train/a/\(i).jpg") }
        let data = try Dataset.load(directory.path, split: .train)
        #expect(words { try run(data).count }.contains("no images that can be read"))
    }

    @Test func evaluationLeavesThemOut() throws {
        let directory = try TemporaryDirectory()
        try fill(directory, broken: true)
        let data = try Dataset.load(directory.path, split: .train)
        let one = try PlainBatches(data, views: views, image: image, threads: 1)
        let many = try PlainBatches(data, views: views, image: image, threads: 3)
        var (a, b) = ([Float](repeating: 0, count: 32 * 768), [Float](repeating: 1, count: 32 * 768))
        let bad = try a.withUnsafeMutableBufferPointer { try one.write(0..<32, into: $0) }
        #expect(try b.withUnsafeMutableBufferPointer { try many.write(0..<32, into: $0) } == bad)
        #expect(a == b && bad.count == 6)
        for index in bad + [30, 31] { #expect(a[(index * 768)..<(index * 768 + 768)].allSatisfy { $0 == 0 }) }
    }
}
