import Foundation
import InvarEmit
import InvarJIT
import Testing

/// What is written, and where; nothing is compiled.
@Suite struct FormTests {
    private let packages = Result { try FormPackages() }

    @Test func aPackageHasWhatEachToolLooksFor() throws {
        let folder = try packages.get().write(.package)
        let c = "Sources/CTinyMlp"
        #expect(
            try FormPackages.paths(in: folder).filter { !$0.hasPrefix("\(c)/tiny_mlp_") } == [
                "CMakeLists.txt", "Package.swift", "README.md", "\(c)/include/tiny_mlp.h", "\(c)/tiny_mlp.c",
                "Sources/TinyMlp/Support.swift", "Sources/TinyMlp/TinyMlp.swift", "check/check.c", "pyproject.toml",
                "python/_build.py", "python/tiny_mlp/__init__.py", "tiny_mlp.json", "weights/encoder.safetensors",
            ])
    }

    /// A plugin says before which files come, and its directory is not replaced.
    @Test func sourcesLieFlatInADirectoryThatIsThere() throws {
        let folder = FormPackages.place()
        let package = try packages.get().package(.sources)
        for _ in 0..<2 { #expect(try package.write(to: folder).isEmpty) }
        #expect(
            try FormPackages.paths(in: folder).filter { !$0.hasPrefix("tiny_mlp_") } == [
                "Support.swift", "TinyMlp.swift", "encoder.safetensors", "include/module.modulemap",
                "include/tiny_mlp.h", "tiny_mlp.c",
            ])
    }

    @Test func weightsThatAreEmbeddedLieBesideTheCode() throws {
        let folder = try packages.get().write(.package, embedding: true)
        let paths = try FormPackages.paths(in: folder)
        #expect(paths.contains("Sources/CTinyMlp/encoder.safetensors"))
        #expect(paths.contains("Sources/TinyMlp/Embedded.swift"))
        #expect(!paths.contains { $0.hasPrefix("weights/") })
    }

    @Test func theDescriptionSaysWhatTheHeaderSays() throws {
        let folder = try packages.get().write(.c)
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: "\(folder)/tiny_mlp.json")))
        let facts = try #require(json as? [String: Any])
        #expect(facts["inputs"] as? [Int] == [7] && facts["width"] as? Int == 5)
        #expect(facts["batches"] as? [Int] == [1, 4] && facts["part"] as? String == "encoder")
        #expect(facts["targets"] as? [String] == EmissionTarget.allCases.map(\.rawValue))
        let tensors = try #require(facts["tensors"] as? [[String: Any]])
        #expect(tensors.contains { $0["encoderName"] is String && $0["shape"] as? [Int] == [19, 7] })
    }

    /// No value of a template was forgotten: each would be a name between two @.
    @Test(arguments: EmissionForm.allCases.filter { ![.object, .bundle].contains($0) })
    func nothingIsLeftToFillIn(_ form: EmissionForm) throws {
        for folder in [try packages.get().write(form), try packages.get().write(form, embedding: true)] {
            for path in try FormPackages.paths(in: folder) where !path.hasSuffix(".safetensors") {
                let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
                #expect(text.firstMatch(of: /@[A-Za-z]+@/) == nil, "\(path)")
            }
        }
    }

    // MARK: A directory that is there

    @Test(arguments: ["", "/Sources/CTinyMlp/include"]) func directoriesWithoutFilesAreAsGoodAsNone(_ inside: String)
        throws
    {
        let folder = FormPackages.place()
        try FileManager.default.createDirectory(atPath: folder + inside, withIntermediateDirectories: true)
        #expect(try packages.get().package(.c).write(to: folder).isEmpty)
        #expect(try FormPackages.paths(in: folder).contains("tiny_mlp.h"))
        #expect(try FormPackages.strays(beside: folder) == [])
    }

    @Test func whatIsNoEmissionIsLeftAlone() throws {
        let folder = FormPackages.place()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(filePath: "\(folder)/notes.txt"))
        let package = try packages.get().package(.c)
        let error = #expect(throws: EmissionError.self) { try package.write(to: folder, replacing: true) }
        #expect(error?.description == "\(folder) is not empty, and what is in it is no emission; give a new directory")
        #expect(try FormPackages.paths(in: folder) == ["notes.txt"])
        let file = #expect(throws: EmissionError.self) { try package.write(to: "\(folder)/notes.txt") }
        #expect(file?.description == "\(folder)/notes.txt is a file; give a new directory")
    }

    @Test func anEarlierEmissionIsReplacedWhereThatIsAsked() throws {
        let folder = try packages.get().write(.c)
        let package = try packages.get().package(.package)
        let error = #expect(throws: EmissionError.self) { try package.write(to: folder) }
        #expect(
            error?.description == "\(folder) holds an earlier emission; --force replaces it with all that is in it")
        #expect(try package.write(to: folder + "/", replacing: true).isEmpty)
        #expect(try FormPackages.paths(in: folder).contains("Package.swift"))
        #expect(!(try FormPackages.paths(in: folder).contains("tiny_mlp.h")))
        #expect(try FormPackages.strays(beside: folder) == [])
    }

    /// A parent that cannot be written stands for a disk that is full.
    @Test(.enabled(if: geteuid() != 0)) func whatFailsLeavesNothing() throws {
        let folder = FormPackages.place()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
        #expect(throws: (any Error).self) { try packages.get().package(.c).write(to: "\(folder)/new") }
        #expect(try FormPackages.paths(in: folder) == [])
    }
}
