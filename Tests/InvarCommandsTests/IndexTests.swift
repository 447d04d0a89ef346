import Foundation
import InvarData
import InvarRuntime
import Testing

/// `invar index`, and what runs make of it.
@Suite(.serialized) struct IndexTests {
    /// Shards of two pictures each, in two classes.
    private func shards(_ count: Int, in scratch: Scratch) throws {
        for (folder, value) in [("dark", 20), ("light", 200)] {
            try scratch.makeFolder("members/\(folder)")
            for i in 0..<2 {
                let picture = Picture(height: 12, width: 12, channels: 1, filledWith: UInt8(value + i))
                try picture.write(png: scratch.path("members/\(folder)/\(i).png"))
            }
        }
        let packed = try Tool.shell(
            "mkdir -p set/train set/test && cd members && tar --format=ustar -cf ../set/test/0.tar dark light "
                + "&& for i in $(seq \(count)); do cp ../set/test/0.tar ../set/train/$i.tar; done", in: scratch)
        #expect(packed.status == 0, "\(packed.err)")
    }

    private let views = ["views", "vicreg-small", "--data", "set", "--count", "2", "--output", "v.png"]

    @Test func runsSayWhatDoesNotFit() throws {
        let scratch = try Scratch()
        try shards(5, in: scratch)
        let made = try Tool.run(["index", "set"], in: scratch)
        #expect(made.status == 0 && made.out.hasPrefix("set/.invar-index: 24 images in 6 shards, "), "\(made.out)")
        #expect(
            made.err.contains("data set: tar shards; training: 20 images, test: 4 images; 2 classes"), "\(made.err)")
        let quiet = try Tool.run(views, in: scratch)
        #expect(quiet.status == 0 && !quiet.err.contains("warning"), "\(quiet.err)")
        let picture = try scratch.bytes("v.png")
        // without the index, the same
        try FileManager.default.removeItem(atPath: scratch.path("set/.invar-index"))
        #expect(try Tool.run(views, in: scratch).status == 0 && scratch.bytes("v.png") == picture)
        #expect(try Tool.shell("touch set/train/3.tar && rm set/train/5.tar", in: scratch).status == 0)
        let warned = try Tool.run(views, in: scratch)
        #expect(
            warned.status == 0
                && warned.err.contains(
                    "warning: set/.invar-index is not of these shards as they are now: train/3.tar was written to since, "
                        + "train/5.tar is gone. Walked through 1 shard of 5"),
            "\(warned.err)")
        #expect(try !Tool.run(views, in: scratch).err.contains("warning"))
        // a damaged one is an error, and the command that makes it anew does not mind
        try Data("INVARIDX".utf8).write(to: URL(fileURLWithPath: scratch.path("set/.invar-index")))
        let refused = try Tool.run(views, in: scratch)
        #expect(refused.status == 1 && refused.error.contains("set/.invar-index is a damaged index"), "\(refused.err)")
        #expect(try Tool.run(["index", "set"], in: scratch).status == 0)
        #expect(try Tool.run(views, in: scratch).status == 0)
    }

    /// What a run was told is in run.json.
    @Test func aRunKeepsTheIndexThatItWasGiven() throws {
        let scratch = try Scratch()
        try shards(8, in: scratch)
        #expect(try Tool.run(["index", "set", "--output", "made/set.index"], in: scratch).status == 0)
        let quick = ["--batch", "8", "--epochs", "1", "--plain", "--executor", "blas"]
        let begun = ["pretrain", "vicreg-small", "--data", "set", "--index", "made/set.index", "--output", "run"]
        let ended = try Tool.run(begun + quick, in: scratch)
        #expect(ended.status == 0 && !scratch.exists("set/.invar-index"), "\(ended.err)")
        let embed = ["embed", "run", "--executor", "blas"]
        #expect(try Tool.run(embed, in: scratch).status == 0 && !scratch.exists("set/.invar-index"))
        try FileManager.default.removeItem(atPath: scratch.path("made/set.index"))
        let gone = try Tool.run(embed, in: scratch)
        #expect(gone.status == 0 && gone.err.contains("made/set.index, which the run was begun with, is gone"))
        #expect(scratch.exists("set/.invar-index"))
    }

    /// More shards than files may be open.
    @Test func aThousandShardsAndFewDescriptors() throws {
        let scratch = try Scratch()
        try shards(1000, in: scratch)
        let arguments = [
            Tool.path, "pretrain", "vicreg-small", "--data", "set", "--batch", "64", "--epochs", "1", "--plain",
            "--workers", "2",
            "--executor", "blas", "--output", "run",
        ]
        let ended = try Tool.shell(
            "ulimit -n 256 && \(arguments.map { "'\($0)'" }.joined(separator: " "))", in: scratch)
        #expect(ended.status == 0 && ended.out.contains("finished 62 steps"), "\(ended.err)")
        #expect(!ended.err.contains("cannot be read"), "\(ended.err)")
    }

    /// Ctrl-C in the middle leaves nothing; where it came too late, the whole file.
    @Test func stoppingLeavesNoHalfFile() throws {
        let scratch = try Scratch()
        try shards(2000, in: scratch)
        for delay: UInt32 in [20_000, 60_000, 100_000, 140_000] {
            let running = try Tool.start(["index", "set"], in: scratch)
            usleep(delay)
            running.send(SIGINT)
            let ended = running.wait()
            let isStopped = ended.bySignal || ended.status == 130
            #expect(isStopped || ended.status == 0, "\(ended.err)")
            let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("set"))
            #expect(Set(names) == (isStopped ? ["train", "test"] : ["train", "test", ".invar-index"]), "\(names)")
            try? FileManager.default.removeItem(atPath: scratch.path("set/.invar-index"))
        }
    }
}
