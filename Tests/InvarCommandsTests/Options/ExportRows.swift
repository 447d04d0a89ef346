import Foundation

/// `export`: what is in the files, as far as their text says it. What they compute is for InvarExportTests.
let exportRows: [OptionRow] = [
    row("<run>") { w in
        try export(w, "run", [w.trained()]).contains("linear1.weight")
            && export(w, "conv", [w.pretrain("conv", architecture: "conv")]).contains("conv1.weight")
    },
    row("--architecture") { w in
        let other = try w.attempt(["export", "--architecture", "conv", "--encoder", given(w)])
        return try export(w, "given", ["--architecture", "tiny", "--encoder", given(w)]).contains("linear1.weight")
            && other.status == 1 && other.err.contains("conv")
    },
    row("--encoder") { w in
        try w.run(["export", "--architecture", "tiny", "--encoder", given(w)])
        _ = try export(w, "run", [w.trained()])
        // beside the file, and the same weights
        return try w.same("weights.onnx", "run.onnx")
    },
    row("--branch") { w in
        let run = try w.separate()
        try w.run(["export", run, "--branch", "2"])
        _ = try export(w, "first", [run])
        return try w.differ("first.onnx", "\(run)/encoder-branch2.onnx")
    },
    row("--format") { w in
        let other = try w.attempt(["export", w.trained(), "--format", "pickle"])
        _ = try (export(w, "run", [w.trained()]), export(w, "said", [w.trained(), "--format", "onnx"]))
        return try other.status == 1 && other.err.contains("onnx") && w.same("run.onnx", "said.onnx")
    },
    row("--normalize") { w in
        try !export(w, "run", [w.trained()]).contains("normalize/Div")
            && export(w, "normalizing", [w.trained(), "--normalize"]).contains("normalize/Div")
    },
    row("--output") { w in
        try w.run(["export", w.trained()])
        _ = try export(w, "some/where", [w.trained()])
        return try w.same("\(w.trained())/encoder.onnx", "some/where.onnx")
    },
]

private func row(_ option: String, _ arrives: @escaping @Sendable (Workbench) throws -> Bool) -> OptionRow {
    OptionRow("export", option, arrives)
}

/// The weights of a run in a file of their own.
private func given(_ w: Workbench) throws -> String {
    try w.scratch.bytes(w.encoder(w.trained())).write(to: URL(fileURLWithPath: w.scratch.path("weights.safetensors")))
    return "weights.safetensors"
}

/// The names that are in a file.
private func export(_ w: Workbench, _ name: String, _ arguments: [String]) throws -> String {
    try w.run(["export"] + arguments + ["--output", "\(name).onnx"])
    return String(decoding: try w.scratch.bytes("\(name).onnx"), as: UTF8.self)
}
