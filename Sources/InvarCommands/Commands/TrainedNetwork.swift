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
        guard FileStatus(path) != nil else {
            throw CommandError("\(path) is not there: the expander is in the checkpoint alone; train the run again")
        }
        let features = try EmbedderFeatures(model, branch: branch, executor: executor, threads: threads)
        let checkpoint = try Checkpoint(path: path)
        let values = try checkpoint.values(ofSome: features.states)
        try features.load { values[$0] }
        return TrainedNetwork(features: features, step: checkpoint.progress.step)
    }

    /// The last part of the directory's path.
    var shortName: String { PathParts.name(directory.path) }
}
