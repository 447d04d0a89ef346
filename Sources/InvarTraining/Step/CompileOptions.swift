import InvarCompiler
import InvarData
import InvarDump
import InvarGraph

/// What is to be looked at and written whenever a training step is compiled.
public struct CompileOptions: Sendable {
    /// What `stages` may name.
    public static let words =
        ["captured", "simplified", "differentiated", "optimized", "passes", "program"]
        + CodeForm.allCases.map(\.rawValue)

    /// Each becomes a file, `passes` one for every pass.
    public var stages: [String] = []
    /// Where the files go.
    public var directory = "."
    /// Only what this line made, with its neighbours.
    public var site: SitePattern?
    /// Of the files.
    public var format = DumpFormat.text
    /// Whether to look after each pass whether the graph is still sound.
    public var verifies = false
    /// Makes the code of `schedule`, `llvm` and `asm`.
    public var code: CodeProvider?

    /// Nothing is written.
    public init() {}

    /// What the environment of this process says:
    ///
    /// | variable | meaning |
    /// |---|---|
    /// | `INVAR_DUMP` | stages, with commas between: `captured,differentiated,optimized,passes,program,schedule,llvm,asm` |
    /// | `INVAR_DUMP_DIR` | where the files go; the current directory by default |
    /// | `INVAR_DUMP_AT` | only what this line made, with its neighbours: `Encoder.swift:12` |
    /// | `INVAR_DUMP_FORMAT` | `text` (by default), `json`, `dot`, `svg` or `html` |
    /// | `INVAR_VERIFY` | `1`: look after each pass whether the graph is still sound |
    ///
    /// - Throws: a `Diagnostic` that names the variable, for a word that means nothing; it lists those that do.
    public static func fromEnvironment(
        _ environment: [String: String] = ProcessEnvironment.variables, code: CodeProvider? = nil
    ) throws -> CompileOptions {
        func value<Value>(_ name: String, _ parse: (String) throws -> Value) throws -> Value? {
            guard let text = environment[name], !text.isEmpty else { return nil }
            do { return try parse(text) } catch let error as Diagnostic {
                throw Diagnostic("\(name): \(error.message)")
            }
        }
        var options = CompileOptions()
        options.stages = try value("INVAR_DUMP", stages) ?? []
        options.directory = environment["INVAR_DUMP_DIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "."
        options.site = try value("INVAR_DUMP_AT", SitePattern.init)
        options.format = try value("INVAR_DUMP_FORMAT", DumpFormat.init(named:)) ?? .text
        options.verifies =
            try value("INVAR_VERIFY") { word in
                guard let number = ["0", "1"].firstIndex(of: word) else {
                    throw Diagnostic("it is \"\(word)\"; 1 verifies the graph after each pass, 0 does not")
                }
                return number == 1
            } ?? false
        options.code = code
        return options
    }

    private static func stages(_ text: String) throws -> [String] {
        try text.split(separator: ",").map { part in
            let word = String(part.drop { $0 == " " }.prefix { $0 != " " })
            guard words.contains(word) else { throw Diagnostic(unknownName("stage", word, among: words)) }
            return word
        }
    }

    /// Whether anything was asked for.
    public var isEmpty: Bool { stages.isEmpty && !verifies }
}

extension CompileOptions {
    /// The program that `planning` makes of what the passes make of a differentiated graph. On the way the passes are verified and
    /// the files written, as far as that was asked for.
    /// - Throws: a `Diagnostic` that names the pass that broke the graph, or the file that cannot be written; what
    ///   `planning` throws.
    public func compile(
        captured: Graph, keeping kept: [NodeID] = [], differentiated: Graph, passes: [Pass] = pipeline,
        planning: (_ last: Graph) throws -> Program = { Program(planning: $0) }
    ) throws -> Program {
        guard !isEmpty else { return try planning(passes.run(differentiated).graph) }
        var history = try History(
            captured: captured, keeping: kept, differentiated: differentiated, passes: passes, verifying: verifies,
            planning: planning)
        history.codeProvider = code
        try write(history)
        return history.program
    }

    /// Writes `<architecture>.<stage>.<extension>` for each stage; for `passes`, one file for each pass, numbered.
    /// - Throws: a `Diagnostic` for a line that made nothing, or a file that cannot be written.
    public func write(_ history: History) throws {
        if let site { try history.check(site) }
        for stage in stages {
            if stage != "passes" {
                // code has no other form
                try write(history, stage, as: CodeForm(rawValue: stage) == nil ? format : .text)
            } else if format == .html {
                // a page has all passes in it
                try write(history, "differentiated", as: format, named: stage)
            } else {
                for (number, pass) in history.passNames.enumerated() {
                    try write(history, pass, as: format, named: "pass\(number + 1)-\(pass)")
                }
            }
        }
    }

    private func write(_ history: History, _ stage: String, as format: DumpFormat, named name: String? = nil) throws {
        let text = try history.dump(stage, as: format, DumpOptions(site: site))
        let plain = String(history.name.map { $0 == "/" ? "-" : $0 })
        let file = PathParts.join(directory, "\(plain).\(name ?? stage).\(format.fileExtension)")
        do {
            try Folder.make(directory)
            try AtomicFile.write(text + "\n", to: file)
        } catch let error as DataError {
            throw Diagnostic("the dump \(file.shown) cannot be written: \(error.description)")
        }
    }
}
