import Foundation
import InvarGraph

/// Makes a signal louder or quieter: times 10^(g/20), g in decibels uniform in a range.
public struct SignalGain: SignalAugmentation {
    /// Within −60…60.
    public let decibels: ClosedRange<Double>
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - decibels: of the amplitude; 6 doubles it. Within −60…60.
    ///   - probability: for both views; a second value is the second view's.
    public init(decibels: ClosedRange<Double> = -6...6, probability: Double = 1, _ second: Double? = nil) {
        (self.decibels, self.probability) = (decibels, PerView(probability, second))
    }

    /// A gain of 0.
    public var changesNothing: Bool { decibels == 0...0 }

    /// Parameters that make no sense.
    public func problems() -> [Diagnostic] {
        decibels.lowerBound >= -60 && decibels.upperBound <= 60
            ? [] : [Diagnostic("SignalGain of \(decibels) decibels; within -60...60")]
    }

    /// Draws the gain, and multiplies.
    public func apply(to signal: inout MutableSpan<Float>, channels: Int, random: inout ViewRandom) {
        let factor = Float(pow(10, random.uniform(in: decibels) / 20))
        for place in 0..<signal.count { signal[place] *= factor }
    }
}

/// Adds white normal noise, as loud as a signal-to-noise ratio says. A signal of zeros stays as it is.
public struct SignalNoise: SignalAugmentation {
    /// In decibels: 20·log₁₀ of the signal's root mean square over the noise's. Within −60…120.
    public let ratio: ClosedRange<Double>
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - ratio: of signal to noise, in decibels, uniform in this range: 0 is noise as loud as the signal.
    ///   - probability: for both views; a second value is the second view's.
    public init(ratio: ClosedRange<Double> = 10...40, probability: Double = 1, _ second: Double? = nil) {
        (self.ratio, self.probability) = (ratio, PerView(probability, second))
    }

    /// Parameters that make no sense.
    public func problems() -> [Diagnostic] {
        ratio.lowerBound >= -60 && ratio.upperBound <= 120
            ? [] : [Diagnostic("SignalNoise with a ratio of \(ratio) decibels; within -60...120")]
    }

    /// Draws ratio and noise, and adds it.
    public func apply(to signal: inout MutableSpan<Float>, channels: Int, random: inout ViewRandom) {
        var squares = 0.0
        for place in 0..<signal.count { squares += Double(signal[place]) * Double(signal[place]) }
        let loudness = (squares / Double(max(signal.count, 1))).squareRoot()
        let sigma = Float(loudness / pow(10, random.uniform(in: ratio) / 20))
        guard sigma > 0 else { return }
        for place in 0..<signal.count { signal[place] += sigma * random.normal() }
    }
}

/// Silences a stretch of time, in all channels (as masks of spectrograms do: SpecAugment, Park et al. 2019). Its length is uniform from
/// none to a share of the signal.
public struct TimeMasking: SignalAugmentation {
    /// The longest stretch, as a share of the signal: 0 to 1.
    public let share: Double
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - share: the longest stretch, as a share of the signal: 0 to 1.
    ///   - probability: for both views; a second value is the second view's.
    public init(share: Double = 0.2, probability: Double = 1, _ second: Double? = nil) {
        (self.share, self.probability) = (share, PerView(probability, second))
    }

    /// A share of 0.
    public var changesNothing: Bool { share == 0 }

    /// Parameters that make no sense.
    public func problems() -> [Diagnostic] { SignalSteps.problems("TimeMasking", share: share) }

    /// Draws the stretch, and writes zeros.
    public func apply(to signal: inout MutableSpan<Float>, channels: Int, random: inout ViewRandom) {
        let samples = signal.count / channels
        let length = Int(random.uniform(in: 0...share) * Double(samples))
        let start = random.integer(below: samples - length + 1)
        for channel in 0..<channels {
            for place in start..<(start + length) { signal[channel * samples + place] = 0 }
        }
    }
}

