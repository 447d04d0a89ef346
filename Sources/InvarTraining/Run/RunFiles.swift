/// What a run's files come to when they are read without a run: damaged ones are tried by Tests/Fuzz.
package enum RunFiles {
    /// What a run in this directory would go on from; nothing where it has no checkpoint yet.
    /// - Throws: as the trainer does before it begins.
    package static func checkpoint(
        in directory: RunDirectory, for run: RunIdentity, mayChangeEpochs: Bool = false
    ) throws -> Checkpoint? {
        try directory.inspect(mayChangeEpochs ? .resumeChangingEpochs : .resume, for: run)?.checkpoint
    }

    /// Why no run may begin here.
    package static func refuse(_ directory: RunDirectory, for run: RunIdentity) throws {
        _ = try directory.inspect(.new, for: run)
    }

    /// Cuts the log off after a step, as a run that goes on does.
    package static func cutMetrics(in directory: RunDirectory, after step: Int) throws {
        _ = MetricsLog.lastEpoch(directory.metrics)
        let log = try MetricsLog(path: directory.metrics)
        _ = try log.truncate(after: step)
    }

    /// Keeps what a comparison found out about a run.
    package static func keep(_ result: Comparison.Run, of run: RunIdentity, in directory: RunDirectory) throws {
        try FinishedRun(run: result, identity: run, testImages: 10).write(directory.path)
    }

    /// What was kept of this run.
    package static func result(in directory: RunDirectory, of run: RunIdentity) throws -> Comparison.Run? {
        try FinishedRun.read(directory.path, where: { $0.identity == run })
    }
}
