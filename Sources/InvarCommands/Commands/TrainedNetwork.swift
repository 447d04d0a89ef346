import Foundation
import InvarData
import InvarRuntime
import InvarTraining

/// Encoder and expander of a run, with the values of its last checkpoint.
struct TrainedNetwork {
    let features: EmbedderFeatures
    /// Steps that it was trained for.
    let step: Int
}

extension TrainedRun {
    /// - Throws: `CommandError` where the run has no checkpoint yet, `TrainingError` for one of another architecture.
    func embedder(branch: Int, executor: any Executor, threads: Int) throws -> TrainedNetwork {
        let path = directory.lastCheckpoint
        guard FileManager.default.fileExists(atPath: path) else {
            throw CommandError("\(path) is not there: the expander is in the checkpoint alone; train the run again")
        }
        let features = try EmbedderFeatures(model, branch: branch, executor: executor, threads: threads)
        let values = try EncoderFile.read(path, states: features.states, architecture: model.name)
        try features.load { values[$0] }
        return TrainedNetwork(features: features, step: try Checkpoint(path: path).progress.step)
    }

    /// Images of any size can be shown to the encoder, but only with its channels.
    /// - Throws: `CommandError` that says so.
    func expectFits(_ dataset: Dataset) throws {
        guard dataset.channels == model.image.channels else {
            throw CommandError(
                "\(dataset.name) has images of \(dataset.channels) channel\(dataset.channels == 1 ? "" : "s"), and the encoder "
                    + "of \(model.name) takes \(model.image.channels); give other images with --data")
        }
    }

    /// The last part of the directory's path.
    var shortName: String { URL(fileURLWithPath: directory.path).lastPathComponent }
}

extension Choices {
    /// More than 0, up to 1.
    static func share(_ value: Double, _ option: String) throws -> Double {
        guard value > 0, value <= 1 else { throw CommandError("\(option) \(value): it must be above 0, up to 1") }
        return value
    }

    static func split(_ name: String) throws -> Dataset.Split {
        guard let split = Dataset.Split(rawValue: name) else {
            throw CommandError(unknown: "split", name, among: Dataset.Split.allCases.map(\.rawValue))
        }
        return split
    }
}
