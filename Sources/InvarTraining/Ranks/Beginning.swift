import Foundation
import InvarRuntime

/// Where a run begins or goes on, as rank 0 found it in the run's directory.
struct Beginning: Codable, Sendable {
    let identity: RunIdentity
    let progress: Progress
    /// Whether the directory holds an earlier part of the run.
    let isResumed: Bool
    /// Whether the state is to be that of a checkpoint.
    let hasCheckpoint: Bool

    /// - Parameters:
    ///   - asked: what this run is to be.
    ///   - earlier: what the directory holds of it.
    init(_ asked: RunIdentity, _ earlier: RunDirectory.Earlier?, in directory: String) throws {
        identity = try asked.goingOn(from: earlier, in: directory)
        progress = earlier?.checkpoint?.progress ?? Progress()
        (isResumed, hasCheckpoint) = (earlier != nil, earlier?.checkpoint != nil)
    }

    /// Rank 0's, on each rank.
    func ofFirst(_ communicator: any Communicator) throws -> Beginning {
        guard communicator.ranks > 1 else { return self }
        let bytes = try communicator.fromFirst(Array(compactJSON(self).utf8))
        return try JSONDecoder().decode(Beginning.self, from: Data(bytes))
    }
}
