import Foundation

/// `bench`, `profile` and `tune`, which run one step again and again. A few command lines serve many options.
let stepRows: [OptionRow] = [
    OptionRow("bench", "--workload") { w in try bench(w, "b").words("workload") == "loss-256x2048" },
    OptionRow("bench", "--executor") { w in
        try bench(w, "b").words("executor") == "blas"
            && bench(w, "jit", ["--executor", "jit"]).words("executor") == "jit"
    },
    OptionRow("bench", "--schedules") { w in
        try "key.that.is.nowhere direct 6x2 depth 512\n".write(
            toFile: w.scratch.path("s.txt"), atomically: true, encoding: .utf8)
        _ = try bench(w, "scheduled", ["--executor", "jit", "--schedules", "s.txt"])
        return w.last.contains("schedules of s.txt: 1 contraction")
    },
    OptionRow("bench", "--threads") { w in
        try bench(w, "b").number("threads") == 1 && bench(w, "three", ["--threads", "3"]).number("threads") == 3
            && w.threadsArrive(["bench", "--workload", "loss-256x2048", "--steps", "3", "--executor", "blas"])
    },
    OptionRow("bench", "--micro-batches") { w in
        let workload = ["--workload", "mlp-fmnist", "--steps", "1"]
        let loss = ["bench", "--workload", "loss-256x2048", "--micro-batches", "2"]
        // what is computed again is more to compute
        return try bench(w, "parts", workload + ["--micro-batches", "4"]).number("flops_per_step") ?? 0
            > bench(w, "much", workload).number("flops_per_step") ?? .infinity
            && w.attempt(loss).err.contains("leave --micro-batches out")
    },
    OptionRow("bench", "--memory") { w in
        let workload = ["--workload", "mlp-fmnist", "--steps", "1"]
        let little = try w.littleMemory(["bench", "--executor", "blas"] + workload)
        // what is computed again is more to compute
        return try bench(w, "little", workload + ["--memory", little]).number("flops_per_step") ?? 0
            > bench(w, "much", workload).number("flops_per_step") ?? .infinity
    },
    OptionRow("bench", "--steps") { w in
        try bench(w, "b").number("steps") == 2 && bench(w, "five", ["--steps", "5"]).number("steps") == 5
    },
    OptionRow("bench", "--seconds") { w in
        // it ends, long before so many steps are done
        try bench(w, "seconds", ["--steps", "1000000", "--seconds", "0.1"]).number("steps") ?? 0 < 1000
    },
    OptionRow("bench", "--json") { w in
        let text = try w.run([
            "bench", "--workload", "loss-256x2048", "--steps", "2", "--executor", "blas", "--json", "-",
        ]).out
        return try bench(w, "b").number("median_s") ?? 0 > 0 && text.hasPrefix("{")
    },

    OptionRow("profile", "<architecture>") { w in try profile(w).words("workload") == "tiny" },
    OptionRow("profile", "--workload") { w in
        try profile(w, "w", ["--workload", "loss-256x2048"], architecture: nil).words("workload") == "loss-256x2048"
    },
    OptionRow("profile", "--batch") { w in
        // four images where nothing else is said here
        try profile(w, "batch", ["--batch", "8"]).flops > 1.9 * profile(w).flops
    },
    OptionRow("profile", "--threads") { w in
        try profile(w).number("threads") == 1
            && w.threadsArrive(
                ["profile", "tiny", "--batch", "4", "--steps", "20000", "--executor", "blas"], more: 1)
    },
    OptionRow("profile", "--micro-batches") { w in
        try profile(w, "parts", ["--micro-batches", "2"]).rows.count > profile(w).rows.count
            && w.attempt(["profile", "tiny", "--micro-batches", "0"]).err.contains("--micro-batches")
    },
    OptionRow("profile", "--memory") { w in
        let step = ["deep", "--batch", "512"]
        let little = try w.littleMemory(["profile", "--steps", "1", "--executor", "blas"] + step)
        // what is computed again is more to compute
        return try profile(w, "little", step + ["--memory", little], architecture: nil).flops
            > profile(w, "much", step, architecture: nil).flops
    },
    OptionRow("profile", "--executor") { w in
        try profile(w).words("executor") == "blas"
            && profile(w, "jit", ["--executor", "jit"]).words("executor") == "jit"
    },
    OptionRow("profile", "--schedules") { w in
        let file = try w.schedules(["tiny", "--batch", "4"])
        _ = try profile(w, "scheduled", ["--executor", "jit", "--schedules", file])
        return w.last.contains("schedules of \(file): ")
    },
    OptionRow("profile", "--steps") { w in try profile(w).number("steps") == 2 },
    OptionRow("profile", "--top") { w in
        let more = try profile(w).rows.count - 3
        return w.last.contains("\(more) more steps")
    },
    OptionRow("profile", "--scaling") { w in
        _ = try profile(w)
        let before = w.last.contains("1 THREAD")
        _ = try profile(w, "scaling", ["--scaling"])
        return !before && w.last.contains("1 THREAD")
    },
    OptionRow("profile", "--simulate-threads") { w in
        _ = try profile(w, "simulated", ["--simulate-threads", "3,5"])
        return w.last.contains("(3 THREADS)") && w.last.contains("(5 THREADS)")
    },
    OptionRow("profile", "--simulate-bandwidth") { w in
        // at a thousandth of a GB/s everything waits for memory
        let slow = ["--simulate-threads", "3", "--simulate-bandwidth", "0.001"]
        return try profile(w, "slow", slow).forecast > 10 * profile(w, "fast", ["--simulate-threads", "3"]).forecast
    },
    OptionRow("profile", "--json") { w in try !profile(w).rows.isEmpty },
    OptionRow("profile", "--trace") { w in
        let rows = try profile(w).rows.count
        let events = try w.value("profile-plain.trace.json", "traceEvents") as? [[String: Any]] ?? []
        return events.filter { $0["cat"] as? String == "step" }.count == 2 * rows
    },

    OptionRow("tune", "<architecture>") { w in
        try tune(w, "patient", ["tiny", "--batch", "8"], seconds: "0.5").contains("encoder.linear1")
    },
    OptionRow("tune", "--workload") { w in
        try tune(w, "loss", ["--workload", "loss-256x2048"], seconds: "0.5").contains("256x2048")
    },
    OptionRow("tune", "--batch") { w in
        // two views of so many images
        try tune(w, "patient", ["tiny", "--batch", "8"], seconds: "0.5").contains(".16x64_")
            && tune(w, "batch", ["tiny", "--batch", "4"], seconds: "0.5").contains(".8x64_")
    },
    OptionRow("tune", "--threads") { w in
        try w.threadsArrive(["tune", "tiny", "--batch", "8", "--seconds", "0.3", "--output", "threads.txt"])
    },
    OptionRow("tune", "--micro-batches") { w in
        // of two views of so many images half
        try tune(w, "parts", ["tiny", "--batch", "8", "--micro-batches", "2"], seconds: "0.5").contains(".8x64_")
    },
    OptionRow("tune", "--memory") { w in
        try w.memoryArrives(
            ["tune", "deep", "--batch", "512", "--threads", "1", "--seconds", "0.001"], output: "deep.txt")
    },
    OptionRow("tune", "--output") { w in
        _ = try tune(w, "tiny", ["tiny", "--batch", "8"])
        return try w.scratch.text("tune-tiny.txt").hasPrefix("# Schedules of contractions")
    },
    OptionRow("tune", "--seconds") { w in
        // what is left of fifty minutes is said while it searches
        let search = ["tune", "tiny", "--batch", "8", "--seconds", "3000", "--output", "long.txt"]
        let running = try Terminal(search, in: w.scratch, executable: Workbench.tool)
        let isSaid = running.read { $0.contains("ETA 49:") }
        kill(running.process.processIdentifier, SIGINT)
        return running.wait().status == 130 && isSaid
    },
    OptionRow("tune", "--schedules") { w in
        let file = try w.schedules(["tiny", "--batch", "8"])
        _ = try tune(w, "scheduled", ["tiny", "--batch", "8", "--schedules", file])
        return w.last.contains("schedules of \(file): ")
    },
    OptionRow("tune", "--plain") { w in
        try w.plainArrives(["tune", "tiny", "--batch", "8", "--seconds", "0.5", "--output", "plain.txt"])
    },
]

