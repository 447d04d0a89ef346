import Foundation
import InvarData
import InvarRuntime

/// How a directory of images is read: the same options of every command that takes `--data`.
let dataRows: [OptionRow] = readers.flatMap { command in
    [
        OptionRow(command, "--split-folders") { w in
            try w.folders()
            let own = try w.again(arguments(command, w, "folders") + ["--split-folders", "left,right"])
            let usual = try w.again(arguments(command, w, "folders"))
            return own.err.contains("training: left (24 images), test: right (24 images)")
                && !usual.err.contains("training: left ")
        },
        OptionRow(command, "--image-key") { w in
            try w.pairs()
            let asks = try w.attempt(arguments(command, w, "pairs"))
            return try asks.status == 1 && asks.err.contains("--image-key")
                && w.again(arguments(command, w, "pairs") + ["--image-key", "left.png"]).err.contains("training: ")
        },
        OptionRow(command, "--allow-empty-classes") { w in
            try w.folders()
            try w.scratch.makeFolder("folders-and-none")
            for folder in ["left", "right"] where !w.scratch.exists("folders-and-none/\(folder)") {
                try FileManager.default.copyItem(
                    atPath: w.scratch.path("folders/\(folder)"), toPath: w.scratch.path("folders-and-none/\(folder)"))
                try w.scratch.makeFolder("folders-and-none/\(folder)/none")
            }
            let more = try arguments(command, w, "folders-and-none") + ["--split-folders", "left,right"]
            let refused = try w.attempt(more)
            return try refused.status == 1 && refused.err.contains("--allow-empty-classes")
                && w.again(more + ["--allow-empty-classes"]).err.contains("training: left (24 images)")
        },
        OptionRow(command, "--index") { w in
            try w.pairs()
            let more = try arguments(command, w, "pairs") + ["--image-key", "left.png", "--index"]
            let refused = try w.attempt(more + ["pairs/train.tar"])
            if !w.scratch.exists("pairs.index") { try w.run(["index", "pairs", "--output", "pairs.index"]) }
            return try refused.status == 1 && refused.err.contains("pairs/train.tar is not an index")
                && w.again(more + ["pairs.index"]).err.contains("training: ")
        },
    ]
}

/// `index`.
let indexRows: [OptionRow] = [
    OptionRow("index", "<directory>") { w in
        try w.pairs()
        return try w.run(["index", "pairs"]).out.contains("pairs/.invar-index: 96 images in 2 shards")
            && w.scratch.exists("pairs/.invar-index")
    },
    OptionRow("index", "--output") { w in
        try w.pairs()
        try w.run(["index", "pairs", "--output", "some/where.index"])
        return w.scratch.exists("some/where.index")
    },
]

private let readers = [
    "pretrain", "compare", "evaluate", "finetune", "embed", "project", "correlate", "views", "report",
]

/// A command that looks at this data.
private func arguments(_ command: String, _ w: Workbench, _ data: String) throws -> [String] {
    let steps = ["--batch", "8", "--epochs", "1", "--executor", "blas", "--threads", "1", "--workers", "1"]
    let output = ["--output", "reading-\(UUID().uuidString)"]
    switch command {
    case "pretrain": return ["pretrain", "tiny", "--data", data] + steps + output
    case "compare": return ["compare", "tiny", "conv", "--data", data] + steps + output
    case "views":
        return ["views", "tiny", "--data", data, "--count", "2"] + output.map { $0.hasPrefix("r") ? $0 + ".png" : $0 }
    case "finetune":
        return ["finetune", try w.trained(), "--data", data, "--labels", "100%", "--epochs", "1", "--executor", "blas"]
    default: return [command, try w.trained(), "--data", data, "--executor", "blas"]
    }
}

extension Workbench {
    /// Two folders of 24 pictures in two classes, whose names say nothing.
    fileprivate func folders() throws {
        guard !scratch.exists("folders") else { return }
        for part in ["left", "right"] {
            for i in 0..<24 {
                let place = "folders/\(part)/\(i % 2 == 0 ? "dark" : "light")"
                try scratch.makeFolder(place)
                try picture(i).write(png: scratch.path("\(place)/\(i).png"))
            }
        }
    }

    /// Shards in which each key has two pictures.
    fileprivate func pairs() throws {
        guard !scratch.exists("pairs") else { return }
        try scratch.makeFolder("pairs")
        for part in ["train", "test"] {
            try scratch.makeFolder("members-\(part)")
            for i in 0..<24 {
                for side in ["left", "right"] {
                    try picture(i).write(png: scratch.path("members-\(part)/\(i).\(side).png"))
                }
                try "\(i % 2)".write(
                    toFile: scratch.path("members-\(part)/\(i).cls"), atomically: true, encoding: .utf8)
            }
            let packed = try Tool.shell(
                "cd members-\(part) && tar --format=ustar -cf ../pairs/\(part).tar *", in: scratch)
            guard packed.status == 0 else { throw Failed(arguments: ["tar"], ended: packed) }
        }
    }

