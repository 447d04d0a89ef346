import Foundation
import Synchronization

/// Images that could not be used: each is counted once, named in a log, and left out from then on.
///
/// Workers share one of these, and several datasets may: images are known by their names. When more images are bad than the limit says, something else is wrong than a few
/// files, and the run stops.
package final class BadImages: Sendable {
    package static let usualLimit = 100

    private let limit: Int
    private let log: String?
    /// By name, and why.
    private let names: Mutex<[String: String]>

    /// - Parameters:
    ///   - log: a file that is appended to; nothing where no log is kept.
    ///   - isResumed: the images that the log names are counted already; otherwise an old log goes.
    package init(limit: Int = BadImages.usualLimit, log: String? = nil, isResumed: Bool = false) throws {
        (self.limit, self.log) = (limit, log)
        var names: [String: String] = [:]
        if let log, FileManager.default.fileExists(atPath: log) {
            if isResumed {
                let text = String(decoding: try ByteFile(log).readAll(), as: UTF8.self)
                for line in text.split(separator: "\n") {
                    let parts = line.split(separator: "\t", maxSplits: 1)
                    names[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
                }
            } else if unlink(log) != 0 {
                throw DataError.system(log, "cannot be begun anew")
            }
        }
        self.names = Mutex(names)
    }

    /// How many different images were bad.
    package var count: Int { names.withLock { $0.count } }

    func contains(_ place: Int, of dataset: Dataset) -> Bool {
        names.withLock { !$0.isEmpty && $0[dataset.images.name(of: place)] != nil }
    }

    /// Why an image cannot be used; nothing for one that can, or was not looked at.
    package func reason(_ place: Int, of dataset: Dataset) -> String? {
        names.withLock { $0[dataset.images.name(of: place)] }
    }

    /// - Throws: `DataError` where there are now too many, or the log cannot be written.
    func add(_ place: Int, of dataset: Dataset, because fault: ImageFault) throws {
        let name = dataset.images.name(of: place)
        try names.withLock { names in
            guard names.updateValue(fault.description, forKey: name) == nil else { return }
            if let log { try BadImages.append("\(name)\t\(fault.description)\n", to: log) }
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
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw DataError.system(path, "cannot be written") }
        defer { close(descriptor) }
        let bytes = Array(line.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else {
            throw DataError.system(path, "cannot be written")
        }
    }
}
