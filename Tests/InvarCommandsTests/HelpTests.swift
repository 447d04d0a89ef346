import Foundation
import Testing

/// `--help` of every command, as it is read: on a narrow terminal and on a wide one.
@Suite struct HelpTests {
    private static func help(_ command: String, columns: Int) throws -> [String] {
        let ended = try Tool.run(
            [command, "--help"].filter { !$0.isEmpty }, in: Scratch(), environment: ["COLUMNS": "\(columns)"])
        #expect(ended.status == 0 && ended.err.isEmpty)
        return ended.out.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// As the list of commands says, so that a new one is looked at too; and the list itself.
    static let commands: [String] = {
        let lines = (try? help("", columns: 200)) ?? []
        let list = lines.drop { $0 != "SUBCOMMANDS:" }.dropFirst().prefix { !$0.isEmpty }
        return [""] + list.compactMap { $0.split(separator: " ").first.map(String.init) }
    }()

    @Test func allCommandsAreLookedAt() { #expect(Self.commands.count >= 15) }

    @Test(arguments: commands) func nothingIsBrokenInTheMiddle(command: String) throws {
        let (narrow, wide) = try (Self.help(command, columns: 80), Self.help(command, columns: 200))
        #expect(narrow.filter { $0.count > 80 }.isEmpty)
        func overview(_ lines: [String]) -> [String] { Array(lines.prefix { !$0.hasPrefix("USAGE:") }) }
        // examples and tables are on the lines that they were written on
        let indented = overview(wide).filter { $0.hasPrefix(" ") }
        #expect(overview(narrow).filter { $0.hasPrefix(" ") } == indented)
        // a paragraph is one line where there is room for it
        for (line, next) in zip(overview(wide), overview(wide).dropFirst()) where !line.hasPrefix(" ") && !next.isEmpty
        {
            #expect(line.isEmpty || line.count > 120 || next.hasPrefix(" "), "\(line)\n\(next)")
        }
        // what follows an example is another one, or a blank line
        for (line, next) in zip(overview(narrow), overview(narrow).dropFirst()) where line.hasPrefix("  ") {
            #expect(next.isEmpty || next.hasPrefix("  "), "\(line)\n\(next)")
        }
    }

    @Test(arguments: commands) func everyOptionIsSaidOnce(command: String) throws {
        let lines = try Self.help(command, columns: 200)
        let options = lines.filter { $0.hasPrefix("  --") }.compactMap { $0.split(separator: " ").first }
        #expect(Set(options).count == options.count)
        for option in options where !option.hasSuffix("s") { #expect(!options.contains(option + "s"), "\(option)") }
        for text in lines.joined(separator: "\n").components(separatedBy: "\n  --") {
            #expect(text.components(separatedBy: "(default:").count <= 2, "\(text)")
        }
    }
}
