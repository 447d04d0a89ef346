import Foundation
import Synchronization

/// Images that could not be used: each is counted once, named in a log, and left out from then on.
///
/// Workers share one of these, and several datasets may: images are known by their names. When more images are bad than the limit
/// says, something else is wrong than a few files, and the run stops.
///
/// Several ranks have one each, of which one keeps a log. They tell each other what they found, between epochs: `newNames`, and
/// `add(from:)` of what the others say. Then all know the same, and the limit is one for all.
package final class BadImages: Sendable {
    package static let usualLimit = 100

    private let limit: Int
    private let log: String?
    private let known: Mutex<Known>

    private struct Known {
        /// Why each cannot be used, by the bytes of its name: two files may have names that differ in these alone, and not in what a
        /// person reads.
        var reasons: [[UInt8]: String] = [:]
        /// What other ranks have not been told.
        var news: [Name] = []
    }

    /// A bad image, as ranks tell each other of it.
    private struct Name {
        let dataset: String
        let image: String
        let reason: String
    }

    /// - Parameters:
    ///   - log: a file that is appended to; nothing where no log is kept. A line is a name, a tab, and why; both as `escapedName`.
    ///   - isResumed: the images that the log names are counted already; otherwise an old log goes.
    package init(limit: Int = BadImages.usualLimit, log: String? = nil, isResumed: Bool = false) throws {
        (self.limit, self.log) = (limit, log)
        var known = Known()
        if let log, FileStatus(log) != nil {
            if isResumed {
                for (image, reason) in try BadImages.names(in: log)
                where known.reasons.updateValue(reason, forKey: Array(image.utf8)) == nil {
                    known.news.append(Name(dataset: "", image: image, reason: reason))
                }
            } else if FileSystem.calls.remove(log) != 0 {
                throw DataError.system(log, "cannot be begun anew")
            }
        }
        self.known = Mutex(known)
    }

    /// Those of its whole lines; a line that was not written whole names another image, or none, and goes.
    private static func names(in log: String) throws -> [(image: String, reason: String)] {
        let bytes = try ByteFile(log).readAll()
        let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        guard whole == bytes.count || System.cutFile(log, to: whole) == 0 else {
            throw DataError.system(log, "cannot be written")
        }
        let lines = bytes[..<whole].split(separator: UInt8(ascii: "\n"))
        return lines.compactMap { line in
            func text(_ part: ArraySlice<UInt8>) -> String {
                String(escapedName: String(decoding: part, as: UTF8.self))
            }
            return line.firstIndex(of: UInt8(ascii: "\t")).map { (text(line[..<$0]), text(line[($0 + 1)...])) }
        }
    }

    /// How many different images were bad.
    package var count: Int { known.withLock { $0.reasons.count } }

    func contains(_ place: Int, of dataset: Dataset) -> Bool {
        reason(place, of: dataset) != nil
    }

    /// Why an image cannot be used; nothing for one that can, as far as is known.
    package func reason(_ place: Int, of dataset: Dataset) -> String? {
        known.withLock { $0.reasons.isEmpty ? nil : $0.reasons[Array(dataset.images.name(of: place).utf8)] }
    }

    /// - Throws: `DataError` where there are now too many, or the log cannot be written.
    func add(_ place: Int, of dataset: Dataset, because fault: ImageFault) throws {
        let name = Name(
            dataset: dataset.name, image: dataset.images.name(of: place), reason: fault.description)
        try known.withLock { known in
            guard try note(name, in: &known) else { return }
            known.news.append(name)
            try check(known, last: name)
        }
    }

    // MARK: several ranks

    /// What this rank found since it was asked last, with the reasons, for `add(from:)` of the other ranks; of a resumed run at first
    /// what the log says. Nothing where there is nothing new.
    package func newNames() -> [UInt8] {
        let news = known.withLock { known in
            defer { known.news = [] }
            return known.news
        }
        guard !news.isEmpty else { return [] }
        var writer = ByteWriter()
        writer.add(news.count)
        for name in news {
            for text in [name.dataset, name.image, name.reason] { writer.add(text) }
        }
        return writer.bytes
    }

    /// Takes over what another rank found, or this one: an image that is known is not counted again.
    /// - Parameter news: its `newNames`.
    /// - Throws: `DataError` where there are now too many, or the log cannot be written.
    package func add(from news: [UInt8]) throws {
        guard !news.isEmpty else { return }
        let names = try BadImages.read(news)
        try known.withLock { known in
            var last: Name?
            for name in names where try note(name, in: &known) { last = name }
            if let last { try check(known, last: last) }
        }
    }

    private static func read(_ news: [UInt8]) throws -> [Name] {
        do {
            var reader = ByteReader(news)
            let names = try (0..<reader.count(ofAtLeast: 24)).map { _ in
                Name(dataset: try reader.text(), image: try reader.text(), reason: try reader.text())
            }
            try reader.end()
            return names
        } catch let damage as ByteReader.Damage {
            throw DataError(
                "bad images", "of another rank cannot be read: \(damage.words); do all ranks run one Invar?")
        }
    }

    // MARK: counting

    /// - Returns: whether it was not known yet; then the log has it.
    private func note(_ name: Name, in known: inout Known) throws -> Bool {
        guard known.reasons.updateValue(name.reason, forKey: Array(name.image.utf8)) == nil else { return false }
        if let log { try BadImages.append("\(name.image.escapedName)\t\(name.reason.escapedName)\n", to: log) }
        return true
    }

    private func check(_ known: Known, last: Name) throws {
        guard known.reasons.count > limit else { return }
        let place = log.map { "; \($0) names them" } ?? ""
        throw DataError(
            last.dataset.isEmpty ? "the data" : last.dataset,
            "has more than \(limit) images that cannot be read\(place). The last: \(last.image) \(last.reason). "
                + "Repair or delete them, or allow more (--bad-images)")
    }

    private static func append(_ line: String, to path: String) throws {
        let calls = FileSystem.calls
        let descriptor = calls.open(path, O_WRONLY | O_CREAT | O_APPEND)
        guard descriptor >= 0 else { throw DataError.system(path, "cannot be written") }
        defer { _ = calls.close(descriptor) }
        try calls.writeAll(Array(line.utf8), to: descriptor, path)
    }
}
