import Foundation
import InvarData
import Testing

/// What can be asked about a run, on the first images of Fashion-MNIST, as real processes.
@Suite(.serialized) struct EvaluationCommandTests {
    /// A directory of idx files with the first images.
    private func makeFashion(_ scratch: Scratch, train: Int, test: Int) throws {
        try FileManager.default.createDirectory(
            atPath: scratch.path("fashion"), withIntermediateDirectories: true)
        for (split, name, count) in [(Dataset.Split.train, "train", train), (.test, "t10k", test)] {
            let data = try Dataset.load("fashion-mnist", split: split).prefix(count)
            func file(_ kind: String, _ magic: UInt8, _ sizes: [Int], _ values: [UInt8]) throws {
                let header = sizes.flatMap { size in (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) } }
                try Data([0, 0, 8, magic] + header + values).write(
                    to: URL(fileURLWithPath: scratch.path("fashion/\(name)-\(kind)-ubyte")))
            }
            try file("images-idx3", 3, [count, 28, 28], data.pixels)
            try file("labels-idx1", 1, [count], data.labels.map { UInt8(truncatingIfNeeded: Int($0)) })
        }
    }

    private func expectDone(_ arguments: [String], in scratch: Scratch) throws -> String {
        let ended = try Tool.run(arguments, in: scratch)
        #expect(ended.status == 0, "\(arguments): \(ended.err)")
        return ended.out
    }

    private func pretrain(_ run: String, _ more: [String] = [], in scratch: Scratch) throws -> String {
        try expectDone(
            [
                "pretrain", "vicreg-small", "--data", "fashion", "--batch", "64", "--epochs", "2", "--output", run,
                "--log-every", "1", "--threads", "2",
            ] + more, in: scratch)
    }

    @Test func everythingThatCanBeAskedAboutARun() throws {
        let scratch = try Scratch()
        try makeFashion(scratch, train: 320, test: 100)
        try scratch.makeData()
        let watched = try pretrain("runs/a", ["--monitor"], in: scratch)
        #expect(watched.contains("epoch 2/2: kNN ") && watched.contains("of 100 test images"))
        try correlations(scratch)
        try projection(scratch)
        try evaluations(scratch)
        try fineTuning(scratch)
    }

    private func correlations(_ scratch: Scratch) throws {
        let alone = try expectDone(["correlate", "runs/a"], in: scratch)
        #expect(alone.contains("mean |c|") && alone.contains("embedding"))
        let picture = try Picture(png: scratch.path("runs/a/correlation.png"))
        #expect(picture.channels == 3 && picture.width > 1000)
        let report = try scratch.json("runs/a/correlation.json")
        let run = try #require((report["runs"] as? [[String: Any]])?.first)
        let embedding = try #require(run["embedding"] as? [String: Any])
        #expect(embedding["dimensions"] as? Int == 512 && embedding["images"] as? Int == 100)
        #expect(try (0...1).contains(#require(embedding["meanAbsolute"] as? Double)))
        #expect(run["step"] as? Int == 10)
        _ = try expectDone(["correlate", "runs/a", "runs/a", "--images", "50", "--output", "both/c"], in: scratch)
        #expect(try Picture(png: scratch.path("both/c.png")).height > 1000)
        let wrong = try Tool.run(["correlate", "fashion"], in: scratch)
        #expect(wrong.status == 1 && wrong.err.contains("holds no run"))
    }

    private func projection(_ scratch: Scratch) throws {
        _ = try expectDone(["project", "runs/a", "--images", "60", "--tensorboard", "board"], in: scratch)
        #expect(try Picture(png: scratch.path("runs/a/projection.png")).width > 900)
        #expect(scratch.lines("board/tensors.tsv") == 60 && scratch.lines("board/metadata.tsv") == 61)
        #expect(scratch.exists("board/sprite.png") && scratch.exists("board/projector_config.pbtxt"))
    }

    private func evaluations(_ scratch: Scratch) throws {
        let out = try expectDone(
            [
                "evaluate", "runs/a", "--knn-k", "20,1,5", "--knn-temperature", "0.07,0.1", "--probe", "sgd",
                "--probe-epochs", "3", "--augment",
            ], in: scratch)
        for part in ["kNN (k = 20)", "kNN, k = 5, T = 0.1", "SGD probe"] { #expect(out.contains(part)) }
        let own = try scratch.json("runs/a/evaluation.json")
        let settings = try #require(own["settings"] as? [String: Any])
        #expect((settings["neighbourChoices"] as? [Any])?.count == 5 && settings["data"] as? String == "fashion")
        #expect((settings["sgd"] as? [String: Any])?["epochs"] as? Int == 3)
        // images of another size and another kind: an evaluation of its own beside the first
        let transfer = try expectDone(["evaluate", "runs/a", "--data", "data"], in: scratch)
        #expect(transfer.contains("on data, trained on fashion"))
        #expect(try scratch.json("runs/a/evaluation.json").count == own.count)
        let files = try FileManager.default.contentsOfDirectory(atPath: scratch.path("runs/a"))
        #expect(files.contains { $0.hasPrefix("evaluation-data-") && $0.hasSuffix(".json") })
        for wrong in [
            ["--knn-k", "0"], ["--knn-k", "5,x"], ["--knn-temperature", "0"], ["--augment"], ["--probe", "sdg"],
            ["--probe", "sgd", "--smallest-crop", "0.5"], ["--probe", "sgd", "--probe-learning-rate", "0"],
            ["--probe", "sgd", "--augment", "--smallest-crop", "2"],
        ] {
            let ended = try Tool.run(["evaluate", "runs/a"] + wrong, in: scratch)
            // after the line that says what the data is
            let last = ended.err.split(separator: "\n").last ?? ""
            #expect(ended.status == 1 && last.hasPrefix("error: "), "\(wrong): \(ended.err)")
        }
    }

    private func fineTuning(_ scratch: Scratch) throws {
        let out = try expectDone(
            ["finetune", "runs/a", "--labels", "10%,50%", "--epochs", "2", "--smallest-crop", "0.5"], in: scratch)
        #expect(out.contains("untrained encoder") && out.contains("10 %") && out.contains("50 %"))
        let report = try scratch.json("runs/a/finetune-10-percent.json")
        #expect((report["trained"] as? [String: Any])?["accuracies"] as? [Double] != nil)
        #expect(scratch.exists("runs/a/finetune-50-percent.json"))
        for wrong in ["10", "0%", "x%", "101%"] {
            let ended = try Tool.run(["finetune", "runs/a", "--labels", wrong], in: scratch)
            #expect(ended.status == 1 && ended.err.contains("--labels"), "\(ended.err)")
        }
    }

    /// The losses of a run do not depend on whether it was watched.
    @Test func aMonitorChangesNoLoss() throws {
        let scratch = try Scratch()
        try makeFashion(scratch, train: 256, test: 50)
        _ = try pretrain("bare", in: scratch)
        _ = try pretrain("watched", ["--monitor"], in: scratch)
        let watched = try scratch.metrics("watched").filter { !$0.contains("\"monitor\"") }
        #expect(try scratch.metrics("bare") == watched)
        #expect(try scratch.metrics("watched").count == watched.count + 2)
        #expect(try scratch.bytes("bare/encoder.safetensors") == scratch.bytes("watched/encoder.safetensors"))
    }
}
