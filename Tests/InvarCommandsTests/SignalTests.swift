import Foundation
import Testing

/// What ends a run, and how soon.
@Suite(.serialized) struct SignalTests {
    private func arguments(_ run: String) -> [String] {
        [
            "pretrain", "vicreg-small", "--data", "data", "--batch", "32", "--epochs", "100000", "--output", run,
            "--log-every", "1", "--threads", "1", "--workers", "1", "--executor", "blas",
        ]
    }

    /// Its output is a pipe that nobody reads: it waits for ever in the middle of its work, and no thread of it can be told.
    @Test(arguments: [SIGTERM, SIGINT]) func theSecondSignalEndsWhatIsStuck(signal: Int32) throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 32)
        #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
        let pipe = open(scratch.path("pipe"), O_RDWR)
        defer { close(pipe) }
        // one page is the least that a pipe holds
        #expect(fcntl(pipe, 1031, 4096) >= 4096)
        let command = ([Tool.path] + arguments("run")).map { "'\($0)'" }.joined(separator: " ")
        let running = try Tool.start(["-c", "exec \(command) > pipe"], in: scratch, executable: "/bin/sh")
        var last = -1
        // stuck: a second without a line
        let isStuck = running.waitUntil {
            let lines = scratch.lines("run/metrics.jsonl")
            defer { last = lines }
            if lines > 0, lines == last { usleep(1_000_000) }
            return lines > 0 && lines == last && scratch.lines("run/metrics.jsonl") == lines
        }
        #expect(isStuck)
        running.send(signal)
        #expect(running.waitUntil { running.errors.contains("stopping after this step") })
        #expect(running.process.isRunning)
        running.send(signal)
        let ended = running.wait()
        #expect(ended.bySignal && ended.status == signal)
    }

    /// The first ends at once what has nothing to save yet.
    @Test func beforeTrainingTheFirstEndsIt() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 32)
        // nothing is compiled yet: that takes a second or more once the data are found
        let command = ([Tool.path] + arguments("run") + ["--executor", "jit"]).map { "'\($0)'" }.joined(separator: " ")
        let running = try Tool.start(["-c", "INVAR_CACHE=off exec \(command)"], in: scratch, executable: "/bin/sh")
        #expect(running.waitUntil { running.errors.contains("data data: ") })
        running.send(SIGTERM)
        let ended = running.wait()
        #expect(ended.bySignal && ended.status == SIGTERM)
    }

    @Test func afterNohupTheEndOfTheTerminalMeansNothing() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 32)
        let command = ([Tool.path] + arguments("run")).map { "'\($0)'" }.joined(separator: " ")
        let running = try Tool.start(["-c", "trap '' HUP; exec \(command)"], in: scratch, executable: "/bin/sh")
        #expect(running.waitUntil { scratch.lines("run/metrics.jsonl") > 2 })
        running.send(SIGHUP)
        let lines = scratch.lines("run/metrics.jsonl")
        #expect(running.waitUntil { scratch.lines("run/metrics.jsonl") > lines + 3 })
        running.send(SIGINT)
        #expect(running.wait().status == 130)
    }
}
