import Foundation
import InvarData
import InvarTraining
import Testing

/// Rows without images, and images whose channels are no colours, by every command.
@Suite(.serialized) struct RowCommandTests {
    private static let quick = ["--batch", "16", "--epochs", "2", "--plain", "--executor", "blas"]

    /// Runs a command for the small architectures, once.
    private func attempt(_ w: Workbench, _ arguments: [String]) throws -> Tool.Ended {
        try Tool.start(arguments, in: w.scratch, executable: Workbench.tool).wait()
    }

    private func run(_ w: Workbench, _ arguments: [String]) throws -> Tool.Ended {
        let ended = try attempt(w, arguments)
        #expect(ended.status == 0, "\(arguments): \(ended.err)")
        return ended
    }

    private func refused(_ w: Workbench, _ arguments: [String], _ words: String) throws {
        let ended = try attempt(w, arguments)
        #expect(ended.status == 1 && ended.err.contains(words), "\(arguments): \(ended.err)")
    }

    @Test func everyCommandKnowsTheRunsRows() throws {
        let w = try Workbench()
        let trained = try run(
            w, ["pretrain", "table", "--output", "run", "--tensorboard", "scalars"] + Self.quick + w.table())
        #expect(!trained.err.contains("TensorBoard"), "\(trained.err)")
        #expect(trained.err.contains("data rows-1: rows of numbers; training: rows-1.npy (64 rows of 3), test:"))
        #expect(trained.out.contains("rows/s"))
        let evaluated = try run(w, ["evaluate", "run", "--executor", "blas"]).out
        #expect(
            evaluated.contains("table on rows-1: percent of 40 test rows") && evaluated.contains("standardized rows"))
        #expect(try run(w, ["embed", "run", "--split", "all", "--executor", "blas"]).out.contains("104 × 8"))
        #expect(try w.scratch.text("run/all.csv").contains("0,train,"))
        for command in ["correlate", "project"] { _ = try run(w, [command, "run", "--executor", "blas"]) }
        #expect(w.scratch.exists("run/correlation.json") && w.scratch.exists("run/projection.png"))
        _ = try run(w, ["list"])
        _ = try run(w, ["dump", "table", "--batch", "4"])
        _ = try run(w, ["export", "run"])
        #expect(w.scratch.exists("run/encoder.onnx"))
        _ = try run(w, ["emit", "run", "--output", "emitted", "--form", "c", "--targets", "x86-64-v2"])
        // other rows than the run's own have files of their own
        let others = try w.rows("others.npy", seed: 8, count: 10)
        #expect(try run(w, ["embed", "run", "--features", others, "--executor", "blas"]).out.contains("10 × 8"))
        let again = try run(w, ["pretrain", "table", "--output", "run", "--resume"])
        #expect(again.out.contains("already finished"))
    }

    @Test func eachBranchHasItsRows() throws {
        let w = try Workbench()
        let left = try w.rows("left.npy", seed: 1)
        try NpyFile.write(
            StoredTensor(shape: [64, 2], (0..<128).map { Float(($0 * 37) % 101) }), to: w.scratch.path("right.npy"))
        let both = ["--features", left, "--features", "right.npy"]
        _ = try run(w, ["pretrain", "sides", "--output", "run"] + Self.quick + both)
        for branch in ["1", "2"] {
            _ = try run(w, ["embed", "run", "--split", "train", "--branch", branch, "--executor", "blas"])
        }
        #expect(try w.differ("run/train.npy", "run/train-branch2.npy"))
        try refused(
            w, ["pretrain", "sides", "--output", "one", "--features", left] + Self.quick,
            "give two files, --features FIRST.npy")
    }

    @Test func mistakes() throws {
        let w = try Workbench()
        let rows = try w.rows("rows.npy", seed: 1)
        let pretrain = { (model: String, more: [String]) in ["pretrain", model, "--output", "none"] + Self.quick + more
        }
        try refused(
            w, pretrain("unchanged", ["--features", rows]), "both branches of unchanged would see the same rows")
        try refused(w, pretrain("table", []), "give --features FILE.npy")
        try refused(w, pretrain("table", ["--data", "data"]), "--data is for images, and table takes rows of numbers")
        try refused(w, pretrain("tiny", ["--data", "data", "--labels", rows]), "--labels is for rows without images")
        try refused(
            w, pretrain("rows", ["--data", "data", "--test-features", rows]),
            "--test-features is for rows without images")
        try refused(w, pretrain("table", ["--features", rows, "--monitor"]), "has no test rows; give them with")
        try refused(
            w, pretrain("table", Array(repeating: ["--features", rows], count: 3).flatMap { $0 }), "is given 3 times")
        try refused(w, ["views", "table"], "there are no images to draw")
        try refused(w, ["emit", "table", "--step", "training", "--output", "none"], "emit a run, which has it")
        try refused(
            w, ["compare", "table", "tiny", "--output", "none", "--features", rows], "compare models of one kind")
        #expect(!w.scratch.exists("none"))
        _ = try run(w, ["pretrain", "table", "--output", "run", "--features", rows] + Self.quick)
        try refused(w, ["evaluate", "run"], "has no test rows; give them with --test-features")
        try refused(w, ["finetune", "run", "--labels", "50%"], "has no test rows")
    }

    /// Two ranks share the rows of each batch: the steps of one, to rounding.
    @Test func ranksShareRows() throws {
        let w = try Workbench()
        let rows = try w.rows("rows.npy", seed: 1)
        func loss(_ name: String, _ more: [String]) throws -> Double {
            _ = try run(
                w, ["pretrain", "table", "--output", name, "--log-every", "1", "--features", rows] + Self.quick + more)
            return try #require(w.log(name).last?["loss"] as? Double)
        }
        let (one, two) = try (loss("one", []), loss("two", ["--ranks", "2"]))
        #expect(abs(one - two) < 1e-3 * abs(one), "\(one) \(two)")
    }

    /// Six bands of 16 bits.
    @Test func bandsOfASatellite() throws {
        let w = try Workbench()
        try w.scratch.makeFolder("bands")
        for (part, count) in [("train", 64), ("test", 32)] {
            let labels = (0..<count).map { Int64($0 % 3) }
            let values = (0..<(count * 64 * 6)).flatMap { place -> [UInt8] in
                let (image, band) = (place / 384, place % 6)
                let value = 2000 + (place * 7919) % 611 + (band == image % 3 ? 900 : 0)
                return [UInt8(value & 255), UInt8(value >> 8)]
            }
            try NpyFile.write(
                StoredTensor(shape: [count, 8, 8, 6], .bytes(.uint16, values)),
                to: w.scratch.path("bands/\(part)-images.npy"))
            try NpyFile.write(
                StoredTensor(shape: [count], .int64(labels)), to: w.scratch.path("bands/\(part)-labels.npy"))
        }
        let trained = try run(w, ["pretrain", "bands", "--data", "bands", "--output", "run", "--monitor"] + Self.quick)
        #expect(trained.err.contains("arrays of images; training: train-images.npy (64 images)"), "\(trained.err)")
        _ = try run(w, ["evaluate", "run", "--executor", "blas", "--probe", "sgd", "--probe-epochs", "1", "--augment"])
        let pixels = try w.number("run/evaluation.json", "pixels", "linear")
        #expect(pixels == 100)
        for command in [
            ["embed", "run"], ["project", "run", "--tensorboard", "board"], ["correlate", "run"],
            ["finetune", "run", "--labels", "50%", "--epochs", "1"],
        ] { _ = try run(w, command + ["--executor", "blas"]) }
        for more in [[], ["--effects"], ["--explain"]] {
            _ = try run(w, ["views", "bands", "--data", "bands", "--count", "2", "--output", "views.png"] + more)
        }
        #expect(try Picture(png: w.scratch.path("views.png")).channels == 3)
        _ = try run(w, ["export", "run", "--normalize"])
        _ = try run(w, ["emit", "run", "--output", "emitted", "--form", "c", "--targets", "x86-64-v2"])
        let header = try w.scratch.text("emitted/bands.h")
        #expect(header.contains("BANDS_INPUT = 384") && !header.contains("embed_rgb8"))
        try refused(w, ["pretrain", "bands", "--data", "data", "--output", "none"] + Self.quick, "the model takes 6")
    }
}
