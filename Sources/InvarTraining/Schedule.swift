import Foundation
import Invar

/// The learning rate of every step: a linear warm-up from 0, then half a cosine down to a fraction of the peak.
///
/// With W warm-up steps of T in all, and step s counted from 0:
///
///     s < W:  peak · (s + 1)/W
///     else:   peak · (f + (1 − f)·(1 + cos(π·(s − W)/(T − W)))/2)
public struct Schedule: Sendable, Hashable, Codable {
    /// The peak; or, where it `scalesWithBatch`, the peak at a batch of 256.
    public var learningRate: Double
    /// Whether the peak is learningRate · batch/256 (Goyal et al. 2017).
    public var scalesWithBatch: Bool
    /// Length of the warm-up, in epochs; a part of one is allowed, and rounded down to whole steps.
    public var warmUpEpochs: Double
    /// What the cosine ends at, as a fraction of the peak.
    public var finalFraction: Double
    /// Whether a predictor is trained at the peak throughout, as SimSiam's code does.
    public var keepsPredictorRate: Bool

    public init(
        learningRate: Double, scalesWithBatch: Bool = false, warmUpEpochs: Double = 0.5, finalFraction: Double = 0,
        keepsPredictorRate: Bool = false
    ) {
        self.learningRate = learningRate
        self.scalesWithBatch = scalesWithBatch
        self.warmUpEpochs = warmUpEpochs
        self.finalFraction = finalFraction
        self.keepsPredictorRate = keepsPredictorRate
    }

    /// A file that was written before there were predictors does not say what becomes of their rate.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        learningRate = try values.decode(Double.self, forKey: .learningRate)
        scalesWithBatch = try values.decode(Bool.self, forKey: .scalesWithBatch)
        warmUpEpochs = try values.decode(Double.self, forKey: .warmUpEpochs)
        finalFraction = try values.decode(Double.self, forKey: .finalFraction)
        keepsPredictorRate = try values.decodeIfPresent(Bool.self, forKey: .keepsPredictorRate) ?? false
    }

    /// The highest learning rate, for images in batches of this size.
    public func peak(batch: Int) -> Double {
        scalesWithBatch ? learningRate * Double(batch) / 256 : learningRate
    }

    /// Steps of the warm-up.
    public func warmUpSteps(stepsPerEpoch: Int) -> Int { Int(warmUpEpochs * Double(stepsPerEpoch)) }

    /// The learning rate of one step.
    /// - Parameters:
    ///   - step: counted from 0 over all epochs.
    ///   - steps: of the whole run.
    public func learningRate(step: Int, stepsPerEpoch: Int, steps: Int, batch: Int) -> Double {
        let warm = warmUpSteps(stepsPerEpoch: stepsPerEpoch)
        if step < warm { return peak(batch: batch) * (Double(step + 1) / Double(warm)) }
        let progress = Double(step - warm) / Double(max(steps - warm, 1))
        let cosine = 0.5 * (1 + cos(Double.pi * min(progress, 1)))
        return peak(batch: batch) * (finalFraction + (1 - finalFraction) * cosine)
    }

    /// The learning rate of a predictor.
    public func predictorLearningRate(step: Int, stepsPerEpoch: Int, steps: Int, batch: Int) -> Double {
        keepsPredictorRate
            ? peak(batch: batch) : learningRate(step: step, stepsPerEpoch: stepsPerEpoch, steps: steps, batch: batch)
    }

    /// What is wrong with its numbers; nothing, if all is well.
    public var problems: [String] {
        var found = NumberProblem.positive("learning rate", learningRate)
        // the bound keeps the number of steps an integer
        if !(warmUpEpochs >= 0 && warmUpEpochs <= 1e6) {
            found.append("warm-up is \(warmUpEpochs) epochs; it must be 0 or more")
        }
        if !(0...1).contains(finalFraction) {
            found.append("the final fraction of the learning rate is \(finalFraction); it must be between 0 and 1")
        }
        return found
    }
}

extension Schedule: CustomStringConvertible {
    /// `0.001, warm-up 0.5 epochs, cosine to 0.0 of it`
    public var description: String {
        "\(learningRate)\(scalesWithBatch ? " × batch/256" : ""), warm-up \(warmUpEpochs) epochs, cosine to \(finalFraction) of it"
    }
}

extension Target {
    /// τ at a step, counted from 0, of a run of so many.
    package func momentum(step: Int, steps: Int) -> Double {
        guard growsToOne else { return momentum }
        return 1 - (1 - momentum) * (1 + cos(Double.pi * Double(step) / Double(max(steps, 1)))) / 2
    }
}
