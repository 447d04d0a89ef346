import Foundation
import InvarData
import InvarTraining
import TestSupport
import Testing

/// What is on the disk when the power goes, or a call fails.
@Suite struct DurabilityTests {
    private static let configuration = Workshop.configuration(epochs: 1)

    /// A checkpoint says that the log's lines up to its step are there: they are, before it is.
    @Test func theLogIsOnTheDiskBeforeTheCheckpointIs() throws {
        try Workshop.inDirectory { root in
            let calls = RecordedCalls(root)
            try FileSystem.$calls.withValue(calls) { _ = try Workshop.trainer(root, Self.configuration).numbers() }
            let checkpoint = [
                "sync metrics.jsonl", "open checkpoints/.last.safetensors.partial",
                "write checkpoints/.last.safetensors.partial", "sync checkpoints/.last.safetensors.partial",
                "rename checkpoints/.last.safetensors.partial checkpoints/last.safetensors", "open checkpoints",
                "sync checkpoints",
            ]
            let encoder = [
                "open .encoder.safetensors.partial", "write .encoder.safetensors.partial",
                "sync .encoder.safetensors.partial", "rename .encoder.safetensors.partial encoder.safetensors",
                "open .", "sync .",
            ]
            let record = [
                "open .run.json.partial", "write .run.json.partial", "sync .run.json.partial",
                "rename .run.json.partial run.json", "open .", "sync .",
            ]
            #expect(
                calls.calls == ["make checkpoints", "open .", "sync .", "open metrics.jsonl"] + record + checkpoint
                    + encoder + ["write metrics.jsonl"] + checkpoint + encoder + encoder)
        }
    }

    /// Whatever fails is said with its place, and the run that is there goes on to the numbers of one that never failed.
    @Test func afterAnyFailureTheRunGoesOn() throws {
        let whole = try Workshop.inDirectory { try Workshop.trainer($0, Self.configuration).numbers() }
        var failures = 0
        for number in 0... {
            let isDone = try Workshop.inDirectory { root in
                let calls = RecordedCalls(root, failing: number, code: ENOSPC)
                let message = Workshop.message {
                    try FileSystem.$calls.withValue(calls) {
                        _ = try Workshop.trainer(root, Self.configuration).numbers()
                    }
                }
                guard let message else {
                    #expect(calls.count == number, "the call \(number) failed without an error")
                    return true
                }
                failures += 1
                #expect(message.contains(root) && message.contains("No space left"), "\(message)")
                let files = try FileManager.default.subpathsOfDirectory(atPath: root)
                #expect(!files.contains { $0.contains("partial") }, "\(files)")
                let begun = files.contains("run.json")
                let rest = try Workshop.trainer(root, Self.configuration, start: begun ? .resume : .new).numbers()
                #expect(rest == Array(whole.suffix(rest.count)), "\(message)")
                #expect(try Workshop.lines(RunDirectory(root).metrics).count == 5)
                return false
            }
            if isDone { break }
        }
        #expect(failures > 30)
    }
}
