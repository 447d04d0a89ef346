import InvarData
import InvarDump
internal import InvarJIT

/// Where `tune` puts what it found.
struct ScheduleStore {
    private enum Place {
        case file(String)
        case kept(folder: String)
    }

    private let place: Place
    private let target: CodeTarget
    /// What is there, or in use, and stays for the contractions that were not tuned.
    private var table: ScheduleTable

    /// - Parameter output: a file; nothing: what is kept for this machine.
    /// - Throws: before anything was measured, where there is nowhere to put it.
    init(output: String?, _ executor: JITExecutor) throws {
        target = executor.target
        if let output {
            (place, table) = (.file(output), executor.schedules)
            try Choices.makeDirectory(of: output)
            return
        }
        let kept = SchedulesOption.kept
        guard case .kept(let folder) = kept else {
            throw CommandError("there is no place to keep schedules ($HOME is not set); give --output FILE")
        }
        (place, table) = (.kept(folder: folder), try ScheduleTable(kept, target: target))
    }

    /// Returns what to tell.
    func save(_ outcomes: [ScheduleTuner.Outcome]) throws -> String {
        var table = table
        let faster = outcomes.filter(\.isFaster)
        for outcome in faster { table[outcome.key] = outcome.best }
        let found = "\(faster.count) of \(outcomes.count) contractions faster"
        switch place {
        case .file(let path):
            try AtomicFile.write(table.file(target), to: path)
            return "\(found); \(path): \(Format.count(table.count, "schedule")), for --schedules"
        case .kept(let folder):
            guard !faster.isEmpty else { return "\(found); what is kept stays as it is" }
            try table.keep(in: folder, target: target)
            return "\(found); kept in \(folder)/\(ScheduleTable.fileName(target)), which later runs use"
        }
    }
}
