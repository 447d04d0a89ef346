import Foundation
import InvarData

let compareRows: [OptionRow] = [
    row("<architectures>") { w in
        try w.runs(compare(w, "plain")).compactMap { $0["architecture"] as? String } == ["tiny", "conv"]
    },
    row("--data") { w in
        let file = try compare(w, "on-other", ["--data", "other"])
        return try w.number(file, "settings", "trainImages") == 48
            && w.number(compare(w, "plain"), "settings", "trainImages") == 64
    },
    row("--features") { w in
        func terms(_ name: String, _ seed: UInt64) throws -> String {
            let rows = try w.rows("\(name).npy", seed: seed)
            let file = try compare(w, name, ["--features", rows], models: ["rows", "more-rows"])
            return try "\(w.number(file, "runs", "0", "terms", "invariance") ?? .nan)"
        }
        return try terms("a", 1) == terms("a-again", 1) && terms("a", 1) != terms("b", 2)
    },
    row("--labels") { w in try judged(w) == judged(w) && judged(w) != judged(w, labels: 9) },
    row("--test-features") { w in try judged(w) != judged(w, test: 9) },
    row("--test-labels") { w in try judged(w) != judged(w, testLabels: 9) },
    row("--output") { w in
        try compare(w, "some/where") == "some/where/comparison.json" && w.scratch.exists("some/where/conv/0/run.json")
    },
    row("--seeds") { w in
        let file = try compare(w, "seeds", ["--seeds", "3,0"])
        return try w.runs(file).compactMap { $0["seed"] as? Int } == [3, 0, 3, 0]
            && w.same("seeds/tiny/0/encoder.safetensors", "plain/tiny/0/encoder.safetensors")
            && w.differ("seeds/tiny/3/encoder.safetensors", "plain/tiny/0/encoder.safetensors")
    },
    row("--at-epochs") { w in
        let file = try compare(w, "curve", ["--at-epochs", "1,2", "--seeds", "0,1"])
        let epochs = try w.numbers(file, "curves", "linear", "0", "epochs")
        return try epochs == [1, 2] && w.numbers(file, "curves", "knn", "1", "mean").count == 2
            && w.numbers(compare(w, "plain"), "curves", "linear", "0", "epochs") == [2]
            // to be judged on the way changes no number of a run
            && w.same("curve/tiny/0/encoder.safetensors", "plain/tiny/0/encoder.safetensors")
    },
    row("--each-budget") { w in
        let budgets = ["compare", "tiny", "conv", "--data", "data", "--batch", "16", "--executor", "blas"]
        let more = ["--threads", "1", "--workers", "1", "--at-epochs", "2,1", "--each-budget", "--output", "budgets"]
        try w.run(budgets + more)
        let file = "budgets/comparison.json"
        _ = try compare(w, "plain")
        return try w.numbers(file, "curves", "linear", "0", "epochs") == [1, 2]
            && w.log("budgets/tiny/0/epochs-1", "epoch").count == 1
            && w.same("budgets/tiny/0/epochs-2/encoder.safetensors", "plain/tiny/0/encoder.safetensors")
            && w.number(file, "runs", "0", "epochs") == 1 && w.number(file, "runs", "1", "epochs") == 2
    },
    row("--recipe") { w in
        let file = try compare(w, "recipe", ["--recipe", "simsiam"])
        return try w.words(file, "settings", "optimizer") == "sgd"
            && w.words(compare(w, "plain"), "settings", "optimizer") == "adamw"
    },
    row("--epochs") { w in
        _ = try compare(w, "epochs", ["--epochs", "3"])
        return try w.log("epochs/tiny/0", "epoch").count == 3
    },
    row("--batch") { w in
        _ = try compare(w, "batch", ["--batch", "32"])
        return try w.log("batch/tiny/0", "epoch").compactMap { $0["step"] as? Int } == [2, 4]
    },
    row("--optimizer") { w in
        try configuration(w, "optimizer", ["--optimizer", "lars"], "optimizer", "name") as? String == "lars"
            && w.differ("optimizer/tiny/0/encoder.safetensors", "plain/tiny/0/encoder.safetensors")
    },
    row("--learning-rate") { w in
        try configuration(w, "rate", ["--learning-rate", "0.07"], "schedule", "learningRate") as? Double == 0.07
            && w.differ("rate/tiny/0/encoder.safetensors", "plain/tiny/0/encoder.safetensors")
    },
    row("--weight-decay") { w in
        try configuration(w, "decay", ["--weight-decay", "10"], "optimizer", "weightDecay") as? Double == 10
            && w.differ("decay/tiny/0/encoder.safetensors", "plain/tiny/0/encoder.safetensors")
    },
    row("--warmup-epochs") { w in
        try configuration(w, "warm", ["--warmup-epochs", "2"], "schedule", "warmUpEpochs") as? Double == 2
            && w.differ("warm/tiny/0/encoder.safetensors", "plain/tiny/0/encoder.safetensors")
    },
    row("--clip-gradient-norm") { w in
        try configuration(w, "clipped", ["--clip-gradient-norm", "0.125"], "gradientNormLimit") as? Double == 0.125
            && w.differ("clipped/tiny/0/encoder.safetensors", "plain/tiny/0/encoder.safetensors")
    },
    row("--resume") { w in
        let file = try compare(w, "plain")
        let before = try w.scratch.bytes(file)
        let refused = try w.attempt(arguments("plain", []) + ["--plain"])
        try FileManager.default.removeItem(atPath: w.scratch.path("plain/conv/0/result.json"))
        try w.run(arguments("plain", []) + ["--resume"])
        return try refused.status == 1 && refused.err.contains("--resume") && w.scratch.bytes(file) == before
    },
    row("--train-images") { w in
        try w.number(compare(w, "few", ["--train-images", "32"]), "settings", "trainImages") == 32
            && w.log("few/tiny/0", "epoch").compactMap { $0["step"] as? Int } == [2, 4]
    },
    row("--test-images") { w in
        try w.number(compare(w, "tests", ["--test-images", "20"]), "settings", "testImages") == 20
    },
    row("--bad-images") { w in
        _ = try w.trainedOnFolder()
        let more = ["--data", "folder", "--batch", "8"]
        // two of training, one of test
        _ = try compare(w, "bad", more + ["--bad-images", "3"])
        let refused = try w.attempt(arguments("too-bad", more + ["--bad-images", "1"]))
        return refused.status == 1 && refused.err.contains("more than 1 ")
    },
    row("--executor") { w in
        _ = try compare(w, "compiled", ["--executor", "jit"])
        return try w.words("compiled/tiny/0/run.json", "sessions", "0", "executor") == "jit"
            && w.words("plain/tiny/0/run.json", "sessions", "0", "executor") == "blas"
    },
    row("--schedules") { w in
        let file = try w.schedules(["tiny", "--batch", "16"])
        _ = try compare(w, "scheduled", ["--executor", "jit", "--schedules", file])
        let notes = try w.value("scheduled/tiny/0/run.json", "sessions", "0", "notes") as? [String] ?? []
        return notes.contains { $0.hasPrefix("schedules of \(file): ") }
    },
    row("--threads") { w in
        try w.threadsArrive(
            [
                "compare", "conv", "tiny", "--data", w.large(), "--train-images", "1000", "--test-images", "20",
                "--batch", "20",
            ]
                + ["--epochs", "1", "--executor", "blas", "--workers", "1", "--output", Workbench.fresh])
    },
    row("--workers") { w in
        _ = try compare(w, "workers", ["--workers", "3"])
        return try w.number("workers/tiny/0/run.json", "sessions", "0", "workers") == 3
            && w.number("plain/tiny/0/run.json", "sessions", "0", "workers") == 1
    },
    row("--plain") { w in
        try w.plainArrives(arguments(Workbench.fresh, []))
    },
]

