import Foundation
import InvarData
import InvarRuntime
import Testing

/// A run as a user has it: started, stopped, killed, resumed, evaluated, all as real processes.
@Suite(.serialized) struct PretrainTests {
    private func arguments(_ run: String, epochs: Int = 3, more: [String] = []) -> [String] {
        [
            "pretrain", "vicreg-small", "--data", "data", "--batch", "32", "--epochs", "\(epochs)", "--output", run,
            "--checkpoint-every", "2", "--log-every", "1", "--threads", "1", "--workers", "1",
        ] + more
    }

    @Test func aWholeRunFromTrainingToEmbeddings() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 160)
        let run = try Tool.run(arguments("runs/a"), in: scratch)
        #expect(run.status == 0, "\(run.err)")
        #expect(run.out.contains("finished 15 steps"))
        #expect(!run.out.contains("\u{1B}"), "no terminal, no control characters")
        for file in ["run.json", "metrics.jsonl", "encoder.safetensors", "checkpoints/last.safetensors"] {
            #expect(scratch.exists("runs/a/\(file)"))
        }

        let evaluated = try Tool.run(["evaluate", "runs/a"], in: scratch)
        #expect(evaluated.status == 0, "\(evaluated.err)")
        for word in ["raw pixels", "untrained encoder", "trained encoder", "kNN (k = 20)", "±"] {
            #expect(evaluated.out.contains(word))
        }
        let scores = try scratch.json("runs/a/evaluation.json")
        for kind in ["trained", "untrained", "pixels"] {
            let row = try #require(scores[kind] as? [String: Any])
            for key in ["knn", "linear", "few"] { #expect((0...100).contains(try #require(row[key] as? Double))) }
        }

        let embedded = try Tool.run(["embed", "runs/a", "--output", "e/test"], in: scratch)
        #expect(embedded.status == 0, "\(embedded.err)")
        let values = try NpyFile.read(scratch.path("e/test.npy"))
        #expect(values.shape == [40, 128])
        #expect(try NpyFile.read(scratch.path("e/test-labels.npy")).values == .int32((0..<40).map { Int32($0 % 10) }))
        let stored = try SafetensorsFile(path: scratch.path("e/test.safetensors"))
        #expect(try stored.tensor("representations") == values)

        let before = try scratch.metrics("runs/a")
        let again = try Tool.run(arguments("runs/a", more: ["--resume"]), in: scratch)
        #expect(again.status == 0)
        #expect(again.out.contains("already finished"))
        #expect(try scratch.metrics("runs/a") == before)
        let refused = try Tool.run(arguments("runs/a"), in: scratch)
        #expect(refused.status == 1)
        #expect(refused.err.contains("--resume"))
    }

    @Test func killedAtAnyMomentItGoesOnBitForBit() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 160)
        let whole = try Tool.run(arguments("whole", epochs: 4), in: scratch)
        #expect(whole.status == 0, "\(whole.err)")
        var random = CounterRandom(seed: UInt64(getpid()))
        var hits = 0
        for attempt in 0..<3 {
            let run = "killed\(attempt)"
            var kills = 0
            while kills < 4 {
                let begun = scratch.exists("\(run)/run.json")
                let process = try Tool.start(arguments(run, epochs: 4, more: begun ? ["--resume"] : []), in: scratch)
                // some kills come before the first step, some between two of them, some in the middle of a checkpoint
                let wanted = scratch.lines("\(run)/metrics.jsonl") + random.integer(below: 5)
                _ = process.waitUntil { scratch.lines("\(run)/metrics.jsonl") >= wanted }
                usleep(UInt32(random.integer(below: 60_000)))
                process.send(SIGKILL)
                kills += 1
                let ended = process.wait()
                if !ended.bySignal { break }
                hits += 1
            }
            let begun = scratch.exists("\(run)/run.json")
            let last = try Tool.run(arguments(run, epochs: 4, more: begun ? ["--resume"] : []), in: scratch)
            #expect(last.status == 0, "\(last.err)")
            #expect(try scratch.metrics(run) == scratch.metrics("whole"))
            #expect(try scratch.bytes("\(run)/encoder.safetensors") == scratch.bytes("whole/encoder.safetensors"))
        }
        #expect(hits > 0)
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func interruptedItSavesAndSaysHowToGoOn(signal: Int32) throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 160)
        let long = arguments("run one", epochs: 60)
        let process = try Tool.start(long, in: scratch)
        #expect(process.waitUntil { scratch.lines("run one/metrics.jsonl") >= 3 })
        process.send(signal)
        let ended = process.wait()
        #expect(!ended.bySignal)
        #expect(ended.status == 130)
        let command = try #require(ended.out.split(separator: "\n").last { $0.contains("--resume") })
        let steps = scratch.lines("run one/metrics.jsonl")
        // the very command that it printed
        let resumed = try Tool.start(["-c", "exec " + command], in: scratch, executable: "/bin/sh")
        #expect(
            resumed.waitUntil {
                scratch.lines("run one/metrics.jsonl") > steps + 3 || resumed.output.contains("finished")
            })
        resumed.send(SIGINT)
        let second = resumed.wait()
        #expect(second.out.contains("goes on after step"), "\(second.err)")
    }

    @Test func aSecondInterruptEndsAtOnce() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 160)
        let process = try Tool.start(arguments("run", epochs: 100_000), in: scratch)
        #expect(process.waitUntil { scratch.lines("run/metrics.jsonl") >= 1 })
        process.send(SIGINT)
        process.send(SIGTERM)
        let ended = process.wait()
        // at once where the step was still going on, saved where it had just ended
        #expect(ended.bySignal || ended.status == 130)
    }

    @Test func whatCannotBeWrittenIsAnErrorAtTheStart() throws {
        let scratch = try Scratch()
        try scratch.makeData()
        try "a file".write(toFile: scratch.path("file"), atomically: true, encoding: .utf8)
        for place in ["/proc/invar/run", "file", "file/run"] {
            let ended = try Tool.run(arguments(place), in: scratch)
            #expect(ended.status == 1)
            #expect(!ended.bySignal)
            #expect(ended.error.hasPrefix("error: ") && ended.err.split(separator: "\n").count == 2, "\(ended.err)")
        }
    }

    /// No file may grow beyond 1 MiB: the first checkpoint does not fit.
    @Test func aFullDiskIsAnErrorInWords() throws {
        let scratch = try Scratch()
        try scratch.makeData()
        let command = ([Tool.path] + arguments("full")).map { "'\($0)'" }.joined(separator: " ")
        let ended = try Tool.shell("ulimit -f 2048; exec \(command)", in: scratch)
        #expect(!ended.bySignal)
        #expect(ended.status == 1)
        #expect(ended.error.hasPrefix("error: ") && ended.error.contains("space"), "\(ended.err)")
        #expect(!scratch.exists("full/checkpoints/last.safetensors"))
    }

    @Test(arguments: ["train-images-idx3-ubyte", "train-labels-idx1-ubyte"])
    func aFileCutShortIsAnErrorBeforeAnyHarm(file: String) throws {
        let scratch = try Scratch()
        try scratch.makeData()
        let whole = try scratch.bytes("data/\(file)")
        for length in [0, 3, 10, whole.count - 1] {
            try whole.prefix(length).write(to: URL(fileURLWithPath: scratch.path("data/\(file)")))
            let ended = try Tool.run(arguments("run"), in: scratch)
            #expect(ended.status == 1)
            #expect(ended.error.hasPrefix("error: "), "\(ended.err)")
            #expect(!scratch.exists("run"))
        }
    }

    @Test func impossibleNumbersAreErrors() throws {
        let scratch = try Scratch()
        try scratch.makeData()
        for wrong in [
            ["--batch", "0"], ["--batch", "100000"], ["--epochs", "0"], ["--learning-rate", "-1"], ["--threads", "0"],
            ["--train-images", "1000000"], ["--warmup-epochs", "nan"], ["--weight-decay", "-0.1"], ["--workers", "0"],
        ] {
            let ended = try Tool.run(
                ["pretrain", "vicreg-small", "--data", "data", "--output", "run"] + wrong, in: scratch)
            #expect(ended.status == 1 || ended.status == 64, "\(wrong)")
            #expect(!ended.bySignal && !ended.err.isEmpty)
            #expect(!scratch.exists("run"))
        }
    }

    @Test func commandsOnWhatIsNoRun() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path("empty"), withIntermediateDirectories: true)
        for command in [["evaluate", "nowhere"], ["evaluate", "empty"], ["embed", "empty"], ["inspect", "nowhere"]] {
            let ended = try Tool.run(command, in: scratch)
            #expect(ended.status == 1)
            #expect(ended.err.hasPrefix("error: "))
        }
        let resumed = try Tool.run(["pretrain", "vicreg-small", "--output", "nowhere", "--resume"], in: scratch)
        #expect(resumed.status == 1)
        #expect(resumed.err.contains("holds no run"))
    }
}
