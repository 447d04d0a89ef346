import Foundation
import InvarData
import InvarRuntime
import Testing

/// What the commands take from a directory, that they say so before anything runs, and that later commands know it.
@Suite(.serialized) struct DataCommandTests {
    private func fill(_ scratch: Scratch, _ folders: [(String, Int)]) throws {
        for (folder, count) in folders {
            try FileManager.default.createDirectory(atPath: scratch.path(folder), withIntermediateDirectories: true)
            for i in 0..<count {
                var random = CounterRandom(seed: UInt64(folder.utf8.count), item: i)
                var picture = Picture(height: 28, width: 28, channels: 3)
                for j in picture.pixels.indices { picture.pixels[j] = UInt8(random.integer(below: 256)) }
                try picture.write(png: scratch.path("\(folder)/\(i).png"))
            }
        }
    }

    private let quick = ["--batch", "8", "--epochs", "1", "--plain", "--executor", "blas"]

    private func checked(_ arguments: [String], in scratch: Scratch) throws -> Tool.Ended {
        let ended = try Tool.run(arguments, in: scratch)
        #expect(ended.status == 0, "\(arguments): \(ended.err)")
        return ended
    }

    /// One line on every command that reads data, with what was taken as what.
    @Test func everyCommandSaysWhatItReads() throws {
        let scratch = try Scratch()
        try fill(scratch, [("set/Train/a", 24), ("set/Train/b", 24), ("set/Test/a", 8), ("set/Test/b", 8)])
        try Data("x".utf8).write(to: URL(fileURLWithPath: scratch.path("set/Train/a/notes.txt")))
        let line =
            "images in folders; training: Train (48 images), test: Test (16 images); 2 classes; "
            + "left out: 1 file that is no picture by name"
        let begun = ["vicreg-small", "--data", "set"]
        let commands = [
            ["pretrain"] + begun + quick + ["--output", "run"], ["views"] + begun + ["--output", "v.png"],
            ["evaluate", "run", "--executor", "blas"], ["embed", "run", "--executor", "blas"],
            ["correlate", "run", "--executor", "blas"], ["project", "run", "--executor", "blas"],
            ["finetune", "run", "--labels", "50%", "--epochs", "1", "--no-baseline", "--executor", "blas"],
            ["compare", "vicreg-small", "simsiam-small", "--data", "set", "--output", "c"] + quick,
        ]
        for command in commands {
            let ended = try checked(command, in: scratch)
            #expect(ended.err.contains(line), "\(command[0]): \(ended.err)")
            #expect(ended.err.components(separatedBy: "data set").count == 2, "\(command[0]): once")
        }
    }

    /// What was chosen is in the run, so that resuming and judging it need not be told again.
    @Test func choicesOfTheRunAreKept() throws {
        let scratch = try Scratch()
        try fill(scratch, [("set/train/x", 30), ("set/test/x", 30)])
        let pretrain = ["pretrain", "vicreg-small", "--data", "set", "--split-folders", "none"]
        let begun = try checked(pretrain + quick + ["--output", "run"], in: scratch)
        let line = "training: 54 images, test: one image in ten (6); 2 classes"
        #expect(begun.err.contains(line), "\(begun.err)")
        let record = try scratch.json("run/run.json")
        let settings = try #require(record["dataSettings"] as? [String: Any])
        #expect(settings["splitFolders"] as? [String] == [])
        let resumed = try checked(
            ["pretrain", "vicreg-small", "--output", "run", "--resume", "--plain", "--executor", "blas"], in: scratch)
        #expect(resumed.err.contains(line) && resumed.out.contains("finished 6 steps"), "\(resumed.err)")
        #expect(try checked(["embed", "run", "--executor", "blas"], in: scratch).err.contains(line))
        #expect(try NpyFile.read(scratch.path("run/test.npy")).shape[0] == 6)
        // what is given now goes before
        let other = try checked(
            ["embed", "run", "--split-folders", "train,test", "--executor", "blas", "--output", "e/"], in: scratch)
        #expect(other.err.contains("training: train (30 images), test: test (30 images)"), "\(other.err)")
        // other data is not read as the run's was
        try fill(scratch, [("more/train/x", 4), ("more/test/x", 3)])
        let more = try checked(["embed", "run", "--data", "more", "--executor", "blas", "--output", "m/"], in: scratch)
        #expect(more.err.contains("test: test (3 images)"), "\(more.err)")
    }