    private func picture(_ number: Int) -> Picture {
        var random = CounterRandom(seed: 3, item: number)
        var picture = Picture(height: 9, width: 10, channels: 1)
        for i in picture.pixels.indices {
            picture.pixels[i] = UInt8(random.integer(below: 128) + (number % 2 == 0 ? 0 : 127))
        }
        return picture
    }
}

/// Rows in the images' place, for a branch that takes numbers.
let featuresRows: [OptionRow] =
    [("embed", ".npy"), ("project", ".png"), ("correlate", ".json")].map { command, kind in
        OptionRow(command, "--features") { w in
            let run = try w.trainedOnRows()
            func write(_ name: String, _ seed: UInt64) throws -> String {
                let rows = try w.rows("tests-\(seed).npy", seed: seed, count: 40)
                let output = "\(command)-\(name)\(command == "project" ? kind : "")"
                try w.run([command, run, "--branch", "2", "--features", rows, "--output", output, "--executor", "blas"])
                return "\(command)-\(name)\(kind)"
            }
            return try w.same(write("a", 1), write("again", 1)) && w.differ(write("a", 1), write("b", 2))
        }
    } + [
        OptionRow("evaluate", "--features") { w in try w.scoresOfRows(5, 1) != w.scoresOfRows(6, 1) },
        OptionRow("evaluate", "--labels") { w in try w.scoresOfTable(["--labels", w.labels("others.npy", seed: 7)]) },
        OptionRow("evaluate", "--test-labels") { w in
            try w.scoresOfTable(["--test-labels", w.labels("test-others.npy", seed: 7, count: 40)])
        },
        OptionRow("embed", "--labels") { w in
            let run = try w.trainedOnTable()
            func written(_ name: String, _ more: [String]) throws -> StoredTensor {
                try w.run(["embed", run, "--split", "train", "--output", name, "--executor", "blas"] + more)
                return try NpyFile.read(w.scratch.path("\(name)-labels.npy"))
            }
            let others = try w.labels("others.npy", seed: 7)
            return try written("own", []) == NpyFile.read(w.scratch.path("labels-1.npy"))
                && written("relabelled", ["--labels", others]) == NpyFile.read(w.scratch.path(others))
        },
        OptionRow("project", "--labels") { w in
            let run = try w.trainedOnTable()
            func drawn(_ name: String, _ more: [String]) throws -> String {
                try w.run(["project", run, "--split", "train", "--output", name, "--executor", "blas"] + more)
                return name
            }
            return try w.differ(
                drawn("coloured.png", []), drawn("recoloured.png", ["--labels", w.labels("others.npy", seed: 7)]))
        },
        OptionRow("evaluate", "--test-features") { w in
            try w.scoresOfRows(5, 1) == w.scoresOfRows(5, 1) && w.scoresOfRows(5, 1) != w.scoresOfRows(5, 2)
        },
    ]

extension Workbench {
    /// Rows without images, with the files that the run keeps.
    fileprivate func trainedOnTable() throws -> String {
        try pretrain("on-table", table(), architecture: "table")
    }

    /// Whether other files than the run's own give other scores.
    fileprivate func scoresOfTable(_ more: [String]) throws -> Bool {
        let run = try trainedOnTable()
        func scores(_ more: [String]) throws -> [Double] {
            _ = try again(["evaluate", run, "--executor", "blas", "--knn-k", "5,1,3,9"] + more)
            return try numbers("\(run)/evaluation.json", "trained", "neighbours")
        }
        return try scores([]) == scores([]) && scores([]) != scores(more)
    }

    fileprivate func trainedOnRows() throws -> String {
        try pretrain("on-rows", ["--features", rows("training.npy", seed: 1)], architecture: "rows")
    }

    /// Of an encoder of rows, with these for training and test.
    fileprivate func scoresOfRows(_ training: UInt64, _ test: UInt64) throws -> [Double] {
        let run = try trainedOnRows()
        let (a, b) = try (
            rows("training-\(training).npy", seed: training), rows("tests-\(test).npy", seed: test, count: 40)
        )
        _ = try again(
            [
                "evaluate", run, "--branch", "2", "--features", a, "--test-features", b, "--knn-k", "5,1,3,9",
                "--executor", "blas",
            ])
        return try numbers("\(run)/evaluation-branch2.json", "trained", "neighbours")
            + ["linear", "few"].map { try number("\(run)/evaluation-branch2.json", "trained", $0) ?? .nan }
    }
}
