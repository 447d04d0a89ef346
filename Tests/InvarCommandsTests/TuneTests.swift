import Foundation
import Testing

/// `invar tune`, and the schedules that it writes.
@Suite struct TuneTests {
    private let tiny = ["--workload", "loss-256x2048", "--threads", "1"]

    @Test func aTuningEndsAndWritesAFileThatRuns() throws {
        let scratch = try Scratch()
        let caches = ["XDG_CACHE_HOME": scratch.path("caches")]
        let ended = try Tool.run(
            ["tune"] + tiny + ["--seconds", "3", "--output", "s/schedules.txt", "--plain"], in: scratch,
            environment: caches)
        #expect(ended.status == 0, "\(ended.err)")
        for word in ["CONTRACTION", "STANDING", "GAIN", "matmul.f32.", "contractions faster; s/schedules.txt"] {
            #expect(ended.out.contains(word), "\(word) in \(ended.out)")
        }
        #expect(!scratch.exists("caches/invar/schedules"))
        let again = try Tool.run(
            ["bench"] + tiny + ["--steps", "1", "--executor", "jit", "--schedules", "s/schedules.txt"], in: scratch,
            environment: caches)
        #expect(again.status == 0, "\(again.err)")
    }

    /// What is kept is used by later runs, unless it is turned off; others may not write it.
    @Test func keptSchedulesAreUsed() throws {
        let scratch = try Scratch()
        let environment = ["XDG_CACHE_HOME": scratch.path("caches")]
        func dump(_ more: [String] = []) throws -> Tool.Ended {
            try Tool.run(
                ["dump", "vicreg-mlp", "--batch", "8", "--stage", "schedule"] + more, in: scratch,
                environment: environment)
        }
        let usual = try dump()
        #expect(usual.status == 0 && usual.out.contains("# step "), "\(usual.err)")
        let line = try #require(usual.out.split(separator: "\n").first { $0.hasPrefix("matmul.") })
        let key = try #require(line.split(separator: " ").first)
        let folder = scratch.path("caches/invar/schedules")
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let target = try targetName(usual, scratch, environment)
        let file = "\(folder)/\(target)"
        try "# what was kept\n\(key) direct 4x2 depth 64 rows 24 columns 64\n# \(String(repeating: "-", count: 60))\n"
            .write(
                toFile: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        #expect(try dump().out.contains("\(key) direct 4x2 depth 64 rows 24 columns 64"))
        #expect(try dump(["--schedules", "off"]).out == usual.out)
        try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file)
        #expect(try dump().out == usual.out)
        let bench = try Tool.run(
            ["bench"] + tiny + ["--steps", "1", "--executor", "jit"], in: scratch, environment: environment)
        #expect(bench.status == 0 && bench.err.contains("the kept schedules are not used"), "\(bench.err)")
    }

    /// The name of this machine's file: a tuning of no time says where it would be.
    private func targetName(_ usual: Tool.Ended, _ scratch: Scratch, _ environment: [String: String]) throws -> String {
        let ended = try Tool.run(["tune"] + tiny + ["--seconds", "0.001", "--output", "t.txt"], in: scratch)
        #expect(ended.status == 0, "\(ended.err)")
        let first = try #require(try scratch.text("t.txt").split(separator: "\n").first)
        let words = first.split(separator: " ")
        let place = try #require(words.firstIndex(of: "on"))
        let bits = try #require(words[place + 3].split(separator: "-").first)
        return "\(words[place + 1])-\(bits).txt"
    }

    @Test func aBadScheduleFileIsOneLine() throws {
        let scratch = try Scratch()
        try "\nmatmul.x direct 0x2 depth 512\n".write(
            toFile: scratch.path("bad.txt"), atomically: true, encoding: .utf8)
        let arguments = ["bench"] + tiny + ["--steps", "1", "--executor", "jit"]
        let option = try Tool.run(arguments + ["--schedules", "bad.txt"], in: scratch)
        let variable = try Tool.run(arguments, in: scratch, environment: ["INVAR_SCHEDULES": "bad.txt"])
        for ended in [option, variable] {
            #expect(ended.status == 1 && ended.out.isEmpty)
            #expect(ended.err.hasPrefix("error: bad.txt:2: a micro-kernel of 0x2"), "\(ended.err)")
        }
        let missing = try Tool.run(arguments + ["--schedules", "none.txt"], in: scratch)
        #expect(missing.status == 1 && missing.err.contains("none.txt"))
    }

    @Test func ctrlCKeepsWhatWasFound() throws {
        let scratch = try Scratch()
        let running = try Terminal(
            ["tune", "tiny", "--batch", "8", "--seconds", "15", "--threads", "1", "--output", "s.txt"], in: scratch,
            executable: Workbench.tool)
        // the first of its contractions is done
        #expect(running.read { $0.contains("contraction 2/") }, "\(running.text)")
        kill(running.process.processIdentifier, SIGINT)
        let ended = running.wait()
        #expect(ended.status == 130 && !ended.bySignal, "\(ended.out)")
        let counts = try #require(ended.out.firstMatch(of: #/ of (\d+) contractions faster/#), "\(ended.out)")
        #expect(
            try (1..<13).contains(#require(Int(counts.1))), "what was found is kept, and the rest is left: \(ended.out)"
        )
        #expect(ended.out.contains("CONTRACTION") && scratch.exists("s.txt"))
    }

    @Test(
        arguments: [
            ([], "give an architecture"), (["vicreg-mlp", "--workload", "mlp-fmnist"], "give one"),
            (["--workload", "mlp-fmnist", "--seconds", "0"], "--seconds"),
            (["--workload", "augment-32"], "no program"),
        ] as [([String], String)])
    func mistakesAreOneLine(arguments: [String], words: String) throws {
        let ended = try Tool.run(["tune"] + arguments, in: Scratch())
        #expect(ended.status == 1 && ended.out.isEmpty)
        #expect(ended.err.hasPrefix("error: ") && ended.err.contains(words), "\(ended.err)")
    }
}
