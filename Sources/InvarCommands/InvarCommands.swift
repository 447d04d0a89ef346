import ArgumentParser
import Foundation
import Invar
import InvarData
import InvarGraph
import InvarMPI
import InvarTraining
import Logging

/// All of Invar's commands, for the architectures of your own executable:
///
///     // main.swift
///     import Invar
///     import InvarCommands
///
///     let mine = JointEmbedding("mine", image: Image(channels: 1, height: 28, width: 28)) { … }
///     InvarCommands.main([mine] + Zoo.all)
public enum InvarCommands {
    /// Runs the command that the process's arguments name, and ends the process: with status 0, 1 after an error, 64 after
    /// arguments that make no sense.
    ///
    /// - Parameters:
    ///   - architectures: what the commands know by name.
    ///   - more: known by name as well, but listed by `list --all` only.
    ///   - optimizers: rules of your own, which `--optimizer NAME` then names, with their numbers.
    ///   - datasets: data sets of your own, by the names that `--data` is to know them by. Each gives the images of a split, or
    ///     throws where it has none of that split: `["shapes": { try Dataset(Shapes(of: $0), split: $0) }]`.
    public static func main(
        _ architectures: [JointEmbedding], more: [JointEmbedding] = [], optimizers: [any UpdateRule] = [],
        datasets: [String: @Sendable (Dataset.Split) throws -> Dataset] = [:]
    ) -> Never {
        // a file that may grow no further is then an error of its own, with its name, and not the end without a word
        signal(SIGXFSZ, SIG_IGN)
        Interrupts.unblock()
        AddressLimit.respect()
        StandardStream.reserve()
        let level = (try? logLevel()) ?? .warning
        LoggingSystem.bootstrap { TerminalLog(label: $0, logLevel: level) }
        joinProcesses()
        let known = Architectures.Known(listed: architectures, more: more, optimizers: optimizers)
        return DatasetCatalog.$own.withValue(datasets) {
            Architectures.$known.withValue(known) { runCommand() }
        }
    }

    /// Where mpirun or srun started this process as one of several, they get to know each other.
    private static func joinProcesses() {
        do {
            if let communicator = try MPIProcess.start(limit: RanksOptions.usualTimeout) {
                try ProcessRanks.join(communicator)
            }
        } catch {
            Output.error(explanation(of: error))
            Output.end(1)
        }
    }

    private static func runCommand() -> Never {
        do {
            _ = try logLevel()
            try Architectures.known.check()
            let arguments = CommandLineArguments.joiningNumbers(processArguments)
            try refuseUnknownCommand(arguments.first)
            var command = try Root.parseAsRoot(arguments)
            try ProcessRanks.current.run(&command)
        } catch let error where isForParser(error) {
            answer(error)
        } catch {
            Output.error(explanation(of: error))
            Output.end(1)
        }
        Output.end(0)
    }

    /// Prints what the parser has to say: help, or what is wrong with the arguments.
    private static func answer(_ error: any Error) -> Never {
        var text = Root.fullMessage(for: error)
        // it quotes arguments as they are, and a line end in one would begin a line of ours
        for argument in processArguments where argument.contains(where: \.isNewline) {
            text = text.replacingOccurrences(of: argument, with: visible(argument))
        }
        let status = Root.exitCode(for: error)
        if !text.isEmpty { status == .success ? Output.lines(text) : Output.notes(text) }
        Output.end(status.rawValue)
    }

    /// The parser would only say that there are too many arguments.
    private static func refuseUnknownCommand(_ name: String?) throws {
        let known = Root.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard let name, !name.hasPrefix("-"), !known.contains(name) else { return }
        throw ValidationError(CommandError(unknown: "command", name, among: known).description)
    }

    /// `INVAR_LOG=debug` and so on; warnings and errors where nothing is said.
    private static func logLevel() throws -> Logger.Level {
        let said = ProcessEnvironment.variables["INVAR_LOG"] ?? ""
        return said.isEmpty ? .warning : try Logger.Level("level for INVAR_LOG", named: said.lowercased())
    }

    /// Errors that the parser words itself: a wrong value, a request for help.
    private static func isForParser(_ error: any Error) -> Bool {
        error is ExitCode || error is CleanExit || error is ValidationError
            || Root.exitCode(for: error) != .failure
    }
}

/// The architectures that the commands know.
package enum Architectures {
    package struct Known: Sendable {
        var listed: [JointEmbedding] = []
        var more: [JointEmbedding] = []
        /// Beside Invar's own.
        var optimizers: [any UpdateRule] = []

        package init(
            listed: [JointEmbedding] = [], more: [JointEmbedding] = [], optimizers: [any UpdateRule] = []
        ) {
            (self.listed, self.more, self.optimizers) = (listed, more, optimizers)
        }

        var all: [JointEmbedding] { listed + more }
    }

    @TaskLocal static var known = Known()

    static func named(_ name: String) throws -> JointEmbedding {
        if let found = known.all.first(where: { $0.name == name }) { return found }
        throw CommandError(
            unknown: "architecture", name, among: known.listed.map(\.name), orAlso: known.more.map(\.name))
    }
}

/// What the program was called with, but for its name. Paths among it need not be UTF-8.
let processArguments: [String] = (1..<max(1, Int(CommandLine.argc))).compactMap { place in
    unsafe CommandLine.unsafeArgv[place].map { unsafe String(path: $0) }
}

/// The program's name, as the user called it: for examples that can be pasted.
let programName: String = {
    let name = PathParts.name(CommandLine.arguments.first ?? "")
    return name.isEmpty ? "invar" : name
}()

struct Root: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: programName,
        abstract:
            "Self-supervised joint-embedding learning: pretrain encoders without labels, and see what they learned.",
        discussion: """
            From nothing to a table and a picture:

              \(programName) list
              \(programName) pretrain vicreg-small --epochs 5 --output runs/first
              \(programName) plot runs/first
              \(programName) evaluate runs/first
              \(programName) views vicreg-small --output views.png

            Every command explains itself: \(programName) pretrain --help
            """.flowing,
        version: "Invar \(invarVersion)",
        subcommands: [
            List.self, Pretrain.self, Compare.self, Evaluate.self, Finetune.self, Plot.self, Watch.self, Metrics.self,
            Report.self,
            Correlate.self, Project.self, ViewsCommand.self, Embed.self, Emit.self, Export.self, Inspect.self,
            Index.self, Dump.self,
            Bench.self, ProfileCommand.self, Tune.self, New.self,
        ])
}
