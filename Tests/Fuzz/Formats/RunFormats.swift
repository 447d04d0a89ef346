import Foundation
import InvarData
import InvarTraining

extension Format {
    static let runs = [checkpoint, runRecord, metrics, result]

    /// Whatever is accepted is what was written: another step, or another value, would go unseen.
    private static let checkpoint = Format(name: "checkpoint") { folder in
        let run = try TinyRun(in: folder)
        let path = run.directory.lastCheckpoint
        let sound = try Checkpoint(path: path)
        let (progress, values) = (sound.progress, try sound.values(run.states))
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let checkpoints = try folder.folder("run/checkpoints")
        return Reader(corpus: [bytes], names: [path, run.directory.path]) { mutant in
            try checkpoints.put("last.safetensors", mutant.bytes)
            guard let found = try RunFiles.checkpoint(in: run.directory, for: run.identity) else {
                throw Violation("a checkpoint that is there is not seen")
            }
            guard try found.values(run.states) == values else {
                throw Violation("other values are taken for the run's")
            }
            guard found.progress == progress else {
                throw Violation("another step or other totals are taken for the run's: \(found.progress)")
            }
        }
    }

    private static let runRecord = Format(name: "run.json") { folder in
        let run = try TinyRun(in: folder)
        let files = try folder.folder("run")
        let others = try ["metrics.jsonl", "checkpoints/last.safetensors"].map { ($0, try files.bytes($0)) }
        return Reader(corpus: [try files.bytes("run.json")], names: [run.directory.path]) { mutant in
            try files.put("run.json", mutant.bytes)
            let record = try RunRecord(path: run.directory.record)
            _ = try RunFiles.checkpoint(in: run.directory, for: run.identity, mayChangeEpochs: true)
            // what a new run says about the one that is there
            do { try RunFiles.refuse(run.directory, for: run.identity) } catch is TrainingError {}
            // and what becomes of a run that goes on as it says
            let trainer = try TinyRun.trainer(run.directory.path, .resumeChangingEpochs, record.run.configuration)
            defer { for (name, bytes) in others { _ = try? files.put(name, bytes) } }
            let stop = StopRequest()
            stop.request()
            try trainer.run(stop: stop)
        }
    }

    private static let metrics = Format(name: "metrics.jsonl") { folder in
        let run = try TinyRun(in: folder)
        let files = try folder.folder("run")
        return Reader(corpus: [try files.bytes("metrics.jsonl")], names: [run.directory.path]) { mutant in
            try files.put("metrics.jsonl", mutant.bytes)
            try RunFiles.cutMetrics(in: run.directory, after: 3)
            let left = try files.bytes("metrics.jsonl")
            guard left.isEmpty || left.last == UInt8(ascii: "\n") else { throw Violation("half a line stays") }
        }
    }

    /// What a comparison keeps of a finished run: a damaged one is as good as none.
    private static let result = Format(name: "result.json") { folder in
        let run = try TinyRun(in: folder)
        var judged = Comparison.Run(architecture: "tiny", seed: 7)
        judged.terms = ["invariance": 0.5, "variance": .nan]
        (judged.knn, judged.linear, judged.fullRank) = (81.5, 79.25, 4)
        try RunFiles.keep(judged, of: run.identity, in: run.directory)
        let files = try folder.folder("run")
        return Reader(corpus: [try files.bytes("result.json")], names: [run.directory.path]) { mutant in
            try files.put("result.json", mutant.bytes)
            guard let found = try RunFiles.result(in: run.directory, of: run.identity) else { return }
            var comparison = Comparison(
                settings: Comparison.Settings(
                    data: "made-up", trainImages: 10, testImages: 10, configuration: run.identity.configuration,
                    neighbours: NeighbourChoice(k: 20, temperature: 0.07)))
            comparison.runs.append(found)
            _ = try comparison.json()
        }
    }
}
