import Foundation

/// What a classifier that is trained for some epochs reaches on the test images, in percent.
///
/// The best epoch is chosen by the test images themselves, as VICReg's code reports it: it flatters. The last is honest.
public struct EpochScores: Codable, Sendable, Hashable {
    /// After each epoch.
    public private(set) var accuracies: [Double] = []

    /// Before the first epoch.
    public init() {}

    package mutating func add(_ accuracy: Double) { accuracies.append(accuracy) }

    /// After the last epoch, in percent: the honest one.
    public var last: Double { accuracies.last ?? 0 }
    /// The highest, in percent: chosen by the test images, so that it flatters.
    public var best: Double { accuracies.max() ?? 0 }
    /// Counted from 1; of equal ones the first.
    public var bestEpoch: Int { (accuracies.firstIndex(of: best) ?? -1) + 1 }

    /// A file states best and last beside all of them.
    private enum Key: String, CodingKey { case accuracies, best, bestEpoch, last }

    public init(from decoder: any Decoder) throws {
        accuracies = try decoder.container(keyedBy: Key.self).decode([Double].self, forKey: .accuracies)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(accuracies, forKey: .accuracies)
        try container.encode(best, forKey: .best)
        try container.encode(bestEpoch, forKey: .bestEpoch)
        try container.encode(last, forKey: .last)
    }
}

/// Half a cosine from 1, in the first epoch, towards 0, in steps of whole epochs.
func cosine(epoch: Int, of epochs: Int) -> Double {
    0.5 * (1 + cos(Double.pi * Double(epoch) / Double(max(epochs, 1))))
}
