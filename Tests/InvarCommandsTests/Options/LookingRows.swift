import Foundation
import InvarData
import InvarRuntime

/// `list`, `views`, `inspect` and `new`.
let lookingRows: [OptionRow] = [
    OptionRow("list", "--all") { w in
        try w.run(["list", "--all"]).out.contains("hidden ") && !w.run(["list"]).out.contains("hidden ")
    },
    OptionRow("watch", "<run>") { w in
        let shown = try w.run(["watch", w.trained()]).out
        return try shown.hasPrefix("run: step 8 of 8, epoch 2 of 2, ") && shown.contains("\nrank ")
            && w.attempt(["watch", "none"]).status == 1
    },
    OptionRow("watch", "--terms") { w in
        let shown = try w.run(["watch", w.trained(), "--terms", "loss"]).out
        return try shown.contains("\nloss ") && !shown.contains("\nrank ")
            && w.attempt(["watch", w.trained(), "--terms", "none"]).status == 1
    },
    OptionRow("metrics", "<run>") { w in
        try w.run(["metrics", w.trained()]).out.contains("loss, ") && w.attempt(["metrics", "none"]).status == 1
    },
    OptionRow("metrics", "--format") { w in
        try w.run(["metrics", w.trained(), "--format", "tensorboard"]).out.contains("events.out.tfevents.")
            && w.attempt(["metrics", w.trained(), "--format", "xls"]).status == 1
    },
    OptionRow("metrics", "--output") { w in
        try w.run(["metrics", w.trained(), "--output", "tables/some.csv"])
        let table = try String(decoding: w.scratch.bytes("tables/some.csv"), as: UTF8.self)
        let lines = table.split(whereSeparator: \.isNewline)
        return try lines[0].hasPrefix("step,loss,") && lines.count > w.log(w.trained()).count
    },
    OptionRow("metrics", "--histograms") { w in
        let run = try w.pretrain("to-look-at")
        func size(_ more: [String]) throws -> Int {
            let place = try w.run(["metrics", run, "--format", "tensorboard"] + more).out.split(separator: ":")[0]
            return try Data(contentsOf: URL(filePath: w.scratch.path(String(place)))).count
        }
        return try size([]) < size(["--histograms"])
    },
    OptionRow("views", "<architecture>") { w in
        try w.attempt(["views", "none", "--data", "data"]).status == 1 && w.scratch.exists(views(w, "plain"))
    },
    OptionRow("views", "--data") { w in try w.differ(views(w, "plain"), views(w, "other", ["--data", "other"])) },
    OptionRow("views", "--features") { w in
        func drawn(_ seed: UInt64) throws -> String {
            var random = CounterRandom(seed: seed)
            let (file, output) = ("signals-\(seed).npy", "signals-\(seed).png")
            let values = (0..<256).map { _ in random.normal() }
            try NpyFile.write(StoredTensor(shape: [4, 64], values), to: w.scratch.path(file))
            try w.run(["views", "heard-and-seen", "--features", file, "--output", output])
            return output
        }
        return try w.differ(drawn(1), drawn(2))
    },
    OptionRow("views", "--output") { w in try w.scratch.exists(views(w, "some/where")) },
    OptionRow("views", "--count") { w in
        let (few, many) = try (views(w, "plain"), views(w, "many", ["--count", "9"]))
        return try Picture(png: w.scratch.path(many)).pixels.count > Picture(png: w.scratch.path(few)).pixels.count
            && w.last.contains("9 originals")
    },
    OptionRow("views", "--seed") { w in
        try w.same(views(w, "plain"), views(w, "seed-0", ["--seed", "0"]))
            && w.differ(views(w, "plain"), views(w, "seed-1", ["--seed", "1"]))
    },
    OptionRow("views", "--epoch") { w in
        try w.same(views(w, "plain"), views(w, "epoch-1", ["--epoch", "1"]))
            && w.differ(views(w, "plain"), views(w, "epoch-2", ["--epoch", "2"]))
    },
    OptionRow("views", "--image") { w in
        // the picture of another command is a picture file as any
        let (one, other) = try (views(w, "of-one", ["--image", views(w, "plain")]), views(w, "one", ["--count", "1"]))
        return try w.last.contains("1 original") && w.differ(one, other)
    },
    OptionRow("views", "--effects") { w in
        let effects = try views(w, "effects", ["--effects"])
        return try w.last.contains("an original and 15 effects, each alone")
            && Picture(png: w.scratch.path(effects)).width > 1000
    },
    OptionRow("views", "--side") { w in
        // 120 pixels are as many points, 8 are 16 times as many
        let (usual, larger) = try (
            views(w, "effects", ["--effects"]), views(w, "side", ["--effects", "--side", "120"])
        )
        return try w.differ(usual, larger)
            && Picture(png: w.scratch.path(larger)).height < Picture(png: w.scratch.path(usual)).height
    },
    OptionRow("views", "--explain") { w in
        try w.differ(views(w, "plain"), views(w, "explained", ["--explain"]))
            && w.last.contains("    RandomResizedCrop: ")
            && w.last.contains("  view 2")
    },
    OptionRow("plot", "<run>") { w in
        let (a, b) = try (w.trained(), w.pretrain("conv", architecture: "conv"))
        let svg = try plot(w, "both", [a, b])
        return svg.contains("\n\(a)\n") && svg.contains("\n\(b)\n")
    },
    OptionRow("plot", "--output") { w in
        try w.run(["plot", w.trained()])
        return try w.scratch.exists("run/curves.png") && plot(w, "some/where", [w.trained()]).contains("<svg ")
    },
    OptionRow("plot", "--terms") { w in
        let svg = try plot(w, "terms", [w.trained(), "--terms", "rank,images-per-second"])
        return svg.contains("\nrank\n") && svg.contains("\nimages-per-second\n") && !svg.contains("\nloss\n")
    },
    OptionRow("plot", "--log") { w in
        let chosen = try [w.trained(), "--terms", "loss"]
        return try plot(w, "linear", chosen) != plot(w, "log", chosen + ["--log"])
    },
    OptionRow("plot", "--smooth") { w in
        try plot(w, "smooth", [w.trained(), "--smooth", "3"]).contains("the mean of 3 logged ones")
    },
    OptionRow("inspect", "<file>") { w in
        try w.run(["inspect", w.encoder(w.trained())]).out.contains("linear1.weight")
            && w.run(["inspect", w.trained()]).out.contains("optimizer.step")
    },
    OptionRow("inspect", "--matching") { w in
        let out = try w.run(["inspect", w.trained(), "--matching", "running_mean"]).out
        return out.contains("running_mean") && !out.contains("linear1.weight") && out.contains("not shown")
    },
    OptionRow("new", "<directory>") { w in
        try w.run(["new", "made/mine", "--invar", "https://example.org/invar.git"])
        return w.scratch.exists("made/mine/Sources/mine/main.swift")
    },
    OptionRow("new", "--invar") { w in
        try w.run(["new", "made/other", "--invar", "https://example.org/other.git"])
        let manifest = try String(contentsOfFile: w.scratch.path("made/other/Package.swift"), encoding: .utf8)
        return manifest.contains("https://example.org/other.git")
    },
]

/// A picture of three images of `data`, unless the options say something else.
private func views(_ w: Workbench, _ name: String, _ more: [String] = []) throws -> String {
    let count = more.contains("--count") ? [] : ["--count", "3"]
    let data = more.contains("--data") ? [] : ["--data", "data"]
    try w.run(["views", "tiny", "--output", "\(name).png"] + count + data + more)
    return "\(name).png"
}

/// The curves of runs, as SVG.
private func plot(_ w: Workbench, _ name: String, _ arguments: [String]) throws -> String {
    try w.run(["plot"] + arguments + ["--output", "\(name).svg"])
    return try w.scratch.text("\(name).svg")
}
