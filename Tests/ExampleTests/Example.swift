import Foundation

/// A built example, as a process of its own.
struct Example {
    struct Ended {
        let status: Int32
        let out: String
        let err: String
    }

    /// Beside the bundle of the tests.
    static func path(_ name: String) -> String {
        let test = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return test.deletingLastPathComponent().appendingPathComponent(name).path
    }

    /// Output goes to files, so that no pipe can fill up.
    static func run(_ name: String, _ arguments: [String] = [], in directory: Scratch) throws -> Ended {
        let files = ["out", "err"].map { directory.url.appendingPathComponent("\($0)-\(UUID().uuidString)") }
        for file in files { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path(name))
        process.arguments = arguments
        process.currentDirectoryURL = directory.url
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
        return Ended(status: process.terminationStatus, out: texts[0], err: texts[1])
    }
}

/// A directory that goes away with the test.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("invar-examples-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: url.appendingPathComponent(name).path)
    }

    /// Striped images of 28×28 pixels in ten classes, as the four idx files in `data/`.
    func makeData(train: Int, test: Int = 40) throws {
        let folder = url.appendingPathComponent("data")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func write(_ name: String, _ sizes: [Int], _ values: [UInt8]) throws {
            let numbers = [8 << 8 | sizes.count] + sizes
            let header = numbers.flatMap { n in (0..<4).map { UInt8(truncatingIfNeeded: n >> (24 - 8 * $0)) } }
            try Data(header + values).write(to: folder.appendingPathComponent(name))
        }
        for (name, count) in [("train", train), ("t10k", test)] {
            let pixels = (0..<count).flatMap { image in
                (0..<784).map { UInt8(truncatingIfNeeded: ($0 % 28 * (image % 10 + 1) + $0 / 28) * 9 + image) }
            }
            try write("\(name)-images-idx3-ubyte", [count, 28, 28], pixels)
            try write("\(name)-labels-idx1-ubyte", [count], (0..<count).map { UInt8($0 % 10) })
        }
    }
}
