import InvarGraph

/// Adds to each number normal noise of its own, as wide as `sigma` standard deviations of its column.
public struct RowNoise: RowAugmentation {
    /// The noise's standard deviation, in standard deviations of the column over the training rows: 0 to 10.
    public let sigma: Double
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - sigma: in standard deviations of the column: 0 to 10.
    ///   - probability: for both views; a second value is the second view's.
    public init(sigma: Double = 0.1, probability: Double = 1, _ second: Double? = nil) {
        self.sigma = sigma
        self.probability = PerView(probability, second)
    }

    /// Noise of 0.
    public var changesNothing: Bool { sigma == 0 }

    /// Parameters that make no sense.
    public func problems() -> [Diagnostic] {
        (0...10).contains(sigma)
            ? [] : [Diagnostic("RowNoise with sigma \(sigma); in standard deviations of the column: 0 to 10")]
    }

    /// Draws the noise, and adds it.
    public func apply(to row: inout MutableSpan<Float>, of rows: TrainingRows, random: inout ViewRandom) {
        for column in 0..<row.count { row[column] += Float(sigma) * rows.deviations[column] * random.normal() }
    }
}

/// Hides numbers: each, with the probability `share`, becomes the mean of its column, or 0.
public struct RowMasking: RowAugmentation {
    /// What stands in a hidden number's place.
    public enum Filling: String, Sendable, Hashable, Codable {
        /// The mean of the column over the training rows.
        case mean
        /// 0.
        case zero
    }

    /// The probability with which a number is hidden: 0 to 1.
    public let share: Double
    /// What stands in its place.
    public let filling: Filling
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - share: the probability with which each number is hidden: 0 to 1.
    ///   - filling: what stands in its place.
    ///   - probability: for both views; a second value is the second view's.
    public init(
        share: Double = 0.3, filling: Filling = .mean, probability: Double = 1, _ second: Double? = nil
    ) {
        (self.share, self.filling) = (share, filling)
        self.probability = PerView(probability, second)
    }

    /// A share of 0.
    public var changesNothing: Bool { share == 0 }

    /// Parameters that make no sense.
    public func problems() -> [Diagnostic] { RowSwapping.problems("RowMasking", share: share) }

    /// Draws which numbers are hidden.
    public func apply(to row: inout MutableSpan<Float>, of rows: TrainingRows, random: inout ViewRandom) {
        for column in 0..<row.count where random.chance(share) {
            row[column] = filling == .mean ? rows.means[column] : 0
        }
    }
}

/// Takes numbers from other rows: each, with the probability `share`, becomes that of the same column of a training row drawn
/// for it. So columns keep the distributions that they have, and lose what they say of each other (SCARF, Bahri et al. 2022,
/// where it is exactly the share of the columns, in one view).
public struct RowSwapping: RowAugmentation {
    /// The probability with which a number is replaced: 0 to 1.
    public let share: Double
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - share: the probability with which each number is replaced: 0 to 1.
    ///   - probability: for both views; a second value is the second view's.
    public init(share: Double = 0.3, probability: Double = 1, _ second: Double? = nil) {
        self.share = share
        self.probability = PerView(probability, second)
    }

    /// A share of 0.
    public var changesNothing: Bool { share == 0 }

    /// Parameters that make no sense.
    public func problems() -> [Diagnostic] { Self.problems("RowSwapping", share: share) }

    static func problems(_ name: String, share: Double) -> [Diagnostic] {
        (0...1).contains(share)
            ? [] : [Diagnostic("\(name) with share \(share); it is a probability for each number: 0 to 1")]
    }

    /// Draws which numbers are replaced, and by those of which rows.
    public func apply(to row: inout MutableSpan<Float>, of rows: TrainingRows, random: inout ViewRandom) {
        for column in 0..<row.count where random.chance(share) {
            row[column] = rows[random.integer(below: rows.count), column]
        }
    }
}

/// Mixes a row with another training row, (1 − w)·x + w·other, with one w for all of its numbers, uniform in `weight`
/// (mixup, Zhang et al. 2018, without the labels).
public struct RowMixing: RowAugmentation {
    /// The other row's part: within 0...1.
    public let weight: ClosedRange<Double>
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - weight: the other row's part, uniform in this range: within 0...1.
    ///   - probability: for both views; a second value is the second view's.
    public init(weight: ClosedRange<Double> = 0...0.3, probability: Double = 1, _ second: Double? = nil) {
        self.weight = weight
        self.probability = PerView(probability, second)
    }

    /// A weight of 0.
    public var changesNothing: Bool { weight.upperBound == 0 }

    /// Parameters that make no sense.
    public func problems() -> [Diagnostic] {
        weight.lowerBound >= 0 && weight.upperBound <= 1
            ? [] : [Diagnostic("RowMixing with weight \(weight); it is the other row's part: within 0...1")]
    }

    /// Draws the other row and its weight.
    public func apply(to row: inout MutableSpan<Float>, of rows: TrainingRows, random: inout ViewRandom) {
        let (weight, other) = (Float(random.uniform(in: weight)), random.integer(below: rows.count))
        for column in 0..<row.count { row[column] += weight * (rows[other, column] - row[column]) }
    }
}
