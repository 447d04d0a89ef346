import Foundation
import Invar

/// The learning rate of every step: a linear warm-up, then half a cosine down to a fraction of the peak.
///
/// With W warm-up steps of T in all, and step s counted from 0:
///
///     s < W:  peak · (s + 1)/W, or, where it `beginsAtZero`, peak · s/W
///     else:   peak · (f + (1 − f)·(1 + cos(π·(s − W)/(T − W)))/2)
///
/// Where the warm-up `beginsAtZero` its first step moves nothing, as in the code of VICReg, Barlow Twins, SimCLR and BYOL, whose warm-ups
/// are thousands of steps; otherwise its last step is at the peak, and no step of a short run is lost. Where it is `constantWithinEpochs`,
/// as in SimSiam's code, the cosine takes s for the first step of its epoch.
public struct LearningRateSchedule: Sendable, Hashable, Codable {
    /// The peak; or, where it `scalesWithBatch`, the peak at a batch of 256.
    public var learningRate: Double
    /// Whether the peak is learningRate · batch/256 (Goyal et al. 2017).
    public var scalesWithBatch: Bool
    /// Length of the warm-up, in epochs; a part of one is allowed, and rounded down to whole steps.
    public var warmUpEpochs: Double
    /// Whether the first step of the warm-up is at 0.
    public var beginsAtZero: Bool
    /// What the cosine ends at, as a fraction of the peak.
    public var finalFraction: Double
    /// Whether the cosine moves between epochs only.
    public var constantWithinEpochs: Bool
    /// Whether a predictor is trained at the peak throughout, as SimSiam's code does.
    public var keepsPredictorRate: Bool

    /// A warm-up of half an epoch and a cosine to 0, unless something else is said.
    public init(
        learningRate: Double, scalesWithBatch: Bool = false, warmUpEpochs: Double = 0.5, beginsAtZero: Bool = false,
        finalFraction: Double = 0, constantWithinEpochs: Bool = false, keepsPredictorRate: Bool = false
    ) {
        self.learningRate = learningRate
        self.scalesWithBatch = scalesWithBatch
        self.warmUpEpochs = warmUpEpochs
        self.beginsAtZero = beginsAtZero
        self.finalFraction = finalFraction
        self.constantWithinEpochs = constantWithinEpochs
        self.keepsPredictorRate = keepsPredictorRate
    }

    /// A file of an earlier version does not say what was not there: such a run goes on as it began.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func flag(_ key: CodingKeys) throws -> Bool { try values.decodeIfPresent(Bool.self, forKey: key) ?? false }
        learningRate = try values.decode(Double.self, forKey: .learningRate)
        scalesWithBatch = try values.decode(Bool.self, forKey: .scalesWithBatch)
        warmUpEpochs = try values.decode(Double.self, forKey: .warmUpEpochs)
        beginsAtZero = try flag(.beginsAtZero)
        finalFraction = try values.decode(Double.self, forKey: .finalFraction)
        constantWithinEpochs = try flag(.constantWithinEpochs)
        keepsPredictorRate = try flag(.keepsPredictorRate)
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
        if step < warm { return peak(batch: batch) * (Double(beginsAtZero ? step : step + 1) / Double(warm)) }
        let place = constantWithinEpochs ? max(step - step % max(stepsPerEpoch, 1), warm) : step
        let progress = Double(place - warm) / Double(max(steps - warm, 1))
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

extension LearningRateSchedule: CustomStringConvertible {
    /// `0.001, warm-up 0.5 epochs, cosine to 0.0 of it`
    public var description: String {
        "\(learningRate)\(scalesWithBatch ? " × batch/256" : ""), warm-up \(warmUpEpochs) epochs\(beginsAtZero ? " from 0" : ""), "
            + "cosine\(constantWithinEpochs ? " by epochs" : "") to \(finalFraction) of it"
    }
}

extension Target {
    /// τ at a step, counted from 0, of a run of so many.
    package func momentum(step: Int, steps: Int) -> Double {
        guard growsToOne else { return momentum }
        return 1 - (1 - momentum) * (1 + cos(Double.pi * Double(step) / Double(max(steps, 1)))) / 2
    }
}
