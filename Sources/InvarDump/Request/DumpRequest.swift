import Foundation
import InvarCompiler
import InvarGraph

/// What the environment asks to be written whenever a training step is compiled:
///
/// | variable | meaning |
/// |---|---|
/// | `INVAR_DUMP` | stages, with commas between: `captured,differentiated,optimized,passes,program,llvm,asm` |
/// | `INVAR_DUMP_DIR` | where the files go; the current directory by default |
/// | `INVAR_DUMP_AT` | only what this line made, with its neighbours: `Encoder.swift:12` |
/// | `INVAR_DUMP_FORMAT` | `text` (by default), `json`, `dot`, `svg` or `html` |
/// | `INVAR_VERIFY` | `1`: look after each pass whether the graph is still sound |
public struct DumpRequest: Hashable, Sendable {
    /// What `INVAR_DUMP` may name.
    public static let words = [
        "captured", "simplified", "differentiated", "optimized", "passes", "program", "llvm", "asm",
    ]

    public var stages: [String] = []
    public var directory = "."
    public var site: SitePattern?
    public var format = DumpFormat.text
    public var verifies = false

    /// - Throws: a `Diagnostic` for a word that is none of those above; it lists them.
    public init(environment: [String: String]) throws {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        stages = try (value("INVAR_DUMP") ?? "").split(separator: ",").map { part in
            let word = String(part.drop { $0 == " " }.prefix { $0 != " " })
            guard Self.words.contains(word) else {
                throw Diagnostic(unknown: "stage for INVAR_DUMP", word, among: Self.words)
            }
            return word
        }
        directory = value("INVAR_DUMP_DIR") ?? "."
        do {
            site = try value("INVAR_DUMP_AT").map(SitePattern.init)
            format = try value("INVAR_DUMP_FORMAT").map(DumpFormat.init(named:)) ?? .text
        } catch let error as Diagnostic {
            let variable = site == nil && value("INVAR_DUMP_AT") != nil ? "INVAR_DUMP_AT" : "INVAR_DUMP_FORMAT"
            throw Diagnostic("\(variable): \(error.message)")
        }
        switch value("INVAR_VERIFY") {
        case nil, "0": break
        case "1": verifies = true
        case let word?:
            throw Diagnostic("INVAR_VERIFY is \"\(word)\"; 1 verifies the graph after each pass, 0 does not")
        }
    }

    /// What the environment of this process asks for.
    /// - Throws: a `Diagnostic` for a word that means nothing.
    public static func fromEnvironment() throws -> DumpRequest {
        try DumpRequest(environment: ProcessInfo.processInfo.environment)
    }

    /// Whether anything was asked for.
    public var isEmpty: Bool { stages.isEmpty && !verifies }

    /// The program that `planning` makes of what the passes make of a differentiated graph. On the way the passes are verified and
    /// the files written, as far as that was asked for.
    /// - Throws: a `Diagnostic` that names the pass that broke the graph, or the file that cannot be written; what
    ///   `planning` throws.
    public func compile(
        captured: Graph, keeping kept: [NodeID] = [], differentiated: Graph, passes: [Pass] = pipeline,
        planning: (_ last: Graph) throws -> Program = { Program(planning: $0) }
    ) throws -> Program {
        guard !isEmpty else { return try planning(passes.run(differentiated).graph) }
        let history = try History(
            captured: captured, keeping: kept, differentiated: differentiated, passes: passes, verifying: verifies,
            planning: planning)
        try write(history)
        return history.program
    }

    /// Writes `<architecture>.<stage>.<extension>` for each stage; for `passes`, one file for each pass, numbered.
    /// - Throws: a `Diagnostic` for a line that made nothing, or a file that cannot be written.
    public func write(_ history: History) throws {
        let options = DumpOptions(site: site)
        if let site { try history.check(site) }
        for stage in stages {
            // a page has all passes in it
            guard stage == "passes" else {
                let format = CodeForm(rawValue: stage) == nil ? format : .text  // code has no other form
                try write(try history.dump(stage, as: format, options), history.name, stage, format)
                continue
            }
            if format == .html {
                try write(try history.dump("differentiated", as: format, options), history.name, stage, format)
                continue
            }
            for (number, pass) in history.passNames.enumerated() {
                let text = try history.dump(pass, as: format, options)
                try write(text, history.name, "pass\(number + 1)-\(pass)", format)
            }
        }
    }

    private func write(_ text: String, _ name: String, _ stage: String, _ format: DumpFormat) throws {
        let plain = name.map { $0 == "/" ? "-" : String($0) }.joined()
        let directory = URL(fileURLWithPath: directory)
        let file = directory.appendingPathComponent("\(plain).\(stage).\(format.fileExtension)")
        do {
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            try Data((text + "\n").utf8).write(to: file, options: .atomic)
        } catch {
            throw Diagnostic("INVAR_DUMP: \(file.path) cannot be written: \(error.localizedDescription)")
        }
    }
}

extension History {
    /// - Throws: a `Diagnostic` that lists the lines that there are, where none of the step's nodes is from this one.
    fileprivate func check(_ site: SitePattern) throws {
        let sites = unique(snapshots[0].graph.nodes.compactMap(\.site))
        guard !sites.contains(where: site.matches) else { return }
        throw Diagnostic(unknown: "node of line", site.description, among: sites.map(\.description))
    }
}
