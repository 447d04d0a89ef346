import Foundation
import InvarData

/// `metrics.jsonl`: one line of JSON for each logged step, each epoch, and what a monitor saw, in order. While it is open no other process can
/// open it, so that two runs never share a directory.
final class MetricsLog {
    let path: String
    private let descriptor: Int32

    /// A step's line has `learningRate` and `imagesPerSecond`; an epoch's has `seconds` and `collapse` too, and its loss and
    /// terms are means.
    struct Line: Codable {
        enum Kind: String, Codable { case step, epoch }
        struct Collapse: Codable {
            let meanStandardDeviation: Double
            let meanAbsoluteCorrelation: Double
            let effectiveRank: Double
        }
        let kind: Kind
        let epoch: Int
        let step: Int
        let loss: Double
        let terms: [String: Double]
        let imagesPerSecond: Double
        var learningRate: Double?
        var seconds: Double?
        var collapse: Collapse?
        var residentMiB: Int?
    }

    /// Creates the file where it is not there; changes nothing else.
    init(path: String) throws {
        let opened = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard opened >= 0 else { throw MetricsLog.failure(path) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            close(opened)
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

    deinit { close(descriptor) }

    var isEmpty: Bool { (try? Data(contentsOf: URL(fileURLWithPath: path)).isEmpty) ?? true }

    /// - Parameter line: has a `step`.
    func append(_ line: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // a measure that is no number is said so, not a reason to stop
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        let bytes = try encoder.encode(line) + [UInt8(ascii: "\n")]
        let wrote = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard wrote == bytes.count else {
            if wrote >= 0 { errno = ENOSPC }
            throw MetricsLog.failure(path)
        }
    }

    /// Returns when what was appended is on the disk. A checkpoint is only written after that.
    func sync() throws {
        guard fsync(descriptor) == 0 else { throw MetricsLog.failure(path) }
    }

    /// Cuts off what was logged after a step, and a line that was not written whole.
    func truncate(after step: Int) throws {
        struct Step: Decodable { let step: Int }
        let content = try Data(contentsOf: URL(fileURLWithPath: path))
        let decoder = JSONDecoder()
        var kept = 0
        while kept < content.count, let end = content[kept...].firstIndex(of: UInt8(ascii: "\n")) {
            guard let line = try? decoder.decode(Step.self, from: content[kept..<end]), line.step <= step else { break }
            kept = end + 1
        }
        guard ftruncate(descriptor, off_t(kept)) == 0 else { throw MetricsLog.failure(path) }
    }

    /// What was logged of the last epoch that was finished; nothing where none was, or where the file cannot be read.
    static func lastEpoch(_ path: String) -> Line? {
        guard let content = try? Data(contentsOf: URL(fileURLWithPath: path)) else { return nil }
        let decoder = jsonDecoder()
        return content.split(separator: UInt8(ascii: "\n")).reversed().lazy
            .compactMap { try? decoder.decode(Line.self, from: $0) }.first { $0.kind == .epoch }
    }

    private static func failure(_ path: String) -> TrainingError {
        let words = String(cString: strerror(errno))
        let advice = errno == ENOSPC ? "free some space" : "choose a directory that you may write to"
        return TrainingError(.writing, "\(path) cannot be written: \(words); \(advice)")
    }
}
