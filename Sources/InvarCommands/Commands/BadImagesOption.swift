import ArgumentParser
import InvarData
import InvarTraining

/// How many images of a data set may be unreadable.
struct BadImagesOption: ParsableArguments {
    @Option(
        help:
            "How many different images may be unreadable before it stops; bad-images.log names them. (default: \(BadImages.usualLimit))"
    )
    var badImages: Int?

    static let log = "bad-images.log"

    /// Counts them beside those that a log names already.
    /// - Throws: `CommandError` for an impossible number, `DataError` for a log that cannot be read.
    func count(in log: String) throws -> BadImages {
        let limit = badImages ?? BadImages.usualLimit
        guard limit >= 0 else { throw CommandError("--bad-images \(limit): it must be 0 or more") }
        return try BadImages(limit: limit, log: log, isResumed: true)
    }
}
