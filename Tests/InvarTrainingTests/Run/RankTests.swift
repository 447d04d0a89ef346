import Foundation
import Invar
import InvarBLAS
import InvarCompiler
import InvarData
import InvarRuntime
import InvarTraining
import Testing

/// A run that ranks share, as threads of this process.
@Suite struct RankTests {
    /// Of 8 images a step: 5 steps an epoch.
    private func configuration(_ optimizer: Optimizer = .sgd(SGD())) -> TrainingConfiguration {
        TrainingConfiguration(
            optimizer: optimizer, schedule: LearningRateSchedule(learningRate: 0.05), batch: 8, epochs: 3, seed: 7)
    }

    /// Losses of every step that rank 0 tells of.
    private func losses(
        _ directory: String, ranks: Int, _ configuration: TrainingConfiguration, start: RunStart = .new,
        stopAfter last: Int? = nil, options: RunOptions = Workshop.options,
        data: @Sendable @escaping (Int) throws -> Dataset = { _ in try Workshop.dataset() }
    ) throws -> [Double] {
        var found: [Double] = []
        let stop = StopRequest()
        _ = try RankGroup(threads: ranks).run { communicator in
            let trainer = try Trainer(
                configuration, model: Workshop.model(), dataset: data(communicator.rank), executor: BLASExecutor(),
                directory: directory, start: start, options: options, communicator: communicator)
            try trainer.run(stop: stop) { event in
                guard case .step(let report) = event else { return }
                found.append(report.loss)
                if report.step == last { stop.request() }
            }
        }
        return found
    }