private struct Result {
    let object: [String: Any]
    func words(_ key: String) -> String? { object[key] as? String }
    func number(_ key: String) -> Double? { object[key] as? Double }
    var rows: [[String: Any]] { object["rows"] as? [[String: Any]] ?? [] }
    var flops: Double { rows.reduce(0) { $0 + ($1["flops"] as? Double ?? 0) } }
    /// Seconds of the whole step on other threads than there were.
    var forecast: Double {
        let families = object["families"] as? [[String: Any]] ?? []
        return families.last { $0["is_forecast"] as? Bool == true }?["seconds"] as? Double ?? 0
    }
}

private func given(_ more: [String], _ usual: [(String, String)]) -> [String] {
    more + usual.filter { !more.contains($0.0) }.flatMap { [$0.0, $0.1] }
}

private func bench(_ w: Workbench, _ name: String, _ more: [String] = []) throws -> Result {
    let usual = [("--workload", "loss-256x2048"), ("--steps", "2"), ("--threads", "1"), ("--executor", "blas")]
    try w.run(["bench"] + given(more, usual) + ["--json", "bench-\(name).json"])
    return Result(object: try w.json("bench-\(name).json"))
}

private func profile(
    _ w: Workbench, _ name: String = "plain", _ more: [String] = [], architecture: String? = "tiny"
) throws -> Result {
    var usual = [("--steps", "2"), ("--threads", "1"), ("--executor", "blas"), ("--top", "3")]
    if architecture != nil { usual.append(("--batch", "4")) }
    try w.run(
        ["profile"] + (architecture.map { [$0] } ?? []) + given(more, usual)
            + ["--json", "profile-\(name).json", "--trace", "profile-\(name).trace.json"])
    return Result(object: try w.json("profile-\(name).json"))
}

/// What a search prints; usually one of no time.
private func tune(_ w: Workbench, _ name: String, _ more: [String], seconds: String = "0.001") throws -> String {
    try w.run(
        ["tune"] + more + ["--threads", "1", "--output", "tune-\(name).txt"]
            + ["--seconds", seconds]
    ).out
}
