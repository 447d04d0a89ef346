import Foundation
import InvarData
import InvarRuntime
import InvarTraining
import Testing

/// A place where commands are run for the rows of the table: each command line once, however many rows look at what it left.
final class Workbench {
    let scratch: Scratch
    private var ended: [[String]: Tool.Ended] = [:]
    /// The last command line and what it said, for a row that fails.
    private(set) var last = ""

    init() throws {
        scratch = try Scratch()
        try scratch.makeData(train: 64, test: 40, side: 8)
        try scratch.makeData("other", train: 48, test: 30, side: 6)
    }

    /// For the directory of a command that is run several times, each time in another one.
    static let fresh = "FRESH"

    static let tool = URL(fileURLWithPath: Tool.path).deletingLastPathComponent().appendingPathComponent(
        "SmallArchitectures"
    ).path

    // MARK: Running

    /// Once for each command line and environment.
    @discardableResult
    func attempt(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Tool.Ended {
        let key = arguments + environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let result =
            try ended[key]
            ?? Tool.start(arguments, in: scratch, executable: Self.tool, environment: environment).wait()
        last = "\(key.joined(separator: " ")): \(result.status)\n\(result.out)\n\(result.err)"
        ended[key] = result
        return result
    }

    @discardableResult
    func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Tool.Ended {
        let result = try attempt(arguments, environment)
        guard result.status == 0 else { throw Failed(arguments: arguments, ended: result) }
        return result
    }

    /// Anew each time: what it leaves is looked at, and is overwritten by the next one.
    func again(_ arguments: [String]) throws -> Tool.Ended {
        ended[arguments] = nil
        return try run(arguments)
    }

    /// The one file whose name begins so: of other data than the run's own it ends with a number made of their path.
    func only(_ beginning: String) throws -> String {
        let folder = beginning.split(separator: "/").dropLast().joined(separator: "/")
        let start = beginning.split(separator: "/").last ?? ""
        let found = try FileManager.default.contentsOfDirectory(atPath: scratch.path(folder.isEmpty ? "." : folder))
            .filter { $0.hasPrefix(start) }
        guard found.count == 1 else { throw Ambiguous(beginning: beginning, found: found) }
        return folder.isEmpty ? found[0] : "\(folder)/\(found[0])"
    }

    struct Ambiguous: Error { let beginning: String, found: [String] }

    struct Failed: Error, CustomStringConvertible {
        let arguments: [String]
        let ended: Tool.Ended
        var description: String { "\(arguments.joined(separator: " ")) ended with \(ended.status): \(ended.err)" }
    }

    func differ(_ a: String, _ b: String) throws -> Bool { try scratch.bytes(a) != scratch.bytes(b) }
    func same(_ a: String, _ b: String) throws -> Bool { try scratch.bytes(a) == scratch.bytes(b) }

    // MARK: What several commands share

    /// Two epochs of four steps.
    @discardableResult
    func pretrain(_ name: String, _ more: [String] = [], architecture: String = "tiny") throws -> String {
        func has(_ option: String) -> Bool { more.contains(option) }
        var arguments = ["pretrain", architecture, "--output", name] + more
        for (option, value) in [
            ("--data", "data"), ("--batch", "16"), ("--epochs", "2"), ("--executor", "blas"), ("--threads", "1"),
            ("--workers", "1"), ("--log-every", "1"),
        ] where !has(option) && !(option == "--data" && Self.tables.contains(architecture)) {
            arguments += [option, value]
        }
        try run(arguments)
        return name
    }

    /// Architectures that see no images.
    private static let tables = ["table", "wide-table", "sides", "unchanged"]

    /// A finished run of `tiny` on `data`.
    func trained() throws -> String { try pretrain("run") }

    /// A finished run whose branches have encoders of their own.
    func separate() throws -> String { try pretrain("separate", architecture: "separate") }

    /// A finished run on a folder of PNG pictures, of which two in `train` and one in `test` cannot be read.
    func trainedOnFolder() throws -> String {
        if !scratch.exists("folder") {
            for (part, count) in [("train", 24), ("test", 12), ("unlabeled", 20)] {
                for i in 0..<count {
                    let place =
                        part == "unlabeled" ? "folder/\(part)" : "folder/\(part)/\(i % 2 == 0 ? "dark" : "light")"
                    try FileManager.default.createDirectory(
                        atPath: scratch.path(place), withIntermediateDirectories: true)
                    let file = scratch.path("\(place)/\(i).png")
                    if part == "train" && i < 2 || part == "test" && i == 5 {
                        try Data("broken".utf8).write(to: URL(fileURLWithPath: file))
                        continue
                    }
                    var random = CounterRandom(seed: 3, item: i)
                    var picture = Picture(height: 9, width: 10, channels: 1)
                    for j in picture.pixels.indices {
                        picture.pixels[j] = UInt8(random.integer(below: 128) + (i % 2 == 0 ? 0 : 127))
                    }
                    try picture.write(png: file)
                }
            }
        }
        return try pretrain("on-folder", ["--data", "folder", "--batch", "8"])
    }

    /// Numbers for the images of `data`, a row each.
    func rows(_ name: String, seed: UInt64, count: Int = 64) throws -> String {
        var random = CounterRandom(seed: seed)
        let values = (0..<(count * 3)).map { _ in random.normal() }
        try NpyFile.write(StoredTensor(shape: [count, 3], values), to: scratch.path(name))
        return name
    }

    /// A class for each row, of three.
    func labels(_ name: String, seed: UInt64, count: Int = 64) throws -> String {
        var random = CounterRandom(seed: seed)
        let values = (0..<count).map { _ in Int32(random.integer(below: 3)) }
        try NpyFile.write(StoredTensor(shape: [count], .int32(values)), to: scratch.path(name))
        return name
    }

    /// The files of a table without images, rows and classes.
    func table(rows: UInt64 = 1, labels: UInt64 = 1, test: UInt64 = 2, testLabels: UInt64 = 2) throws -> [String] {
        [
            "--features", try self.rows("rows-\(rows).npy", seed: rows),
            "--labels", try self.labels("labels-\(labels).npy", seed: labels),
            "--test-features", try self.rows("test-\(test).npy", seed: test, count: 40),
            "--test-labels", try self.labels("test-labels-\(testLabels).npy", seed: testLabels, count: 40),
        ]
    }

    /// 10,001 images for training and 2,001 for tests, of one pixel each.
    func large() throws -> String {
        if !scratch.exists("large") { try scratch.makeData("large", train: 10_001, test: 2001, side: 1) }
        return "large"
    }

    // MARK: Reading

    func json(_ file: String) throws -> [String: Any] { try scratch.json(file) }

    /// A value in a file of JSON: `value("run.json", "run", "data", "count")`; a number is a place in a list.
    func value(_ file: String, _ path: String...) throws -> Any? { Self.value(try json(file), path) }

    static func value(_ object: Any?, _ path: [String]) -> Any? {
        path.reduce(object) { object, key in
            if let place = Int(key), let list = object as? [Any] {
                return list.indices.contains(place) ? list[place] : nil
            }
            return (object as? [String: Any])?[key]
        }
    }

    func number(_ file: String, _ path: String...) throws -> Double? { Self.value(try json(file), path) as? Double }
    func words(_ file: String, _ path: String...) throws -> String? { Self.value(try json(file), path) as? String }
    func numbers(_ file: String, _ path: String...) throws -> [Double] {
        Self.value(try json(file), path) as? [Double] ?? []
    }

    /// The lines of a run's log that are of this kind.
    func log(_ run: String, _ kind: String = "step") throws -> [[String: Any]] {
        try scratch.text("\(run)/metrics.jsonl").split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }.filter { $0["kind"] as? String == kind }
    }

    func rates(_ run: String) throws -> [Double] { try log(run).compactMap { $0["learningRate"] as? Double } }

    func encoder(_ run: String) -> String { "\(run)/encoder.safetensors" }
}

extension Scratch {
    /// As `makeData`, in another folder.
    func makeData(_ folder: String, train: Int, test: Int, side: Int) throws {
        let own = try Scratch()
        try own.makeData(train: train, test: test, side: side)
        try FileManager.default.moveItem(atPath: own.path("data"), toPath: path(folder))
    }
}
