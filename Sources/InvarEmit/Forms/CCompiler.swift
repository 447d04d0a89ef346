import Foundation
import InvarData
import InvarDump

/// A C compiler of this machine that makes objects for a platform, and the archiver beside it.
struct CCompiler {
    /// The program and its first words.
    let command: [String]
    let archiver: String

    /// The first that there is and that has the platform's headers: `$CC`, `cc`, `clang` or `gcc` for this machine; for another one
    /// `aarch64-linux-gnu-gcc` and the like, or clang.
    static func find(for platform: Platform) throws -> CCompiler? {
        for (words, archivers) in candidates(for: platform) {
            guard let name = words.first, let program = path(of: name),
                let archiver = archivers.lazy.compactMap(path(of:)).first
            else { continue }
            let compiler = CCompiler(command: [program] + words.dropFirst(), archiver: archiver)
            if try compiler.works() { return compiler }
        }
        return nil
    }

    private static func candidates(for platform: Platform) -> [(words: [String], archivers: [String])] {
        let named = ProcessEnvironment.variables["CC"]?.split(separator: " ").map(String.init) ?? []
        let clang = ["clang", "--target=\(platform.triple)"]
        if platform == .current {
            return ([named, ["cc"], ["clang"], ["gcc"]]).filter { !$0.isEmpty }.map { ($0, ["ar", "llvm-ar"]) }
        }
        guard let prefix = platform.prefix else { return [(clang, ["llvm-ar"])] }
        return [([prefix + "gcc"], [prefix + "ar", "llvm-ar"]), (clang, [prefix + "ar", "llvm-ar"])]
    }

    /// Where a program is: in PATH, or where a path says.
    private static func path(of program: String) -> String? {
        let isExecutable = FileManager.default.isExecutableFile(atPath:)
        if program.contains("/") { return isExecutable(program) ? program : nil }
        return (ProcessEnvironment.variables["PATH"] ?? "").split(separator: ":")
            .map { PathParts.join(String($0), program) }.first(where: isExecutable)
    }

    /// A compiler of another platform may be there without that one's headers.
    private func works() throws -> Bool {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("invar-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Folder.make(folder)
        let source = PathParts.join(folder, "try.c")
        try AtomicFile.write("#include <pthread.h>\n#include <stdlib.h>\nint tried;\n", to: source)
        return try run(command + ["-c", source, "-o", PathParts.join(folder, "try.o")], isSilent: true) == 0
    }

    /// - Throws: `EmissionError` where it does not compile; what the compiler has to say went to the standard error.
    func compile(_ source: String, to object: String, searching folders: [String]) throws {
        let options = ["-std=gnu11", "-O2", "-fPIC", "-pthread"] + folders.map { "-I\($0)" }
        guard try run(command + options + ["-c", source, "-o", object]) == 0 else {
            throw EmissionError("\(command[0]) could not compile \(PathParts.name(source)); what it said is above")
        }
    }

    func archive(_ objects: [String], to library: String) throws {
        guard try run([archiver, "rcs", library] + objects) == 0 else {
            throw EmissionError("\(archiver) could not make \(PathParts.name(library)); what it said is above")
        }
    }

    /// - Returns: the program's status.
    private func run(_ words: [String], isSilent: Bool = false) throws -> Int32 {
        guard let program = words.first, let nothing = FileHandle(forUpdatingAtPath: "/dev/null") else { return 1 }
        let silent = nothing.fileDescriptor
        // an `isSilent` run's errors go nowhere; others come where ours go
        return try ChildProcess.run(
            program, words.map { Array($0.utf8) },
            streams: [STDIN_FILENO: silent, STDOUT_FILENO: silent, STDERR_FILENO: isSilent ? silent : STDERR_FILENO])
    }
}
