import Foundation
import Invar
import InvarBLAS
import InvarData
import InvarRuntime
import InvarTraining

/// A run of some milliseconds, whose files are the corpus.
struct TinyRun {
    let directory: RunDirectory
    let identity: RunIdentity
    let states: [StateSpec]

    static let model = JointEmbedding("tiny", image: Image(channels: 1, height: 4, width: 4)) {
        Views { HorizontalFlip(probability: 0.5) }
        Encoder {
            Conv(2, kernel: 3); BatchNorm(); ReLU()
            GlobalAveragePool()
        }
        Expander { Linear(4, bias: false) }
        Loss {
            25 * Invariance()
            25 * Variance()
            Covariance()
        }
    }

    static let configuration = TrainingConfiguration(
        optimizer: .adamW(AdamW()), schedule: LearningRateSchedule(learningRate: 1e-3), batch: 4, epochs: 2, seed: 7)

    /// Trains three steps, so that the checkpoint is in the middle of an epoch.
    init(in folder: Folder) throws {
        let path = "\(folder.path)/run"
        let trainer = try TinyRun.trainer(path, .new)
        let stop = StopRequest()
        try trainer.run(stop: stop) { event in
            if case .step(let report) = event, report.step == 3 { stop.request() }
        }
        directory = RunDirectory(path)
        states = trainer.step.states
        identity = try RunRecord(path: directory.record).run
        try fixDates()
        // what a clock says is in the checkpoint too, which has checksums: it is written once more
        let text = #"{"step":3,"totals":{"steps":1,"loss":24.5,"terms":[0.001,0.5,0.25],"seconds":0.5}}"#
        let progress = try JSONDecoder().decode(InvarTraining.Progress.self, from: Data(text.utf8))
        let store = StateStore(
            try BLASExecutor().prepare(trainer.step.program, threads: 1), trainer.step.states, seed: 7)
        store.initialize()
        try Checkpoint.write(store, progress, of: identity, to: directory.lastCheckpoint)
    }

    static func trainer(
        _ path: String, _ start: RunStart, _ configuration: TrainingConfiguration = configuration
    ) throws -> Trainer {
        let pixels = (0..<160).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        let images = try Dataset(
            name: "made-up", split: .train, height: 4, width: 4, channels: 1, pixels: pixels,
            labels: [Int32](repeating: 0, count: 10), classNames: ["a"])
        var options = RunOptions(threads: 1, workers: 1, logEvery: 1, dataPath: "/data/made-up")
        options.logger.logLevel = .critical
        return try Trainer(
            configuration, model: model, dataset: images, executor: BLASExecutor(), directory: path, start: start,
            options: options)
    }

    /// Mutants must not depend on when they are made, or how long the steps took.
    private func fixDates() throws {
        for (path, patterns) in [
            (directory.record, [(#""started" : "[^"]*""#, #""started" : "2026-01-01T00:00:00Z""#)]),
            (
                directory.metrics,
                [
                    (#""imagesPerSecond":[0-9.e+-]+"#, #""imagesPerSecond":12345.5"#),
                    (#""seconds":[0-9.e+-]+"#, #""seconds":0.25"#),
                    (#""residentMiB":[0-9]+"#, #""residentMiB":40"#),
                ]
            ),
        ] {
            var text = try String(contentsOfFile: path, encoding: .utf8)
            for (pattern, fixed) in patterns {
                text = text.replacingOccurrences(of: pattern, with: fixed, options: .regularExpression)
            }
            try text.write(toFile: path, atomically: false, encoding: .utf8)
        }
    }
}
