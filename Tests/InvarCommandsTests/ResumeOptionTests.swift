import Foundation
import Testing

/// With `--resume`, what is not given is as it was.
@Suite(.serialized) struct ResumeOptionTests {
    private func asked(_ scratch: Scratch, _ run: String) throws -> [String: String] {
        let record = try #require(try scratch.json("\(run)/run.json")["asked"] as? [String: Any])
        return record.mapValues { "\($0)" }
    }

    @Test func everyOptionOfPretrainIsTakenFromTheRun() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 160)
        try "# none\n".write(toFile: scratch.path("schedules.txt"), atomically: true, encoding: .utf8)
        let running = try Tool.start(
            [
                "pretrain", "vicreg-small", "--data", "data", "--train-images", "96", "--batch", "32", "--epochs", "40",
                "--output", "run", "--log-every", "2", "--checkpoint-every", "2", "--monitor", "--workers", "1",
                "--threads",
                "1", "--executor", "blas", "--schedules", "schedules.txt", "--memory", "500MB", "--bad-images", "7",
                "--optimizer", "sgd", "--learning-rate", "0.01", "--weight-decay", "0.001", "--warmup-epochs", "1",
                "--seed", "3", "--ranks", "2", "--shard-optimizer", "--tensorboard", "scalars",
                "--micro-batches", "4",
            ], in: scratch)
        #expect(running.waitUntil { scratch.lines("run/metrics.jsonl") > 4 })
        running.send(SIGINT)
        #expect(running.wait().status == 130)
        let before = try asked(scratch, "run")
        #expect(
            before
                == [
                    "executor": "blas", "schedules": scratch.path("schedules.txt"), "threads": "1", "workers": "1",
                    "memory": "500000000", "microBatches": "4", "logEvery": "2", "checkpointEvery": "2",
                    "badImages": "7", "monitor": "1",
                    "ranks": "2", "shardsOptimizer": "1", "isReproducible": "0", "tensorBoard": "scalars",
                    "report": "1",
                ].merging(before.filter { $0.key == "monitor" }) { $1 })
        let first = try scratch.json("run/run.json")
        let resumed = try Tool.run(["pretrain", "vicreg-small", "--output", "run", "--resume"], in: scratch)
        #expect(resumed.status == 0, "\(resumed.err)")
        #expect(try asked(scratch, "run") == before)
        let last = try scratch.json("run/run.json")
        for key in ["run", "dataPath", "dataSplit", "stepsPerEpoch"] {
            #expect(try (#require(first[key]) as? NSObject) == (#require(last[key]) as? NSObject), "\(key)")
        }
        // 3 steps an epoch: each second one has a line, each epoch a line and what the monitor saw
        let lines = try scratch.metrics("run")
        func count(_ words: String) -> Int { lines.count { $0.contains(words) } }
        #expect(count("\"kind\":\"step\"") == 60 && count("\"kind\":\"epoch\"") == 40 && count("\"knn\"") == 40)

        // and what is given changes it
        let changed = try Tool.run(
            [
                "pretrain", "vicreg-small", "--output", "run", "--resume", "--change-epochs", "--epochs", "42",
                "--no-monitor",
                "--log-every", "1", "--threads", "2", "--micro-batches", "2",
            ], in: scratch)
        #expect(changed.status == 0, "\(changed.err)")
        let after = try asked(scratch, "run")
        #expect(
            after["logEvery"] == "1" && after["threads"] == "2" && after["workers"] == "1"
                && after["microBatches"] == "2")
        #expect(after["monitor"] != before["monitor"])
        #expect(try scratch.metrics("run").count { $0.contains("\"knn\"") } == 40)
    }

    @Test func everyOptionOfCompareIsTakenFromTheComparison() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 160)
        let begin = ["compare", "vicreg-small", "simsiam-small", "--output", "c"]
        let running = try Tool.start(
            begin + [
                "--data", "data", "--train-images", "64", "--test-images", "30", "--batch", "32", "--epochs", "2",
                "--seeds", "5,6", "--workers", "1", "--threads", "1", "--executor", "blas", "--bad-images", "7",
            ], in: scratch)
        #expect(running.waitUntil { scratch.exists("c/vicreg-small/5/metrics.jsonl") })
        running.send(SIGINT)
        #expect([0, 130].contains(running.wait().status))
        let resumed = try Tool.run(begin + ["--resume"], in: scratch)
        #expect(resumed.status == 0, "\(resumed.err)")
        let comparison = try scratch.json("c/comparison.json")
        let settings = try #require(comparison["settings"] as? [String: Any])
        #expect(settings["epochs"] as? Int == 2 && settings["batch"] as? Int == 32)
        #expect(settings["trainImages"] as? Int == 64 && settings["testImages"] as? Int == 30)
        #expect((comparison["runs"] as? [Any])?.count == 4)
        for architecture in ["vicreg-small", "simsiam-small"] {
            for seed in [5, 6] {
                let found = try asked(scratch, "c/\(architecture)/\(seed)")
                #expect(found["executor"] == "blas" && found["workers"] == "1" && found["badImages"] == "7")
            }
        }
    }

    /// The highest rate is the one that was given, by every optimizer.
    @Test(arguments: ["adamw", "sgd", "lars", "lars-clipped"]) func theLearningRateIsTheHighest(optimizer: String)
        throws
    {
        let scratch = try Scratch()
        try scratch.makeData(train: 64)
        let ended = try Tool.run(
            [
                "pretrain", "vicreg-small", "--data", "data", "--batch", "16", "--epochs", "2", "--output", "run",
                "--optimizer", optimizer, "--learning-rate", "0.0125", "--log-every", "1", "--executor", "blas",
            ], in: scratch)
        #expect(ended.status == 0, "\(ended.err)")
        let rates = try scratch.text("run/metrics.jsonl").split(separator: "\n").compactMap { line in
            (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["learningRate"] as? Double
        }
        #expect(rates.count == 8 && rates.max() == 0.0125, "\(rates)")
    }

    @Test func aWarmUpLongerThanTheRunIsSaid() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 64)
        func run(_ epochs: String) throws -> String {
            let ended = try Tool.run(
                [
                    "pretrain", "vicreg-small", "--data", "data", "--batch", "32", "--epochs", "1", "--output",
                    "run\(epochs)",
                    "--warmup-epochs", epochs, "--executor", "blas",
                ], in: scratch)
            #expect(ended.status == 0, "\(ended.err)")
            return ended.err
        }
        #expect(try run("3").contains("the warm-up is 6 steps long and the run 2"))
        #expect(try !run("0.5").contains("warm-up"))
    }
}
