import Foundation
import InvarData
import InvarTraining
import Testing

@Suite struct RunDirectoryTests {
    @Test func recordSaysWhatWasRunAndWhere() throws {
        try Workshop.inDirectory { root in
            _ = try Workshop.trainer(root).numbers(stopAfter: 2)
            _ = try Workshop.trainer(root, start: .resume).numbers()
            let record = try RunRecord(path: RunDirectory(root).record)
            #expect(record.run.configuration == Workshop.configuration())
            #expect(
                record.run.architecture == "tiny" && record.run.data.name == "made-up" && record.run.data.count == 40)
            #expect(record.stepsPerEpoch == 4)
            #expect(record.sessions.map(\.fromStep) == [0, 2])
            #expect(record.sessions.allSatisfy { $0.executor == "blas" && $0.threads == 1 && $0.machine.cores >= 1 })
        }
    }

    @Test func aDirectoryWithARunIsLeftAlone() throws {
        try Workshop.inDirectory { root in
            _ = try Workshop.trainer(root).numbers(stopAfter: 2)
            let before = try Data(contentsOf: URL(fileURLWithPath: RunDirectory(root).lastCheckpoint))
            let message = Workshop.message { _ = try Workshop.trainer(root) }
            #expect(message?.contains("a run of tiny with 2 of 12 steps done") == true)
            #expect(message?.contains("--resume") == true)
            #expect(try Data(contentsOf: URL(fileURLWithPath: RunDirectory(root).lastCheckpoint)) == before)
            // without its record it is not overwritten either
            try FileManager.default.removeItem(atPath: RunDirectory(root).record)
            #expect(Workshop.message { _ = try Workshop.trainer(root) }?.contains("without the run.json") == true)
            #expect(
                Workshop.message { _ = try Workshop.trainer(root, start: .resume) }?.contains("holds no run") == true)
        }
    }

    @Test func whatDiffersIsListed() throws {
        try Workshop.inDirectory { root in
            _ = try Workshop.trainer(root).numbers(stopAfter: 1)
            var other = Workshop.configuration(.sgd(SGD()), learningRate: 0.5)
            (other.batch, other.seed) = (8, 9)
            let message = Workshop.message { _ = try Workshop.trainer(root, other, start: .resume) } ?? "resumed"
            for part in ["the batch was 9, and is now 8", "the seed was 7, and is now 9", "AdamW", "SGD", "0.5"] {
                #expect(message.contains(part), "\(message)")
            }
            let images = Workshop.message { _ = try Workshop.trainer(root, start: .resume, images: 39) }
            #expect(images?.contains("the number of images was 40, and is now 39") == true)
            let pixels = Workshop.message { _ = try Workshop.trainer(root, start: .resume, imageSeed: 2) }
            #expect(pixels?.contains("the pixels of made-up are not the same") == true)
        }
    }

    @Test func damagedOrNewerRecordsAreRefused() throws {
        try Workshop.inDirectory { root in
            _ = try Workshop.trainer(root).numbers(stopAfter: 1)
            let record = RunDirectory(root).record
            let text = try String(contentsOfFile: record, encoding: .utf8)
            try text.replacingOccurrences(of: "\"format\" : 1", with: "\"format\" : 2")
                .write(toFile: record, atomically: true, encoding: .utf8)
            #expect(Workshop.message { _ = try Workshop.trainer(root, start: .resume) }?.contains("format 2") == true)
            try String(text.prefix(100)).write(toFile: record, atomically: true, encoding: .utf8)
            #expect(Workshop.message { _ = try Workshop.trainer(root, start: .resume) }?.contains("is damaged") == true)
        }
    }

    @Test func placesThatCannotBeWrittenAreNamed() throws {
        try Workshop.inDirectory { root in
            try "".write(toFile: "\(root)/file", atomically: true, encoding: .utf8)
            #expect(Workshop.message { _ = try Workshop.trainer("\(root)/file") }?.contains("is a file") == true)
            #expect(
                Workshop.message { _ = try Workshop.trainer("\(root)/file/inside").run() }?
                    .contains("\(root)/file/inside cannot be made") == true)
            #expect(Workshop.message { _ = try Workshop.trainer("/proc/invar").run() }?.contains("/proc/invar") == true)
        }
    }

    @Test func aFullDiskKeepsTheOldCheckpoint() throws {
        try Workshop.inDirectory { root in
            let last = RunDirectory(root).lastCheckpoint
            let message = Workshop.message {
                try Workshop.trainer(root).run { event in
                    guard case .step(let report) = event, report.step == 6 else { return }
                    // it is written to directly, and takes nothing
                    try FileManager.default.moveItem(atPath: last, toPath: last + ".good")
                    try FileManager.default.createSymbolicLink(atPath: last, withDestinationPath: "/dev/full")
                }
            }
            #expect(message?.contains("No space left on device") == true, "\(message ?? "no error")")
            try FileManager.default.removeItem(atPath: last)
            try FileManager.default.moveItem(atPath: last + ".good", toPath: last)
            #expect(try Checkpoint(path: last).progress.step == 4)
            let whole = try Workshop.inDirectory { try Workshop.trainer($0).numbers() }
            #expect(try Workshop.trainer(root, start: .resume).numbers() == Array(whole[4...]))
        }
    }

    /// What the error advises is there.
    @Test(arguments: [true, false]) func aRemovedDirectoryIsNoAdvice(isWhole: Bool) throws {
        try Workshop.inDirectory { root in
            let path = "\(root)/run"
            let message =
                Workshop.message {
                    try Workshop.trainer(path).run { event in
                        guard case .step(let report) = event, report.step == 6 else { return }
                        try FileManager.default.removeItem(atPath: isWhole ? path : RunDirectory(path).checkpoints)
                    }
                } ?? "no error"
            #expect(message.contains("The run stops at step 8"), "\(message)")
            #expect(!message.contains("is good") && !message.contains("Cocoa"), "\(message)")
            #expect(
                message.contains(isWhole ? "nothing of the run is left" : "no checkpoint to resume from"), "\(message)")
        }
    }

    /// A log that was removed takes no lines any more: that is said, and not only at the end.
    @Test func aRemovedLogIsSaid() throws {
        try Workshop.inDirectory { root in
            let message =
                Workshop.message {
                    try Workshop.trainer(root).run { event in
                        guard case .step(let report) = event, report.step == 6 else { return }
                        try FileManager.default.removeItem(atPath: RunDirectory(root).metrics)
                    }
                } ?? "no error"
            #expect(
                message.contains("metrics.jsonl was removed") && message.contains("is good, after step 4"), "\(message)"
            )
        }
    }

    /// Sums and products of numbers from a file would overflow.
    @Test(arguments: [
        ("\"stepsPerEpoch\" : 4", "\"stepsPerEpoch\" : 9223372036854775807"),
        ("\"stepsPerEpoch\" : 4", "\"stepsPerEpoch\" : 0"), ("\"stepsPerEpoch\" : 4", "\"stepsPerEpoch\" : -1"),
        ("\"epochs\" : 3", "\"epochs\" : 9223372036854775807"), ("\"epochs\" : 3", "\"epochs\" : -3"),
        ("\"count\" : 40", "\"count\" : -1"), ("\"count\" : 40", "\"count\" : 9223372036854775807"),
        ("\"warmUpEpochs\" : 0.5", "\"warmUpEpochs\" : 1e300"), ("\"batch\" : 9", "\"batch\" : 0"),
        ("\"batch\" : 9", "\"batch\" : 1e30"),
    ]) func impossibleNumbersInARecordAreSaid(good: String, bad: String) throws {
        try Workshop.inDirectory { root in
            _ = try Workshop.trainer(root).numbers(stopAfter: 1)
            let record = RunDirectory(root).record
            let text = try String(contentsOfFile: record, encoding: .utf8)
            #expect(text.contains(good))
            try text.replacingOccurrences(of: good, with: bad).write(toFile: record, atomically: true, encoding: .utf8)
            #expect(Workshop.message { _ = try Workshop.trainer(root) }?.contains("already holds a run") == true)
            let message = Workshop.message { _ = try Workshop.trainer(root, start: .resume) } ?? "resumed"
            #expect(message.contains("run.json is damaged"), "\(message)")
        }
    }

    @Test func twoRunsDoNotShareADirectory() throws {
        try Workshop.inDirectory { root in
            var inner: String?
            try Workshop.trainer(root).run { event in
                guard case .step(let report) = event, report.step == 1 else { return }
                inner = Workshop.message { try Workshop.trainer(root, start: .resume).run() }
            }
            #expect(inner?.contains("is in use") == true, "\(inner ?? "no error")")
        }
    }
}
