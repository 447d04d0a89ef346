import Foundation
import InvarCompiler
import InvarDump
import InvarGraph
import InvarTraining
import Testing

@Suite struct CompileOptionsTests {
    @Test func anEmptyEnvironmentAsksForNothing() throws {
        let request = try CompileOptions.fromEnvironment(["INVAR_DUMP": "", "INVAR_VERIFY": "0"])
        #expect(request.isEmpty)
        let graph = HistoryTests.small()
        #expect(try request.compile(captured: graph, differentiated: graph) == compile(graph))
    }

    @Test(
        arguments: [
            (["INVAR_DUMP": "captured,optimised"], "did you mean optimized?"),
            (["INVAR_DUMP": "all"], "passes"), (["INVAR_VERIFY": "yes"], "INVAR_VERIFY: it is \"yes\""),
            (["INVAR_DUMP_FORMAT": "yaml"], "INVAR_DUMP_FORMAT: there is no format"),
            (["INVAR_DUMP_AT": "Encoder.swift"], "INVAR_DUMP_AT: \"Encoder.swift\" is no line"),
        ] as [([String: String], String)])
    func unknownWordsAreExplained(environment: [String: String], words: String) throws {
        let error = #expect(throws: Diagnostic.self) { try CompileOptions.fromEnvironment(environment) }
        #expect(error?.message.contains(words) ?? false, "\(String(describing: error))")
    }

    @Test func everyStageIsAFile() throws {
        let directory = try Directory()
        let history = Histories.of("vicreg-small")
        let request = try CompileOptions.fromEnvironment([
            "INVAR_DUMP": "captured,differentiated,optimized, passes,program",
            "INVAR_DUMP_DIR": directory.path + "/made",
        ])
        try request.write(history)
        let passes = history.passNames.enumerated().map { "pass\($0.offset + 1)-\($0.element)" }
        let names = (["captured", "differentiated", "optimized", "program"] + passes).map { "vicreg-small.\($0).txt" }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: directory.path + "/made").sorted() == names.sorted())
        let text = try String(contentsOfFile: directory.path + "/made/vicreg-small.optimized.txt", encoding: .utf8)
        #expect(text == (try history.dump("optimized", as: .text)) + "\n")
    }

    @Test(arguments: ["", "program"])
    func whatRunsIsWhatIsWritten(stages: String) throws {
        let directory = try Directory()
        let request = try CompileOptions.fromEnvironment(["INVAR_DUMP": stages, "INVAR_DUMP_DIR": directory.path])
        let graph = HistoryTests.small()
        var other = Program(planning: graph)
        other.name = "another plan"
        let made = try request.compile(captured: graph, differentiated: graph) { _ in other }
        #expect(made == other)
        let written = try? String(contentsOfFile: directory.path + "/small.program.txt", encoding: .utf8)
        #expect(written == (stages.isEmpty ? nil : other.description + "\n"))
    }

    @Test func aLineIsEnough() throws {
        let directory = try Directory()
        let history = Histories.of("vicreg-small")
        let site = try #require(history.snapshots[0].graph.nodes.compactMap(\.site).last)
        let file = try #require(site.file.split(separator: "/").last)
        let request = try CompileOptions.fromEnvironment([
            "INVAR_DUMP": "captured", "INVAR_DUMP_DIR": directory.path, "INVAR_DUMP_AT": "\(file):\(site.line)",
            "INVAR_DUMP_FORMAT": "json",
        ])
        try request.write(history)
        let text = try String(contentsOfFile: directory.path + "/vicreg-small.captured.json", encoding: .utf8)
        let nodes = try #require(object(text)["nodes"] as? [[String: Any]])
        let own = nodes.filter { $0["neighbour"] == nil }
        #expect(!own.isEmpty && own.count < history.snapshots[0].graph.nodes.count)
        #expect(own.allSatisfy { $0["site"] as? String == site.description })

        let elsewhere = try CompileOptions.fromEnvironment([
            "INVAR_DUMP": "captured", "INVAR_DUMP_DIR": directory.path, "INVAR_DUMP_AT": "Nowhere.swift:1",
        ])
        let error = #expect(throws: Diagnostic.self) { try elsewhere.write(history) }
        #expect(error?.message.contains(site.description) ?? false)
    }

    @Test func aFileThatCannotBeWrittenIsNamed() throws {
        let request = try CompileOptions.fromEnvironment([
            "INVAR_DUMP": "captured", "INVAR_DUMP_DIR": "/dev/null/there",
        ])
        let error = #expect(throws: Diagnostic.self) { try request.write(Histories.of("vicreg-small")) }
        #expect(error?.message.contains("/dev/null/there/vicreg-small.captured.txt cannot be written") ?? false)
    }
}

private final class Directory {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("invar-dumps-\(UUID().uuidString)").path

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
}
