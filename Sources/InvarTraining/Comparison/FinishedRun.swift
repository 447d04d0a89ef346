import Foundation
import InvarData

/// `result.json`: what a comparison keeps of a run that is trained and judged.
package struct FinishedRun: Codable {
    package let run: Comparison.Run
    package let identity: RunIdentity
    package let testImages: Int

    package init(run: Comparison.Run, identity: RunIdentity, testImages: Int) {
        (self.run, self.identity, self.testImages) = (run, identity, testImages)
    }

    private static func path(_ directory: String) -> String { "\(directory)/result.json" }

    /// Nothing where there is none, where it is damaged, or is of something else: then the run is judged again.
    package static func read(
        _ directory: String, where isWanted: (FinishedRun) throws -> Bool
    ) throws -> Comparison.Run? {
        guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path(directory))),
            let found = try? jsonDecoder().decode(FinishedRun.self, from: bytes), try isWanted(found)
        else { return nil }
        return found.run
    }

    package func write(_ directory: String) throws {
        try AtomicFile.write(prettyJSON(self), to: FinishedRun.path(directory))
    }
}
