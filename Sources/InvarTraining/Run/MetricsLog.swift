import Foundation
import InvarData
import InvarDump

/// `metrics.jsonl`: one line of JSON for each logged step, each epoch, and what a monitor saw, in order. While it is open no other process can
/// open it, so that two runs never share a directory.
final class MetricsLog {
    let path: String
    private let descriptor: Int32
    private let calls = FileSystem.calls

    /// Where gradients are clipped, both have `gradientNorm`. A step's line has `learningRate` and `imagesPerSecond`; an epoch's has `seconds` and `collapse` too, and its loss and
    /// terms are means.
    struct Line: Codable {
        enum Kind: String, Codable { case step, epoch }
        let kind: Kind
        let epoch: Int
        let step: Int
        let loss: Double
        let terms: [String: Double]
        let imagesPerSecond: Double
        var learningRate: Double?
        var gradientNorm: Double?
        var seconds: Double?
        var collapse: CollapseMeasures?
        var residentMiB: Int?
    }

    /// Creates the file where it is not there; changes nothing else.
    init(path: String) throws {
        let opened = calls.open(path, O_RDWR | O_CREAT | O_APPEND)
        guard opened >= 0 else { throw MetricsLog.failure(path) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            _ = calls.close(opened)
            throw TrainingError(
                .directory,
                "\(path) is in use: another process trains into this directory. Wait for it, stop it, or train "
                    + "into another directory")
        }
        // Last: once all is set, `deinit` runs even where this throws, and would close the descriptor a second time, when
        // another thread may have been given its number.
        self.path = path
        descriptor = opened
    }

    deinit { _ = calls.close(descriptor) }

    /// - Parameter line: has a `step`.
    func append(_ line: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // a measure that is no number is said so, not a reason to stop
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        let bytes = try encoder.encode(line) + [UInt8(ascii: "\n")]
        try calls.writeAll(Array(bytes), to: descriptor, path)
    }

    /// Returns when what was appended is on the disk. A checkpoint is only written after that.
    /// - Throws: also where the file was removed meanwhile, so that nothing is logged any more.
    func sync() throws {
        guard calls.sync(descriptor) == 0 else { throw MetricsLog.failure(path) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) != 0 || status.st_nlink > 0 else {
            throw TrainingError(.writing, "\(path) was removed while the run went on")
        }
    }

    /// Cuts off what was logged after a step, and a line that was not written whole. A line that is damaged stays.
    /// - Returns: the numbers, from 1, of the lines that stay and are damaged.
    func truncate(after step: Int) throws -> [Int] {
        let content = try FileBytes.read(path)
        let lines = LoggedLines(content)
        let cut = lines.cut(after: step)
        guard ftruncate(descriptor, off_t(cut.bytes)) == 0 else { throw MetricsLog.failure(path) }
        if cut.bytes > 0, content[content.startIndex + cut.bytes - 1] != UInt8(ascii: "\n") {
            try calls.writeAll([UInt8(ascii: "\n")], to: descriptor, path)
        }
        return cut.damaged
    }

    /// What was logged of the last epoch that was finished; nothing where none was, or where the file cannot be read.
    static func lastEpoch(_ path: String) -> Line? {
        guard let content = try? FileBytes.read(path) else { return nil }
        let decoder = jsonDecoder()
        return content.split(separator: UInt8(ascii: "\n")).reversed().lazy
            .compactMap { try? decoder.decode(Line.self, from: $0) }.first { $0.kind == .epoch }
    }

    private static func failure(_ path: String) -> TrainingError {
        let words = systemWords(errno)
        let advice = errno == ENOSPC ? "free some space" : "choose a directory that you may write to"
        return TrainingError(.writing, "\(path) cannot be written: \(words); \(advice)")
    }
}
