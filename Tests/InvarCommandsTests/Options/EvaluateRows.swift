import Foundation
import InvarData

let evaluateRows: [OptionRow] = [
    row("<run>") { w in
        try evaluate(w, []).contains("tiny on data")
    },
    row("--architecture") { w in
        try ofFile(w).contains("tiny on data") && ofFile(w, "conv", "conv").contains("conv on data")
    },
    row("--encoder") { w in
        // the run's encoder in a file is the run's
        _ = try (evaluate(w, []), ofFile(w))
        return try "\(scores(w, "run/evaluation.json", "trained"))"
            == "\(scores(w, w.only("given-evaluation-data"), "trained"))"
    },
    row("--branch") { w in
        let run = try w.separate()
        func trained(_ branch: String) throws -> String {
            try w.run(["evaluate", run, "--branch", branch, "--executor", "blas"])
            return
                "\(try scores(w, "\(run)/evaluation\(branch == "1" ? "" : "-branch2").json", "trained", "untrained"))"
        }
        return try trained("1") != trained("2")
    },
    row("--data") { w in
        try evaluate(w, ["--data", "other"]).contains("tiny on other, trained on data")
            && w.number(w.only("run/evaluation-other"), "settings", "testImages") == 30
    },
    row("--quick") { w in
        try evaluate(w, ["--data", w.large(), "--quick"]).contains("2,000 test images")
            && w.number(w.only("run/evaluation-large"), "settings", "trainImages") == 10_000
    },
    row("--knn-k") { w in
        try evaluate(w, ["--knn-k", "3,1"]).contains("kNN (k = 3)")
            && w.numbers("run/evaluation.json", "trained", "neighbours").count == 2
    },
    row("--knn-temperature") { w in
        try evaluate(w, ["--knn-temperature", "0.5,0.01"]).contains("T = 0.01")
            && w.number("run/evaluation.json", "settings", "temperature") == 0.5
    },
    row("--probe") { w in
        try sgd(w, []).count == 100 && evaluate(w, []).contains("SGD probe") == false
    },
    row("--probe-epochs") { w in try sgd(w, ["--probe-epochs", "3"]).count == 3 },
    row("--probe-learning-rate") { w in
        // at a rate of nothing the layer stays as it began
        try Set(sgd(w, ["--probe-epochs", "5", "--probe-learning-rate", "1e-12"])).count == 1
            && Set(sgd(w, ["--probe-epochs", "5", "--probe-learning-rate", "1"])).count > 1
    },
    row("--augment") { w in
        let plain = try sgd(w, ["--probe-epochs", "8", "--probe-learning-rate", "0.5"])
        return try plain != sgd(w, ["--probe-epochs", "8", "--probe-learning-rate", "0.5", "--augment"])
    },
    row("--smallest-crop") { w in
        func crop(_ share: String) throws -> [Double] {
            try sgd(w, ["--probe-epochs", "8", "--probe-learning-rate", "0.5", "--augment", "--smallest-crop", share])
        }
        return try crop("0.9") != crop("0.1")
    },
    row("--executor") { w in try w.executorArrives(["evaluate", w.trained()]) },
    row("--schedules") { w in
        try w.schedulesArrive(["evaluate", w.trained()])
    },
    row("--threads") { w in try w.threadsArrive(["evaluate", w.trained(), "--executor", "blas"]) },
    row("--bad-images") { w in
        let run = try w.trainedOnFolder()
        return try w.badImagesArrive(["evaluate", run, "--executor", "blas"], bad: 3, log: "\(run)/bad-images.log")
    },
    row("--plain") { w in try w.plainArrives(["evaluate", w.trained(), "--executor", "blas"]) },
]

private func row(_ option: String, _ arrives: @escaping @Sendable (Workbench) throws -> Bool) -> OptionRow {
    OptionRow("evaluate", option, arrives)
}

/// What it says of the finished run, whose evaluation.json it leaves.
private func evaluate(_ w: Workbench, _ more: [String]) throws -> String {
    let run = try w.trained()
    try? FileManager.default.removeItem(atPath: w.scratch.path("\(run)/evaluation.json"))
    return try w.again(["evaluate", run, "--executor", "blas"] + more).out
}

/// The accuracy of the probe by SGD after each epoch.
private func sgd(_ w: Workbench, _ more: [String]) throws -> [Double] {
    _ = try evaluate(w, ["--probe", "sgd"] + more)
    return try w.numbers("run/evaluation.json", "trained", "sgd", "accuracies")
}

/// A run's encoder, in a file by itself.
private func ofFile(_ w: Workbench, _ architecture: String = "tiny", _ run: String = "run") throws -> String {
    let file = "\(architecture == "tiny" ? "given" : "given-\(architecture)").safetensors"
    try w.pretrain(run, architecture: architecture)
    try w.scratch.bytes(w.encoder(run)).write(to: URL(fileURLWithPath: w.scratch.path(file)))
    return try w.again(
        ["evaluate", "--architecture", architecture, "--encoder", file, "--data", "data", "--executor", "blas"]
    ).out
}

private func scores(_ w: Workbench, _ file: String, _ rows: String...) throws -> [Double] {
    try rows.flatMap { row in try ["knn", "linear", "few"].map { try w.number(file, row, $0) ?? .nan } }
}
