import Foundation
import InvarData

let finetuneRows: [OptionRow] = [
    row("<run>") { w in try finetune(w, []).words("run") == "run" },
    row("--architecture") { w in
        try w.run(ofFile(w, "tiny")).out.contains("tiny on data") && w.attempt(ofFile(w, "conv")).status == 1
    },
    row("--encoder") { w in
        try w.run(ofFile(w, "tiny"))
        let own = try finetune(w, []).accuracies("trained")
        return try w.numbers(w.only("given-finetune-50-percent-data"), "trained", "accuracies") == own
    },
    row("--branch") { w in
        let run = try w.separate()
        func accuracies(_ branch: String) throws -> [Double] {
            _ = try w.again(["finetune", run, "--branch", branch] + short)
            let file = "\(run)/finetune-50-percent\(branch == "1" ? "" : "-branch2").json"
            return try w.numbers(file, "trained", "accuracies")
        }
        return try accuracies("1") != accuracies("2")
    },
    row("--labels") { w in
        try w.run(["finetune", w.trained(), "--labels", "25%,100%", "--epochs", "1", "--executor", "blas"])
        return try w.number("run/finetune-100-percent.json", "labelledImages") == 64
            && w.number("run/finetune-25-percent.json", "labelledImages") ?? 64 < 25
    },
    row("--data") { w in
        try w.run(["finetune", w.trained(), "--data", "other"] + short)
        return try w.number(w.only("run/finetune-50-percent-other"), "testImages") == 30
    },
    row("--epochs") { w in try finetune(w, ["--epochs", "3"]).accuracies("trained").count == 3 },
    row("--learning-rate") { w in
        try differ(w, "--learning-rate", "1e-9", "0.5", setting: "encoderLearningRate", 0.5)
    },
    row("--head-learning-rate") { w in
        try differ(w, "--head-learning-rate", "1e-9", "0.5", setting: "headLearningRate", 0.5)
    },
    row("--smallest-crop") { w in try differ(w, "--smallest-crop", "0.1", "1", setting: "smallestCrop", 1) },
    row("--seed") { w in
        try differ(w, "--seed", "1", "2", setting: "seed", 2)
            && finetune(w, ["--seed", "0"]).accuracies("trained") == finetune(w, []).accuracies("trained")
    },
    row("--no-baseline") { w in
        let (with, without) = try (finetune(w, []), finetune(w, ["--no-baseline"]))
        return !with.accuracies("untrained").isEmpty && without.accuracies("untrained").isEmpty
    },
    row("--executor") { w in try w.executorArrives(["finetune", w.trained()] + short.dropLast(2)) },
    row("--schedules") { w in
        try w.schedulesArrive(["finetune", w.trained()] + short.dropLast(2))
    },
    row("--threads") { w in
        try w.threadsArrive([
            "finetune", w.trained(), "--data", w.large(), "--labels", "5%", "--epochs", "2", "--executor", "blas",
        ])
    },
    row("--bad-images") { w in
        let run = try w.trainedOnFolder()
        return try w.badImagesArrive(
            ["finetune", run, "--labels", "100%", "--epochs", "1", "--executor", "blas"], bad: 3,
            log: "\(run)/bad-images.log")
    },
]

private func row(_ option: String, _ arrives: @escaping @Sendable (Workbench) throws -> Bool) -> OptionRow {
    OptionRow("finetune", option, arrives)
}

private let short = ["--labels", "50%", "--epochs", "4", "--executor", "blas"]

private struct Report {
    let object: [String: Any]
    func words(_ key: String) -> String? { object[key] as? String }
    func accuracies(_ kind: String) -> [Double] { Workbench.value(object, [kind, "accuracies"]) as? [Double] ?? [] }
}

/// What a fine-tuning of the finished run wrote.
private func finetune(_ w: Workbench, _ more: [String]) throws -> Report {
    let usual = more.contains("--epochs") ? ["--labels", "50%", "--executor", "blas"] : short
    _ = try w.again(["finetune", w.trained()] + usual + more)
    return Report(object: try w.json("run/finetune-50-percent.json"))
}

/// Whether two values make two fine-tunings, and the second value is in the record.
private func differ(
    _ w: Workbench, _ option: String, _ a: String, _ b: String, setting: String, _ recorded: Double
) throws -> Bool {
    let (first, second) = try (finetune(w, [option, a, "--epochs", "8"]), finetune(w, [option, b, "--epochs", "8"]))
    return first.accuracies("trained") != second.accuracies("trained")
        && Workbench.value(second.object, ["settings", setting]) as? Double == recorded
}

private func ofFile(_ w: Workbench, _ architecture: String) throws -> [String] {
    try w.scratch.bytes(w.encoder(w.trained())).write(to: URL(fileURLWithPath: w.scratch.path("given.safetensors")))
    return ["finetune", "--architecture", architecture, "--encoder", "given.safetensors", "--data", "data"] + short
}
