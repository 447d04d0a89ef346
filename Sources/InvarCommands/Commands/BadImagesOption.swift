import ArgumentParser
import InvarData
import InvarTraining

/// How many images of a data set may be unreadable.
struct BadImagesOption: ParsableArguments {
    @Option(help: "How many different images may be unreadable before it stops; bad-images.log names them.")
    var badImages = BadImages.usualLimit

    static let log = "bad-images.log"

    /// Counts them beside those that a log names already.
    /// - Throws: `CommandError` for an impossible number, `DataError` for a log that cannot be read.
    func count(in log: String) throws -> BadImages {
        guard badImages >= 0 else { throw CommandError("--bad-images \(badImages): it must be 0 or more") }
        return try BadImages(limit: badImages, log: log, isResumed: true)
    }
}
