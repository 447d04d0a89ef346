import Foundation
import InvarData
import InvarRuntime
import Testing

/// The commands on a folder of colour images of different sizes, some of which are broken.
@Suite(.serialized) struct FolderCommandTests {
    private func fill(_ scratch: Scratch, broken: Int, brokenTests: Int = 0) throws {
        for (part, count) in [("train", 60), ("test", 20)] {
            for i in 0..<count {
                let folder = scratch.path("set/\(part)/\(i % 2 == 0 ? "dark" : "light")")
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                let file = "\(folder)/\(i).png"
                if i < (part == "train" ? broken : brokenTests) {
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

    /// Broken images are left out with their labels; what a command counts are images that it read, and it says how many
    /// it did not.
    @Test func brokenImagesAreLeftOutByAllCommands() throws {
        let scratch = try Scratch()
        try fill(scratch, broken: 2, brokenTests: 1)
        func run(_ arguments: [String]) throws -> Tool.Ended {
            let ended = try Tool.run(arguments + ["--executor", "blas"], in: scratch)
            #expect(ended.status == 0, "\(arguments): \(ended.err)")
            return ended
        }
        let trained = try Tool.run(pretrain + ["--output", "run", "--monitor"], in: scratch)
        #expect(trained.status == 0, "\(trained.err)")
        #expect(trained.out.contains("of 19 test images (58 training images"), "\(trained.out)")
        #expect(
            trained.err.contains("3 images cannot be read, and others took the place; run/bad-images.log says which"))
        let seen = try scratch.metrics("run").filter { $0.contains("\"monitor\"") }
        #expect(seen.count == 2)
        #expect(seen.allSatisfy { $0.contains("\"testImages\":19") && $0.contains("\"trainImages\":58") })
        let test = "1 of 20 test images, which cannot be read; run/bad-images.log names them"
        let both = "2 of 60 training images and \(test)"

        let evaluated = try run(["evaluate", "run"])
        #expect(evaluated.out.contains("percent of 19 test images") && evaluated.err.contains(both))
        let settings = try #require(try scratch.json("run/evaluation.json")["settings"] as? [String: Any])
        #expect(settings["trainImages"] as? Int == 58 && settings["testImages"] as? Int == 19)
        let sgd = try run(["evaluate", "run", "--probe", "sgd", "--probe-epochs", "2", "--augment"])
        #expect(sgd.err.contains(both), "\(sgd.err)")

        let tuned = try run(["finetune", "run", "--labels", "100%", "--epochs", "1"])
        #expect(tuned.out.contains("percent of 19 test images"), "\(tuned.out)")
        #expect(tuned.err.contains("left out: 2 of 60 labelled images and 1 of 20 test images"), "\(tuned.err)")
        let tuning = try scratch.json("run/finetune-100-percent.json")
        #expect(tuning["labelledImages"] as? Int == 58 && tuning["testImages"] as? Int == 19)

        let projected = try run(["project", "run", "--tensorboard", "board"])
        #expect(projected.out.contains("19 representations of test images") && projected.err.contains(test))
        #expect(scratch.lines("board/tensors.tsv") == 19 && scratch.lines("board/metadata.tsv") == 20)
        let correlated = try run(["correlate", "run"])
        #expect(correlated.err.contains(test))
        let runs = try #require(try scratch.json("run/correlation.json")["runs"] as? [[String: Any]])
        #expect((runs[0]["representation"] as? [String: Any])?["images"] as? Int == 19)

        let embedded = try run(["embed", "run", "--output", "e/"])
        #expect(embedded.err.contains(test))
        #expect(try NpyFile.read(scratch.path("e/test.npy")).shape[0] == 19)
        #expect(try NpyFile.read(scratch.path("e/test-labels.npy")).shape == [19])

        let views = try Tool.run(
            ["views", "vicreg-small", "--data", "set", "--count", "60", "--output", "v.png"], in: scratch)
        #expect(views.status == 0 && views.out.contains("v.png: 58 originals"), "\(views.out)\(views.err)")

        let compared = try run([
            "compare", "vicreg-small", "simsiam-small", "--data", "set", "--batch", "16", "--epochs", "1", "--plain",
            "--output", "both",
        ])
        #expect(compared.out.contains("percent of 19 test images"), "\(compared.out)")
        #expect(compared.err.contains("left out: 2 of 60 training images and 1 of 20 test images"), "\(compared.err)")
        let comparison = try #require(try scratch.json("both/comparison.json")["settings"] as? [String: Any])
        #expect(comparison["trainImages"] as? Int == 58 && comparison["testImages"] as? Int == 19)
    }

    /// A set of which nothing can be read is refused by its reason.
    @Test func nothingToReadIsAnError() throws {
        let scratch = try Scratch()
        try fill(scratch, broken: 0)
        #expect(try Tool.run(pretrain + ["--output", "run"], in: scratch).status == 0)
        try fill(scratch, broken: 0, brokenTests: 20)
        for command in ["evaluate", "embed", "project", "correlate"] {
            let ended = try Tool.run([command, "run", "--executor", "blas"], in: scratch)
            #expect(ended.status == 1 && !ended.bySignal, "\(command)")
            #expect(ended.err.contains("has no test images that can be read. The last: test/"), "\(ended.err)")
            #expect(ended.err.contains("is no JPEG, PNG, WebP or TIFF picture"), "\(ended.err)")
        }
    }

    /// Images without labels are judged by those that have some, and never by their folders.
    @Test func theMonitorLooksAtLabelledImages() throws {
        let scratch = try Scratch()
        try fill(scratch, broken: 0)
        for i in 0..<20 {
            let folder = scratch.path("set/unlabeled/folder\(i % 4)")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Picture(height: 30, width: 30, channels: 3, filledWith: UInt8(10 * i)).write(png: "\(folder)/\(i).png")
        }
        let trained = try Tool.run(
            pretrain + ["--output", "run", "--split", "unlabeled", "--monitor"], in: scratch)
        #expect(trained.status == 0, "\(trained.err)")
        #expect(trained.out.contains("of 20 test images (60 training images"), "\(trained.out)")
        // dark and light are told apart by anything: an encoder that saw other labels would not
        let seen = try scratch.metrics("run").filter { $0.contains("\"monitor\"") }
        #expect(seen.count == 2 && seen.allSatisfy { $0.contains("\"knn\":100") }, "\(seen)")
    }

    /// Images of one class are refused before anything is trained.
    @Test(arguments: ["flat", "flat/one"]) func theMonitorRefusesOneClass(folder: String) throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path(folder), withIntermediateDirectories: true)
        for i in 0..<40 {
            try Picture(height: 30, width: 30, channels: 3, filledWith: UInt8(5 * i))
                .write(png: scratch.path("\(folder)/\(i).png"))
        }
        let ended = try Tool.run(
            [
                "pretrain", "vicreg-small", "--data", "flat", "--batch", "16", "--epochs", "1", "--plain", "--executor",
                "blas", "--output", "run", "--monitor",
            ], in: scratch)
        #expect(ended.status == 1 && !scratch.exists("run"))
        #expect(
            ended.err.contains("has training images of one class")
                && ended.err.contains("--monitor tells classes apart"), "\(ended.err)")
    }

