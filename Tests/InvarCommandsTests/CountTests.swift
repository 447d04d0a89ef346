import Foundation
import InvarData
import InvarRuntime
import Testing

/// Data of few images or few classes: what is computed from nothing is an error, and what was used is said.
@Suite(.serialized) struct CountTests {
    /// A folder for each class, with this many images of a shade that tells it.
    private func fill(_ scratch: Scratch, _ set: String, classes: Int, train: Int, test: Int, broken: Bool = false)
        throws
    {
        for (part, count) in [("train", train), ("test", test)] {
            for label in 0..<classes {
                let folder = scratch.path("\(set)/\(part)/class\(label)")
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                for i in 0..<count {
                    let file = "\(folder)/\(i).png"
                    if broken, part == "test" {
                        try Data("broken".utf8).write(to: URL(fileURLWithPath: file))
                        continue
                    }
                    var random = CounterRandom(seed: 5, item: 1000 * label + i)
                    var picture = Picture(height: 12, width: 12, channels: 1)
                    for j in picture.pixels.indices {
                        picture.pixels[j] = UInt8(random.integer(below: 60) + label * 180 / max(classes, 1))
                    }
                    try picture.write(png: file)
                }
            }
        }
    }

    private let pretrain = [
        "pretrain", "vicreg-small", "--batch", "8", "--epochs", "1", "--plain", "--threads", "1", "--workers", "1",
    ]

    /// A run on three classes of 12 images, and data that it is looked at with.
    private func trained() throws -> Scratch {
        let scratch = try Scratch()
        try fill(scratch, "set", classes: 3, train: 12, test: 2)
        let ended = try Tool.run(pretrain + ["--data", "set", "--output", "run"], in: scratch)
        #expect(ended.status == 0, "\(ended.err)")
        return scratch
    }

    @Test func oneClassIsNothingToClassify() throws {
        let scratch = try trained()
        try fill(scratch, "single", classes: 1, train: 16, test: 2)
        for arguments in [
            ["evaluate", "run", "--data", "single"], ["finetune", "run", "--data", "single", "--labels", "50%"],
            ["compare", "vicreg-small", "byol-small", "--data", "single", "--epochs", "1", "--batch", "8"],
            pretrain + ["--monitor", "--data", "single", "--output", "watched"],
        ] {
            let ended = try Tool.run(arguments, in: scratch)
            #expect(ended.status == 1 && !ended.bySignal && ended.out.isEmpty, "\(arguments): \(ended.out)")
            #expect(ended.err.contains("single has training images of one class (class0) only"), "\(ended.err)")
            #expect(ended.err.contains("two classes or more"), "\(ended.err)")
        }
        // before anything is trained
        #expect(!scratch.exists("runs/compare") && !scratch.exists("watched/metrics.jsonl"))
    }

    @Test func noImageThatCanBeReadIsAnError() throws {
        let scratch = try trained()
        try fill(scratch, "broken", classes: 3, train: 12, test: 2, broken: true)
        for command in [["evaluate"], ["embed"], ["project"], ["correlate"], ["finetune", "--labels", "50%"]] {
            let ended = try Tool.run(
                command.prefix(1) + ["run", "--data", "broken"] + command.dropFirst(), in: scratch)
            #expect(ended.status == 1 && !ended.bySignal, "\(command): \(ended.out)")
            #expect(ended.err.contains("broken has no test images that can be read. The last: test/"), "\(ended.err)")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("run"))
        #expect(
            !names.contains { $0.hasSuffix(".png") || $0.hasSuffix(".npy") || $0.hasPrefix("evaluation") }, "\(names)")
    }

    @Test func oneImageShowsNoDifferences() throws {
        let scratch = try trained()
        try fill(scratch, "one", classes: 1, train: 2, test: 1)
        for command in ["project", "correlate"] {
            let ended = try Tool.run([command, "run", "--data", "one"], in: scratch)
            #expect(ended.status == 1 && ended.err.contains("one has 1 test image that"), "\(ended.err)")
        }
        let embedded = try Tool.run(["embed", "run", "--data", "one", "--output", "e"], in: scratch)
        #expect(embedded.status == 0 && embedded.out.contains("1 × 128"), "\(embedded.err)")
    }

