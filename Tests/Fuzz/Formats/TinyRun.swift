import Foundation
import Invar
import InvarBLAS
import InvarData
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

    private static let configuration = TrainingConfiguration(
        optimizer: .adamW(AdamW()), schedule: Schedule(learningRate: 1e-3), batch: 4, epochs: 2, seed: 7)

    /// Trains two epochs of two steps, and one step more in the epoch that a checkpoint then is in the middle of.
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
    }

    static func trainer(_ path: String, _ start: RunStart) throws -> Trainer {
        let pixels = (0..<160).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        let images = try Dataset(
            name: "made-up", split: .train, height: 4, width: 4, channels: 1, pixels: pixels,
            labels: [Int32](repeating: 0, count: 10), classNames: ["a"])
        return try Trainer(
            configuration, model: model, dataset: images, executor: BLASExecutor(), directory: path, start: start,
            options: RunOptions(threads: 1, workers: 1, logEvery: 1, dataPath: "/data/made-up"))
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
