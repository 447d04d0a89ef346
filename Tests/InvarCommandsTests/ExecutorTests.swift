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
