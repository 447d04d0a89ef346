import Foundation
import Synchronization

/// Images that could not be used: each is counted once, named in a log, and left out from then on.
///
/// Workers share one of these, and several datasets may: images are known by their names. When more images are bad than the limit
/// says, something else is wrong than a few files, and the run stops.
package final class BadImages: Sendable {
    package static let usualLimit = 100

    private let limit: Int
    private let log: String?
    /// Why each cannot be used, by the bytes of its name: two files may have names that differ in these alone, and not in what a
    /// person reads.
    private let names: Mutex<[[UInt8]: String]>

    /// - Parameters:
    ///   - log: a file that is appended to; nothing where no log is kept. A line is a name, a tab, and why; both as `escapedName`.
    ///   - isResumed: the images that the log names are counted already; otherwise an old log goes.
    package init(limit: Int = BadImages.usualLimit, log: String? = nil, isResumed: Bool = false) throws {
        (self.limit, self.log) = (limit, log)
        var names: [[UInt8]: String] = [:]
        if let log, FileStatus(log) != nil {
            if isResumed {
                names = try BadImages.names(in: log)
            } else if FileSystem.calls.remove(log) != 0 {
                throw DataError.system(log, "cannot be begun anew")
            }
        }
        self.names = Mutex(names)
    }

    /// Those of its whole lines; a line that was not written whole names another image, or none, and goes.
    private static func names(in log: String) throws -> [[UInt8]: String] {
        let bytes = try ByteFile(log).readAll()
        let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        guard whole == bytes.count || System.cutFile(log, to: whole) == 0 else {
            throw DataError.system(log, "cannot be written")
        }
        let lines = bytes[..<whole].split(separator: UInt8(ascii: "\n"))
        return lines.reduce(into: [:]) { names, line in
            func text(_ part: ArraySlice<UInt8>) -> String {
                String(escapedName: String(decoding: part, as: UTF8.self))
            }
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { return }
            names[Array(text(line[..<tab]).utf8)] = text(line[(tab + 1)...])
        }
    }

    /// How many different images were bad.
    package var count: Int { names.withLock { $0.count } }

    func contains(_ place: Int, of dataset: Dataset) -> Bool {
        reason(place, of: dataset) != nil
    }

    /// Why an image cannot be used; nothing for one that can, as far as is known.
    package func reason(_ place: Int, of dataset: Dataset) -> String? {
        names.withLock { $0.isEmpty ? nil : $0[Array(dataset.images.name(of: place).utf8)] }
    }

    /// - Throws: `DataError` where there are now too many, or the log cannot be written.
    func add(_ place: Int, of dataset: Dataset, because fault: ImageFault) throws {
        let name = dataset.images.name(of: place)
        try names.withLock { names in
            guard names.updateValue(fault.description, forKey: Array(name.utf8)) == nil else { return }
            if let log { try BadImages.append("\(name.escapedName)\t\(fault.description.escapedName)\n", to: log) }
            guard names.count <= limit else {
                let where_ = log.map { "; \($0) names them" } ?? ""
                throw DataError(
                    dataset.name,
                    "has more than \(limit) images that cannot be read\(where_). The last: \(name) \(fault.description). "
                        + "Repair or delete them, or allow more (--bad-images)")
            }
        }
    }

    private static func append(_ line: String, to path: String) throws {
        let calls = FileSystem.calls
        let descriptor = calls.open(path, O_WRONLY | O_CREAT | O_APPEND)
        guard descriptor >= 0 else { throw DataError.system(path, "cannot be written") }
        defer { _ = calls.close(descriptor) }
        try calls.writeAll(Array(line.utf8), to: descriptor, path)
    }
}