    /// Where there are fewer than asked for, the table says how many.
    @Test func whatWasUsedIsSaid() throws {
        let scratch = try trained()
        let few = try Tool.run(["evaluate", "run"], in: scratch)
        #expect(few.status == 0, "\(few.err)")
        #expect(few.out.contains("12 a class") && !few.out.contains("60 a class"), "\(few.out)")
        let settings = try #require(try scratch.json("run/evaluation.json")["settings"] as? [String: Any])
        #expect(settings["fewPerClass"] as? Int == 12 && settings["fewestPerClass"] == nil)
        #expect(settings["neighbours"] as? Int == 20 && settings["testImages"] as? Int == 6)

        try fill(scratch, "tiny", classes: 3, train: 4, test: 2)
        try fill(scratch, "tiny", classes: 2, train: 7, test: 2)
        let tiny = try Tool.run(["evaluate", "run", "--data", "tiny"], in: scratch)
        #expect(tiny.out.contains("kNN (k = 18)") && tiny.out.contains("4 to 7 a class"), "\(tiny.out) \(tiny.err)")
        let asked = try Tool.run(["evaluate", "run", "--knn-k", "5,37"], in: scratch)
        #expect(asked.status == 1 && asked.err.contains("--knn-k 37: there are 36 training images"), "\(asked.err)")
    }

    /// Another folder of the same name is another data set; so is a branch of its own.
    @Test func othersImagesDoNotTakeTheRunsPlace() throws {
        let scratch = try trained()
        try fill(scratch, "other/set", classes: 2, train: 10, test: 3)
        try fill(scratch, "third/set", classes: 2, train: 9, test: 3)
        for command in [
            ["evaluate"], ["finetune", "--labels", "50%", "--epochs", "1"], ["embed"], ["project"], ["correlate"],
        ] {
            func run(_ data: [String]) throws -> String {
                let ended = try Tool.run(command.prefix(1) + ["run"] + command.dropFirst() + data, in: scratch)
                #expect(ended.status == 0, "\(command): \(ended.err)")
                return ended.out
            }
            func files() throws -> [String: Data] {
                var found: [String: Data] = [:]
                for name in try FileManager.default.contentsOfDirectory(atPath: scratch.path("run"))
                where !name.hasSuffix(".log") && name != "checkpoints" {
                    found[name] = try scratch.bytes("run/\(name)")
                }
                return found
            }
            _ = try run([])
            let own = try files()
            // the run's own images by another way to say where they are
            _ = try run(["--data", "./set/"])
            #expect(try Set(files().keys) == Set(own.keys))
            let others = try run(["--data", "other/set"])
            let after = try files()
            for (name, bytes) in own { #expect(after[name] == bytes, "\(name)") }
            let added = Set(after.keys).subtracting(own.keys)
            #expect(!added.isEmpty && added.allSatisfy { $0.contains("-set-") }, "\(added)")
            _ = try run(["--data", "third/set"])
            #expect(try files().count == after.count + added.count)
            if command[0] != "embed" {
                #expect(
                    others.contains("/other/set), trained on set (")
                        || others.contains("(\(scratch.path("other/set")))"), "\(others)")
            }
        }
        let evaluations = try FileManager.default.contentsOfDirectory(atPath: scratch.path("run"))
            .filter { $0.hasPrefix("evaluation-set-") }
        let places = try evaluations.map {
            (try scratch.json("run/\($0)")["settings"] as? [String: Any])?["dataPath"] as? String ?? ""
        }
        #expect(places.contains { $0.hasSuffix("/other/set") } && places.contains { $0.hasSuffix("/third/set") })
    }

    @Test(arguments: [["views", "vicreg-small", "--data", "set"], ["project", "run"]])
    func picturesArePNGOrSVG(command: [String]) throws {
        let scratch = try trained()
        for name in ["v.jpg", "v.pdf", "v.png.gif"] {
            let ended = try Tool.run(command + ["--output", name], in: scratch)
            #expect(
                ended.status == 1 && ended.err.contains("end with .png or .svg") && !scratch.exists(name),
                "\(ended.err)")
        }
        for name in ["v.PNG", "v"] {
            #expect(try Tool.run(command + ["--output", name], in: scratch).status == 0)
            #expect(try Picture(png: scratch.path(name)).width > 1)
        }
        #expect(try Tool.run(command + ["--output", "v.svg"], in: scratch).status == 0)
        #expect(try scratch.text("v.svg").contains("<svg "))
    }
}
