import Foundation
import Testing

/// How a program ended, and what it said.
struct Ended {
    let status: Int32
    let bySignal: Bool
    /// Standard output and errors.
    let output: String

    var isFine: Bool { status == 0 && !bySignal }
}

/// Runs a program that is in the PATH, or at a path, and waits for it.
@discardableResult
func run(
    _ program: String, _ arguments: [String], in folder: String = scratch, environment: [String: String] = [:]
) throws -> Ended {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try unblockingSignals { try process.run() }
    // to the end before waiting: a full pipe would stop the program
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return Ended(
        status: process.terminationStatus, bySignal: process.terminationReason == .uncaughtSignal, output: text)
}

/// A program begins with the signals blocked that are blocked on the thread that starts it. Threads of tests block all, and cmake, which is
/// told by a signal that a child has ended, would wait for ever.
private func unblockingSignals(_ body: () throws -> Void) rethrows {
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
}

/// Whether a program is in the PATH.
func isThere(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
}

/// A folder that goes with the process.
let scratch: String = {
    let path = FileManager.default.temporaryDirectory.appending(path: "invar-emit-tests-\(getpid())").path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    atexit {
        let path = FileManager.default.temporaryDirectory.appending(path: "invar-emit-tests-\(getpid())").path
        try? FileManager.default.removeItem(atPath: path)
    }
    return path
}()

/// What went wrong, in the words of a compiler or of an emitted program.
struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// Numbers as C reads and writes them.
enum Numbers {
    static func write(_ values: [Float], to path: String) throws {
        try values.withUnsafeBytes { try Data($0).write(to: URL(filePath: path)) }
    }

    static func read(_ path: String) throws -> [Float] {
        let data = try Data(contentsOf: URL(filePath: path))
        return data.withUnsafeBytes { bytes in
            (0..<bytes.count / 4).map { bytes.loadUnaligned(fromByteOffset: 4 * $0, as: Float.self) }
        }
    }
}

/// Nothing where two lists have the same bits; else how much of them differs, and by how much.
func difference(_ got: [Float], _ wanted: [Float]) -> String? {
    guard got.count == wanted.count else { return "\(got.count) numbers, not \(wanted.count)" }
    let different = got.indices.filter { got[$0].bitPattern != wanted[$0].bitPattern }
    guard let first = different.first else { return nil }
    return "\(different.count) of \(got.count) numbers differ, by \(largestDifference(got, wanted)) of the largest; "
        + "the first is number \(first): \(got[first]), not \(wanted[first])"
}

/// The largest difference, in parts of the largest number that is wanted.
func largestDifference(_ got: [Float], _ wanted: [Float]) -> Float {
    let largest = wanted.reduce(0) { max($0, abs($1)) }
    let worst = zip(got, wanted).reduce(Float(0)) { result, pair in
        let distance = abs(pair.0 - pair.1)
        return distance > result || distance.isNaN ? distance : result
    }
    return largest > 0 ? worst / largest : worst
}
