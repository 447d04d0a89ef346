import Foundation
import InvarData
import Testing

/// A folder of sounds, and an array of signals, by every command; and encoders of rows that are fine-tuned.
@Suite(.serialized) struct SoundCommandTests {
    private static let quick = ["--batch", "16", "--epochs", "2", "--plain", "--executor", "blas"]

    private func attempt(_ w: Workbench, _ arguments: [String]) throws -> Tool.Ended {
        try Tool.start(arguments, in: w.scratch, executable: Workbench.tool).wait()
    }

    private func run(_ w: Workbench, _ arguments: [String]) throws -> Tool.Ended {
        let ended = try attempt(w, arguments)
        #expect(ended.status == 0, "\(arguments): \(ended.err)")
        return ended
    }

    private func refused(_ w: Workbench, _ arguments: [String], _ words: String) throws {
        let ended = try attempt(w, arguments)
        #expect(ended.status == 1 && ended.err.contains(words), "\(arguments): \(ended.err)")
    }

    private static func signal(_ item: Int) -> [Float] {
        let turn = item % 2 == 0 ? 0.3 : 1.1
        return (0..<(60 + item % 30)).map { Float(0.8 * sin(turn * Double($0) + Double(item))) }
    }

    private func sounds(_ w: Workbench, _ name: String, rate: Int = 1000) throws {
        func little(_ value: Int, _ bytes: Int) -> [UInt8] {
            (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        for (part, count) in [("train", 40), ("test", 20)] {
            for item in 0..<count {
                let place = "\(name)/\(part)/\(item % 2 == 0 ? "low" : "high")"
                try w.scratch.makeFolder(place)
                let data = Self.signal(item).flatMap { little(Int($0 * 32767), 2) }
                let form = [(1, 2), (1, 2), (rate, 4), (2 * rate, 4), (2, 2), (16, 2)].flatMap { little($0, $1) }
                var body = Array("WAVEfmt ".utf8) + little(16, 4) + form
                body += Array("data".utf8) + little(data.count, 4) + data
                let file = Array("RIFF".utf8) + little(body.count, 4) + body
                try Data(file).write(to: URL(fileURLWithPath: w.scratch.path("\(place)/\(item).wav")))
            }
        }
    }

    @Test func everyCommandKnowsTheRunsSounds() throws {
        let w = try Workbench()
        try sounds(w, "sounds")
        try Data("no sound".utf8).write(to: URL(fileURLWithPath: w.scratch.path("sounds/train/low/x.wav")))
        let trained = try run(
            w, ["pretrain", "heard-and-seen", "--data", "sounds", "--output", "run", "--monitor"] + Self.quick)
        #expect(
            trained.err.contains(
                "data sounds: sounds in folders; training: train (41 sounds), test: test (20 sounds); 2 classes; 1000 samples a second; left out: the sound train/low/x.wav is no WAV file"
            ), "\(trained.err)")
        #expect(trained.out.contains("signals/s"), "\(trained.out)")
        for branch in ["1", "2"] {
            let more = ["--branch", branch, "--executor", "blas"]
            let evaluated = try run(w, ["evaluate", "run"] + more).out
            #expect(evaluated.contains("heard-and-seen on sounds: percent of 20 test signals"), "\(evaluated)")
            #expect(evaluated.contains("standardized signals"), "\(evaluated)")
            #expect(try run(w, ["embed", "run", "--split", "all"] + more).out.contains("60 × 8"))
            for command in ["correlate", "project"] { _ = try run(w, [command, "run"] + more) }
            let tuned = try run(w, ["finetune", "run", "--labels", "50%", "--epochs", "2"] + more).out
            #expect(tuned.contains("trained encoder") && tuned.contains("20 test signals"), "\(tuned)")
            _ = try run(w, ["export", "run", "--branch", branch])
            _ = try run(
                w,
                [
                    "emit", "run", "--branch", branch, "--output", "emitted\(branch)", "--form", "c", "--targets",
                    "x86-64-v2",
                ])
        }
        #expect(try w.scratch.text("run/all.csv").contains("train/high/1.wav,ok"))
        #expect(w.scratch.exists("run/encoder.onnx") && w.scratch.exists("run/encoder-branch2.onnx"))
        #expect(try run(w, ["list", "--all"]).out.contains("signals of 64 samples"))
        #expect(
            try run(w, ["pretrain", "heard-and-seen", "--output", "run", "--resume"]).out.contains("already finished"))
        // others than the run's own
        try sounds(w, "fast", rate: 2000)
        try refused(w, ["embed", "run", "--data", "fast"], "have 2000 samples a second, and 1000 are wanted")
        let drawn = try run(w, ["views", "heard-and-seen", "--data", "sounds", "--count", "4", "--output", "v.png"])
        #expect(drawn.out.contains("v.png: 4 originals and their 2 views"), "\(drawn.out)")
        #expect(try Picture(png: w.scratch.path("v.png")).width > 2 * 2 * 3 * SignalSheet.width)
        try refused(w, ["views", "heard-and-seen"], "takes signals; give a folder of WAV files (--data)")
        try refused(w, ["views", "heard-and-seen", "--data", "sounds", "--explain"], "--explain is for images")
        _ = try run(w, ["report", "run", "--output", "run.html"])
        let page = try w.scratch.text("run.html")
        #expect(page.contains("Views of signals") && page.contains("Signals, each beside its views"))
        #expect(page.contains("alt=\"train/high/1.wav, view 2\""))
        try refused(w, ["project", "run", "--tensorboard", "board"], "has signals")
        try refused(
            w, ["pretrain", "heard-and-seen", "--data", "data", "--output", "none"] + Self.quick, "has images, and")
        try refused(
            w, ["pretrain", "tiny", "--data", "sounds", "--output", "none"] + Self.quick, "signals and no images")
        try refused(
            w, ["pretrain", "heard-and-seen", "--output", "none"] + Self.quick, "give a folder of WAV files (--data)")
        try refused(
            w, ["pretrain", "table", "--data", "sounds", "--output", "none"] + Self.quick, "takes rows of numbers")
    }

    @Test func anArrayOfSignals() throws {
        let w = try Workbench()
        let values = (0..<64).flatMap { Array((Self.signal($0) + Self.signal($0)).prefix(80)) }
        try NpyFile.write(StoredTensor(shape: [64, 1, 80], values), to: w.scratch.path("signals.npy"))
        try NpyFile.write(
            StoredTensor(shape: [64], .int64((0..<64).map { $0 % 2 })), to: w.scratch.path("labels.npy"))
        let both = ["--features", "signals.npy", "--labels", "labels.npy"]
        let tests = ["--test-features", "signals.npy", "--test-labels", "labels.npy"]
        _ = try run(w, ["pretrain", "heard-and-seen", "--output", "run"] + Self.quick + both + tests)
        #expect(try run(w, ["evaluate", "run", "--executor", "blas"]).out.contains("64 test signals"))
        #expect(try run(w, ["embed", "run", "--executor", "blas"]).out.contains("64 × 8"))
        try refused(
            w, ["pretrain", "heard-and-seen", "--data", "x", "--output", "none"] + Self.quick + both, "give one of them"
        )
    }

    @Test func rowsAreFineTuned() throws {
        let w = try Workbench()
        _ = try run(w, ["pretrain", "table", "--output", "run"] + Self.quick + w.table())
        let tuned = try run(w, ["finetune", "run", "--labels", "50%", "--epochs", "2", "--executor", "blas"])
        #expect(tuned.out.contains("table on rows-1: percent of 40 test"), "\(tuned.out)")
        #expect(w.scratch.exists("run/finetune-50-percent.json"))
    }
}
