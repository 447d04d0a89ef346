import Foundation
import InvarData
import InvarTraining

/// Effects that several commands' options have in common.
extension Workbench {
    /// `--executor`: compiled kernels are kept, and the interpreter has none.
    func executorArrives(_ arguments: [String]) throws -> Bool {
        func kernels(_ executor: String) throws -> Int {
            let cache = "cache-\(executor)-\(arguments[0])"
            try run(arguments + ["--executor", executor], ["INVAR_CACHE": scratch.path(cache)])
            return try scratch.exists(cache)
                ? FileManager.default.contentsOfDirectory(atPath: scratch.path(cache)).count : 0
        }
        return try kernels("blas") == 0 && kernels("jit") > 0
    }

    /// `--schedules`: other schedules are other kernels, compiled anew beside those that the cost model chose.
    func schedulesArrive(_ arguments: [String]) throws -> Bool {
        // an encoder sees 500 images at once; so do the two views of a step of 250
        let file = try schedules(["tiny", "--batch", "250"])
        let cache = ["INVAR_CACHE": scratch.path("cache-schedules-\(arguments[0])")]
        func kernels() throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: scratch.path("cache-schedules-\(arguments[0])")).count
        }
        let jit = arguments + ["--executor", "jit", "--schedules"]
        try run(jit + ["off"], cache)
        let usual = try kernels()
        try run(jit + [file], cache)
        return try kernels() > usual
    }

    /// A file with a schedule for each contraction of some training steps, none of them the cost model's.
    func schedules(_ step: [String]) throws -> String {
        let lines = try run(["dump"] + step + ["--stage", "schedule", "--schedules", "off"]).out.split(separator: "\n")
        let file = "schedules-\(step.joined(separator: "-")).txt"
        let changed = lines.filter { $0.contains(" rows ") && !$0.hasPrefix("#") }.map { line -> String in
            var words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
            if let place = words.firstIndex(of: "rows") { words[place + 1] = words[place + 1] == "4" ? "8" : "4" }
            return words.joined(separator: " ")
        }
        try (changed.joined(separator: "\n") + "\n").write(
            toFile: scratch.path(file), atomically: true, encoding: .utf8)
        return file
    }

    /// In the place of `Workbench.fresh` stands a name that nothing has yet.
    private func named(_ arguments: [String]) -> [String] {
        arguments.map { $0 == Self.fresh ? "fresh-\(UUID().uuidString)" : $0 }
    }

    /// How many threads a process has at most, looked at again and again until it ends.
    private func mostThreads(_ arguments: [String]) throws -> Int {
        let arguments = named(arguments)
        let running = try Tool.start(arguments, in: scratch, executable: Self.tool)
        let status = "/proc/\(running.process.processIdentifier)/status"
        var most = 0
        while running.process.isRunning {
            let text = (try? String(contentsOfFile: status, encoding: .utf8)) ?? ""
            let line = text.split(separator: "\n").first { $0.hasPrefix("Threads:") }
            most = max(most, line.flatMap { Int($0.split(separator: "\t").last ?? "") } ?? 0)
        }
        let ended = running.wait()
        guard ended.status == 0 else { throw Failed(arguments: arguments, ended: ended) }
        return most
    }

    /// `--threads` and `--workers`: so many more are there.
    /// - Parameter more: how many of three at least are seen: what is compiled with has threads of its own, before these come.
    func threadsArrive(_ arguments: [String], _ option: String = "--threads", more: Int = 3) throws -> Bool {
        try mostThreads(arguments + [option, "4"]) >= mostThreads(arguments + [option, "1"]) + more
    }

    /// `--bad-images`: so many as there are pass, and one less does not.
    /// - Parameter log: names those that were met, which are then counted already and are no news.
    func badImagesArrive(_ arguments: [String], bad: Int, log: String) throws -> Bool {
        try? FileManager.default.removeItem(atPath: scratch.path(log))
        try run(arguments + ["--bad-images", "\(bad)"])
        try? FileManager.default.removeItem(atPath: scratch.path(log))
        let refused = try attempt(arguments + ["--bad-images", "\(bad - 1)"])
        return refused.status == 1 && refused.err.contains("more than \(bad - 1) ")
    }

    /// `--plain`: on a terminal no line is drawn again.
    func plainArrives(_ arguments: [String]) throws -> Bool {
        try terminal(arguments).contains("\u{1B}[K") && !terminal(arguments + ["--plain"]).contains("\u{1B}[K")
    }

    /// What a terminal gets to see.
    private func terminal(_ arguments: [String]) throws -> String {
        let arguments = named(arguments)
        let ended = try Terminal(arguments, in: scratch, executable: Self.tool).wait()
        guard ended.status == 0 else { throw Failed(arguments: arguments, ended: ended) }
        return ended.out
    }

    /// `--memory`: the plan of a step of `deep` takes less, because something is computed again.
    /// - Parameter arguments: those of a command that trains or runs it.
    func memoryArrives(_ arguments: [String], output: String) throws -> Bool {
        func arena(_ name: String, _ more: [String]) throws -> Double? {
            let folder = "plan-\(arguments[0])-\(name)"
            try run(
                arguments + more + ["--output", "\(output)-\(name)"],
                ["INVAR_DUMP": "program", "INVAR_DUMP_FORMAT": "json", "INVAR_DUMP_DIR": scratch.path(folder)])
            return try number("\(folder)/deep.program.json", "arenaBytes")
        }
        let little = try littleMemory(arguments)
        guard let less = try arena("less", ["--memory", little]), let usual = try arena("usual", []) else {
            return false
        }
        return less < usual
    }

    /// A size that a step fits into only if something is computed again: a little more than the least, which the refusal of far too
    /// little tells.
    func littleMemory(_ arguments: [String]) throws -> String {
        let refused = try attempt(arguments + ["--memory", "1KB"])
        guard let number = refused.err.firstMatch(of: /needs ([0-9.]+) ([KMG]iB)/), let size = Double(number.1) else {
            throw Failed(arguments: arguments, ended: refused)
        }
        return "\(size * 1.03)\(number.2)"
    }

    /// The table of a comparison's runs.
    func runs(_ file: String) throws -> [[String: Any]] { try value(file, "runs") as? [[String: Any]] ?? [] }
}
