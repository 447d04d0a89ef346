import Foundation
import InvarData

/// `embed`, `project` and `correlate`: what is made of a run's representations.
let encoderRows: [OptionRow] =
    shared("embed", "e.npy") + shared("project", "p.png") + [
        row("embed", "--split") { w in
            try w.run(["embed", w.trained(), "--split", "train", "--output", "train", "--executor", "blas"])
            return try NpyFile.read(w.scratch.path("train.npy")).shape[0] == 64
        },
        row("embed", "--output") { w in
            try w.run(["embed", w.trained(), "--output", "some/where", "--executor", "blas"])
            return w.scratch.exists("some/where.npy") && w.scratch.exists("some/where.safetensors")
        },
        row("project", "--split") { w in
            try project(w, ["--split", "train"]).contains("64 representations of train images")
        },
        row("project", "--images") { w in try project(w, ["--images", "10"]).contains("10 representations") },
        row("project", "--output") { w in
            _ = try project(w, ["--output", "some/picture.png"])
            return try Picture(png: w.scratch.path("some/picture.png")).width > 100
        },
        row("project", "--tensorboard") { w in
            _ = try project(w, ["--tensorboard", "board"])
            return w.scratch.lines("board/tensors.tsv") == 40
        },
        row("correlate", "<run>") { w in
            let (a, b) = try (w.trained(), w.pretrain("conv", architecture: "conv"))
            try w.run(["correlate", a, b, "--output", "both", "--executor", "blas"])
            return try w.runs("both.json").compactMap { $0["run"] as? String } == [a, b]
        },
        row("correlate", "--data") { w in
            try w.words(correlate(w, "other", ["--data", "other"]), "data")?.hasPrefix("other, trained on data") == true
                && w.words(correlate(w), "data") == "data"
        },
        row("correlate", "--split") { w in
            try w.words(correlate(w, "train", ["--split", "train"]), "split") == "train"
                && w.number("train.json", "runs", "0", "embedding", "images") == 64
        },
        row("correlate", "--images") { w in
            try w.number(correlate(w, "few", ["--images", "10"]), "runs", "0", "embedding", "images") == 10
        },
        row("correlate", "--output") { w in
            try w.run(["correlate", w.trained(), "--executor", "blas"])
            return try correlate(w, "there/c") == "there/c.json" && w.scratch.exists("there/c.png")
                && w.scratch.exists("run/correlation.json")
        },
        row("correlate", "--branch") { w in
            let run = try w.separate()
            func measure(_ branch: String) throws -> Double? {
                try w.run(["correlate", run, "--branch", branch, "--output", "branch\(branch)", "--executor", "blas"])
                return try w.number("branch\(branch).json", "runs", "0", "embedding", "meanAbsolute")
            }
            return try measure("1") != measure("2")
        },
        row("correlate", "--executor") { w in try w.executorArrives(["correlate", w.trained()]) },
        row("correlate", "--schedules") { w in
            try w.schedulesArrive(["correlate", w.trained()])
        },
        row("correlate", "--threads") { w in
            try w.threadsArrive([
                "correlate", w.trained(), "--data", w.large(), "--split", "train", "--executor", "blas",
            ])
        },
        row("correlate", "--bad-images") { w in
            let run = try w.trainedOnFolder()
            return try w.badImagesArrive(
                ["correlate", run, "--split", "train", "--executor", "blas"], bad: 2, log: "\(run)/bad-images.log")
        },
    ]

private func row(
    _ command: String, _ option: String, _ arrives: @escaping @Sendable (Workbench) throws -> Bool
) -> OptionRow { OptionRow(command, option, arrives) }

/// The options of the commands that write one file, `output`, about one encoder.
private func shared(_ command: String, _ output: String) -> [OptionRow] {
    /// The name of what the command writes with these arguments.
    @Sendable func write(_ w: Workbench, _ name: String, _ arguments: [String]) throws -> String {
        let kind = output.split(separator: ".")[1]
        let target = command == "embed" ? "\(command)-\(name)" : "\(command)-\(name).\(kind)"
        try w.run(
            [command] + arguments + ["--output", target]
                + (arguments.contains("--executor") ? [] : ["--executor", "blas"]))
        return "\(command)-\(name).\(kind)"
    }
    @Sendable func given(_ w: Workbench) throws -> [String] {
        try w.scratch.bytes(w.encoder(w.trained())).write(to: URL(fileURLWithPath: w.scratch.path("run.safetensors")))
        return ["--encoder", "run.safetensors", "--data", "data"]
    }
    return [
        row(command, "<run>") { w in
            let other = try w.pretrain("conv", architecture: "conv")
            return try w.differ(write(w, "run", [w.trained()]), write(w, "conv", [other]))
        },
        row(command, "--architecture") { w in
            let file = try write(w, "given", ["--architecture", "tiny"] + given(w))
            let other = try w.attempt([command, "--architecture", "conv"] + given(w))
            return w.scratch.exists(file) && other.status == 1 && other.err.contains("conv")
        },
        row(command, "--encoder") { w in
            let own = try write(w, "run", [w.trained()])
            let file = try write(w, "given", ["--architecture", "tiny"] + given(w))
            // a picture has the encoder's name in its title, which for a file ends in another way
            return command == "embed" ? try w.same(own, file) : try Picture(png: w.scratch.path(file)).width > 100
        },
        row(command, "--branch") { w in
            let run = try w.separate()
            return try w.differ(write(w, "1", [run, "--branch", "1"]), write(w, "2", [run, "--branch", "2"]))
        },
        row(command, "--data") { w in
            try w.differ(write(w, "run", [w.trained()]), write(w, "other", [w.trained(), "--data", "other"]))
        },
        row(command, "--executor") { w in try w.executorArrives([command, w.trained()]) },
        row(command, "--schedules") { w in
            try w.schedulesArrive([command, w.trained()])
        },
        row(command, "--threads") { w in
            let images = command == "embed" ? [] : ["--images", "4000"]
            return try w.threadsArrive(
                [
                    command, w.pretrain("conv", architecture: "conv"), "--data", w.large(), "--split", "train",
                    "--executor", "blas",
                ]
                    + images)
        },
        row(command, "--bad-images") { w in
            let run = try w.trainedOnFolder()
            return try w.badImagesArrive(
                [command, run, "--split", "train", "--executor", "blas"], bad: 2, log: "\(run)/bad-images.log")
        },
    ]
}

private func project(_ w: Workbench, _ more: [String]) throws -> String {
    try w.run(["project", w.trained(), "--executor", "blas"] + more).out
}

private func correlate(_ w: Workbench, _ name: String = "plain", _ more: [String] = []) throws -> String {
    try w.run(["correlate", w.trained(), "--output", name, "--executor", "blas"] + more)
    return "\(name).json"
}
