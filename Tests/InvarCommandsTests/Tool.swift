import Foundation
import InvarRuntime
import Testing

/// The built `invar`, as a process of its own.
enum Tool {
    struct Ended {
        let status: Int32
        /// Ended by a signal; then `status` is its number.
        let bySignal: Bool
        let out: String
        let err: String

        /// The last line of what it complained of: before it stands what the data are.
        var error: Substring { err.split(separator: "\n").last ?? "" }
    }

    /// Beside the bundle of the tests.
    static var path: String {
        let test = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return test.deletingLastPathComponent().appendingPathComponent("invar").path
    }

    static func start(
        _ arguments: [String], in directory: Scratch, executable: String? = nil, environment: [String: String] = [:]
    ) throws -> Running {
        try Running(arguments, directory, executable ?? path, environment)
    }

    static func run(
        _ arguments: [String], in directory: Scratch, environment: [String: String] = [:]
    ) throws -> Ended {
        try start(arguments, in: directory, environment: environment).wait()
    }

    static func shell(_ script: String, in directory: Scratch) throws -> Ended {
        try start(["-c", script], in: directory, executable: "/bin/sh").wait()
    }

    /// A process on its way. Its output goes to files, so that no pipe can fill up.
    final class Running {
        let process = Process()
        private let (out, err): (URL, URL)

        init(_ arguments: [String], _ directory: Scratch, _ executable: String, _ environment: [String: String]) throws
        {
            let name = "output-\(UUID().uuidString)"
            out = directory.url.appendingPathComponent(name)
            err = directory.url.appendingPathComponent(name + "-errors")
            _ = FileManager.default.createFile(atPath: out.path, contents: nil)
            _ = FileManager.default.createFile(atPath: err.path, contents: nil)
            process.executableURL = URL(fileURLWithPath: executable)
            process.arguments = arguments
            process.currentDirectoryURL = directory.url
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = try FileHandle(forWritingTo: out)
            process.standardError = try FileHandle(forWritingTo: err)
            try process.run()
        }

        var output: String { (try? String(contentsOf: out, encoding: .utf8)) ?? "" }
        var errors: String { (try? String(contentsOf: err, encoding: .utf8)) ?? "" }

        /// Polls until it holds or the process has ended. Ten minutes are no measure of speed: by then it hangs.
        func waitUntil(_ condition: () -> Bool) -> Bool {
            for _ in 0..<60_000 {
                if condition() { return true }
                if !process.isRunning { return condition() }
                usleep(10_000)
            }
            return false
        }

        func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

        func wait() -> Ended {
            process.waitUntilExit()
            return Ended(
                status: process.terminationStatus, bySignal: process.terminationReason == .uncaughtSignal,
                out: output, err: errors)
        }
    }
}

/// A directory that goes away with the test.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("invar-commands-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }
    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
    func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
    func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path(name))) }
    func json(_ name: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: bytes(name)) as? [String: Any])
    }

    /// Small images of ten classes in the four idx files, in `data/`.
    func makeData(train: Int = 128, test: Int = 40, side: Int = 12) throws {
        try makeFolder("data")
        for (name, count, seed) in [("train", train, 1 as UInt64), ("t10k", test, 2)] {
            let labels = (0..<count).map { UInt8($0 % 10) }
            var random = CounterRandom(seed: seed)
            let pixels = labels.flatMap { label in
                (0..<(side * side)).map { place in
                    let wave = (Int(label) + 1) * (place % side + 2 * (place / side))
                    return UInt8(clamping: 128 + (wave % 64) - 32 + random.integer(below: 64))
                }
            }
            try writeIdx("data/\(name)-images-idx3-ubyte", [count, side, side], pixels)
            try writeIdx("data/\(name)-labels-idx1-ubyte", [count], labels)
        }
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    }

    /// A file of bytes in the format of MNIST.
    func writeIdx(_ name: String, _ sizes: [Int], _ values: [UInt8]) throws {
        let header = sizes.flatMap { size in (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) } }
        try Data([0, 0, 8, UInt8(sizes.count)] + header + values).write(to: URL(fileURLWithPath: path(name)))
    }

    /// What of a log does not depend on how fast it went.
    func metrics(_ run: String) throws -> [String] {
        try text("\(run)/metrics.jsonl").split(separator: "\n").map { line in
            var object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            for key in ["imagesPerSecond", "seconds", "residentMiB"] { object[key] = nil }
            return String(
                decoding: try JSONSerialization.data(withJSONObject: object, options: .sortedKeys), as: UTF8.self)
        }
    }

    func lines(_ name: String) -> Int {
        (try? text(name))?.split(separator: "\n").count ?? 0
    }
}
