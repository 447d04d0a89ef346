import Foundation
import InvarData
import InvarRuntime
import Testing

/// The commands on a folder of colour images of different sizes, one of which is broken.
@Suite(.serialized) struct FolderCommandTests {
    private func fill(_ scratch: Scratch, broken: Int) throws {
        for (part, count) in [("train", 60), ("test", 20)] {
            for i in 0..<count {
                let folder = scratch.path("set/\(part)/\(i % 2 == 0 ? "dark" : "light")")
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                let file = "\(folder)/\(i).png"
                if part == "train", i < broken {
                    try Data("broken".utf8).write(to: URL(fileURLWithPath: file))
                    continue
                }
                var random = CounterRandom(seed: 3, item: i)
                var picture = Picture(height: 30 + i % 7, width: 40 - i % 5, channels: 3)
                for j in picture.pixels.indices {
                    picture.pixels[j] = UInt8(random.integer(below: 128) + (i % 2 == 0 ? 0 : 127))
                }
                try picture.write(png: file)
            }
        }
    }

    private let pretrain = [
        "pretrain", "vicreg-small", "--data", "set", "--batch", "16", "--epochs", "2", "--plain", "--executor", "blas",
    ]

    @Test func aFolderTrainsEvaluatesAndEmbeds() throws {
        let scratch = try Scratch()
        try fill(scratch, broken: 2)
        let trained = try Tool.run(pretrain + ["--output", "run"], in: scratch)
        #expect(trained.status == 0, "\(trained.err)")
        #expect(trained.out.contains("finished 6 steps"))
        let log = try scratch.text("run/bad-images.log")
        #expect(log.contains("train/dark/0.png\tis no JPEG, PNG, WebP or TIFF picture"), "\(log)")
        let again = try Tool.run(pretrain + ["--output", "again", "--workers", "1"], in: scratch)
        #expect(again.status == 0)
        #expect(try scratch.metrics("run") == scratch.metrics("again"))
        let embedded = try Tool.run(["embed", "run", "--split", "train", "--output", "e/"], in: scratch)
        #expect(embedded.status == 0, "\(embedded.err)")
        #expect(try NpyFile.read(scratch.path("e/train.npy")).shape[0] == 58)
        #expect(try NpyFile.read(scratch.path("e/train-labels.npy")).shape == [58])
        let evaluated = try Tool.run(["evaluate", "run"], in: scratch)
        #expect(evaluated.status == 0, "\(evaluated.err)")
        let views = try Tool.run(["views", "vicreg-small", "--data", "set", "--output", "v.png"], in: scratch)
        #expect(views.status == 0, "\(views.err)")
    }

    /// A resumed run goes on with the images that it was begun with.
    @Test func unlabeledImagesTrainAndResume() throws {
        let scratch = try Scratch()
        try fill(scratch, broken: 0)
        try FileManager.default.createDirectory(
            atPath: scratch.path("set/unlabeled"), withIntermediateDirectories: true)
        for i in 0..<20 {
            let picture = Picture(height: 30, width: 30, channels: 3, filledWith: UInt8(10 * i))
            try picture.write(png: scratch.path("set/unlabeled/\(i).png"))
        }
        let begun = try Tool.run(pretrain + ["--output", "run", "--split", "unlabeled"], in: scratch)
        #expect(begun.status == 0 && begun.out.contains("finished 2 steps"), "\(begun.err)")
        let resumed = try Tool.run(
            ["pretrain", "vicreg-small", "--output", "run", "--resume", "--plain", "--executor", "blas"], in: scratch)
        #expect(resumed.status == 0 && resumed.out.contains("finished 2 steps"), "\(resumed.err)")
    }

    @Test func tooManyBadImagesStopTheRun() throws {
        let scratch = try Scratch()
        try fill(scratch, broken: 10)
        let ended = try Tool.run(pretrain + ["--output", "run", "--bad-images", "4"], in: scratch)
        #expect(ended.status == 1 && !ended.bySignal)
        #expect(
            ended.err.contains("more than 4 images that cannot be read; run/bad-images.log names them"), "\(ended.err)")
    }
}
