import ArgumentParser
import InvarData
import InvarDump
import InvarTraining

/// How many images of a data set may be unreadable.
struct BadImagesOption: ParsableArguments {
    @Option(
        help:
            "How many different images may be unreadable before it stops; bad-images.log names them. (default: \(BadImages.usualLimit))"
    )
    var badImages: Int?

    static let log = "bad-images.log"

    /// Says how many images were left out: one sentence for all commands. Silent where none were.
    /// - Parameter parts: how many of each kind of images were read, and how many there are.
    static func say(_ parts: [(kind: String, read: Int, count: Int)], log: String) {
        let missing = parts.filter { $0.read < $0.count }.map {
            "\(Format.grouped($0.count - $0.read)) of \(Format.grouped($0.count)) \($0.kind) images"
        }
        guard !missing.isEmpty else { return }
        Output.note("left out: \(missing.joined(separator: " and ")), which cannot be read; \(log) names them")
    }

    /// Counts them beside those that a log names already.
    /// - Throws: `CommandError` for an impossible number, `DataError` for a log that cannot be read.
    func count(in log: String) throws -> BadImages {
        let limit = badImages ?? BadImages.usualLimit
        guard limit >= 0 else { throw CommandError("--bad-images \(limit): it must be 0 or more") }
        return try BadImages(limit: limit, log: ProcessRanks.current.isFirst ? log : nil, isResumed: true)
    }
}
