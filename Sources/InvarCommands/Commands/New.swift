import ArgumentParser
import Foundation
import InvarData
import InvarTraining

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a Swift package with an architecture of your own.",
        discussion: """
            Writes Package.swift, Sources/NAME/main.swift, README.md and .gitignore into a
            new directory. The package is an executable with all of these commands, for the
            small architecture in main.swift: change that one, or add others.

            Examples:

              \(programName) new mine
              cd mine && swift run -c release mine pretrain mine --epochs 1
              # Invar from elsewhere: a directory, or a repository
              \(programName) new mine --invar ../invar
              \(programName) new mine --invar https://example.org/invar.git
            """.flowing)

    @Argument(
        help: ArgumentHelp("The directory; its last part is the package's name.", valueName: "directory"),
        completion: .directory, transform: PathOption.parse)
    var directory: String
    @Option(
        help:
            "Where Invar is: a directory, or the URL of a repository. (default: the directory that this command was built in)",
        completion: .directory)
    var invar: String?

    func run() throws {
        let package = NewPackage(name: try name(), invar: try dependency())
        // a directory of nothing is as good as none
        if let status = FileStatus(directory) {
            guard status.isDirectory, try FileManager.default.contentsOfDirectory(atPath: directory).isEmpty else {
                throw CommandError("\(directory) is there already; give a directory that is not")
            }
        }
        for (path, text) in package.files { try Output.write(text, to: PathParts.join(directory, path)) }
        Output.line("\(directory): the package \(package.name). To build it and see what it has:")
        Output.line("cd \(directory) && swift run -c release \(package.name) list")
    }

    /// The directory's last part, which becomes a name of the package, of its module and of the architecture.
    private func name() throws -> String {
        let name = PathParts.name(directory)
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
            default: false
            }
        }
        guard isPlain, name.first?.isLetter == true else {
            throw CommandError(
                "\"\(name)\" cannot be the name of a package: give letters, digits, - and _, a letter first")
        }
        // A module cannot import another of its own name.
        guard !NewPackage.taken.contains(name.lowercased()) else {
            throw CommandError("\"\(name)\" is the name of a part of Invar; give another")
        }
        return name
    }

    private func dependency() throws -> NewPackage.Dependency {
        if let invar, invar.contains("://") || invar.hasPrefix("git@") { return .repository(invar) }
        let folder = try invar.map(PathOption.parse) ?? PackageFolder.path
        guard FileStatus(PathParts.join(folder, "Package.swift")) != nil else {
            throw CommandError(
                invar == nil
                    ? "this command was built in \(folder), where Invar is no more; say where it is: --invar"
                    : "--invar \(folder): there is no Package.swift; give the directory of Invar, or a URL")
        }
        return .directory(URL(fileURLWithPath: Choices.absolute(folder)).standardizedFileURL.path)
    }
}

/// The directory of Invar's package, as it was when this was compiled.
private enum PackageFolder {
    static let path: String = {
        // Sources/InvarCommands/Commands/New.swift
        (0..<4).reduce(#filePath) { path, _ in PathParts.folder(path) }
    }()
}
