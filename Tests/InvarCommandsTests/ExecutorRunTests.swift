import Foundation
import InvarData
import TestSupport
import Testing

/// Runs with one executor or the other: what is recorded of them, and what later commands make of them.
@Suite struct ExecutorRunTests {
    private func pretrain(_ architecture: String, _ run: String, _ more: [String], in scratch: Scratch) throws {
        let ended = try Tool.run(
            [
                "pretrain", architecture, "--data", "data", "--batch", "32", "--epochs", "2", "--log-every", "1",
                "--threads", "1", "--workers", "1", "--output", run,
            ] + more, in: scratch)
        #expect(ended.status == 0, "\(ended.err)")
    }

    /// The notes of each session in a run's record that are about schedules.
    private func notes(_ run: String, in scratch: Scratch) throws -> [[String]] {
        let sessions = try #require(try scratch.json("\(run)/run.json")["sessions"] as? [[String: Any]])
        return try sessions.map { session in
            try #require(session["notes"] as? [String]).filter { $0.contains("schedules") }
        }
    }

    /// A run's bits depend on its schedules, so its record names them. Those that the cost model would choose change no bit.
    @Test func aRecordNamesTheSchedules() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 64)
        let dumped = try Tool.run(
            [
                "dump", "vicreg-mlp", "--batch", "32", "--stage", "schedule", "--schedules", "off", "--output",
                "all.txt",
            ],
            in: scratch)
        #expect(dumped.status == 0, "\(dumped.err)")
        let lines = try scratch.text("all.txt").split(separator: "\n").filter { $0.hasPrefix("matmul.") }
        try #require(lines.count > 1)
        try "\(lines[0])\n".write(toFile: scratch.path("one.txt"), atomically: true, encoding: .utf8)

        try pretrain("vicreg-mlp", "off", ["--schedules", "off"], in: scratch)
        try pretrain("vicreg-mlp", "all", ["--schedules", "all.txt"], in: scratch)
        try pretrain("vicreg-mlp", "one", ["--schedules", "one.txt"], in: scratch)
        try pretrain(
            "vicreg-mlp", "one", ["--schedules", "off", "--epochs", "3", "--resume", "--change-epochs"], in: scratch)
        try pretrain("vicreg-mlp", "blas", ["--schedules", "all.txt", "--executor", "blas"], in: scratch)

        #expect(try notes("off", in: scratch) == [[]])
        #expect(try notes("blas", in: scratch) == [[]], "the interpreter has no schedules")
        let all = try notes("all", in: scratch).flatMap { $0 }
        #expect(all.count == 1 && all[0].hasPrefix("schedules of all.txt: \(lines.count) contractions, "), "\(all)")
        let one = try notes("one", in: scratch)
        #expect(one.count == 2 && one[1] == [], "\(one)")
        #expect(one[0].count == 1 && one[0][0].hasPrefix("schedules of one.txt: 1 contraction, "), "\(one)")
        #expect(all[0].suffix(12) != one[0][0].suffix(12), "other schedules have another hash")
        #expect(try scratch.metrics("all") == scratch.metrics("off"))
    }

    /// A run goes on with the other executor's kernels in the commands that read it: features differ by roundings, and so at most
    /// an image at the edge of two classes is counted otherwise.
    @Test func executorsSeeTheSameFeatures() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 160)
        try pretrain("vicreg-small", "run", [], in: scratch)
        var features: [[Float]] = []
        var scores: [[String: [String: Double]]] = []
        for executor in ["jit", "blas"] {
            let embedded = try Tool.run(
                ["embed", "run", "--executor", executor, "--output", executor], in: scratch)
            #expect(embedded.status == 0, "\(embedded.err)")
            let stored = try NpyFile.read(scratch.path("\(executor).npy"))
            guard case .float32(let values) = stored.values else { throw DataError(executor, "is not float32") }
            features.append(values)
            let evaluated = try Tool.run(["evaluate", "run", "--executor", executor], in: scratch)
            #expect(evaluated.status == 0, "\(evaluated.err)")
            let all = try scratch.json("run/evaluation.json")
            scores.append(all.compactMapValues { $0 as? [String: Double] }.filter { $0.key != "settings" })
        }
        let largest = features[1].reduce(0) { max($0, abs($1)) }
        let apart = largestDifference(features[0], features[1])
        // Four convolutions, of which Winograd's are off by up to 6e-6 of their largest element.
        #expect(features[0].count == 40 * 128 && apart <= 1e-5 * Double(largest), "\(apart) apart, of \(largest)")
        #expect(scores[0].keys.sorted() == ["pixels", "trained", "untrained"])
        for (kind, want) in scores[1] {
            for measure in ["knn", "linear", "few"] {
                let (a, b) = (want[measure] ?? .nan, scores[0][kind]?[measure] ?? .nan)
                #expect(abs(a - b) <= 100.0 / 40 + 1e-9, "\(measure) of \(kind): \(a) by blas, \(b) by jit")
            }
        }
    }
}
