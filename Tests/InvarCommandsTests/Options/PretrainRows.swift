import Foundation
import InvarData
import InvarTraining

let pretrainRows: [OptionRow] = [
    row("<architecture>") { w in
        try w.words("\(w.trained())/run.json", "run", "architecture") == "tiny"
            && w.words("\(w.pretrain("conv", architecture: "conv"))/run.json", "run", "architecture") == "conv"
    },
    row("--data") { w in
        try w.number("\(w.trained())/run.json", "run", "data", "count") == 64
            && w.number("\(w.pretrain("on-other", ["--data", "other"]))/run.json", "run", "data", "count") == 48
    },
    row("--features") { w in
        let (a, b) = try (w.rows("a.npy", seed: 1), w.rows("b.npy", seed: 2))
        for name in ["a", "again"] { try w.pretrain("rows-\(name)", ["--features", a], architecture: "rows") }
        try w.pretrain("rows-b", ["--features", b], architecture: "rows")
        return try w.same(w.encoder("rows-a"), w.encoder("rows-again"))
            && w.differ(w.encoder("rows-a"), w.encoder("rows-b"))
    },
    row("--labels") { w in
        try watched(w, labels: 1) == watched(w, labels: 1) && watched(w, labels: 1) != watched(w, labels: 9)
    },
    row("--test-features") { w in try watched(w) != watched(w, test: 9) },
    row("--test-labels") { w in try watched(w) != watched(w, testLabels: 9) },
    row("--split") { w in
        _ = try w.trainedOnFolder()
        try w.pretrain("unlabeled", ["--data", "folder", "--split", "unlabeled", "--batch", "10"])
        return try w.number("unlabeled/run.json", "run", "data", "count") == 20
            && w.number("on-folder/run.json", "run", "data", "count") == 24
    },
    row("--output") { w in
        try w.pretrain("somewhere/else")
        return w.scratch.exists("somewhere/else/encoder.safetensors") && !w.scratch.exists("runs")
    },
    row("--recipe") { w in
        try w.pretrain("simsiam", ["--recipe", "simsiam"])
        try w.pretrain("byol", ["--recipe", "byol"])
        return try w.words("simsiam/run.json", "run", "configuration", "optimizer", "name") == "sgd"
            && w.words("byol/run.json", "run", "configuration", "optimizer", "name") == "lars"
            && w.number("byol/run.json", "run", "configuration", "optimizer", "weightDecay") == 1.5e-6
    },
    row("--epochs") { w in
        try w.pretrain("one-epoch", ["--epochs", "1"])
        return try w.log(w.trained(), "epoch").count == 2 && w.log("one-epoch", "epoch").count == 1
    },
    row("--batch") { w in
        try w.pretrain("batch", ["--batch", "32"])
        return try w.log(w.trained()).count == 8 && w.log("batch").count == 4
    },
    row("--optimizer") { w in
        func moments(_ run: String) throws -> Set<Substring> {
            let file = try SafetensorsFile(path: w.scratch.path("\(run)/checkpoints/last.safetensors"))
            return Set(file.names.filter { $0.hasPrefix("optimizer.") }.map { $0.prefix { $0 != "/" } })
        }
        try w.pretrain("sgd", ["--optimizer", "sgd"])
        return try moments(w.trained()).count == 3 && moments("sgd").count == 1
            && w.differ(w.encoder("run"), w.encoder("sgd"))
    },
    row("--learning-rate") { w in
        try w.pretrain("rate", ["--learning-rate", "0.25", "--warmup-epochs", "0"])
        return try w.rates("rate").first == 0.25
    },
    row("--weight-decay") { w in
        // with AdamW each step takes learning rate · decay of a matrix; at a rate this small nothing else moves it
        func shrunk(_ name: String, _ decay: String) throws -> Float {
            try w.pretrain(
                name, ["--learning-rate", "1e-6", "--warmup-epochs", "0", "--epochs", "1", "--weight-decay", decay])
            let file = try SafetensorsFile(path: w.scratch.path("\(name)/encoder.safetensors"))
            return try file.tensor("linear1.weight").floats.reduce(0) { $0 + $1.magnitude }
        }
        return try shrunk("decaying", "1e5") < 0.9 * shrunk("not-decaying", "0")
    },
    row("--warmup-epochs") { w in
        try w.pretrain("warm", ["--warmup-epochs", "2", "--learning-rate", "0.8"])
        return try w.rates("warm").enumerated().allSatisfy { abs($1 - 0.1 * Double($0 + 1)) < 1e-12 }
            && w.rates("warm").count == 8
    },
    row("--seed") { w in
        for (name, seed) in [("seed-0", "0"), ("seed-7", "7")] { try w.pretrain(name, ["--seed", seed]) }
        return try w.same(w.encoder(w.trained()), w.encoder("seed-0"))
            && w.differ(w.encoder("seed-0"), w.encoder("seed-7"))
    },
    row("--init") { w in
        // at a rate of nothing the weights stay those of the file
        let given = w.scratch.path(w.encoder(try w.trained()))
        try w.pretrain("begun", ["--init", given, "--learning-rate", "1e-30", "--weight-decay", "0", "--seed", "5"])
        let (a, b) = try (SafetensorsFile(path: given), SafetensorsFile(path: w.scratch.path(w.encoder("begun"))))
        return try a.names.filter { !$0.contains("running") }.allSatisfy { try a.tensor($0) == b.tensor($0) }
    },
    row("--clip-gradient-norm") { w in
        try w.pretrain("clipped", ["--clip-gradient-norm", "0.125"])
        let norms = try w.log("clipped").compactMap { $0["gradientNorm"] as? Double }
        return try w.number("clipped/run.json", "run", "configuration", "gradientNormLimit") == 0.125
            && norms.count == 8 && w.log(w.trained()).allSatisfy { $0["gradientNorm"] == nil }
            && w.differ(w.encoder("clipped"), w.encoder(w.trained()))
    },
    row("--resume") { w in
        let again = ["pretrain", "tiny", "--output", try w.pretrain("to-resume")]
        let refused = try w.attempt(again)
        return try refused.status == 1 && refused.err.contains("--resume")
            && w.run(again + ["--resume"]).out.contains("already finished")
    },
    row("--change-epochs") { w in
        let longer = [
            "pretrain", "tiny", "--output", try w.pretrain("longer"), "--resume", "--epochs", "3", "--log-every", "1",
        ]
        let refused = try w.attempt(longer)
        try w.run(longer + ["--change-epochs"])
        return try refused.status == 1 && w.log("longer", "epoch").count == 3
    },
    row("--train-images") { w in
        try w.pretrain("few-images", ["--train-images", "32"])
        return try w.number("few-images/run.json", "run", "data", "count") == 32 && w.log("few-images").count == 4
    },
    row("--bad-images") { w in
        _ = try w.trainedOnFolder()
        let more = ["--data", "folder", "--batch", "8"]
        try w.pretrain("two-bad", more + ["--bad-images", "2"])
        let refused = try w.attempt(["pretrain", "tiny", "--output", "one-bad", "--bad-images", "1"] + more)
        return refused.status == 1 && refused.err.contains("more than 1 ")
    },
    row("--checkpoint-every") { w in
        // a run that is killed in the middle of its first epoch
        func saved(_ more: [String]) throws -> Int {
            let name = "killed\(more.count)"
            let running = try Tool.start(
                ["pretrain", "tiny", "--data", w.large(), "--batch", "2", "--log-every", "1", "--output", name] + more,
                in: w.scratch, executable: Workbench.tool)
            _ = running.waitUntil { w.scratch.lines("\(name)/metrics.jsonl") >= 20 }
            running.send(SIGKILL)
            guard running.wait().bySignal else { return -1 }
            return try Checkpoint(path: w.scratch.path("\(name)/checkpoints/last.safetensors")).progress.step
        }
        return try saved(["--checkpoint-every", "3"]) >= 15 && saved([]) == 0
    },
    row("--log-every") { w in
        try w.pretrain("seldom", ["--log-every", "4"])
        return try w.log(w.trained()).count == 8 && w.log("seldom").count == 2
    },
    row("--executor") { w in
        try w.pretrain("compiled", ["--executor", "jit"])
        return try w.words("compiled/run.json", "sessions", "0", "executor") == "jit"
            && w.words("\(w.trained())/run.json", "sessions", "0", "executor") == "blas"
    },
    row("--schedules") { w in
        let file = try w.schedules(["tiny", "--batch", "16"])
        try w.pretrain("scheduled", ["--executor", "jit", "--schedules", file])
        let notes = try w.value("scheduled/run.json", "sessions", "0", "notes") as? [String] ?? []
        return notes.contains { $0.hasPrefix("schedules of \(file): ") }
    },
    row("--threads") { w in
        try w.threadsArrive(hundredSteps(w) + ["--workers", "1"])
    },
    row("--memory") { w in
        let images = try ["--data", w.large(), "--train-images", "1024", "--batch", "512"]
        return try w.memoryArrives(
            ["pretrain", "deep", "--epochs", "1", "--executor", "blas"] + images, output: "deep")
    },
    row("--workers") { w in
        try w.threadsArrive(hundredSteps(w) + ["--threads", "1"], "--workers")
    },
    row("--monitor") { w in
        try w.pretrain("watched", ["--monitor"])
        return try w.log("watched", "monitor").count == 2 && w.log(w.trained(), "monitor").isEmpty
    },
    row("--no-monitor") { w in
        // a run that was watched goes on unwatched
        let run = try w.pretrain("unwatched", ["--monitor", "--epochs", "1"])
        try w.run([
            "pretrain", "tiny", "--output", run, "--resume", "--change-epochs", "--epochs", "2", "--no-monitor",
        ])
        return try w.log(run, "monitor").count == 1 && w.log(run, "epoch").count == 2
    },
    row("--report") { w in
        // a run without a page goes on with one
        let run = try w.pretrain("unpaged", ["--no-report", "--epochs", "1"])
        let had = w.scratch.exists("\(run)/report.html")
        try w.run([
            "pretrain", "tiny", "--output", run, "--resume", "--change-epochs", "--epochs", "2", "--report",
        ])
        return try !had && w.scratch.text("\(run)/report.html").contains("finished 2 epochs of 4 steps")
    },
    row("--no-report") { w in
        try w.pretrain("no-page", ["--no-report"])
        return try !w.scratch.exists("no-page/report.html") && w.scratch.exists("\(w.trained())/report.html")
    },
    row("--tensorboard") { w in
        let run = try w.pretrain("for-a-board", ["--tensorboard", "histograms"])
        let files = try FileManager.default.contentsOfDirectory(atPath: w.scratch.path(run)).filter {
            $0.hasPrefix("events.out.tfevents.")
        }
        let bytes = try files.first.map { try Data(contentsOf: URL(filePath: w.scratch.path("\(run)/\($0)"))) }
        return files.count == 1
            && ["brain.Event:2", "terms/variance", "weights/", "views", "collapse/rank"].allSatisfy {
                bytes?.range(of: Data($0.utf8)) != nil
            }
    },
    row("--ranks") { w in
        try w.pretrain("two-ranks", ["--ranks", "2"])
        return try w.number("two-ranks/run.json", "sessions", "0", "ranks") == 2
    },
    row("--micro-batches") { w in
        try w.pretrain("parts", ["--micro-batches", "4"])
        func losses(_ run: String) throws -> [Double] { try w.log(run).compactMap { $0["loss"] as? Double } }
        let (parts, whole) = try (losses("parts"), losses(w.trained()))
        let refused = try w.attempt(["pretrain", "tiny", "--data", "data", "--batch", "16", "--micro-batches", "5"])
        return try w.number("parts/run.json", "asked", "microBatches") == 4 && parts.count == whole.count
            && zip(parts, whole).allSatisfy { abs($0 - $1) < 1e-3 * abs($1) }
            && refused.err.contains("cannot be 5 equal micro-batches; use 4 or 8, or a batch of 15 or 20")
    },
    row("--collective-timeout") { w in
        // rank 0 waits for the other in every step, and this is looked at five times a second
        let run = ["pretrain", "tiny", "--data", "data", "--batch", "16", "--epochs", "4000", "--executor", "blas"]
        let more = ["--ranks", "2", "--collective-timeout", "0.0000001", "--output", "impatient"]
        let ended = try w.attempt(run + more)
        return ended.status == 1 && ended.err.contains("ranks have waited for each other")
    },
    row("--shard-optimizer") { w in
        try w.pretrain("sharded", ["--ranks", "2", "--shard-optimizer"])
        return try w.value("sharded/run.json", "asked", "shardsOptimizer") as? Bool == true
            && w.value("\(w.trained())/run.json", "asked", "shardsOptimizer") as? Bool == false
    },
    row("--no-shard-optimizer") { w in
        let run = try w.pretrain("once-sharded", ["--ranks", "2", "--shard-optimizer", "--epochs", "1"])
        try w.run(["pretrain", "tiny", "--output", run, "--resume", "--no-shard-optimizer"])
        return try w.value("\(run)/run.json", "asked", "shardsOptimizer") as? Bool == false
    },
    row("--reproducible") { w in
        for ranks in ["1", "2"] { try w.pretrain("bits-\(ranks)", ["--reproducible", "--ranks", ranks]) }
        return try w.same(w.encoder("bits-1"), w.encoder("bits-2"))
            && w.differ(w.encoder("bits-1"), w.encoder(w.trained()))
    },
    row("--no-reproducible") { w in
        let run = try w.pretrain("once-reproducible", ["--reproducible", "--epochs", "1"])
        try w.run(["pretrain", "tiny", "--output", run, "--resume", "--no-reproducible"])
        return try w.number("\(run)/run.json", "sessions", "0", "ranks") == 4
            && w.number("\(run)/run.json", "sessions", "1", "ranks") == 1
    },
    row("--plain") { w in
        try w.plainArrives(["pretrain", "tiny", "--data", "data", "--batch", "16", "--output", Workbench.fresh])
    },
]

private func row(_ option: String, _ arrives: @escaping @Sendable (Workbench) throws -> Bool) -> OptionRow {
    OptionRow("pretrain", option, arrives)
}

/// How good a run on a table without images seemed to be after each epoch, and its encoder, which labels and test leave alone.
private func watched(_ w: Workbench, labels: UInt64 = 1, test: UInt64 = 2, testLabels: UInt64 = 2) throws -> [Double] {
    let name = "watched-\(labels)-\(test)-\(testLabels)"
    let files = try w.table(labels: labels, test: test, testLabels: testLabels)
    try w.pretrain(name, ["--monitor"] + files, architecture: "table")
    let plain = try w.pretrain("plain-table", ["--features", w.rows("rows-1.npy", seed: 1)], architecture: "table")
    guard try w.same(w.encoder(name), w.encoder(plain)) else { return [.nan] }
    return try w.log(name, "monitor").flatMap { line in ["knn", "linear"].compactMap { line[$0] as? Double } }
}

private func hundredSteps(_ w: Workbench) throws -> [String] {
    [
        "pretrain", "conv", "--data", try w.large(), "--train-images", "2000", "--batch", "20", "--epochs", "1",
        "--executor",
        "blas", "--output", Workbench.fresh,
    ]
}