    /// Folders and tar shards of all kinds that are read, through the commands.
    @Test func webpAndTIFFAreEmbedded() throws {
        let scratch = try Scratch()
        let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("InvarDataTests/Fixtures")
        for part in ["train", "test"] {
            for (name, file) in [
                ("a", "webp/lossy.webp"), ("b", "tiff/tiles.tif"), ("b", "rgb8.png"), ("a", "full.jpg"),
            ] {
                for i in 0..<8 {
                    let folder = scratch.path("set/\(part)/\(name)")
                    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                    let target = "\(folder)/\(i)-\(URL(fileURLWithPath: file).lastPathComponent)"
                    try FileManager.default.copyItem(
                        atPath: fixtures.appendingPathComponent(file).path, toPath: target)
                }
            }
        }
        #expect(
            try Tool.shell("mkdir shards && cd set && tar cf ../shards/train.tar -C train . ", in: scratch).status == 0)
        #expect(try Tool.shell("cd set && tar cf ../shards/test.tar -C test . ", in: scratch).status == 0)
        let trained = try Tool.run(pretrain + ["--output", "run"], in: scratch)
        #expect(trained.status == 0 && !scratch.exists("run/bad-images.log"), "\(trained.err)")
        for data in ["set", "shards"] {
            let embedded = try Tool.run(
                ["embed", "run", "--data", data, "--output", "\(data)-e", "--executor", "blas"], in: scratch)
            #expect(embedded.status == 0, "\(embedded.err)")
            #expect(try NpyFile.read(scratch.path("\(data)-e.npy")).shape[0] == 32)
        }
        // The same images in another order: each representation is there, to the rounding of OpenBLAS, whose last bits depend on the row's place
        // in the batch on some processors.
        func rows(_ name: String) throws -> [[Float]] {
            let found = try NpyFile.read(scratch.path(name))
            let width = found.shape[1]
            let values = found.floats
            return (0..<found.shape[0]).map { Array(values[($0 * width)..<(($0 + 1) * width)]) }
        }
        let (files, shards) = (try rows("set-e.npy"), try rows("shards-e.npy"))
        func farthest(_ some: [[Float]], from others: [[Float]]) -> Float {
            some.map { row in
                others.map { zip(row, $0).map { abs($0 - $1) }.max() ?? 0 }.min() ?? .infinity
            }.max() ?? .infinity
        }
        #expect(farthest(files, from: shards) < 1e-5 && farthest(shards, from: files) < 1e-5)
        // and they are not all one: an encoder that has seen four steps need not tell all four images apart by more
        let different = files.reduce(into: [[Float]]()) { found, row in
            if found.isEmpty || farthest([row], from: found) > 1e-4 { found.append(row) }
        }
        #expect(different.count > 1)
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
