import Foundation
import InvarKit
import Synchronization
import Testing

@Suite struct TrainingRunTests {
    private func losses(_ directory: String) throws -> [String] {
        try String(contentsOfFile: directory + "/metrics.jsonl", encoding: .utf8).split(separator: "\n")
            .filter { $0.contains("\"step\"") }.compactMap { line in
                line.components(separatedBy: "\"loss\":").dropFirst().first.map { String($0.prefix { $0 != "," }) }
            }
    }

    /// A task that is cancelled in the middle saves; resumed, the run has the losses of one that was not stopped.
    @Test func cancelledRunsGoOnBitForBit() async throws {
        let path = Studio.directory()
        var run = try Studio.run(into: path)
        let (steps, tell) = AsyncStream.makeStream(of: Int.self)
        let sitting = Task { [run] in
            try await run.train { event in if case .step(let report) = event { tell.yield(report.step) } }
        }
        for await step in steps where step >= 1 {
            sitting.cancel()
            break
        }
        let first = try await sitting.value
        if first.outcome == .interrupted { #expect(first.step < first.steps) }
        run.start = .resume
        var (begun, summary): (Int?, TrainingSummary?) = (nil, nil)
        for try await event in run.events {
            if case .started(let started) = event { begun = started.fromStep }
            if case .finished(let finished) = event { summary = finished }
        }
        #expect(begun == first.step && summary?.outcome == .finished && summary?.step == 10)
        let (found, whole) = try (losses(path), losses(Studio.trained))
        #expect(found == whole && found.count >= 10)
    }

    /// Threads as ranks: the losses of one, to rounding.
    @Test func ranksShareARun() throws {
        let path = Studio.directory()
        var run = try Studio.run(into: path)
        run.ranks = 2
        #expect(try run.trainOnThisThread().outcome == .finished)
        let (found, whole) = try (losses(path), losses(Studio.trained))
        #expect(found.count == whole.count && !found.isEmpty)
        for (one, other) in zip(found.compactMap(Double.init), whole.compactMap(Double.init)) {
            #expect(abs(one - other) < 0.01 * abs(other))
        }
        run.ranks = 0
        #expect(throws: TrainingError.self) { try run.trainOnThisThread() }
        // what goes wrong on a rank is the error itself
        run.ranks = 2
        #expect { try run.trainOnThisThread() } throws: {
            ($0 as? TrainingError)?.message.contains("already holds") == true
        }
    }

    /// A task that was cancelled before it began ends after one step, and has saved it.
    @Test func cancelledBeforeItBegan() async throws {
        let run = try Studio.run(into: Studio.directory())
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await run.train()
        }
        task.cancel()
        let summary = try await task.value
        #expect(summary.outcome == .interrupted && summary.step == 1)
        #expect(FileManager.default.fileExists(atPath: summary.checkpoint))
    }

    /// Who stops listening ends the run.
    @Test func anUnheardRunEnds() async throws {
        var run = try Studio.run(into: Studio.directory())
        run.configuration.epochs = 10_000
        let log = RunDirectory(run.directory).lastCheckpoint
        for try await event in run.events { if case .step = event { break } }
        // the checkpoint of the stop is the one after that of the beginning: its progress says more than 0 steps
        while true {
            if let text = try? Checkpoint(path: log).progress.step, text > 0 { break }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    @Test func errorsOfTheObserverEndTheRun() async throws {
        struct Enough: Error {}
        let run = try Studio.run(into: Studio.directory())
        await #expect(throws: Enough.self) {
            try await run.train { event in if case .step = event { throw Enough() } }
        }
        await #expect(throws: TrainingError.self, "the directory holds a run now") { try await run.train() }
        var wrong = try Studio.run(into: Studio.directory())
        wrong.configuration.batch = 1
        let events = wrong.events
        await #expect(throws: TrainingError.self) { for try await _ in events {} }
    }

    @Test func monitorAndInitialEncoder() async throws {
        var run = try Studio.run(into: Studio.directory())
        run.monitor = TrainingRun.Monitor(training: try Studio.dataset(), test: try Studio.dataset(10, split: .test))
        run.initialEncoder = Studio.trained + "/encoder.safetensors"
        let seen = Mutex(0)
        try await run.train { event in if case .monitor = event { seen.withLock { $0 += 1 } } }
        #expect(seen.withLock { $0 } == 2)
        run.initialEncoder = "/none.safetensors"
        run.directory = Studio.directory()
        let begun = run
        await #expect(throws: DataError.self) { try await begun.train() }
    }

    @Test func dumpsAreCalls() throws {
        let history = try Studio.model.history(batch: 4, optimizer: .sgd())
        #expect(try history.dump("program", as: .text).contains("encoder.conv1"))
        #expect(throws: Diagnostic.self, "there is no code without an executor") { try history.dump("llvm", as: .text) }
        let compiled = try Studio.model.history(batch: 4, options: .ofJIT())
        #expect(try compiled.dump("llvm", as: .text).contains("define"))
    }
}
