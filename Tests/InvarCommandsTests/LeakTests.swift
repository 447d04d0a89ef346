import Foundation
import InvarRuntime
import Testing

/// Scores are of images that nothing was fitted to.
///
/// In one data set every image shows its class. In the other the training images are the same, and each test image has the label of the
/// next class: who knows the training images alone is wrong about every one. A command that fits anything to test images (a bank of
/// neighbours that holds them, a probe or an encoder that is trained with them) is right about many, since there are four times as
/// many of them.
@Suite struct LeakTests {
    static let kinds = ["right", "wrong"]

    /// - Returns: whether scores in percent are what this data set must give.
    private func areHonest(_ scores: [Double], _ kind: String) -> Bool {
        !scores.isEmpty && scores.allSatisfy { kind == "right" ? $0 > 90 : $0 < 5 }
    }

    @Test(arguments: kinds) func evaluate(kind: String) throws {
        let scratch = try prepared(kind)
        try run(
            ["evaluate", "run", "--probe", "sgd", "--knn-k", "5,1,60", "--probe-learning-rate", "0.5"], in: scratch)
        let evaluation = try scratch.json("run/evaluation.json")
        for encoder in ["trained", "untrained", "pixels"] {
            func value(_ path: String...) -> Any? { Workbench.value(evaluation, [encoder] + path) }
            let scores =
                ["knn", "linear", "few"].compactMap { value($0) as? Double } + (value("neighbours") as? [Double] ?? [])
            #expect(scores.count == 6 && areHonest(scores, kind), "\(encoder), \(kind) labels: \(scores)")
            let sgd = try #require(value("sgd", "last") as? Double)
            #expect(areHonest([sgd], kind), "\(encoder), \(kind) labels, probe by SGD: \(sgd)")
        }
    }

    @Test(arguments: kinds) func evaluateAugmented(kind: String) throws {
        let scratch = try prepared(kind)
        try run(
            [
                "evaluate", "run", "--probe", "sgd", "--augment", "--smallest-crop", "0.95", "--probe-learning-rate",
                "0.5",
            ],
            in: scratch)
        let evaluation = try scratch.json("run/evaluation.json")
        let score = try #require(Workbench.value(evaluation, ["pixels", "sgd", "last"]) as? Double)
        #expect(kind == "right" ? score > 90 : score < 5, "\(score)")
    }

    @Test(arguments: kinds) func compare(kind: String) throws {
        let scratch = try prepared(kind)
        try run(
            ["compare", "tiny", "separate", "--data", "data", "--batch", "20", "--epochs", "1", "--output", "out"],
            in: scratch)
        let runs = try #require(try scratch.json("out/comparison.json")["runs"] as? [[String: Any]])
        #expect(runs.count == 2)
        for run in runs {
            let scores = ["knn", "linear"].compactMap { run[$0] as? Double }
            #expect(
                scores.count == 2 && areHonest(scores, kind), "\(run["architecture"] ?? "?"), \(kind) labels: \(scores)"
            )
        }
    }

    @Test(arguments: kinds) func monitor(kind: String) throws {
        let scratch = try prepared(kind)
        let lines = try scratch.text("run/metrics.jsonl").split(separator: "\n").filter { $0.contains("\"monitor\"") }
        #expect(lines.count == 2)
        for line in lines {
            let report = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let scores = ["knn", "linear"].compactMap { report[$0] as? Double }
            #expect(scores.count == 2 && areHonest(scores, kind), "\(kind) labels: \(scores)")
            #expect(report["trainImages"] as? Int == 60 && report["testImages"] as? Int == 240)
        }
    }

    @Test(arguments: kinds) func finetune(kind: String) throws {
        let scratch = try prepared(kind)
        try run(
            [
                "finetune", "run", "--labels", "100%", "--epochs", "60", "--learning-rate", "0.1",
                "--head-learning-rate", "0.5",
                "--smallest-crop", "0.98",
            ], in: scratch)
        let report = try scratch.json("run/finetune-100-percent.json")
        #expect(report["labelledImages"] as? Int == 60 && report["testImages"] as? Int == 240)
        for encoder in ["trained", "untrained"] {
            let scores = try #require(Workbench.value(report, [encoder, "accuracies"]) as? [Double])
            #expect(areHonest([try #require(scores.last)], kind), "\(encoder), \(kind): \(scores)")
            if kind == "wrong" { #expect(scores.allSatisfy { $0 < 25 }, "\(encoder): \(scores)") }
        }
    }

    // MARK: Data

    /// A finished run on 60 images for training and 240 for tests, watched by a monitor.
    private func prepared(_ kind: String) throws -> Scratch {
        let scratch = try Scratch()
        try scratch.makeFolder("data")
        // each class is a pattern of its own, the same from the left and from the right, since views are flipped
        var masks = CounterRandom(seed: 1, name: "classes")
        let patterns = (0..<10).map { _ in
            (0..<8).flatMap { _ in
                let half = (0..<4).map { _ in masks.integer(below: 2) == 0 }
                return half + half.reversed()
            }
        }
        for (part, count, seed) in [("train", 60, 2 as UInt64), ("t10k", 240, 3)] {
            var random = CounterRandom(seed: seed)
            let shown = (0..<count).map { $0 % 10 }
            let pixels = shown.flatMap { shown in
                patterns[shown].map { UInt8(($0 ? 180 : 40) + random.integer(below: 30)) }
            }
            let isShifted = kind == "wrong" && part == "t10k"
            try scratch.writeIdx("data/\(part)-images-idx3-ubyte", [count, 8, 8], pixels)
            try scratch.writeIdx(
                "data/\(part)-labels-idx1-ubyte", [count], shown.map { UInt8((isShifted ? $0 + 1 : $0) % 10) })
        }
        try run(
            [
                "pretrain", "tiny", "--data", "data", "--batch", "20", "--epochs", "2", "--output", "run", "--monitor",
            ], in: scratch)
        return scratch
    }

    private func run(_ arguments: [String], in scratch: Scratch) throws {
        let ended = try Tool.start(
            arguments + ["--executor", "blas", "--threads", "1"], in: scratch, executable: Workbench.tool
        ).wait()
        try #require(ended.status == 0, "\(arguments): \(ended.err)")
    }
}
