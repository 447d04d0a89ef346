import Foundation

/// What a line of a run's `metrics.jsonl` says about the loss.
struct LoggedLoss: Decodable, CustomStringConvertible {
    let kind: String
    let step: Int
    let loss: Double
    let terms: [String: Double]

    var description: String { "\(kind) \(step): \(loss), \(terms)" }

    static func read(_ run: URL) throws -> [LoggedLoss] {
        let text = try String(contentsOf: run.appendingPathComponent("metrics.jsonl"), encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(LoggedLoss.self, from: Data($0.utf8)) }
    }

    /// How far the other is off: of the loss and its terms, the one that is furthest off relative to itself.
    func distance(to other: LoggedLoss) -> Double {
        let pairs = [(loss, other.loss)] + terms.map { ($1, other.terms[$0] ?? .nan) }
        return pairs.map { want, got in
            let distance = want == got ? 0 : abs(want - got) / abs(want)
            return distance.isNaN ? .infinity : distance
        }.reduce(0, max)
    }
}
