import Foundation
import InvarGraph

/// Draws a text for Graphviz, by its program `dot`.
/// - Parameters:
///   - text: a graph in Graphviz's language.
///   - path: where to look for the program, in place of PATH.
/// - Throws: a `Diagnostic` where there is no such program, or where it fails.
package func drawn(_ text: String, searching path: String? = nil) throws -> String {
    let directories = path ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
    let candidates = directories.split(separator: ":").map { "\($0)/dot" }
    guard let program = candidates.first(where: FileManager.default.isExecutableFile) else {
        throw Diagnostic(
            "svg is drawn by Graphviz, whose program dot is not in PATH; install it (apt-get install graphviz), or write "
                + "--format dot, which needs nothing")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-Tsvg"]
    let (input, output, complaints) = (try TemporaryFile(text), try TemporaryFile(""), try TemporaryFile(""))
    process.standardInput = try FileHandle(forReadingFrom: input.url)
    process.standardOutput = try FileHandle(forWritingTo: output.url)
    process.standardError = try FileHandle(forWritingTo: complaints.url)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0, process.terminationReason == .exit else {
        let words = try complaints.text().split(separator: "\n").first ?? ""
        throw Diagnostic("\(program) could not draw the dump: \(words); write --format dot to see what it was given")
    }
    return try output.text()
}

/// Goes away with its owner. Through files, since a pipe that is full would stop both sides.
private final class TemporaryFile {
    let url: URL

    init(_ text: String) throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("invar-dump-\(UUID().uuidString)")
        try Data(text.utf8).write(to: url)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func text() throws -> String { try String(contentsOf: url, encoding: .utf8) }
}
