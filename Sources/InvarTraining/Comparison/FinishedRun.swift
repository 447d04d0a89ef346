import Foundation
import InvarData

/// `result.json`: what a comparison keeps of a run that is trained and judged.
struct FinishedRun: Codable {
    let run: Comparison.Run
    let identity: RunIdentity
    let testImages: Int

    private static func path(_ directory: String) -> String { "\(directory)/result.json" }

    /// Nothing where there is none, where it is damaged, or is of something else: then the run is judged again.
    static func read(_ directory: String, where isWanted: (FinishedRun) throws -> Bool) throws -> Comparison.Run? {
        guard let bytes = try? FileBytes.read(path(directory)),
            let found = try? jsonDecoder().decode(FinishedRun.self, from: bytes), try isWanted(found)
        else { return nil }
        return found.run
    }

    func write(_ directory: String) throws { try AtomicFile.write(prettyJSON(self), to: FinishedRun.path(directory)) }
}
