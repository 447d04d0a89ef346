import Foundation
import InvarData
import InvarTraining
import Testing

/// A run that was stopped and resumed is the run that was not.
@Suite struct ResumeTests {
    static let optimizers: [Optimizer] = [.adamW(AdamW()), .lars(LARS(eta: 0.02)), .sgd(SGD(momentum: 0))]

    @Test(arguments: optimizers) func stoppedAnywhereContinuesBitForBit(_ optimizer: Optimizer) throws {
        try Workshop.inDirectory { root in
            let configuration = Workshop.configuration(optimizer)
            let whole = try Workshop.trainer("\(root)/whole", configuration).numbers()
            #expect(whole.count == 12)
            for stop in [1, 3, 4, 5, 11] {
                let path = "\(root)/\(stop)"
                let before = try Workshop.trainer(path, configuration).numbers(stopAfter: stop)
                let after = try Workshop.trainer(path, configuration, start: .resume).numbers()
                #expect(before + after == whole, "stopped after step \(stop)")
                try expectSameFiles("\(root)/whole", path)
            }
        }
    }

    /// As after `kill -9`: what happened after the last checkpoint is forgotten, in the log too.
    @Test func abandonedStepsAreDoneAgain() throws {
        try Workshop.inDirectory { root in
            struct Killed: Error {}
            let whole = try Workshop.trainer("\(root)/whole").numbers()
            var options = Workshop.options
            options.checkpointEvery = 3
            for kill in [1, 2, 5, 8, 10] {
                let path = "\(root)/\(kill)"
                #expect(throws: Killed.self) {
                    try Workshop.trainer(path, options: options).run { event in
                        if case .step(let report) = event, report.step == kill { throw Killed() }
                    }
                }
                // a line that was not written whole
                let log = try FileHandle(forUpdating: URL(fileURLWithPath: "\(path)/metrics.jsonl"))
                try log.seekToEnd()
                try log.write(contentsOf: Data(#"{"epoch":9,"lo"#.utf8))
                try log.close()
                let after = try Workshop.trainer(path, start: .resume, options: options).numbers()
                let from = try #require(after.first).step
                // checkpoints are written at the begin, after each third step and after each epoch of four
                let saved = (0..<kill).last { $0 % 3 == 0 || $0 % 4 == 0 }
                #expect(from - 1 == saved, "killed in step \(kill)")
                #expect(after == Array(whole[(from - 1)...]), "killed in step \(kill)")
                try expectSameFiles("\(root)/whole", path)
            }
        }
    }

    @Test func killedBeforeTheFirstCheckpointBeginsAgain() throws {
        try Workshop.inDirectory { root in
            struct Killed: Error {}
            let whole = try Workshop.trainer("\(root)/whole").numbers()
            let path = "\(root)/early"
            #expect(throws: Killed.self) {
                try Workshop.trainer(path).run { if case .started = $0 { throw Killed() } }
            }
            #expect(!FileManager.default.fileExists(atPath: RunDirectory(path).lastCheckpoint))
            #expect(try Workshop.trainer(path, start: .resume).numbers() == whole)
        }
    }

    @Test func aFinishedRunHasNothingLeftToDo() throws {
        try Workshop.inDirectory { root in
            _ = try Workshop.trainer("\(root)/a").numbers()
            try FileManager.default.removeItem(atPath: RunDirectory("\(root)/a").encoder())
            let summary = try Workshop.trainer("\(root)/a", start: .resume).run()
            #expect(summary.outcome == .finished && summary.step == 12)
            // ended between the last checkpoint and the encoder
            #expect(FileManager.default.fileExists(atPath: summary.encoder))
        }
    }

    @Test func interruptionSaysHowToGoOn() throws {
        try Workshop.inDirectory { root in
            let stop = StopRequest()
            let summary = try Workshop.trainer("\(root)/a").run(stop: stop) { if case .step = $0 { stop.request() } }
            #expect(summary.outcome == .interrupted && summary.step == 1)
            #expect(summary.description.contains("resumed, it goes on"))
        }
    }

    @Test func moreEpochsChangeTheSchedule() throws {
        try Workshop.inDirectory { root in
            let path = "\(root)/a"
            _ = try Workshop.trainer(path).numbers(stopAfter: 5)
            let longer = Workshop.configuration(epochs: 4)
            let message = Workshop.message { _ = try Workshop.trainer(path, longer, start: .resume) }
            #expect(message?.contains("3 epochs") == true && message?.contains("4 are asked for") == true)
            let after = try Workshop.trainer(path, longer, start: .resumeChangingEpochs).numbers(stopAfter: 7)
            #expect(after.map(\.step) == [6, 7])
            // from now on it is a run of 4 epochs
            #expect(try Workshop.trainer(path, longer, start: .resume).numbers().last?.step == 16)
            let fewer = Workshop.message {
                _ = try Workshop.trainer(path, Workshop.configuration(epochs: 2), start: .resumeChangingEpochs)
            }
            #expect(fewer?.contains("16 steps done") == true)
        }
    }

    @Test func threadsAndWorkersChangeNothing() throws {
        try Workshop.inDirectory { root in
            let one = try Workshop.trainer("\(root)/one").numbers()
            var options = Workshop.options
            (options.threads, options.workers) = (2, 3)
            #expect(try Workshop.trainer("\(root)/two", options: options).numbers() == one)
        }
    }

    /// The last checkpoint's values, the encoder, and the log, where it does not tell the time.
    private func expectSameFiles(_ a: String, _ b: String) throws {
        let (first, second) = (RunDirectory(a), RunDirectory(b))
        let (x, y) = (try SafetensorsFile(path: first.lastCheckpoint), try SafetensorsFile(path: second.lastCheckpoint))
        #expect(x.names == y.names)
        for name in x.names { #expect(try x.tensor(name) == y.tensor(name), "\(name)") }
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: first.encoder()))
                == Data(contentsOf: URL(fileURLWithPath: second.encoder())))
        #expect(try timeless(first.metrics) == timeless(second.metrics))
    }

    private func timeless(_ path: String) throws -> [NSDictionary] {
        try Workshop.lines(path).map { line in
            var object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            for key in ["seconds", "imagesPerSecond", "residentMiB"] { object[key] = nil }
            return object as NSDictionary
        }
    }
}
