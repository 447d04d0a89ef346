import Foundation
import Invar
import InvarData
import InvarEmit
import InvarJIT
import InvarKit
import InvarRandom
import InvarTraining
import Testing

/// A run's state goes to C and back.
@Suite struct ResumeTests {
    private static let model = JointEmbedding(
        "there-and-back", image: Image(channels: 3, height: 8, width: 8, mean: [0.5], std: [0.25])
    ) {
        Views { HorizontalFlip(probability: 0.5) }
        Encoder {
            Conv(5, kernel: 3, stride: 2); BatchNorm(); ReLU()
            GlobalAveragePool()
        }
        Expander {
            Linear(8); BatchNorm(); ReLU(); Dropout(0.1)
            Linear(8, bias: false)
        }
        Loss {
            25 * Invariance()
            25 * Variance()
            Covariance()
        }
    }

    private static func dataset() throws -> Dataset {
        var random = CounterRandom(seed: 1, name: "images")
        return try Dataset(
            name: "made-up", split: .train, height: 8, width: 8, channels: 3,
            pixels: (0..<(40 * 192)).map { _ in UInt8(truncatingIfNeeded: random.bits()) },
            labels: (0..<40).map { Int32($0 % 3) }, classNames: ["a", "b", "c"])
    }

    private static func training(into directory: String) throws -> TrainingRun {
        var run = TrainingRun(model, on: try dataset(), into: directory, executor: .jit)
        (run.configuration.batch, run.configuration.epochs) = (8, 2)
        (run.options.threads, run.options.workers, run.options.logEvery) = (1, 1, 1)
        return run
    }

    /// Stops in the middle of an epoch; C loads the checkpoint and writes it anew; the run goes on from that, and ends as one that was never stopped.
    @Test func aRunGoesOnFromWhatCSaved() throws {
        let (whole, stopped) = ("\(scratch)/whole", "\(scratch)/stopped")
        try Self.training(into: whole).trainOnThisThread()
        var run = try Self.training(into: stopped)
        let stop = StopRequest()
        try run.trainOnThisThread(stop: stop) { event in
            if case .step(let report) = event, report.step == 3 { stop.request() }
        }
        let record = try FinishedRunRecord(stopped)
        let emission = try Emission(
            EmittedModel(
                training: TrainingStep.build(
                    Self.model, optimizer: record.record.run.configuration.optimizer, batch: 8, exposing: []),
                run: record.record), targets: EmissionTarget.here, folder: "there-and-back")
        let program = try emission.program("state")
        let checkpoint = RunDirectory(stopped).lastCheckpoint
        let before = try Checkpoint(path: checkpoint)
        let ended = try InvarEmitTests.run(program, [checkpoint, checkpoint])
        #expect(ended.isFine, "\(ended.output)")
        let after = try Checkpoint(path: checkpoint)
        #expect(before.progress == after.progress && before.progress.step == 3 && before.progress.totals.steps == 3)
        #expect(before.run == after.run)

        run.start = .resume
        try run.trainOnThisThread()
        for file in [RunDirectory(stopped).encoder(), RunDirectory(stopped).lastCheckpoint] {
            let twin = file.replacingOccurrences(of: stopped, with: whole)
            #expect(try Self.tensors(file) == Self.tensors(twin), "\(file)")
        }
    }

    private static func tensors(_ path: String) throws -> [String: [Float]] {
        let file = try SafetensorsFile(path: path)
        return try Dictionary(uniqueKeysWithValues: file.names.map { ($0, try file.tensor($0).floats) })
    }
}