    private func isNear(_ a: [Double], _ b: [Double]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= 2e-4 * abs($0) }
    }

    @Test(arguments: [2, 4, 8]) func theStepsOfARunAreThoseOfOneProcess(ranks: Int) throws {
        try Workshop.inDirectory { path in
            let one = try losses(path + "/1", ranks: 1, configuration())
            let several = try losses(path + "/n", ranks: ranks, configuration())
            #expect(one.count == 15)
            #expect(isNear(one, several), "\(one) \(several)")
            // rank 0 alone writes, once
            #expect(
                try Workshop.lines(path + "/n/metrics.jsonl").count == Workshop.lines(path + "/1/metrics.jsonl").count)
            #expect(try RunRecord(path: path + "/n/run.json").sessions.map(\.ranks) == [ranks])
            let (a, b) = try (epochs(path + "/1"), epochs(path + "/n"))
            #expect(zip(a, b).allSatisfy { abs($0.effectiveRank - $1.effectiveRank) < 1e-2 && $0.effectiveRank > 1 })
        }
    }

    private func epochs(_ run: String) throws -> [CollapseMeasures] {
        struct Line: Decodable { let collapse: CollapseMeasures? }
        return try Workshop.lines(run + "/metrics.jsonl").compactMap {
            try jsonDecoder().decode(Line.self, from: Data($0.utf8)).collapse
        }
    }

    @Test func theSameNumberOfRanksHasTheSameBits() throws {
        try Workshop.inDirectory { path in
            let whole = try losses(path + "/a", ranks: 2, configuration(.adamW(AdamW())))
            let begun = try losses(path + "/b", ranks: 2, configuration(.adamW(AdamW())), stopAfter: 6)
            #expect(begun.count < whole.count)
            let rest = try losses(path + "/b", ranks: 2, configuration(.adamW(AdamW())), start: .resume)
            #expect(begun + rest == whole)
            let files = try ["a", "b"].map {
                try Data(contentsOf: URL(fileURLWithPath: "\(path)/\($0)/encoder.safetensors"))
            }
            #expect(files[0] == files[1])
        }
    }

    @Test func aRunGoesOnWithAnotherNumberOfRanks() throws {
        try Workshop.inDirectory { path in
            let whole = try losses(path + "/a", ranks: 1, configuration())
            var found = try losses(path + "/b", ranks: 2, configuration(), stopAfter: 4)
            found += try losses(path + "/b", ranks: 1, configuration(), start: .resume, stopAfter: 9)
            found += try losses(path + "/b", ranks: 4, configuration(), start: .resume)
            #expect(isNear(whole, found), "\(whole) \(found)")
            #expect(try RunRecord(path: path + "/b/run.json").sessions.map(\.ranks) == [2, 1, 4])
        }
    }

    @Test func aBatchThatDoesNotGoEvenlyIsRefused() throws {
        try Workshop.inDirectory { path in
            let message = Workshop.message { _ = try losses(path, ranks: 3, configuration()) } ?? ""
            #expect(message.contains("3 ranks cannot share a batch of 8 images evenly; use a batch of 6 or 9"))
            #expect(!FileManager.default.fileExists(atPath: path + "/run.json"), "nothing was written")
        }
    }

    /// A rank whose data are others would train something that nobody asked for.
    @Test func otherDataOnOneRankEndAll() throws {
        try Workshop.inDirectory { path in
            let message = Workshop.message {
                _ = try losses(path, ranks: 4, configuration()) { try Workshop.dataset(seed: $0 == 2 ? 5 : 1) }
            }
            #expect(message?.contains("rank 2: ") == true, "\(message ?? "")")
            #expect(message?.contains("the pixels of made-up are not the same") == true)
            #expect(!FileManager.default.fileExists(atPath: path + "/run.json"))
        }
    }

    /// AVX2 beside AVX-512: other bits, which would add up.
    @Test func anotherProcessorOnOneRankEndsAll() throws {
        try Workshop.inDirectory { path in
            let message = Workshop.message {
                _ = try RankGroup(threads: 2).run { communicator in
                    _ = try Trainer(
                        configuration(), model: Workshop.model(), dataset: Workshop.dataset(),
                        executor: OnOtherMachine(fingerprint: communicator.rank == 0 ? "512-bit" : "256-bit"),
                        directory: path, options: Workshop.options, communicator: communicator)
                }
            }
            #expect(message?.contains("it computes by 256-bit, and rank 0 by 512-bit") == true, "\(message ?? "")")
        }
    }

    @Test func whatOneRankCannotReadTheFirstLogs() throws {
        try Workshop.inDirectory { path in
            let pictures = path + "/pictures"
            try Pictures.write(pictures, count: 40, damaged: [3, 17, 30])
            let options = Workshop.options
            let data: @Sendable (Int) throws -> Dataset = { _ in try Dataset.load(pictures, split: .train) }
            let one = try losses(path + "/1", ranks: 1, configuration(), options: options, data: data)
            let four = try losses(path + "/4", ranks: 4, configuration(), options: options, data: data)
            #expect(isNear(one, four), "\(one) \(four)")
            let logs = try [1, 4].map { Set(try Workshop.lines("\(path)/\($0)/bad-images.log")) }
            #expect(logs[0].count == 3)
            #expect(logs[0] == logs[1])
        }
    }

    /// More images than the limit allows, each seen by another rank: all end, and the first says why.
    @Test func tooManyBadImagesOfAllRanksEndAll() throws {
        try Workshop.inDirectory { path in
            let pictures = path + "/pictures"
            try Pictures.write(pictures, count: 40, damaged: Array(0..<12))
            var options = Workshop.options
            options.badImages = 4
            let message = Workshop.message {
                _ = try losses(path + "/4", ranks: 4, configuration(), options: options) { _ in
                    try Dataset.load(pictures, split: .train)
                }
            }
            #expect(message?.contains("more than 4 images that cannot be read") == true, "\(message ?? "")")
        }
    }

    /// A disk that is full on rank 0 ends all ranks, and the last good checkpoint is there.
    @Test func whatTheFirstCannotWriteEndsAll() throws {
        try Workshop.inDirectory { path in
            let whole = try losses(path + "/a", ranks: 2, configuration())
            let message = Workshop.message {
                _ = try RankGroup(threads: 2).run { communicator in
                    let trainer = try Trainer(
                        configuration(), model: Workshop.model(), dataset: Workshop.dataset(),
                        executor: BLASExecutor(), directory: path + "/b", options: Workshop.options,
                        communicator: communicator)
                    try trainer.run { event in
                        guard case .step(let report) = event, report.step == 7 else { return }
                        // the next checkpoint has no place to go
                        try FileManager.default.moveItem(atPath: path + "/b/checkpoints", toPath: path + "/b/away")
                        try Data().write(to: URL(fileURLWithPath: path + "/b/checkpoints"))
                    }
                }
            }
            #expect(message?.contains("The run stops at step 10") == true, "\(message ?? "")")
            try FileManager.default.removeItem(atPath: path + "/b/checkpoints")
            try FileManager.default.moveItem(atPath: path + "/b/away", toPath: path + "/b/checkpoints")
            let rest = try losses(path + "/b", ranks: 2, configuration(), start: .resume)
            #expect(rest == Array(whole.dropFirst(5)))
        }
    }
}

/// Pictures in folders of classes.
private enum Pictures {
    static func write(_ folder: String, count: Int, damaged: [Int]) throws {
        var random = CounterRandom(seed: 1, name: "pictures")
        for index in 0..<count {
            let name = "\(folder)/train/\(index % 2 == 0 ? "a" : "b")"
            try FileManager.default.createDirectory(atPath: name, withIntermediateDirectories: true)
            let pixels = (0..<64).map { _ in UInt8(truncatingIfNeeded: random.bits()) }
            let file = URL(fileURLWithPath: "\(name)/\(index).png")
            try Picture(height: 8, width: 8, channels: 1, pixels: pixels).write(png: file.path)
            if damaged.contains(index) { try Data(contentsOf: file).prefix(40).write(to: file) }
        }
    }
}

/// An executor that says where it is.
private struct OnOtherMachine: Executor {
    let fingerprint: String
    private var executor: BLASExecutor { BLASExecutor() }
    var name: String { executor.name }
    var notes: [String] { executor.notes }
    func bytesBeside(_ program: Program, threads: Int) throws -> Int {
        try executor.bytesBeside(program, threads: threads)
    }
    func prepare(_ program: Program, threads: Int, communicator: any Communicator) throws -> any Session {
        try executor.prepare(program, threads: threads, communicator: communicator)
    }
}
