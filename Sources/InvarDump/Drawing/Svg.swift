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
    let (input, output, complaints) = (try ScratchFile(text), try ScratchFile(), try ScratchFile())
    let status = try ChildProcess.run(
        program, [program, "-Tsvg"].map { Array($0.utf8) },
        streams: [
            STDIN_FILENO: input.descriptor, STDOUT_FILENO: output.descriptor, STDERR_FILENO: complaints.descriptor,
        ])
    guard status == 0 else {
        let words = try complaints.text().split(separator: "\n").first ?? ""
        throw Diagnostic("\(program) could not draw the dump: \(words); write --format dot to see what it was given")
    }
    return try output.text().replacing("<svg ", with: "<svg onload=\"\(lookAtFirstBox)\" ", maxReplacements: 1)
}

/// A browser that opens a drawing shows its left upper corner, which may be empty: it is to show the first box.
private let lookAtFirstBox =
    "const boxes = [...document.querySelectorAll('.node')].map(box => box.getBoundingClientRect()); "
    + "const first = boxes.reduce((a, b) => a.top &lt;= b.top ? a : b); "
    + "scrollTo(first.left + first.width / 2 - innerWidth / 2, first.top - 120)"

/// A file without a name, which goes away with its owner. Through files, since a pipe that is full would stop both sides.
private final class ScratchFile {
    private let handle: FileHandle
    var descriptor: Int32 { handle.fileDescriptor }

    init(_ text: String = "") throws {
        var name = Array("\(FileManager.default.temporaryDirectory.path)/invar-dump-XXXXXX".utf8CString)
        let descriptor = unsafe mkstemp(&name)
        guard descriptor >= 0 else { throw Diagnostic("no temporary file can be made: \(systemWords(errno))") }
        unsafe unlink(name)
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data(text.utf8))
        try handle.seek(toOffset: 0)
    }

    func text() throws -> String {
        try handle.seek(toOffset: 0)
        return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
    }
}
