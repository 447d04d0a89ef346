import Foundation
import Testing

/// The programs that the documents show: each complete one must compile as it stands there.
@Suite struct DocumentationTests {
    @Test(arguments: ["README.md", "docs/tutorial.md"])
    func everyProgramCompiles(document: String) throws {
        let programs = try Self.programs(in: document)
        #expect(!programs.isEmpty, "\(document) shows no program")
        for program in programs {
            let complaints = try Verifier().complaints(aboutSource: program)
            #expect(complaints.isEmpty, "\(complaints)")
        }
    }

    /// The blocks of Swift that begin with an import; others are excerpts, and manifests.
    private static func programs(in document: String) throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: document), encoding: .utf8)
        return text.components(separatedBy: "```swift\n").dropFirst()
            .compactMap { $0.components(separatedBy: "\n```").first }
            .filter { $0.hasPrefix("import Invar\n") }
    }
}
