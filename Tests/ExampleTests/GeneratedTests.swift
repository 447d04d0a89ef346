import Foundation
import Testing

/// `Generated/` is what the sources give now.
@Suite struct GeneratedTests {
    @Test func whatIsCommittedIsWhatTheExamplesBecome() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let scratch = try Scratch()
        let script = Process()
        script.executableURL = root.appending(path: "scripts/generate")
        script.arguments = [URL(filePath: Example.path("x")).deletingLastPathComponent().path, scratch.url.path]
        try script.run()
        script.waitUntilExit()
        try #require(script.terminationStatus == 0)

        let fresh = try Self.texts(in: scratch.url)
        let committed = try Self.texts(in: root.appending(path: "Generated"))
        #expect(!fresh.isEmpty)
        for name in Set(fresh.keys).union(committed.keys).sorted() {
            // Another Graphviz draws another picture of the same graph, which is compared as text, and another LLVM writes other
            // assembly of the same kernels.
            if let old = committed[name], let new = fresh[name], Self.maker(old) != Self.maker(new) { continue }
            let difference = Self.difference(committed[name], fresh[name])
            #expect(difference == nil, "Generated/\(name) \(difference ?? ""); if that is meant: make generate")
        }
    }

    /// By their path below the folder; nothing where there is no such folder.
    private static func texts(in folder: URL) throws -> [String: String] {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        var found: [String: String] = [:]
        for name in names where name.contains("/") && !name.hasPrefix(".") {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            found[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        return found
    }

    /// The line of a picture or of assembly that says which program made it.
    private static func maker(_ text: String) -> Substring? {
        text.prefix(1000).split(separator: "\n").first { $0.contains("graphviz version") || $0.contains(" with LLVM ") }
    }

    /// The first lines that differ.
    private static func difference(_ old: String?, _ new: String?) -> String? {
        guard let old else { return "is not committed" }
        guard let new else { return "is not written any more" }
        let (before, after) = (old.components(separatedBy: "\n"), new.components(separatedBy: "\n"))
        var lines: [String] = []
        for index in 0..<max(before.count, after.count) where lines.count < 6 {
            let pair = [before, after].map { index < $0.count ? $0[index] : nil }
            if pair[0] == pair[1] { continue }
            if let line = pair[0] { lines.append("\(index + 1) - \(line)") }
            if let line = pair[1] { lines.append("\(index + 1) + \(line)") }
        }
        return lines.isEmpty ? nil : "differs:\n" + lines.joined(separator: "\n") + "\n"
    }
}
