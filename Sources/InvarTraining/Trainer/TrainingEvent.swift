/// What happens in a run, for whoever shows it.
public enum TrainingEvent: Sendable {
    case started(RunStarted)
    /// After every step.
    case step(StepReport)
    case epoch(EpochReport)
    /// After an epoch, where the trainer has a monitor.
    case monitor(MonitorReport)
    case checkpoint(path: String, step: Int)
    case finished(TrainingSummary)
}

/// What a run begins with.
public struct RunStarted: Sendable {
    /// Its name.
    public let architecture: String
    /// How many numbers are trained.
    public let parameters: Int
    /// Where the run is written.
    public let directory: String
    /// Of the whole run.
    public let epochs: Int
    /// Steps in each of them.
    public let stepsPerEpoch: Int
    /// Steps that were done before: more than 0 in a resumed run.
    public let fromStep: Int
    /// Images or rows in a step, each with its views.
    public let batch: Int
    /// What each of them is called: `image` or `row`.
    public let item: String
    /// Numbers of an embedding of the first branch.
    public let embeddingWidth: Int
    /// What computes: `jit`, `blas`, `jit checked by blas`.
    public let executor: String
    /// Of the executor.
    public let threads: Int
    /// Bytes of the program's memory: state, inputs and intermediate results.
    public let memory: Int
    /// What a person should know: kernels in use, warnings.
    public let notes: [String]
}

/// One term of the loss, before its coefficient.
public struct TermValue: Sendable, Hashable {
    /// As it is in the loss: `invariance`.
    public let name: String
    /// What the loss multiplies it by.
    public let coefficient: Double
    /// Before that.
    public let value: Double
}

/// One step.
public struct StepReport: Sendable {
    /// Steps done, over all epochs; of `steps`.
    public let step: Int
    /// Of the whole run.
    public let steps: Int
    /// Counted from 1.
    public let epoch: Int
    /// Steps done in this epoch.
    public let stepInEpoch: Int
    /// Of this step.
    public let learningRate: Double
    /// Σ coefficient · value over the terms.
    public let loss: Double
    /// In the order of the lines.
    public let terms: [TermValue]
    /// Of the whole gradient, before it was clipped; nothing where the configuration has no `gradientNormLimit`.
    public let gradientNorm: Double?
    /// Median of the last steps, waiting for views included.
    public let imagesPerSecond: Double
}

/// One epoch.
public struct EpochReport: Sendable {
    /// Counted from 1.
    public let epoch: Int
    /// Steps done, over all epochs.
    public let step: Int
    /// Means over the epoch's steps.
    public let loss: Double
    /// Means over the epoch's steps.
    public let terms: [TermValue]
    /// Mean over the epoch's steps of the gradient's norm before clipping; nothing where there is none.
    public let gradientNorm: Double?
    /// Spent on the steps, over all sittings.
    public let seconds: Double
    /// Over the whole epoch.
    public let imagesPerSecond: Double
    /// Of the first branch's embedding of the last batch.
    public let collapse: CollapseMeasures
    /// Resident memory of the process in bytes; 0 where the system does not say.
    public let residentMemory: Int
}

/// What became of a run.
public struct TrainingSummary: Sendable {
    /// How it ended.
    public enum Outcome: Sendable, Hashable {
        /// All epochs are done.
        case finished
        /// A stop was asked for: saved, and can be resumed.
        case interrupted
    }

    /// How it ended.
    public let outcome: Outcome
    /// Steps done, of `steps`.
    public let step: Int
    /// Of the whole run.
    public let steps: Int
    /// Path of the run's directory.
    public let directory: String
    /// Path of the last checkpoint: what a run is resumed from.
    public let checkpoint: String
    /// Path of the encoder alone: what `TrainedEncoder` reads.
    public let encoder: String
    /// How many different images could not be read so far; `bad-images.log` in the directory names them.
    public let badImages: Int
}

extension TrainingSummary: CustomStringConvertible {
    /// `finished 60 steps; the encoder is runs/a/encoder.safetensors`, or where it was stopped and saved.
    public var description: String {
        switch outcome {
        case .finished: "finished \(steps) steps; the encoder is \(encoder)"
        case .interrupted:
            "stopped after step \(step) of \(steps), and saved to \(checkpoint); resumed, it goes on from there"
        }
    }
}
