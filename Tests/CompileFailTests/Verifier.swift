import Foundation

/// Type-checks a file as a user's program would be that imports `Invar`, and compares what the
/// compiler says with what the file's comments expect.
///
/// The compiler does the comparing (`swiftc -verify`, which its own tests use): an error, warning or
/// note that no comment expects is a complaint, and so is a comment that nothing answers.
struct Verifier {
    /// Holds `Invar.swiftmodule` and the modules that it imports, as this build made them.
    let modules: URL
    /// Further arguments of the compiler.
    var arguments: [String] = []

    /// The modules of the build that this test runs from: they lie beside its executable.
    init() throws {
        guard let executable = Bundle.main.executableURL else { throw NoModules(folder: "?") }
        modules = executable.resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "Modules")
        guard FileManager.default.fileExists(atPath: modules.appending(path: "Invar.swiftmodule").path) else {
            throw NoModules(folder: modules.path)
        }
    }

    /// What the compiler complains of in `file`; empty where it says exactly what the comments expect.
    func complaints(about file: URL) throws -> String {
        let compiler = Process()
        compiler.executableURL = URL(filePath: "/usr/bin/env")
        compiler.arguments =
            [
                "swiftc", "-typecheck", "-swift-version", "6", "-module-name", "Fixture", "-I", modules.path,
                "-Xfrontend", "-verify",
                // Notes that point into the library's own sources ("marked unavailable here").
                "-Xfrontend", "-verify-ignore-unrelated",
                file.path,
            ] + arguments
        let output = Pipe()
        compiler.standardOutput = output
        compiler.standardError = output
        compiler.standardInput = FileHandle.nullDevice
        try compiler.run()
        // Read to the end before waiting: a full pipe would stop the compiler.
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        compiler.waitUntilExit()

        if compiler.terminationReason == .exit && compiler.terminationStatus == 0 { return "" }
        return text.isEmpty ? "swiftc ended with status \(compiler.terminationStatus) and no message" : text
    }

    /// The same for a program given as text.
    func complaints(aboutSource source: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "invar-fixture-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "Source.swift")
        try source.write(to: file, atomically: true, encoding: .utf8)
        return try complaints(about: file)
    }
}

struct NoModules: Error, CustomStringConvertible {
    let folder: String
    var description: String {
        "no Invar.swiftmodule in \(folder); build the tests with 'make test' or 'swift build --build-tests'"
    }
}
