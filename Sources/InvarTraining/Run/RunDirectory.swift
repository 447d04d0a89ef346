import Foundation
import InvarData
import InvarDump
import func InvarGraph.counted

/// Where a run writes: `run.json`, `metrics.jsonl`, `checkpoints/last.safetensors`, `encoder.safetensors`.
package struct RunDirectory: Sendable, Hashable {
    package let path: String

    package init(_ path: String) { self.path = path }

    package var record: String { "\(path)/run.json" }
    package var metrics: String { "\(path)/metrics.jsonl" }
    package var badImages: String { "\(path)/bad-images.log" }
    package var checkpoints: String { "\(path)/checkpoints" }
    package var lastCheckpoint: String { "\(checkpoints)/last.safetensors" }

    /// - Parameter branch: counted from 0; each branch with an encoder of its own has a file.
    package func encoder(branch: Int = 0) -> String {
        branch == 0 ? "\(path)/encoder.safetensors" : "\(path)/encoder-branch\(branch + 1).safetensors"
    }

    /// What a resumed run goes on from.
    struct Earlier {
        let record: RunRecord
        /// Nothing where the run was ended before its first.
        let checkpoint: Checkpoint?
    }

    /// Makes sure that a run may begin or go on here. Changes nothing.
    /// - Throws: `TrainingError` that says what was found and what to do.
    func inspect(_ start: RunStart, for run: RunIdentity) throws -> Earlier? {
        if FileStatus(path)?.isDirectory == false {
            throw TrainingError(.directory, "\(path) is a file; give a directory")
        }
        switch start {
        case .new:
            try inspectForNewRun()
            return nil
        case .resume, .resumeChangingEpochs:
            return try inspectEarlierRun(run, mayChangeEpochs: start == .resumeChangingEpochs)
        }
    }

    private func exists(_ path: String) -> Bool { FileStatus(path) != nil }

    private func inspectForNewRun() throws {
        if exists(record) {
            let found = (try? RunRecord(path: record)).map { earlier in
                let done = (try? Checkpoint(path: lastCheckpoint))?.progress.step ?? 0
                let steps = earlier.stepsPerEpoch * earlier.run.configuration.epochs
                return "a run of \(earlier.run.architecture) with \(done) of \(steps) steps done"
            }
            throw TrainingError(
                .directory,
                "\(path) already holds \(found ?? "a run"); resume it (--resume), or train into another directory")
        }
        let size = FileStatus(metrics)?.size ?? 0
        for file in [lastCheckpoint] + (size > 0 ? [metrics] : []) where exists(file) {
            throw TrainingError(
                .directory,
                "\(file) is there, without the run.json of its run; move it away, or train into another directory")
        }
    }

    private func inspectEarlierRun(_ run: RunIdentity, mayChangeEpochs: Bool) throws -> Earlier {
        guard exists(record) else {
            throw TrainingError(
                .directory, "\(path) holds no run (there is no run.json); begin one without --resume, or check the path"
            )
        }
        let earlier = try RunRecord(path: record)
        let differences = run.differences(from: earlier.run)
        guard differences.isEmpty else {
            throw TrainingError(
                .directory,
                "\(path) holds another run: \(differences.joined(separator: "; ")). Resume with what it was begun "
                    + "with, or train into another directory")
        }
        let (old, new) = (earlier.run.configuration.epochs, run.configuration.epochs)
        guard old == new || mayChangeEpochs else {
            throw TrainingError(
                .directory,
                "\(path) holds a run of \(counted(old, "epoch")), and \(new) are asked for. The learning rate's cosine spans "
                    + "all epochs, so this would not be the run that \(new) from the beginning are. Resume with "
                    + "\(old), train into another directory, or allow the change (--change-epochs)")
        }
        guard exists(lastCheckpoint) else { return Earlier(record: earlier, checkpoint: nil) }
        let checkpoint = try Checkpoint(path: lastCheckpoint)
        let foreign = run.differences(from: checkpoint.run)
        guard foreign.isEmpty else {
            throw TrainingError(
                .checkpoint,
                "\(lastCheckpoint) is of another run: \(foreign.joined(separator: "; ")). Put back the one that "
                    + "belongs to \(record), or delete it to begin this run again")
        }
        return Earlier(record: earlier, checkpoint: checkpoint)
    }

    /// What a run may be told of its last checkpoint after something could not be written: what is there, and not what should be.
    func adviceAfterFailure() -> String {
        if FileStatus(path)?.isDirectory != true {
            return "\(path) was removed while the run went on; nothing of the run is left"
        }
        if let step = try? Checkpoint(path: lastCheckpoint).progress.step {
            return "\(lastCheckpoint) is good, after step \(step): resume from it"
        }
        return exists(lastCheckpoint)
            ? "\(lastCheckpoint) is damaged: nothing can be resumed" : "there is no checkpoint to resume from"
    }

    /// Makes the directories, and refuses where the disk cannot hold two checkpoints and the encoder.
    func prepare(checkpointBytes: Int) throws {
        do { try Folder.make(checkpoints) } catch let error as DataError {
            throw TrainingError(.directory, "\(path) \(error.message)")
        }
        var system = statvfs()
        guard unsafe path.withPath({ unsafe statvfs($0, &system) }) == 0 else { return }
        let free = Int(
            clamping: UInt64(system.f_bavail).multipliedReportingOverflow(by: UInt64(system.f_frsize)).partialValue)
        let wanted = 3 * checkpointBytes + 1 << 20
        guard free >= wanted else {
            throw TrainingError(
                .directory,
                "\(path) is on a disk with \(Format.mebibytes(free)) free, and the run needs \(Format.mebibytes(wanted + 1 << 20)); free "
                    + "some space, or train into another directory")
        }
    }
}
