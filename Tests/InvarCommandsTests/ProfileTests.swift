import Foundation
import Testing

@Suite struct ProfileTests {
    private let short = ["profile", "--workload", "loss-256x2048", "--steps", "2", "--threads", "1"]

    @Test func aProfileIsATableJSONAndATrace() throws {
        let scratch = try Scratch()
        let ended = try Tool.run(
            short + ["--top", "3", "--json", "p/profile.json", "--trace", "p/trace.json"], in: scratch)
        #expect(ended.status == 0, "\(ended.err)")
        for word in ["loss-256x2048 by", "on 1 thread", "GFLOP/s", "GB/s", "SHARE", "LIMIT", "matmul", "more step"] {
            #expect(ended.out.contains(word), "\(word)")
        }
        let report = try scratch.json("p/profile.json")
        let rows = try #require(report["rows"] as? [[String: Any]])
        #expect(abs(rows.reduce(0) { $0 + ($1["share"] as? Double ?? .nan) } - 1) < 1e-6)
        #expect(rows.allSatisfy { $0["of_limit"] is Double && $0["kind"] is String })
        #expect(report["steps"] as? Int == 2 && report["threads"] as? Int == 1)
        let peaks = try #require(report["peaks"] as? [[String: Any]])
        #expect(
            peaks.allSatisfy { ($0["flops_per_s"] as? Double ?? 0) > 1e8 && ($0["bytes_per_s"] as? Double ?? 0) > 1e8 })
        let events = try #require(try scratch.json("p/trace.json")["traceEvents"] as? [[String: Any]])
        #expect(events.filter { $0["cat"] as? String == "step" }.count == 2 * rows.count)
    }

    @Test func familiesScaleAndAreForecast() throws {
        let scratch = try Scratch()
        let ended = try Tool.run(
            [
                "profile", "--workload", "loss-256x2048", "--steps", "2", "--threads", "2", "--top", "0", "--scaling",
                "--simulate-threads", "16,64", "--simulate-bandwidth", "100", "--json", "p.json",
            ], in: scratch)
        #expect(ended.status == 0, "\(ended.err)")
        for word in ["FAMILY", "ROOFLINE", "1 THREAD", "(16 THREADS)", "(64 THREADS)", "products", "whole step"] {
            #expect(ended.out.contains(word), "\(word)")
        }
        #expect(!ended.out.contains("PATH"))
        let report = try scratch.json("p.json")
        let families = try #require(report["families"] as? [[String: Any]])
        let whole = families.filter { $0["family"] as? String == "whole step" }
        #expect(whole.map { $0["threads"] as? Int } == [2, 1, 16, 64])
        #expect(whole.map { $0["is_forecast"] as? Bool } == [false, false, true, true])
        let seconds = whole.map { $0["seconds"] as? Double ?? .nan }
        #expect(seconds[1] > seconds[2] && seconds[2] >= seconds[3] && seconds[3] > 0)
        #expect(families.allSatisfy { ($0["of_roofline"] as? Double ?? 0) > 0 })
    }

    @Test func jsonToTheTerminalIsAlone() throws {
        let ended = try Tool.run(short + ["--json", "-"], in: Scratch())
        #expect(try JSONSerialization.jsonObject(with: Data(ended.out.utf8)) is [String: Any])
    }

    @Test(
        arguments: [
            ([], "give an architecture"), (["vicreg-mlp", "--workload", "mlp-fmnist"], "give one"),
            (["--workload", "augment-32"], "no program"), (["--workload", "mlp-fmnst"], "did you mean mlp-fmnist?"),
            (["vicreg-mlp", "--steps", "0"], "--steps 0"), (["vicreg-mlp", "--top", "-1"], "--top -1"),
            (["vicreg-mlp", "--simulate-threads", "16,0"], "--simulate-threads 16,0"),
            (["vicreg-mlp", "--simulate-bandwidth", "9"], "needs --simulate-threads"),
            (["vicreg-mlp", "--executor", "blast"], "did you mean blas?"),
            (["--workload", "mlp-fmnist", "--batch", "8"], "its own batch"),
        ] as [([String], String)])
    func mistakesAreOneLine(arguments: [String], words: String) throws {
        let ended = try Tool.run(["profile"] + arguments, in: Scratch())
        #expect(ended.status == 1 && ended.out.isEmpty)
        #expect(ended.err.hasPrefix("error: ") && ended.err.contains(words), "\(ended.err)")
    }
}
