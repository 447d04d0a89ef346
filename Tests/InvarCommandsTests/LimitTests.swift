import Foundation
import InvarRuntime
import Testing

/// What a system refuses or a user limits: each ends with a sentence and a status, or works; nothing waits for ever.
@Suite struct LimitTests {
    private func pretrain(_ more: String) -> String {
        "'\(Tool.path)' pretrain vicreg-small --data data --batch 32 --epochs 1 --plain --output run " + more
    }

    /// Ends by itself, with a status of its own; `timeout` would end it with 137.
    private func ended(_ limits: String, _ command: String, in scratch: Scratch) throws -> Tool.Ended {
        let ended = try Tool.shell("\(limits); exec timeout -s KILL 240 \(command)", in: scratch)
        #expect(!ended.bySignal && (ended.status == 0 || ended.status == 1), "\(limits): \(ended.status) \(ended.err)")
        if ended.status == 1 { #expect(ended.err.contains("error: "), "\(limits): \(ended.err)") }
        return ended
    }

    /// Stacks of 10¹⁵ bytes, so that the system can make no thread.
    private let withoutThreads = "ulimit -s 1000000000000 || exit 1; export OPENBLAS_NUM_THREADS=1"

    @Test(arguments: ["--threads 2 --executor jit", "--threads 2 --executor blas", "--threads 1 --workers 2"])
    func refusedThreadsAreAnError(_ options: String) throws {
        let scratch = try Scratch()
        try scratch.makeData()
        let ended = try ended(withoutThreads, pretrain(options), in: scratch)
        #expect(ended.status == 1 && ended.err.contains("the system refused thread 1 of "), "\(ended.err)")
        #expect(ended.err.contains("--threads") && ended.err.contains("ulimit -u"), "\(ended.err)")
    }

    /// Where nobody asked for threads, those that there are do the work: compiling kernels, keeping them.
    @Test(arguments: ["loss-256x2048", "loss-256x2048,mlp-fmnist"])
    func oneThreadSufficesForABenchmark(_ workloads: String) throws {
        let scratch = try Scratch()
        let bench = "'\(Tool.path)' bench --workload \(workloads) --steps 1 --seconds 0.1 --threads 1 --executor jit"
        let ended = try ended(withoutThreads + "; export INVAR_CACHE=cache", bench, in: scratch)
        #expect(ended.status == 0, "\(ended.err)")
        #expect(ended.out.contains("loss-256x2048"))
    }

    /// Kibibytes of addresses, from what does not hold the libraries to what holds all.
    @Test(arguments: [320_000, 600_000, 800_000, 3_000_000], ["jit", "blas"])
    func addressLimitsAreMetOrNamed(_ limit: Int, _ executor: String) throws {
        let scratch = try Scratch()
        try scratch.makeData()
        let ended = try ended("ulimit -v \(limit)", pretrain("--threads 2 --executor \(executor)"), in: scratch)
        if ended.status == 1 { #expect(ended.err.contains("ulimit -v"), "\(ended.err)") }
        if limit == 3_000_000 { #expect(ended.status == 0, "\(ended.err)") }
        if limit == 320_000 { #expect(ended.status == 1) }
    }

    @Test(arguments: [
        "pretrain vicreg-small", "compare vicreg-small byol-small", "bench --workload loss-256x2048",
        "profile vicreg-small",
    ])
    func moreThreadsThanHelpAreRefused(_ command: String) throws {
        let scratch = try Scratch()
        let most = TargetDescription.current.mostThreads
        let words = command.components(separatedBy: " ")
        for (option, count) in [("--threads", 1024), ("--threads", most + 1), ("--workers", most + 1)] {
            if option == "--workers", !["pretrain", "compare"].contains(words[0]) { continue }
            let ended = try Tool.run(words + [option, "\(count)"], in: scratch)
            #expect(
                ended.status == 1 && ended.err.contains("\(option) \(count): 1 to \(most) are possible"), "\(ended.err)"
            )
        }
    }

    /// The step's line says no more than was allowed, or the error says what is needed.
    @Test(arguments: ["jit", "blas"]) func memoryIsAPromise(_ executor: String) throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 128, side: 28)
        var outcomes: Set<Int32> = []
        for limit in [30, 60, 75, 85, 100, 150] {
            try? FileManager.default.removeItem(atPath: scratch.path("run"))
            let ended = try Tool.run(
                [
                    "pretrain", "vicreg-small", "--data", "data", "--batch", "128", "--epochs", "1", "--output", "run",
                    "--plain", "--threads", "2", "--executor", executor, "--memory", "\(limit)MiB",
                ], in: scratch)
            outcomes.insert(ended.status)
            if ended.status == 0 {
                let words = ended.out.components(separatedBy: " MiB for the step").first?.split(separator: " ")
                let taken = try #require(words?.last.flatMap { Double($0.filter { $0 != "," }) }, "\(ended.out)")
                #expect(taken <= Double(limit), "\(limit) MiB")
            } else {
                #expect(ended.status == 1 && ended.err.contains("are not enough"), "\(ended.err)")
                #expect(ended.err.contains("packed weights and scratch memory"), "\(ended.err)")
            }
        }
        #expect(outcomes == [0, 1], "some limits are met, some are not")
    }
}
