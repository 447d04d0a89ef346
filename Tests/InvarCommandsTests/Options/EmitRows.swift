import Foundation

/// `emit`: what is written. That it computes what it should is for InvarEmitTests.
let emitRows: [OptionRow] = [
    row("<run|architecture>") { w in
        try emit(w, "of-run", [w.trained()]).contains("tiny_embed(")
            && emit(w, "of-conv", ["conv"]).contains("conv_embed(")
            && w.scratch.exists("of-run/encoder.safetensors") && !w.scratch.exists("of-conv/encoder.safetensors")
    },
    row("--output") { w in
        try w.run(["emit", "tiny", "--form", "c"])
        return try emit(w, "some/where", ["tiny"]) == w.scratch.text("tiny/tiny.h")
    },
    row("--form") { w in
        try w.run(["emit", "tiny", "--output", "package"])
        _ = try emit(w, "flat", ["tiny"])
        return w.scratch.exists("package/Package.swift") && !w.scratch.exists("flat/Package.swift")
    },
    row("--force") { w in
        _ = try emit(w, "twice", ["tiny"])
        let again = try w.attempt(["emit", "tiny", "--batch", "1", "--form", "c", "--output", "twice"])
        return try again.status == 1 && emit(w, "twice", ["conv", "--force"]).contains("conv_embed(")
    },
    row("--step") { w in
        try emit(w, "step", ["tiny", "--step", "training", "--batch", "4"]).contains("tiny_training_step(")
    },
    row("--batch") { w in
        try emit(w, "batch", ["tiny", "--batch", "3,7"]).contains("batches of 3 and 7")
            && emit(w, "six", ["tiny", "--step", "training", "--batch", "6"]).contains("batch 6")
    },
    row("--targets") { w in
        _ = try emit(w, "one", ["tiny", "--targets", "aarch64"])
        return w.scratch.exists("one/tiny_aarch64_kernels.S") && !w.scratch.exists("one/tiny_x86_64_v3_kernels.S")
    },
    row("--weights") { w in
        try w.scratch.bytes(w.encoder(w.trained())).write(to: URL(fileURLWithPath: w.scratch.path("given.safetensors")))
        _ = try emit(w, "given", ["tiny", "--weights", "given.safetensors"])
        let other = try w.attempt(["emit", "conv", "--weights", "given.safetensors", "--output", "other"])
        return try other.status == 1 && w.same("given.safetensors", "given/encoder.safetensors")
    },
    row("--embed") { w in
        try emit(w, "embedded", [w.trained(), "--embed"]).contains("tiny_load_embedded(")
            && !emit(w, "plain", [w.trained()]).contains("load_embedded")
    },
    row("--branch") { w in
        let run = try w.separate()
        _ = try (emit(w, "first", [run]), emit(w, "second", [run, "--branch", "2"]))
        return try w.differ("first/encoder.safetensors", "second/encoder.safetensors")
    },
    row("--optimizer") { w in
        let step = ["tiny", "--step", "training", "--batch", "4"]
        return try emit(w, "sgd", step + ["--optimizer", "sgd"]).contains("(sgd,")
            && emit(w, "adamw", step).contains("(adamw,")
    },
    row("--seed") { w in
        _ = try (emit(w, "seed-1", ["tiny", "--seed", "1"]), emit(w, "seed-2", ["tiny", "--seed", "2"]))
        return try w.differ("seed-1/encoder.safetensors", "seed-2/encoder.safetensors")
    },
    row("--name") { w in
        try w.run(["emit", "tiny", "--form", "c", "--name", "other", "--output", "named"])
        return try w.scratch.text("named/other.h").contains("other_embed(")
    },
    row("--schedules") { w in
        let missing = try w.attempt(["emit", "tiny", "--output", "none", "--schedules", "nowhere.txt"])
        return missing.status == 1 && missing.err.contains("nowhere.txt")
    },
    row("--source-root") { w in
        // nothing is said of what went well: a tool that builds shows every line
        try w.run(["emit", "tiny", "--output", "quiet", "--source-root", "."]).out.isEmpty
            && !w.run(["emit", "tiny", "--output", "loud"]).out.isEmpty
    },
]

private func row(_ option: String, _ arrives: @escaping @Sendable (Workbench) throws -> Bool) -> OptionRow {
    OptionRow("emit", option, arrives)
}

/// The header that is written.
private func emit(_ w: Workbench, _ directory: String, _ arguments: [String]) throws -> String {
    try w.run(["emit"] + arguments + ["--form", "c", "--output", directory])
    let names = try FileManager.default.contentsOfDirectory(atPath: w.scratch.path(directory))
    let header = names.filter { $0.hasSuffix(".h") && !$0.hasSuffix("_internal.h") && !$0.hasSuffix("_sizes.h") }
    return try w.scratch.text("\(directory)/\(header.first ?? "")")
}
