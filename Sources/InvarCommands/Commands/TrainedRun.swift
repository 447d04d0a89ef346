import Foundation
import Invar
import InvarData
import InvarTraining

/// A directory that `pretrain` wrote.
struct TrainedRun {
    let directory: RunDirectory
    let record: RunRecord
    let model: JointEmbedding

    /// - Throws: `CommandError` where there is no run, or of an unknown architecture; `TrainingError` for a damaged record.
    init(_ path: String) throws {
        directory = RunDirectory(path)
        guard FileStatus(directory.record) != nil else {
            let exists = FileStatus(path) != nil
            throw CommandError(
                "\(path) \(exists ? "holds no run (there is no run.json)" : "is not there"); give a directory that "
                    + "\(programName) pretrain wrote")
        }
        record = try RunRecord(path: directory.record)
        model = try Architectures.named(record.run.architecture)
    }

    /// Where the images came from.
    var data: String { record.dataPath ?? record.run.data.name }
}