/// Turns a signal upside down: each number becomes its negative. Ears do not notice it.
public struct PolarityFlip: SignalAugmentation {
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameter probability: for both views; a second value is the second view's.
    public init(probability: Double = 0.5, _ second: Double? = nil) {
        self.probability = PerView(probability, second)
    }

    /// Negates.
    public func apply(to signal: inout MutableSpan<Float>, channels: Int, random: inout ViewRandom) {
        for place in 0..<signal.count { signal[place] = -signal[place] }
    }
}

/// Moves a signal in time, earlier or later; what leaves one end is lost, and zeros come in at the other.
public struct TimeShift: SignalAugmentation {
    /// The furthest, as a share of the signal: 0 to 1.
    public let share: Double
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - share: how far at most, to either side, as a share of the signal: 0 to 1.
    ///   - probability: for both views; a second value is the second view's.
    public init(share: Double = 0.1, probability: Double = 1, _ second: Double? = nil) {
        (self.share, self.probability) = (share, PerView(probability, second))
    }

    /// A share of 0.
    public var changesNothing: Bool { share == 0 }

    /// Parameters that make no sense.
    public func problems() -> [Diagnostic] { SignalSteps.problems("TimeShift", share: share) }

    /// Draws how far, and moves.
    public func apply(to signal: inout MutableSpan<Float>, channels: Int, random: inout ViewRandom) {
        let samples = signal.count / channels
        let shift = Int((random.uniform(in: -share...share) * Double(samples)).rounded())
        for channel in 0..<channels {
            let start = channel * samples
            for step in 0..<samples {
                // from the end that numbers move towards, so that none is overwritten before it moved
                let place = shift > 0 ? samples - 1 - step : step
                let from = place - shift
                signal[start + place] = 0 <= from && from < samples ? signal[start + from] : 0
            }
        }
    }
}

/// Plays a signal faster or slower, as a tape would: pitch and length change together. Between samples a straight line is taken. What a faster one
/// lacks at its end are zeros; of a slower one the end is lost.
public struct SpeedChange: SignalAugmentation {
    /// Within 0.5…2.
    public let factors: ClosedRange<Double>
    /// How often it happens in each view.
    public let probability: PerView<Double>

    /// - Parameters:
    ///   - factors: of the speed, its logarithm uniform in this range: 1.06 is a semitone higher. Within 0.5…2.
    ///   - probability: for both views; a second value is the second view's.
    public init(factors: ClosedRange<Double> = 0.9...1.1, probability: Double = 1, _ second: Double? = nil) {
        (self.factors, self.probability) = (factors, PerView(probability, second))
    }

    /// A factor of 1.
    public var changesNothing: Bool { factors == 1...1 }

    /// Parameters that make no sense.
    public func problems() -> [Diagnostic] {
        factors.lowerBound >= 0.5 && factors.upperBound <= 2
            ? [] : [Diagnostic("SpeedChange with factors \(factors); within 0.5...2")]
    }

    /// Draws the factor, and resamples.
    public func apply(to signal: inout MutableSpan<Float>, channels: Int, random: inout ViewRandom) {
        let factor = exp(random.uniform(in: log(factors.lowerBound)...log(factors.upperBound)))
        let samples = signal.count / channels
        for channel in 0..<channels {
            let start = channel * samples
            var before = [Float](repeating: 0, count: samples)
            for place in 0..<samples { before[place] = signal[start + place] }
            for place in 0..<samples {
                let from = Double(place) * factor
                let low = Int(from)
                guard low + 1 < samples else {
                    // the last sample holds for half a sample
                    signal[start + place] = from < Double(samples) - 0.5 ? before[samples - 1] : 0
                    continue
                }
                let part = Float(from - Double(low))
                signal[start + place] = before[low] + part * (before[low + 1] - before[low])
            }
        }
    }
}

enum SignalSteps {
    static func problems(_ name: String, share: Double) -> [Diagnostic] {
        (0...1).contains(share)
            ? [] : [Diagnostic("\(name) with share \(share); it is a share of the signal: 0 to 1")]
    }
}