    @Test func optionsOfDataReachIt() throws {
        let scratch = try Scratch()
        try fill(scratch, [("set/train/x", 2), ("set/train/y", 2), ("set/test/x", 1), ("set/test/z", 1)])
        let views = ["views", "vicreg-small", "--data", "set", "--count", "1"]
        let refused = try Tool.run(views, in: scratch)
        #expect(refused.status == 1 && refused.err.contains("the class z, of which there are no images in training"))
        #expect(try checked(views + ["--allow-empty-classes"], in: scratch).err.contains("3 classes"))
        for (option, value, words) in [
            ("--split-folders", "a,b,c", "as in train,test; or none"), ("--split-folders", "", "as in train,test"),
            ("--split-folders", "fit,test", "has no folder fit with images"), ("--image-key", "cls", "such as png"),
        ] {
            let ended = try Tool.run(views + [option, value], in: scratch)
            #expect(ended.status == 1 && ended.err.contains(words), "\(ended.err)")
        }
        let tar = try Tool.shell(
            "mkdir s && cp set/train/x/0.png k.png && cp set/train/x/1.png k.mask.png && printf 0 > k.cls "
                + "&& tar cf s/train.tar k.png k.mask.png k.cls", in: scratch)
        #expect(tar.status == 0, "\(tar.err)")
        let shards = ["views", "vicreg-small", "--data", "s", "--count", "1"]
        #expect(try checked(shards + ["--output", "a.png"], in: scratch).err.contains("1 picture beside the image"))
        _ = try checked(shards + ["--image-key", "mask.png", "--output", "b.png"], in: scratch)
        #expect(try scratch.bytes("a.png") != scratch.bytes("b.png"))
    }

    /// `mnist` is the set of this name, `./mnist` the directory, and both are said.
    @Test func aDirectoryWithTheNameOfASet() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 20, test: 10)
        try FileManager.default.moveItem(atPath: scratch.path("data"), toPath: scratch.path("kept"))
        try fill(scratch, [("mnist/train/x", 3)])
        let views = ["views", "vicreg-small", "--count", "1", "--data"]
        let nowhere = ["INVAR_DATA": scratch.path("nothing"), "HOME": scratch.path("nothing")]
        if DatasetCatalog.place(of: "mnist", environment: nowhere) == nil {
            let missing = try Tool.run(views + ["mnist"], in: scratch, environment: nowhere)
            #expect(missing.status == 1 && missing.err.contains("write ./mnist for it"), "\(missing.err)")
        }
        try FileManager.default.createDirectory(atPath: scratch.path("sets"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: scratch.path("kept"), toPath: scratch.path("sets/mnist"))
        let named = try Tool.run(views + ["mnist"], in: scratch, environment: ["INVAR_DATA": scratch.path("sets")])
        #expect(named.status == 0 && named.err.contains("idx files"), "\(named.err)")
        #expect(named.err.contains("write ./mnist for it"), "\(named.err)")
        #expect(try checked(views + ["./mnist"], in: scratch).err.contains("training: train (3 images)"))
    }

    /// A path need not be UTF-8, and is shown with escapes.
    @Test func pathsAreBytes() throws {
        let scratch = try Scratch()
        try fill(scratch, [("set/train/x", 3)])
        let ended = try Tool.shell(
            "name=$(printf 'caf\\351'); mv set/train/x \"set/train/$name\"; mv set \"$name\"; "
                + "'\(Tool.path)' views vicreg-small --count 1 --output v.png --data \"$name\"", in: scratch)
        #expect(ended.status == 0 && ended.err.contains("data caf\\xe9: images in folders"), "\(ended.err)")
        #expect(scratch.exists("v.png"))
    }
}
