import Foundation
import InvarData

/// `points.json`: what a comparison found out about a run that is still trained. The encoder of that time is gone afterwards.
struct JudgedPoints: Codable {
    let identity: RunIdentity
    let testImages: Int
    var points: [Comparison.Point] = []

    private static func path(_ directory: String) -> String { "\(directory)/points.json" }

    /// None where there are none, where they are damaged, or of something else.
    init(in directory: String, of identity: RunIdentity, testImages: Int) {
        (self.identity, self.testImages) = (identity, testImages)
        guard let bytes = try? FileBytes.read(JudgedPoints.path(directory)),
            let found = try? jsonDecoder().decode(JudgedPoints.self, from: bytes),
            found.identity == identity, found.testImages == testImages
        else { return }
        points = found.points
    }

    func has(_ epochs: Int) -> Bool { points.contains { $0.epochs == epochs } }

    mutating func add(_ point: Comparison.Point, to directory: String) throws {
        points.append(point)
        try AtomicFile.write(prettyJSON(self), to: JudgedPoints.path(directory))
    }
}
