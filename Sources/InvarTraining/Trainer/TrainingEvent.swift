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

public struct RunStarted: Sendable {
    public let architecture: String
    public let parameters: Int
    public let directory: String
    public let epochs: Int
    public let stepsPerEpoch: Int
    /// Steps that were done before: more than 0 in a resumed run.
    public let fromStep: Int
    public let batch: Int
    /// Numbers of an embedding of the first branch.
    public let embeddingWidth: Int
    public let executor: String
    public let threads: Int
    /// Bytes of the program's memory: state, inputs and intermediate results.
    public let memory: Int
    /// What a person should know: kernels in use, warnings.
    public let notes: [String]
}

/// One term of the loss, before its coefficient.
public struct TermValue: Sendable, Hashable {
    public let name: String
    public let coefficient: Double
    public let value: Double
}

public struct StepReport: Sendable {
    /// Steps done, over all epochs; of `steps`.
    public let step: Int
    public let steps: Int
    /// Counted from 1.
    public let epoch: Int
    /// Steps done in this epoch.
    public let stepInEpoch: Int
    public let learningRate: Double
    public let loss: Double
    public let terms: [TermValue]
    /// Median of the last steps, waiting for views included.
    public let imagesPerSecond: Double
}

public struct EpochReport: Sendable {
    /// Counted from 1.
    public let epoch: Int
    /// Steps done, over all epochs.
    public let step: Int
    /// Means over the epoch's steps.
    public let loss: Double
    public let terms: [TermValue]
    public let seconds: Double
    public let imagesPerSecond: Double
    /// Of the first branch's embedding of the last batch.
    public let collapse: CollapseMeasures
    /// Resident memory of the process in bytes; 0 where the system does not say.
    public let residentMemory: Int
}

public struct TrainingSummary: Sendable {
    public enum Outcome: Sendable, Hashable {
        case finished
        /// A stop was asked for: saved, and can be resumed.
        case interrupted
    }

    public let outcome: Outcome
    /// Steps done, of `steps`.
    public let step: Int
    public let steps: Int
    public let directory: String
    public let checkpoint: String
    public let encoder: String
    /// How many different images could not be read so far; `bad-images.log` in the directory names them.
    public let badImages: Int
}

extension TrainingSummary: CustomStringConvertible {
    public var description: String {
        switch outcome {
        case .finished: "finished \(steps) steps; the encoder is \(encoder)"
        case .interrupted:
            "stopped after step \(step) of \(steps), and saved to \(checkpoint); resumed, it goes on from there"
        }
    }
}
