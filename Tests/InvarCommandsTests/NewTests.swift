import Foundation
import Testing

/// The package that `invar new` writes; that it builds is tried by hand, since that takes minutes.
@Suite struct NewTests {
    private static let files = [".gitignore", "Package.swift", "README.md", "Sources/mine/main.swift"]

    private static func text(_ path: String, in directory: Scratch) throws -> String {
        try String(contentsOf: directory.url.appendingPathComponent(path), encoding: .utf8)
    }

    /// A directory that has as much of Invar as `new` looks for.
    private static func invar(in directory: Scratch) throws -> String {
        let folder = directory.url.appendingPathComponent("invar-here")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data().write(to: folder.appendingPathComponent("Package.swift"))
        return folder.path
    }

    @Test func aPackage() throws {
        let directory = try Scratch()
        let invar = try Self.invar(in: directory)
        let ended = try Tool.run(["new", "mine", "--invar", "invar-here"], in: directory)
        #expect(ended.status == 0 && ended.err.isEmpty, "\(ended.err)")
        #expect(ended.out.contains("cd mine && swift run -c release mine list"))
        let written = try FileManager.default.subpathsOfDirectory(
            atPath: directory.url.appendingPathComponent("mine").path)
        #expect(Set(written).isSuperset(of: Self.files))
        #expect(Set(written).subtracting(Self.files) == ["Sources", "Sources/mine"])
        let manifest = try Self.text("mine/Package.swift", in: directory)
        #expect(manifest.hasPrefix("// swift-tools-version: 6.2\n"))
        #expect(manifest.contains(".package(path: \"\(invar)\")"))
        #expect(manifest.contains(".product(name: \"InvarCommands\", package: \"invar-here\")"))
        let program = try Self.text("mine/Sources/mine/main.swift", in: directory)
        #expect(program.contains("JointEmbedding(\"mine\"") && program.contains("InvarCommands.main([model])"))
    }

    /// The directory's last part is the name, and a URL is a repository.
    @Test func elsewhere() throws {
        let directory = try Scratch()
        let url = "https://example.org/somebody/Invar.git"
        #expect(try Tool.run(["new", "made/here/two-views/", "--invar", url], in: directory).status == 0)
        let manifest = try Self.text("made/here/two-views/Package.swift", in: directory)
        #expect(manifest.contains("name: \"two-views\"") && manifest.contains(".package(url: \"\(url)\", from: \"0."))
        #expect(manifest.contains("package: \"Invar\""))
    }

    @Test func whatIsThereStays() throws {
        let directory = try Scratch()
        let url = "https://example.org/invar.git"
        #expect(try Tool.run(["new", "mine", "--invar", url], in: directory).status == 0)
        let before = try Self.text("mine/Package.swift", in: directory)
        let again = try Tool.run(["new", "mine", "--invar", "invar-here"], in: directory)
        #expect(again.status == 1 && again.out.isEmpty)
        let second = try Tool.run(["new", "mine", "--invar", url], in: directory)
        #expect(second.status == 1 && second.error.contains("mine is there already"))
        #expect(try Self.text("mine/Package.swift", in: directory) == before)
    }

    @Test(arguments: ["1st", "mein-müsli", "a b", "invar", "InvarData", "..", "-x", ""])
    func namesThatAreNone(_ name: String) throws {
        let directory = try Scratch()
        let ended = try Tool.run(["new", "--invar", "https://example.org/invar.git", "--", name], in: directory)
        #expect(ended.status != 0 && !ended.err.isEmpty)
        #expect(!ended.err.contains("Fatal"))
    }

    @Test func noInvar() throws {
        let ended = try Tool.run(["new", "mine", "--invar", "nowhere"], in: Scratch())
        #expect(ended.status == 1 && ended.error.contains("--invar nowhere: there is no Package.swift"))
    }
}
