/// How many neighbours vote, and how much less a less similar one counts.
public struct NeighbourChoice: Codable, Sendable, Hashable {
    /// How many neighbours vote.
    public var k: Int
    /// A vote weighs exp(similarity / temperature).
    public var temperature: Double

    /// The usual choice, unless another is given.
    public init(k: Int = 20, temperature: Double = 0.07) { (self.k, self.temperature) = (k, temperature) }

    /// Every k with every temperature. A single neighbour decides alone: for k = 1 the first temperature stands for all.
    package static func all(k: [Int], temperatures: [Double]) -> [NeighbourChoice] {
        k.flatMap { k in
            (k == 1 ? Array(temperatures.prefix(1)) : temperatures).map { NeighbourChoice(k: k, temperature: $0) }
        }
    }
}

extension NeighbourChoice: CustomStringConvertible {
    /// `k = 20, T = 0.07`
    public var description: String { "k = \(k), T = \(temperature)" }
}
