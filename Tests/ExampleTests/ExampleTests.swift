import Foundation
import InvarData
import Testing

/// Each example does what its comment says.
@Suite struct ExampleTests {
    @Test func firstGraph() throws {
        let ended = try Example.run("FirstGraph", in: Scratch())
        #expect(ended.status == 0, "\(ended.err)")
        for part in ["graph \"least-squares\"", "adjoint %", "fused(", "program \"least-squares\"", "return \"loss\""] {
            #expect(ended.out.contains(part), "\(part)")
        }
        // y = 2a − b is found
        #expect(ended.out.hasSuffix("step 20: loss 0.0, w [2.0, -1.0]\n"), "\(ended.out)")
    }

    /// What the tests train with: two epochs of two steps.
    private static let short = [
        "--data", "data", "--train-images", "64", "--batch", "32", "--epochs", "2", "--output", "run", "--threads", "1",
        "--workers", "1",
    ]

    @Test(arguments: [
        ("VICRegMLP", "mlp"), ("VICRegConvNet", "convnet-2"), ("OwnLayer", "mobile"), ("OwnLossTerm", "uniform-net"),
        ("TwoArchitectures", "mlp-and-convnet"), ("BYOLPlusVariance", "byol-variance"),
        ("ComputingLayer", "gated"), ("OwnAugmentation", "coarse"), ("PaperTables", "unit-length"),
        ("PaperTables", "vicreg-beside-vit"), ("MultiCrop", "multi-crop"),
    ])
    func anArchitectureOfOnesOwnTrains(example: String, model: String) throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 80)
        let listed = try Example.run(example, ["list"], in: scratch)
        #expect(listed.status == 0, "\(listed.err)")
        #expect(listed.out.contains(model))
        let trained = try Example.run(example, ["pretrain", model] + Self.short, in: scratch)
        #expect(trained.status == 0, "\(trained.err)")
        #expect(trained.out.contains("finished 4 steps"), "\(trained.out)")
        #expect(scratch.exists("run/metrics.jsonl"))
    }

    @Test func aFunctionMakesSeveralArchitectures() throws {
        let ended = try Example.run("VICRegConvNet", ["list"], in: Scratch())
        for name in ["convnet-2", "convnet-3", "convnet-4"] { #expect(ended.out.contains(name)) }
    }

    @Test func anOwnLayerNamesItsParameters() throws {
        let ended = try Example.run(
            "OwnLayer", ["dump", "mobile", "--stage", "captured", "--batch", "2"], in: Scratch())
        for name in ["encoder.invertedresidual1.conv1.weight", "encoder.tail.0.conv1.weight"] {
            #expect(ended.out.contains("\"\(name)\""), "\(name)")
        }
        // the depthwise convolution of 4·16 channels
        #expect(ended.out.contains("groups=64"))
    }

    /// A cancelled task saves; what goes on afterwards ends as if nobody had stopped.
    @Test func aProgramTrains() throws {
        let ended = try Example.run("TrainFromAProgram", ["run"], in: Scratch())
        #expect(ended.status == 0, "\(ended.err)")
        #expect(ended.out.hasPrefix("epoch 1 is over: that is enough for now\nstopped after step "), "\(ended.out)")
        #expect(ended.out.contains("goes on after step "), "\(ended.out)")
        #expect(ended.out.hasSuffix("finished 60 steps; the encoder is run/encoder.safetensors\n"), "\(ended.out)")
    }

    /// A rule of one's own trains, and a program that uses the encoder finds a picture among others.
    @Test func anOwnOptimizerAndSimilarImages() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 80)
        let lion = ["pretrain", "vicreg-small", "--optimizer", "lion", "--learning-rate", "1e-4"] + Self.short
        let trained = try Example.run("OwnOptimizer", lion, in: scratch)
        #expect(trained.status == 0, "\(trained.err)")
        let resumed = try Example.run(
            "OwnOptimizer", ["pretrain", "vicreg-small", "--output", "run", "--resume", "--plain"], in: scratch)
        #expect(resumed.status == 0 && resumed.out.contains("already finished"), "\(resumed.err)")
        let decayed = try Example.run("OwnOptimizer", lion + ["--weight-decay", "0.1"], in: scratch)
        #expect(decayed.status == 1 && decayed.err.contains("the numbers of lion stand in the program"))
        let unknown = try Example.run("OwnOptimizer", ["pretrain", "vicreg-small", "--optimizer", "loin"], in: scratch)
        #expect(unknown.status == 1 && unknown.err.contains("lion"), "\(unknown.err)")

        try FileManager.default.createDirectory(
            at: scratch.url.appendingPathComponent("pictures"), withIntermediateDirectories: true)
        for picture in 0..<7 {
            let pixels = (0..<784).map { UInt8(truncatingIfNeeded: $0 / 28 * (picture + 1) * 5) }
            try Picture(height: 28, width: 28, channels: 1, pixels: pixels).write(
                png: scratch.url.appendingPathComponent("pictures/\(picture).png").path)
        }
        let found = try Example.run("SimilarImages", ["run", "pictures", "pictures/3.png"], in: scratch)
        #expect(found.status == 0, "\(found.out)")
        let lines = found.out.split(separator: "\n")
        #expect(lines.count == 6 && lines[0] == "nearest to pictures/3.png, of 7 pictures:", "\(found.out)")
        #expect(lines[1] == "  3.png  0.0", "\(found.out)")
        let lost = try Example.run("SimilarImages", ["nowhere", "pictures"], in: scratch)
        #expect(lost.status == 1 && lost.out.contains("nowhere is not there"), "\(lost.out)")
    }

    /// The C program trains on rows of a text file, and Invar reads the encoder that it wrote.
    @Test func aCProgramTrains() throws {
        let scratch = try Scratch()
        let emitted = try Example.run(
            "TrainInC", ["emit", "rows", "--step", "training", "--batch", "64", "--form", "c", "--output", "rows"],
            in: scratch)
        #expect(emitted.status == 0, "\(emitted.err)")
        // 16 numbers that are made of 2
        let lines = (0..<200).map { row in
            (0..<16).map { "\(Double(row % 7 * ($0 + 1)) + Double(row % 5) / Double($0 + 2))" }.joined(separator: ",")
        }
        try lines.joined(separator: "\n").write(
            to: scratch.url.appendingPathComponent("rows.csv"), atomically: true, encoding: .utf8)
        let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Examples/17-TrainInC/train.c").path
        let build = "cc -O2 -std=c11 -Wall -Wextra -Irows \(source) rows/*.c rows/*.S -lpthread -lm -o train"
        let commands = "\(build) && ./train rows/state.safetensors rows.csv encoder.safetensors >out"
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", commands]
        process.currentDirectoryURL = scratch.url
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let out = try String(contentsOf: scratch.url.appendingPathComponent("out"), encoding: .utf8)
        let losses = out.split(separator: "\n").compactMap { line in
            line.split(separator: " ").dropFirst(3).first.flatMap { Double($0.dropLast()) }
        }
        #expect(losses.count == 30 && losses[29] < losses[0], "\(out)")
        let shown = try Example.run("TrainInC", ["inspect", "encoder.safetensors"], in: scratch)
        #expect(shown.out.contains("linear2.weight") && shown.out.contains("step: 90"), "\(shown.out)\(shown.err)")
    }

    @Test func layersThatComputeKeepTheirState() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 80)
        let trained = try Example.run("ComputingLayer", ["pretrain", "gated"] + Self.short, in: scratch)
        #expect(trained.status == 0, "\(trained.err)")
        let shown = try Example.run("ComputingLayer", ["inspect", "run/encoder.safetensors"], in: scratch)
        for name in ["rootmeansquarenorm3.running_square", "squeezeexcitation3.linear2.bias"] {
            #expect(shown.out.contains(name), "\(shown.out)")
        }
        // in evaluation nothing is drawn: the same images have the same representations
        let rows = try ["a", "b"].map { name in
            let ended = try Example.run("ComputingLayer", ["embed", "run", "--output", name], in: scratch)
            #expect(ended.status == 0, "\(ended.err)")
            return try Data(contentsOf: scratch.url.appendingPathComponent("\(name).npy"))
        }
        #expect(rows[0] == rows[1])
    }

    @Test func anOwnTermIsInTheGraphWithItsLine() throws {
        let ended = try Example.run(
            "OwnLossTerm", ["dump", "uniform-net", "--stage", "optimized", "--batch", "4"], in: Scratch())
        #expect(ended.out.contains("in \"loss.uniformity\" at \"OwnLossTerm/main.swift:"))
        #expect(ended.out.contains("return \"term.uniformity\""))
    }

    @Test func bothEncodersOfTwoArchitecturesAreKept() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 80)
        let trained = try Example.run(
            "TwoArchitectures", ["pretrain", "mlp-and-convnet"] + Self.short, in: scratch)
        #expect(trained.status == 0, "\(trained.err)")
        let files = try ["1", "2"].map { branch in
            let ended = try Example.run(
                "TwoArchitectures", ["embed", "run", "--branch", branch, "--output", "e\(branch)"], in: scratch)
            #expect(ended.status == 0, "\(ended.err)")
            return try Data(contentsOf: scratch.url.appendingPathComponent("e\(branch).npy"))
        }
        #expect(files[0].count == files[1].count && files[0] != files[1])
        // each branch's representation is that of its own encoder's file
        for (branch, file) in [("1", "encoder"), ("2", "encoder-branch2")] {
            let ended = try Example.run(
                "TwoArchitectures",
                [
                    "embed", "--architecture", "mlp-and-convnet", "--encoder", "run/\(file).safetensors", "--branch",
                    branch,
                ]
                    + ["--data", "data", "--output", "file\(branch)"], in: scratch)
            #expect(ended.status == 0, "\(ended.err)")
            #expect(
                try Data(contentsOf: scratch.url.appendingPathComponent("file\(branch).npy"))
                    == files[branch == "1" ? 0 : 1])
        }
    }

    /// An encoder's representations, as `embed` writes them, are the rows beside the images of another model.
    @Test func rowsStandBesideImages() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 64)
        func run(_ example: String, _ arguments: [String]) throws -> String {
            let ended = try Example.run(example, arguments, in: scratch)
            #expect(ended.status == 0, "\(ended.err)")
            return ended.out
        }
        let teacher = ["--data", "data", "--batch", "32", "--epochs", "1", "--output", "teacher", "--workers", "1"]
        _ = try run("invar", ["pretrain", "vicreg-small"] + teacher)
        _ = try run("invar", ["embed", "teacher", "--split", "train", "--output", "rows"])
        let trained = try run(
            "RowsBesideImages", ["pretrain", "image-and-rows", "--features", "rows.npy"] + Self.short)
        #expect(trained.contains("finished 4 steps"), "\(trained)")
        let without = try Example.run("RowsBesideImages", ["pretrain", "image-and-rows"] + Self.short, in: Scratch())
        #expect(without.status == 1)
    }

    /// Both are trained, and stand in one table and one picture; what is finished is not trained again.
    @Test func methodsAreCompared() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 80)
        let arguments = [
            "compare", "byol", "byol-variance", "--seeds", "0,1", "--data", "data", "--train-images", "64", "--batch",
            "32", "--epochs", "2", "--output", "out", "--threads", "1", "--workers", "1",
        ]
        let ended = try Example.run("BYOLPlusVariance", arguments, in: scratch)
        #expect(ended.status == 0, "\(ended.err)")
        for part in ["ARCHITECTURE", "byol-variance", "predictionError", " ± "] {
            #expect(ended.out.contains(part), "\(ended.out)")
        }
        let json = try Data(contentsOf: scratch.url.appendingPathComponent("out/comparison.json"))
        let picture = try String(contentsOf: scratch.url.appendingPathComponent("out/comparison.svg"), encoding: .utf8)
        #expect(picture.contains("<svg ") && picture.contains("\nbyol-variance\n"))
        #expect(scratch.exists("out/byol/1/encoder.safetensors"))
        let refused = try Example.run("BYOLPlusVariance", arguments, in: scratch)
        #expect(refused.status == 1 && refused.err.contains("--resume"))
        // one of the four is lost before its result was written
        try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("out/byol/1/result.json"))
        let again = try Example.run("BYOLPlusVariance", arguments + ["--resume"], in: scratch)
        #expect(again.status == 0, "\(again.err)")
        #expect(try Data(contentsOf: scratch.url.appendingPathComponent("out/comparison.json")) == json)
    }

    /// A run is resumed with the steps that it was begun with, and with no others; and views are drawn with them.
    @Test func anOwnAugmentationIsPartOfTheRun() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 80)
        let pretrain = ["pretrain", "coarse"] + Self.short
        #expect(try Example.run("OwnAugmentation", pretrain, in: scratch).status == 0)
        let again = try Example.run("OwnAugmentation", pretrain + ["--resume"], in: scratch)
        #expect(again.status == 0, "\(again.err)")
        let record = scratch.url.appendingPathComponent("run/run.json")
        let text = try String(contentsOf: record, encoding: .utf8)
        #expect(text.contains("Frost") && text.contains(#"\"side\":8"#), "\(text)")
        try text.replacingOccurrences(of: #"\"side\":8"#, with: #"\"side\":9"#)
            .write(to: record, atomically: true, encoding: .utf8)
        let refused = try Example.run("OwnAugmentation", pretrain + ["--resume"], in: scratch)
        #expect(refused.status == 1 && refused.err.contains("the views were changed since"), "\(refused.err)")
        let drawn = try Example.run(
            "OwnAugmentation", ["views", "coarse", "--data", "data", "--output", "v.png"], in: scratch)
        #expect(drawn.status == 0 && scratch.exists("v.png"), "\(drawn.err)")
    }

    /// All commands find a data set that the program brings along.
    @Test func anOwnDatasetGoesThroughAllCommands() throws {
        let scratch = try Scratch()
        func run(_ arguments: [String]) throws -> String {
            let ended = try Example.run("OwnDataset", arguments, in: scratch)
            #expect(ended.status == 0, "\(ended.err)")
            return ended.out + ended.err
        }
        #expect(try run(["list"]).contains("made by this program"))
        let trained = try run([
            "pretrain", "shapes-net", "--data", "shapes", "--train-images", "64", "--batch", "32", "--epochs", "1",
            "--output", "run", "--threads", "1", "--workers", "2",
        ])
        #expect(trained.contains("finished 2 steps"), "\(trained)")
        #expect(trained.contains("training: 3000 images, test: 600 images"), "\(trained)")
        let judged = try run(["evaluate", "run"])
        #expect(judged.contains("raw pixels"), "\(judged)")
        _ = try run(["embed", "run", "--split", "test", "--output", "rows"])
        let table = try String(contentsOf: scratch.url.appendingPathComponent("rows.csv"), encoding: .utf8)
        #expect(table.contains("cross") && table.contains("image 599"), "\(table.prefix(300))")
        _ = try run(["views", "shapes-net", "--data", "shapes", "--output", "v.png"])
        let unknown = try Example.run(
            "OwnDataset", ["views", "shapes-net", "--data", "shape", "--output", "v.png"], in: scratch)
        #expect(unknown.status == 1 && unknown.err.contains("did you mean shapes?"), "\(unknown.err)")
    }

    @Test func readingAGraph() throws {
        let ended = try Example.run("ReadingAGraph", in: Scratch())
        #expect(ended.status == 0, "\(ended.err)")
        #expect(ended.out.contains("read back it is the same graph"))
        let line = try #require(
            ended.out.split(separator: "\n").first { $0.hasPrefix("What line ") }?.split(separator: " ")[2])
        // weight and bias once; the convolution and the bias spread out and added, for each view
        let made = ended.out.components(separatedBy: "once for each view:\n")[1].components(separatedBy: "\n\n")[0]
        #expect(made.split(separator: "\n").filter { $0.contains("= convolution ") }.count == 2)
        #expect(made.split(separator: "\n").filter { $0.contains("= state ") }.count == 2)
        #expect(ended.out.contains("Lines that use it: [\(Int(line).map { $0 + 1 } ?? 0)]"))
        #expect(ended.out.contains("“convolutoin” is no op"))
    }

    @Test func anOwnRuleFires() throws {
        let ended = try Example.run("OwnRule", in: Scratch())
        #expect(ended.status == 0, "\(ended.err)")
        #expect(ended.out.contains("fired 1 ×: exp(x) − 1 → expm1(x)"))
        let after = ended.out.components(separatedBy: "After:")[1]
        #expect(after.contains("= expm1(%") && !after.contains("= exp(%"))
        #expect(ended.out.hasSuffix("without the rule [0.0, 1.718], with it [1.0, 1.718]\n"), "\(ended.out)")
    }
}