private func row(_ option: String, _ arrives: @escaping @Sendable (Workbench) throws -> Bool) -> OptionRow {
    OptionRow("compare", option, arrives)
}

private func arguments(
    _ name: String, _ more: [String], models: [String] = ["tiny", "conv"], data: [String] = ["--data", "data"]
) -> [String] {
    var arguments = ["compare"] + models + ["--output", name] + more + (more.contains("--data") ? [] : data)
    for (option, value) in [
        ("--batch", "16"), ("--epochs", "2"), ("--executor", "blas"), ("--threads", "1"), ("--workers", "1"),
    ] where !more.contains(option) { arguments += [option, value] }
    return arguments
}

/// How good two encoders of a table without images are.
private func judged(_ w: Workbench, labels: UInt64 = 1, test: UInt64 = 2, testLabels: UInt64 = 2) throws -> [Double] {
    let files = try w.table(labels: labels, test: test, testLabels: testLabels)
    let name = "judged-\(labels)-\(test)-\(testLabels)"
    let file = try compare(w, name, files, models: ["table", "wide-table"], data: [])
    return try w.runs(file).flatMap { run in ["knn", "linear"].compactMap { run[$0] as? Double } }
}

/// The file of a comparison.
private func compare(
    _ w: Workbench, _ name: String, _ more: [String] = [], models: [String] = ["tiny", "conv"],
    data: [String] = ["--data", "data"]
) throws -> String {
    try w.run(arguments(name, more, models: models, data: data))
    return "\(name)/comparison.json"
}

/// Of the first run, after a comparison with these options and one with none.
private func configuration(_ w: Workbench, _ name: String, _ more: [String], _ path: String...) throws -> Any? {
    _ = try (compare(w, "plain"), compare(w, name, more))
    return Workbench.value(try w.json("\(name)/tiny/0/run.json"), ["run", "configuration"] + path)
}
