import Foundation

/// All mutants of one format, in a process that is started again after each crash and each hang.
final class Campaign {
    struct Fault {
        let index: Int
        let words: String
    }

    let format: Format
    private(set) var faults: [Fault] = []
    private(set) var isDone = false
    private(set) var seconds = 0.0
    let tally: Tally
    private let settings: Settings
    private let folder: Folder
    private var process: Process?
    private var next = 0
    private var seen = (index: -1, since: Date())
    private var started = Date()

    /// More faults than this are not looked for.
    static let mostFaults = 20

    init(_ format: Format, _ settings: Settings, in root: Folder) throws {
        (self.format, self.settings) = (format, settings)
        folder = try root.folder(format.name)
        tally = try Tally("\(folder.path)/.tally")
    }

    /// Looks after the worker; called again and again until it is done.
    func tend() throws {
        guard let process else { return try start() }
        guard process.isRunning else { return try ended(process) }
        let index = tally[.index]
        if index != seen.index {
            seen = (index, Date())
        } else if Date().timeIntervalSince(seen.since) > settings.limit {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            try ended(process, instead: "is not read within \(Int(settings.limit)) seconds")
        }
    }

    func stop() { if let process, process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    private func start() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = [
            "--worker", folder.path, "--format", format.name, "--seed", "\(settings.seed)", "--from", "\(next)",
            "--mutants",
            "\(settings.mutants)",
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["SWIFT_BACKTRACE": "enable=no", "HOME": folder.path, "XDG_CACHE_HOME": folder.path],
            uniquingKeysWith: { $1 })
        process.standardOutput = try handle("out")
        process.standardError = try handle("err")
        tally[.index] = next
        seen = (next, Date())
        if next == 0 { started = Date() }
        try process.run()
        self.process = process
    }

    private func handle(_ name: String) throws -> FileHandle {
        try FileHandle(forWritingTo: URL(fileURLWithPath: folder.put(".\(name)", [])))
    }

    private func ended(_ process: Process, instead words: String? = nil) throws {
        self.process = nil
        for line in try text("out").split(separator: "\n") {
            let parts = line.split(separator: "\t", maxSplits: 1)
            faults.append(Fault(index: parts.first.flatMap { Int($0) } ?? -1, words: String(parts.last ?? "")))
        }
        let isWell = process.terminationReason == .exit && process.terminationStatus == 0
        if !isWell || words != nil {
            let index = tally[.index]
            let errors = try text("err")
            if errors.contains("cannot begin: ") { throw Violation("\(format.name): \(errors)") }
            faults.append(
                Fault(index: index, words: words ?? "ends the process (\(reason(process))): \(Campaign.gist(errors))"))
            next = index + 1
        } else {
            next = settings.mutants
        }
        isDone = next >= settings.mutants || faults.count >= Campaign.mostFaults
        seconds = Date().timeIntervalSince(started)
    }

    /// What a sanitizer or the language's runtime says first and last.
    private static func gist(_ errors: String) -> String {
        let lines = errors.split(separator: "\n")
        let loud = lines.filter { line in
            ["ERROR:", "SUMMARY:", "runtime error", "atal error"].contains(where: line.contains)
        }
        return (loud.isEmpty ? lines.suffix(3) : loud.prefix(4)).joined(separator: " | ").suffix(600).description
    }

    private func text(_ name: String) throws -> String { String(decoding: try folder.bytes(".\(name)"), as: UTF8.self) }

    private func reason(_ process: Process) -> String {
        process.terminationReason == .exit
            ? "status \(process.terminationStatus)" : String(cString: strsignal(process.terminationStatus))
    }
}
