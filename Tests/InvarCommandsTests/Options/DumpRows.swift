import Foundation

let dumpRows: [OptionRow] = [
    row("<architecture>") { w in
        try dump(w, []).hasPrefix("graph \"tiny\"")
            && w.run(["dump", "conv", "--batch", "4"]).out.hasPrefix("graph \"conv\"")
    },
    row("--stage") { w in try dump(w, ["--stage", "program"]).hasPrefix("program \"tiny\"") },
    row("--format") { w in try dump(w, ["--format", "json"]).hasPrefix("{\n") },
    row("--node") { w in
        let part = try dump(w, ["--stage", "captured", "--node", "encoder.bn1"])
        return try part.contains("\n> %") && part.count < dump(w, ["--stage", "captured"]).count
    },
    row("--depth") { w in
        func drawn(_ depth: String) throws -> Int {
            try dump(w, ["--stage", "captured", "--format", "dot", "--depth", depth]).count
        }
        return try drawn("1") < drawn("3")
    },
    row("--diff") { w in try dump(w, ["--diff", "fuse-elementwise"]).hasPrefix("fuse-elementwise: ") },
    row("--memory") { w in
        let step = ["dump", "deep", "--batch", "512", "--stage", "program", "--format", "json"]
        let little = try w.littleMemory(step)
        func bytes(_ more: [String]) throws -> Int? {
            let text = try w.run(step + more).out
            return (try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])?["arenaBytes"] as? Int
        }
        guard let less = try bytes(["--memory", little]), let usual = try bytes([]) else { return false }
        return less < usual
    },
    row("--stats") { w in try dump(w, ["--stats"]).hasPrefix("PASS") },
    row("--batch") { w in
        try dump(w, ["--stage", "captured"]).contains("[4,8,8,1]")
            && w.run(["dump", "tiny", "--stage", "captured", "--batch", "6"]).out.contains("[6,8,8,1]")
    },
    row("--ranks") { w in
        try dump(w, ["--ranks", "2", "--stage", "program"]).contains("= allReduce(")
            && dump(w, ["--ranks", "2", "--stats"]).contains("BYTES SENT")
            && w.attempt(["dump", "tiny", "--batch", "4", "--ranks", "3"]).err.contains("use a batch of 3 or 6")
    },
    row("--micro-batches") { w in
        try dump(w, ["--micro-batches", "2", "--diff", "accumulate"]).contains(" turn 1")
            && dump(w, ["--micro-batches", "2", "--ranks", "2", "--stage", "program"]).contains("= allReduce(")
            && w.attempt(["dump", "tiny", "--batch", "4", "--micro-batches", "3"]).err.contains("use 2 or 4")
    },
    row("--shard-optimizer") { w in
        // of the command's own architectures: the small ones have no weight that is worth sharing out
        let step = ["dump", "vicreg-small", "--batch", "4", "--ranks", "2", "--stage", "program"]
        func text(_ more: [String]) throws -> String { try Tool.run(step + more, in: w.scratch).out }
        return try text(["--shard-optimizer"]).contains("reduceScatter") && !text([]).contains("reduceScatter")
            && w.attempt(["dump", "tiny", "--shard-optimizer"]).err.contains("give --ranks too")
    },
    row("--optimizer") { w in
        try dump(w, []).contains("optimizer.second/") && !dump(w, ["--optimizer", "sgd"]).contains("optimizer.second/")
    },
    row("--clip-gradient-norm") { w in
        try dump(w, ["--clip-gradient-norm", "0.125"]).contains("gradientNorm")
            && !dump(w, []).contains("gradientNorm")
    },
    row("--schedules") { w in
        let file = try w.schedules(["tiny", "--batch", "4"])
        let line = try w.scratch.text(file).split(separator: "\n")[0]
        return try dump(w, ["--stage", "schedule", "--schedules", file]).contains(line)
            && !dump(w, ["--stage", "schedule", "--schedules", "off"]).contains(line)
    },
    row("--output") { w in
        _ = try dump(w, ["--output", "there/dump.txt"])
        return try w.scratch.text("there/dump.txt") == dump(w, [])
    },
]

private func row(_ option: String, _ arrives: @escaping @Sendable (Workbench) throws -> Bool) -> OptionRow {
    OptionRow("dump", option, arrives)
}

private func dump(_ w: Workbench, _ more: [String]) throws -> String {
    try w.run(["dump", "tiny", "--batch", "4"] + more).out
}
