import Foundation
import Testing

@Suite struct ExecutorTests {
    private let bench = ["bench", "--workload", "loss-256x2048", "--steps", "1", "--threads", "1"]

    @Test(arguments: ["pretrain vicreg-mlp", "bench", "profile vicreg-mlp"])
    func unknownExecutorsAreAnsweredWithThoseThatThereAre(command: String) throws {
        let arguments = command.components(separatedBy: " ") + ["--executor", "blass"]
        let ended = try Tool.run(arguments, in: Scratch())
        #expect(ended.status == 1)
        #expect(ended.err.contains("did you mean blas? Known: jit, blas"), "\(ended.err)")
    }

    @Test func theShadowNeedsAnotherExecutor() throws {
        let same = try Tool.run(
            bench + ["--executor", "blas"], in: Scratch(), environment: ["INVAR_SHADOW": "1"])
        #expect(same.status == 1 && same.err.contains("--executor jit"))
        let wrong = try Tool.run(bench, in: Scratch(), environment: ["INVAR_SHADOW": "yes"])
        #expect(wrong.status == 1 && wrong.err.contains("INVAR_SHADOW is \"yes\""))
        let off = try Tool.run(bench, in: Scratch(), environment: ["INVAR_SHADOW": "0"])
        #expect(off.status == 0, "\(off.err)")
    }
}

/// With the executor that compiles.
@Suite struct CompiledTests {
    private let bench = ["bench", "--workload", "loss-256x2048", "--steps", "4", "--seconds", "1", "--threads", "1"]

    @Test func benchComparesExecutors() throws {
        let scratch = try Scratch()
        let ended = try Tool.run(bench + ["--executor", "jit,blas", "--json", "b.json"], in: scratch)
        #expect(ended.status == 0, "\(ended.err)")
        #expect(ended.out.contains("RATIO"))
        let results = try #require(
            try JSONSerialization.jsonObject(with: scratch.bytes("b.json")) as? [[String: Any]])
        #expect(results.map { $0["executor"] as? String } == ["jit", "blas"])
        #expect(results.map { $0["steps"] as? Int } == [4, 4])
        let losses = results.map { $0["loss"] as? Double ?? .nan }
        #expect(abs(losses[0] - losses[1]) < 1e-4 * abs(losses[1]))
    }

    @Test func theShadowFindsNothing() throws {
        let ended = try Tool.run(
            bench + ["--executor", "jit"], in: Scratch(), environment: ["INVAR_SHADOW": "1"])
        #expect(ended.status == 0, "\(ended.err)")
        #expect(ended.out.contains("jit checked by blas"))
    }

    @Test(arguments: ["llvm", "asm"])
    func aLayersCodeIsText(stage: String) throws {
        let ended = try Tool.run(
            ["dump", "vicreg-mlp", "--batch", "4", "--stage", stage, "--node", "encoder.linear1"], in: Scratch())
        #expect(ended.status == 0, "\(ended.err)")
        #expect(ended.out.contains(stage == "llvm" ? "define void @kernel0" : "kernel0:"))
        #expect(ended.out.contains("in encoder.linear1 at Invar/Zoo.swift"))
    }

    @Test func theEnvironmentDumpsCode() throws {
        let scratch = try Scratch()
        try scratch.makeData()
        let arguments = [
            "pretrain", "vicreg-mlp", "--data", "data", "--epochs", "1", "--batch", "32", "--executor", "jit",
            "--output", "run",
        ]
        let ended = try Tool.run(
            arguments, in: scratch, environment: ["INVAR_DUMP": "asm,program", "INVAR_DUMP_FORMAT": "json"])
        #expect(ended.status == 0, "\(ended.err)")
        #expect(try scratch.text("vicreg-mlp.asm.txt").contains("kernel0:"))
        #expect(try scratch.json("vicreg-mlp.program.json")["steps"] is [Any])
        let sessions = try #require(try scratch.json("run/run.json")["sessions"] as? [[String: Any]])
        #expect(sessions[0]["executor"] as? String == "jit")
        #expect((sessions[0]["notes"] as? [String])?.first?.hasPrefix("LLVM") ?? false)
    }

    @Test func aProfileOfCompiledStepsHasKernels() throws {
        let ended = try Tool.run(
            [
                "profile", "vicreg-mlp", "--batch", "16", "--steps", "2", "--threads", "1", "--executor", "jit",
                "--json",
                "-",
            ], in: Scratch())
        #expect(ended.status == 0, "\(ended.err)")
        let report = try #require(try JSONSerialization.jsonObject(with: Data(ended.out.utf8)) as? [String: Any])
        let rows = try #require(report["rows"] as? [[String: Any]])
        #expect(rows.contains { ($0["kernels"] as? [Any])?.count ?? 0 > 1 })
    }
}
