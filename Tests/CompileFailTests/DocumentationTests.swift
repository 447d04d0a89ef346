import Foundation
import Testing

/// The programs that the documents show: each complete one must compile as it stands there.
@Suite struct DocumentationTests {
    @Test(arguments: [
        "README.md", "docs/tutorial.md", "docs/encoders.md", "docs/data.md", "docs/library.md", "docs/from-pytorch.md",
        "docs/photographs.md", "docs/onnx.md", "docs/rows.md",
    ])
    func everyProgramCompiles(document: String) throws {
        let programs = try Self.programs(in: document)
        #expect(!programs.isEmpty, "\(document) shows no program")
        var verifier = try Verifier()
        verifier.arguments = try Self.systemModules()
        for program in programs {
            let complaints = try verifier.complaints(aboutSource: program)
            #expect(complaints.isEmpty, "\(complaints)")
        }
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Where the system libraries' modules are, which `InvarCommands` imports from afar.
    private static func systemModules() throws -> [String] {
        let tool = Process()
        tool.executableURL = URL(filePath: "/usr/bin/env")
        let libraries = ["openblas", "libpng", "zlib", "libjpeg", "libarchive", "cairo"]
        tool.arguments = ["pkg-config", "--cflags"] + libraries + mpi
        let output = Pipe()
        tool.standardOutput = output
        try tool.run()
        let flags = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        tool.waitUntilExit()
        let llvm = ProcessInfo.processInfo.environment["INVAR_LLVM"].map { ["-Xcc", "-I\($0)/include"] } ?? []
        return llvm
            + ["COpenBLAS", "CImage", "CImageShim/include", "CArchive", "CCairo", "CZlib", "CLLVM", "CMPI"].flatMap {
                ["-I", root.appending(path: "Sources/\($0)").path]
            }
            + flags.split(whereSeparator: \.isWhitespace).flatMap { ["-Xcc", String($0)] }
    }

    /// The name by which pkg-config knows the MPI that is built in, if one is.
    private static var mpi: [String] {
        #if MPI
            [ProcessInfo.processInfo.environment["INVAR_MPI"] ?? "mpi-c"]
        #else
            []
        #endif
    }

    /// The blocks of Swift that begin with an import; others are excerpts, and manifests.
    private static func programs(in document: String) throws -> [String] {
        let text = try String(contentsOf: root.appending(path: document), encoding: .utf8)
        return text.components(separatedBy: "```swift\n").dropFirst()
            .compactMap { $0.components(separatedBy: "\n```").first }
            .filter { $0.hasPrefix("import ") && !$0.hasPrefix("import PackageDescription") }
    }
}
