import Foundation
import Testing

/// An option, flag or argument of a command, as the parser knows it.
struct CommandOption: Hashable, CustomStringConvertible {
    let command: String
    /// `--seed`, or `<run>` for an argument.
    let name: String

    var description: String { "\(command) \(name)" }

    private struct Dump: Decodable { let command: Command }

    private struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    private struct Argument: Decodable {
        struct Name: Decodable { let name: String }
        let kind: String
        let preferredName: Name?
        let valueName: String?

        var name: String { preferredName.map { "--\($0.name)" } ?? "<\(valueName ?? "?")>" }
    }

    /// Those of all commands but the parser's own.
    static func all() throws -> Set<CommandOption> {
        let ended = try Tool.run(["--experimental-dump-help"], in: Scratch())
        let root = try JSONDecoder().decode(Dump.self, from: Data(ended.out.utf8)).command
        let commands = try #require(root.subcommands).filter { $0.commandName != "help" }
        return Set(
            commands.flatMap { command in
                (command.arguments ?? []).map { CommandOption(command: command.commandName, name: $0.name) }
                    .filter { !["--help", "--version"].contains($0.name) }
            })
    }
}

/// What shows that an option did something: in a log, a record, a plan, a picture, a file.
struct OptionRow: Sendable {
    let command: String
    let option: String
    /// Whether its effect is there.
    let arrives: @Sendable (Workbench) throws -> Bool

    init(_ command: String, _ option: String, _ arrives: @escaping @Sendable (Workbench) throws -> Bool) {
        (self.command, self.option, self.arrives) = (command, option, arrives)
    }
}
