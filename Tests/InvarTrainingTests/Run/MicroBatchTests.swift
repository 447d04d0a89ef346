import Foundation
import Invar
import InvarBLAS
import InvarCompiler
import InvarData
import InvarRuntime
import InvarTraining
import Testing

/// A run whose steps are computed in micro-batches.
@Suite struct MicroBatchTests {
    /// Of 8 images a step: 5 steps an epoch.
    private let configuration = TrainingConfiguration(
        optimizer: .adamW(AdamW()), schedule: LearningRateSchedule(learningRate: 0.01), batch: 8, epochs: 3, seed: 7)

    /// Losses of every step.
    private func losses(
        _ directory: String, _ microBatches: Int, ranks: Int = 1, start: RunStart = .new, stopAfter last: Int? = nil
    ) throws -> [Double] {
        var options = Workshop.options
        options.microBatches = microBatches
        let (fixed, stop) = (options, StopRequest())
        var found: [Double] = []
        _ = try RankGroup(threads: ranks).run { communicator in
            let trainer = try Trainer(
                configuration, model: Workshop.model(), dataset: Workshop.dataset(), executor: BLASExecutor(),
                directory: directory, start: start, options: fixed, communicator: communicator)
            try trainer.run(stop: stop) { event in
                guard case .step(let report) = event else { return }
                found.append(report.loss)
                if report.step == last { stop.request() }
            }
        }
        return found
    }

    private func isNear(_ a: [Double], _ b: [Double]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= 5e-4 * abs($0) }
    }

    @Test(arguments: [(2, 1), (4, 1), (8, 1), (2, 2), (4, 2)]) func theStepsAreThoseOfTheWholeBatch(
        _ microBatches: Int, _ ranks: Int
    ) throws {
        try Workshop.inDirectory { path in
            let whole = try losses(path + "/1", 1)
            let parts = try losses(path + "/n", microBatches, ranks: ranks)
            #expect(whole.count == 15)
            #expect(isNear(whole, parts), "\(whole) \(parts)")
            #expect(try RunRecord(path: path + "/n/run.json").asked?.microBatches == microBatches)
        }
    }

    /// Bit for bit with the same number, and to rounding with another.
    @Test func aRunGoesOn() throws {
        try Workshop.inDirectory { path in
            let whole = try losses(path + "/a", 4)
            let begun = try losses(path + "/b", 4, stopAfter: 6)
            #expect(begun.count < whole.count)
            #expect(begun + (try losses(path + "/b", 4, start: .resume)) == whole)
            var found = try losses(path + "/c", 2, stopAfter: 6)
            found += try losses(path + "/c", 8, start: .resume)
            #expect(isNear(whole, found), "\(whole) \(found)")
        }
    }

    @Test func whatCannotBeIsRefusedBeforeAnythingIsWritten() throws {
        try Workshop.inDirectory { path in
            let uneven = Workshop.message { _ = try losses(path, 3) } ?? ""
            #expect(uneven.contains("cannot be 3 equal micro-batches; use 2 or 4, or a batch of 6 or 9"), "\(uneven)")
            let none = Workshop.message { _ = try losses(path, 0) } ?? ""
            #expect(none.contains("0 micro-batches; 1 or more are possible"), "\(none)")
            #expect(!FileManager.default.fileExists(atPath: path + "/run.json"))
        }
    }
}
